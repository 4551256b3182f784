import type { Veldfout } from '../../kern/weigering.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { InOrdeIcoon, OntbreektIcoon } from '../kader/iconen.tsx'
import { Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht } from '../kader/onderdelen/melding.tsx'
import { Keuzegroep, Keuzeveld, Tekstveld } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { leesbareDag } from '../woorden/datums.ts'
import type { Wijzigstand } from './soorten.ts'
import { teksten } from './teksten.ts'

/** Wat klaar hoort te zijn voor een uitschrijving. */
export interface Afsluitpunt {
  readonly punt: 'examen' | 'activiteiten' | 'mbo' | 'faseMbo' | 'diploma'
  readonly klaar: boolean
}

interface Props {
  readonly omgeving: Omgeving
  readonly stand: Wijzigstand
  readonly fouten: readonly Veldfout[]
  readonly punten: readonly Afsluitpunt[]
}

export function tekenFormulier({ omgeving, stand, fouten, punten }: Props): string {
  const tekst = teksten[omgeving.taal]
  const { doel: { deelnemerId }, conceptId, soort } = stand
  const titel = tekst.stap(1, tekst.soort[soort])
  return tekenBladzijde({
    omgeving, titel, fout: fouten.length > 0, menu: 'studenten',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.studenten, '/studenten'], [tekst.student, `/studenten/${deelnemerId}`], [tekst.titel, `/studenten/${deelnemerId}/wijzigen`]]} hier={tekst.soort[soort]} />
        <Foutenoverzicht fouten={fouten} />
        <div class="titelrij"><h1 class="utrecht-heading-1">{titel}</h1></div>
        <div class="inschrijven">
          <p class="inschrijven__intro">{tekst.uitleg[soort]}</p>
          {punten.length > 0 && <Afsluitlijst punten={punten} />}
          <Formulier omgeving={omgeving} actie={`/studenten/${deelnemerId}/wijzigen/${conceptId}`} knop={tekst.verder} soort="primary"><Velden stand={stand} fouten={fouten} /></Formulier>
          <p><a class="utrecht-link utrecht-link--html-a" href={`/studenten/${deelnemerId}`}>{tekst.terug}</a></p>
        </div>
      </>
    ),
  })
}

function Afsluitlijst({ punten }: { readonly punten: readonly Afsluitpunt[] }) {
  const tekst = useTekst(teksten)
  return (
    <div class="kader-rustig stapel">
      <h2 class="utrecht-heading-3">{tekst.lijst}</h2>
      <ul class="inschrijven__signalen">{punten.map(({ punt, klaar }) => <li key={punt}>{klaar ? <InOrdeIcoon /> : <OntbreektIcoon />}<span><strong>{klaar ? tekst.klaar.ja : tekst.klaar.nee}</strong>{`: ${tekst.punt[punt]}`}</span></li>)}</ul>
      <p class="klein">{tekst.lijstUitleg}</p>
    </div>
  )
}

function Velden({ stand: { soort, antwoorden, doel }, fouten }: Pick<Props, 'stand' | 'fouten'>) {
  const tekst = useTekst(teksten)
  const dag = (naam: 'vanaf' | 'laatsteDag' | 'oordeeldatum' | 'van') => <Tekstveld naam={naam} label={tekst.veld[naam]} hint={naam === 'laatsteDag' ? tekst.hint.laatsteDag : tekst.hint.dag} fouten={fouten} waarde={leesbareDag(antwoorden[naam])} />
  switch (soort) {
    case 'periode': return (
      <>
        {dag('vanaf')}
        <Keuzegroep naam="route" label={tekst.veld.route} fouten={fouten} waarde={antwoorden['route']} keuzes={(['DLR', 'GLR', 'geen'] as const).map((waarde) => ({ waarde, tekst: tekst.route[waarde] }))} />
        <Keuzegroep naam="fase" label={tekst.veld.fase} fouten={fouten} waarde={antwoorden['fase']} keuzes={(['VO', 'MBO'] as const).map((waarde) => ({ waarde, tekst: tekst.fase[waarde] }))} />
        {doel.inschrijving.sector !== 'MBO' && <Tekstveld naam="leerjaar" label={tekst.veld.leerjaar} fouten={fouten} waarde={antwoorden['leerjaar']} cijfers leeg lengte={1} />}
      </>
    )
    case 'uitschrijven': return dag('laatsteDag')
    case 'oordeel': return dag('oordeeldatum')
    case 'plan': return (
      <>
        {dag('van')}
        <Tekstveld naam="partnercode" label={tekst.veld.partnercode} hint={tekst.hint.partnercode} fouten={fouten} waarde={antwoorden['partnercode']} lengte={7} />
        <Keuzeveld naam="niveau" label={tekst.veld.niveau} fouten={fouten} waarde={antwoorden['niveau']} keuzes={(['', 'MBO-2', 'MBO-3', 'MBO-4'] as const).map((waarde) => ({ waarde, tekst: tekst.niveau[waarde] }))} />
      </>
    )
  }
}
