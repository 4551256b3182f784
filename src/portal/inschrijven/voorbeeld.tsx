import type { Wijzigingsgevolg } from '../../aanlevering/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { SIGNAALNIVEAU, type Signaalcode } from '../../kern/signaalcode.ts'
import type { Inschrijfbericht } from '../../leerroute/index.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { InOrdeIcoon, SignaalIcoon } from '../kader/iconen.tsx'
import { Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { useDatums } from '../woorden/datums.ts'
import type { Formulierstand } from './laad.ts'
import { teksten } from './teksten.ts'

export interface Voorbeeldbladzijde {
  readonly omgeving: Omgeving
  readonly stand: Formulierstand
  readonly bericht: Inschrijfbericht
  readonly voorbeeld: Wijzigingsgevolg
  readonly vandaag: Datum
}

/** Voor het versturen: wat er komt te staan, wat daaruit volgt, en wat de partner nog moet doen. */
export function tekenVoorbeeld(bladzijde: Voorbeeldbladzijde): string {
  const { omgeving, stand: { conceptId, stappen } } = bladzijde
  const tekst = teksten[omgeving.taal]
  const titel = tekst.stap(stappen.length + 1, stappen.length + 2, tekst.voorbeeld)
  return tekenBladzijde({
    omgeving, titel, menu: 'studenten',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.studenten, '/studenten'], [tekst.titel, '/inschrijven']]} hier={tekst.voorbeeld} />
        <div class="titelrij"><h1 class="utrecht-heading-1">{titel}</h1></div>
        <p class="ondertitel">{tekst.voorbeeldZin}</p>
        <Vastgelegd {...bladzijde} />
        <Gevolg voorbeeld={bladzijde.voorbeeld} />
        <Signalen voorbeeld={bladzijde.voorbeeld} />
        <Partnertaken {...bladzijde} />
        <p class="inschrijven__verder"><a class="utrecht-button utrecht-button--submit utrecht-button--primary-action knoplink" href={`/inschrijven/${conceptId}/nakijken`}>{tekst.naarNakijken}</a></p>
      </>
    ),
  })
}

function Vastgelegd({ bericht: { inschrijving }, stand: { plaats } }: Voorbeeldbladzijde) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  const { sector } = useBegrippen()
  const [eerste] = inschrijving.perioden
  return (
    <section class="inschrijven__deel" aria-labelledby="komt">
      <h2 class="utrecht-heading-2" id="komt">{tekst.watKomt}</h2>
      <dl class="antwoorden">
        <div class="antwoorden__regel"><dt>{tekst.inschrijving}</dt><dd>{`${plaats?.school ?? ''} (${sector(inschrijving.sector)}), ${inschrijving.inschrijvingvolgnummer}`}</dd></div>
        {eerste?.opleidingcode && <div class="antwoorden__regel"><dt>{tekst.code}</dt><dd>{eerste.opleidingcode}</dd></div>}
        <div class="antwoorden__regel"><dt>{tekst.perioden}</dt><dd>{inschrijving.perioden.map(({ datumBegin, leerroute, leerroutefase }) => <p key={datumBegin}>{`${leerroute ?? ''}, ${tekst.periode(lang(datumBegin), `fase ${leerroutefase ?? ''}`)}`}</p>)}</dd></div>
      </dl>
    </section>
  )
}

export function Gevolg({ voorbeeld: { begin, teldatum } }: { readonly voorbeeld: Wijzigingsgevolg }) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  const { fase, partij } = useBegrippen()
  const { besluit } = begin
  return (
    <section class="inschrijven__deel" aria-labelledby="volgt">
      <h2 class="utrecht-heading-2" id="volgt">{tekst.watVolgt}</h2>
      <dl class="antwoorden">
        <div class="antwoorden__regel"><dt>{tekst.uitkomst.fase}</dt><dd><strong>{fase(besluit.fase)}</strong>{` ${tekst.opDag(lang(besluit.peildatum))}`}</dd></div>
        {teldatum !== null && <div class="antwoorden__regel"><dt>{tekst.uitkomst.bekostiging}</dt><dd>{tekst.telt(lang(teldatum.besluit.peildatum), partij(teldatum.besluit.bekostiging))}</dd></div>}
        <div class="antwoorden__regel"><dt>{tekst.uitkomst.verzuim}</dt><dd>{tekst.meldt(partij(besluit.verzuim))}</dd></div>
      </dl>
    </section>
  )
}

/** Van de eerste dag en van de teldatum: wat pas later misgaat, hoort ook vooraf te staan. */
export function Signalen({ voorbeeld: { begin, teldatum } }: { readonly voorbeeld: Wijzigingsgevolg }) {
  const tekst = useTekst(teksten)
  const dagen = [begin.besluit, ...(teldatum === null ? [] : [teldatum.besluit])]
  const vanaf = new Map(dagen.toReversed().flatMap(({ signalen, peildatum }) => signalen.map(({ code }) => [code, peildatum] as const)))
  return (
    <section class="inschrijven__deel" aria-labelledby="signalen">
      <h2 class="utrecht-heading-2" id="signalen">{tekst.signalenKop(vanaf.size)}</h2>
      {vanaf.size === 0 ? <p class="inschrijven__goed"><InOrdeIcoon /><span>{tekst.geenSignalen}</span></p> : <ul class="inschrijven__signalen">{[...vanaf].map(([code, dag]) => <Signaalregel key={code} code={code} dag={dag} />)}</ul>}
    </section>
  )
}

function Signaalregel({ code, dag }: { readonly code: Signaalcode, readonly dag: Datum }) {
  const taal = useTaal()
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  const { niveau } = useBegrippen()
  const woorden = inTaal(signaaltekst(code), taal)
  const hier = SIGNAALNIVEAU[code]
  return (
    <li>
      <SignaalIcoon niveau={hier} />
      <div><p><span class="alleen-voorlezen">{`${niveau(hier)}: `}</span><strong>{woorden.titel}</strong>{` ${tekst.opDag(lang(dag))}`}</p><p>{woorden.watTeDoen}</p></div>
    </li>
  )
}

function Partnertaken({ stand: { partner, plaats }, bericht: { inschrijving, oordeel }, voorbeeld: { begin } }: Voorbeeldbladzijde) {
  const tekst = useTekst(teksten)
  const { registraties, fase } = begin.besluit
  if (partner === null) return null
  const mbo = plaats?.sector === 'MBO'
  const [rio, rod] = mbo ? [registraties.rioVo, registraties.rodVo] : [registraties.rioMbo, registraties.rodMbo]
  const andere = mbo ? begin.dossier.inschrijvingenVo : begin.dossier.inschrijvingenMbo
  const staatEr = andere.some(({ datumUitschrijving }) => !datumUitschrijving)
  const route = inschrijving.perioden[0]?.leerroute ?? ''
  const taken = [
    ...(rio === 'R' && begin.besluit.signalen.some(({ code }) => code === (mbo ? 'SIG-RIO-ONTBREEKT-VO' : 'SIG-RIO-ONTBREEKT-MBO') || code === 'SIG-RIO-PARTNER') ? [tekst.partnerRio(partner.school)] : []),
    ...(rod === 'R' && !staatEr ? [tekst.partnerRod(partner.school, route, fase === 'MBO' ? 'fase MBO' : 'fase VO')] : []),
    ...(rod === 'A' && !staatEr ? [tekst.partnerMag(partner.school)] : []),
    ...(oordeel !== null ? [tekst.partnerTekent(partner.school)] : []),
  ]
  return (
    <section class="inschrijven__deel" aria-labelledby="partner">
      <h2 class="utrecht-heading-2" id="partner">{tekst.partnerKop(partner.school)}</h2>
      {taken.length === 0 ? <p>{tekst.partnerNiets(partner.school)}</p> : <ol class="inschrijven__lijst">{taken.map((taak) => <li key={taak}>{taak}</li>)}</ol>}
    </section>
  )
}
