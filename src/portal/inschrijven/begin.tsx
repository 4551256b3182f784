import type { Concept } from '../concept/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { datumsIn } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

/** Waar het inschrijven begint, en waar iemand verdergaat met wat nog niet verstuurd is. */
export function tekenBegin({ omgeving, open }: { readonly omgeving: Omgeving, readonly open: readonly Concept[] }): string {
  const tekst = teksten[omgeving.taal]
  const { moment } = datumsIn(omgeving.taal)
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'studenten',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.studenten, '/studenten']]} hier={tekst.titel} />
        <div class="titelrij"><h1 class="utrecht-heading-1">{tekst.titel}</h1></div>
        <div class="inschrijven">
          <p class="inschrijven__intro">{tekst.beginZin}</p>
          <ul class="inschrijven__lijst">{tekst.beginUitleg.map((zin) => <li key={zin}>{zin}</li>)}</ul>
          <h2 class="utrecht-heading-3">{tekst.beginNodig}</h2>
          <ul class="inschrijven__lijst">{tekst.nodig.map((zin) => <li key={zin}>{zin}</li>)}</ul>
          <Formulier omgeving={omgeving} actie="/inschrijven" knop={tekst.start} soort="primary" />
        </div>
        {open.length > 0 && (
          <section class="inschrijven__open" aria-labelledby="verder">
            <h2 class="utrecht-heading-2" id="verder">{tekst.verder}</h2>
            <ul class="nieuws">
              {open.map(({ conceptId, gewijzigdOp }) => (
                <li key={conceptId} class="inschrijven__bewaard">
                  <a class="utrecht-link utrecht-link--html-a" href={`/inschrijven/${conceptId}`}>{tekst.bewaardOp(moment(gewijzigdOp))}</a>
                  <Formulier omgeving={omgeving} actie={`/inschrijven/${conceptId}/weg`} knop={tekst.weg} rij />
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  })
}
