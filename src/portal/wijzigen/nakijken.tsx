import type { Wijzigingsgevolg } from '../../aanlevering/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { type Antwoordregel, Antwoorden, Formulier, Kruimelpad, Ontvangstbewijs } from '../kader/onderdelen/formulier.tsx'
import { Gevolg, Signalen } from '../inschrijven/voorbeeld.tsx'
import type { Taal } from '../kader/taal.ts'
import { datumsIn, langeDag } from '../woorden/datums.ts'
import { DAGVELD, isSoort, type Soort, VELDEN, type Wijzigstand } from './soorten.ts'
import { teksten } from './teksten.ts'

/** Wat er verandert en wat daaruit volgt, met de knop die het doet. */
export function tekenNakijken({ omgeving, stand, gevolg }: { readonly omgeving: Omgeving, readonly stand: Wijzigstand, readonly gevolg: Wijzigingsgevolg }): string {
  const tekst = teksten[omgeving.taal]
  const { doel: { deelnemerId }, conceptId, soort } = stand
  const titel = tekst.stap(2, tekst.nakijken)
  return tekenBladzijde({
    omgeving, titel, menu: 'studenten',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.studenten, '/studenten'], [tekst.student, `/studenten/${deelnemerId}`]]} hier={tekst.nakijken} />
        <div class="titelrij"><h1 class="utrecht-heading-1">{titel}</h1></div>
        <p class="ondertitel">{tekst.nakijkenZin}</p>
        <section class="inschrijven__deel" aria-labelledby="antwoord"><h2 class="utrecht-heading-2" id="antwoord">{tekst.uwAntwoord}</h2><Antwoorden regels={regelsVan(stand, omgeving.taal)} /></section>
        <Gevolg voorbeeld={gevolg} />
        <Signalen voorbeeld={gevolg} />
        <div class="inschrijven">
          <Formulier omgeving={omgeving} actie={`/studenten/${deelnemerId}/wijzigen/${conceptId}/versturen`} knop={tekst.doe[soort]} soort="primary" />
          <p><a class="utrecht-link utrecht-link--html-a" href={`/studenten/${deelnemerId}`}>{tekst.terug}</a></p>
        </div>
      </>
    ),
  })
}

function regelsVan({ soort, antwoorden, doel, conceptId }: Wijzigstand, taal: Taal): readonly Antwoordregel[] {
  const tekst = teksten[taal]
  const woorden: Readonly<Record<string, Readonly<Record<string, string>>>> = { route: tekst.route, fase: tekst.fase, niveau: tekst.niveau }
  const wijzig = `/studenten/${doel.deelnemerId}/wijzigen/${conceptId}`
  return VELDEN[soort].filter((veld) => (antwoorden[veld] ?? '') !== '').map((veld) => ({
    vraag: tekst.veld[veld as keyof typeof tekst.veld], wijzig,
    antwoord: veld === DAGVELD[soort] ? langeDag(antwoorden[veld], taal) : woorden[veld]?.[antwoorden[veld] ?? ''] ?? antwoorden[veld],
  }))
}

export interface Wijzigbewijs {
  readonly nummer: string
  readonly op: Moment
  readonly deelnemerId: string
  readonly wat: Soort
  readonly inschrijving: string
  readonly dag: Datum
}

export function isWijzigbewijs(bewijs: unknown): bewijs is Wijzigbewijs {
  return typeof bewijs === 'object' && bewijs !== null && 'wat' in bewijs && isSoort(bewijs.wat)
}

export function tekenBewijs({ omgeving, bewijs, door }: { readonly omgeving: Omgeving, readonly bewijs: Wijzigbewijs, readonly door: string }): string {
  const tekst = teksten[omgeving.taal]
  const { lang, moment } = datumsIn(omgeving.taal)
  return tekenBladzijde({
    omgeving, titel: tekst.bewijs[bewijs.wat], menu: 'studenten',
    children: (
      <>
        <Ontvangstbewijs kop={tekst.bewijs[bewijs.wat]} nummer={bewijs.nummer} tijd={moment(bewijs.op)} watNu={[tekst.watNu, tekst.watNuPartner]} regels={[
          { vraag: tekst.bewijsInschrijving, antwoord: bewijs.inschrijving }, { vraag: tekst.bewijsDag, antwoord: lang(bewijs.dag) }, { vraag: tekst.bewijsDoor, antwoord: door },
        ]} />
        <p class="inschrijven__verder niet-op-papier"><a class="utrecht-button utrecht-button--submit utrecht-button--primary-action knoplink" href={`/studenten/${bewijs.deelnemerId}`}>{tekst.open}</a></p>
      </>
    ),
  })
}
