import type { InschrijvingBericht } from '../../bron/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Leegstand } from '../kader/onderdelen/melding.tsx'
import { datumsIn } from '../woorden/datums.ts'
import { type Soort, SOORTEN } from './soorten.ts'
import { teksten } from './teksten.ts'

/** Wat de school bij deze student kan veranderen. `eerst`: waar een signaal naar wees, staat bovenaan met de gevulde knop. */
export function tekenKeuze({ omgeving, deelnemerId, inschrijvingen, eerst }: { readonly omgeving: Omgeving, readonly deelnemerId: string, readonly inschrijvingen: readonly InschrijvingBericht[], readonly eerst: Soort | null }): string {
  const tekst = teksten[omgeving.taal]
  const { middel } = datumsIn(omgeving.taal)
  const soorten = eerst === null ? SOORTEN : [eerst, ...SOORTEN.filter((soort) => soort !== eerst)]
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'studenten',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.studenten, '/studenten'], [tekst.student, `/studenten/${deelnemerId}`]]} hier={tekst.titel} />
        <div class="titelrij"><h1 class="utrecht-heading-1">{tekst.titel}</h1></div>
        {inschrijvingen.length === 0 && <Leegstand kop={tekst.geen}><p>{tekst.geenUitleg}</p></Leegstand>}
        {inschrijvingen.map((een) => (
          <section key={`${een.brin}-${een.inschrijvingvolgnummer}`} class="inschrijven__deel" aria-labelledby={`i-${een.brin}-${een.inschrijvingvolgnummer}`}>
            <h2 class="utrecht-heading-2 lijnkop" id={`i-${een.brin}-${een.inschrijvingvolgnummer}`}>{tekst.inschrijving(`${een.brin}-${een.inschrijvingvolgnummer}`, middel(een.datumInschrijving))}</h2>
            <ul class="wijzigkeuzes">
              {soorten.map((soort) => (
                <li key={soort}>
                  <form method="post" action={`/studenten/${deelnemerId}/wijzigen`}>
                    <Formulierbewijs omgeving={omgeving} />
                    <input type="hidden" name="soort" value={soort} /><input type="hidden" name="brin" value={een.brin} /><input type="hidden" name="volgnummer" value={een.inschrijvingvolgnummer} />
                    <button type="submit" class={`utrecht-button utrecht-button--submit utrecht-button--${soort === eerst ? 'primary' : 'secondary'}-action`}>{tekst.soort[soort]}<span class="alleen-voorlezen">{` (${een.inschrijvingvolgnummer})`}</span></button>
                  </form>
                  <p class="klein">{tekst.uitleg[soort]}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  })
}
