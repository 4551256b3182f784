import type { Datum, Moment } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { AUDIT_MEESTE_IN_BESTAND, type Auditbeeld, type Auditbeeldregel } from '../../logboek/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import type { Getypt } from '../kader/invoer.ts'
import { Foutenoverzicht } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { Keuzeveld, Tekstveld, Veld, type Veldprops } from '../kader/onderdelen/veld.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { HANDELINGKEUZES, handelingWoord } from './handelingwoorden.ts'
import { Keten } from './keten.tsx'
import { teksten } from './teksten.ts'
import { ALLES, auditadres } from './vraag.ts'
import { middelWoord, tijdstip, wieWoorden } from './woorden.ts'

export interface Auditbladzijde {
  readonly omgeving: Omgeving
  readonly beeld: Auditbeeld
  readonly getypt: Getypt
  /** De eerste dag die de bladzijde zelf koos; null als de lezer koos. */
  readonly vanaf: Datum | null
  readonly fouten: readonly Veldfout[]
  /** De bladzijde met de nieuwste regels. */
  readonly eerste: boolean
  /** Null: sinds het starten lukte er geen. Undefined: deze server ondertekent niet. */
  readonly controlepunt: Moment | null | undefined
  readonly nu: Moment
}

/** P-05, S-30: wie deed wat en wanneer, van nieuw naar oud. Van een deelnemer staat er hooguit een sleutel. */
export function tekenAudit({ omgeving, beeld, getypt, vanaf, fouten, eerste, controlepunt, nu }: Auditbladzijde): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'audit', fout: fouten.length > 0,
    children: (
      <>
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        <p class="ondertitel">{tekst.ondertitel}</p>
        <Foutenoverzicht fouten={fouten} kop={tekst.nietGezocht(fouten.length)} />
        <Keten keten={beeld.keten} controlepunt={controlepunt} nu={nu} />
        <section aria-labelledby="regels">
          <h2 class="utrecht-heading-2" id="regels" tabindex={-1}>{tekst.regels}</h2>
          <Filter getypt={getypt} fouten={fouten} />
          {fouten.length === 0 && <Lijst beeld={beeld} getypt={getypt} vanaf={vanaf} eerste={eerste} />}
        </section>
      </>
    ),
  })
}

function Filter({ getypt, fouten }: Pick<Auditbladzijde, 'getypt' | 'fouten'>) {
  const taal = useTaal()
  const tekst = teksten[taal]
  const veld = (naam: string) => ({ naam, waarde: getypt[naam], fouten })
  return (
    <form method="get" action="/audit" class="auditfilter" role="search" aria-label={tekst.zoekIn}>
      <Keuzeveld {...veld('periode')} label={tekst.periode} hint={tekst.periodeHint} keuzes={[{ waarde: '', tekst: tekst.laatste31 }, { waarde: ALLES, tekst: tekst.alles }]} />
      <Tekstveld {...veld('van')} label={tekst.van} hint={tekst.dagHint} lengte={30} />
      <Tekstveld {...veld('totEnMet')} label={tekst.totEnMet} hint={tekst.dagHint} lengte={30} />
      <Zoekveld {...veld('school')} label={tekst.school} hint={tekst.schoolHint} vorm={GEEN_NUMMER} />
      <Keuzeveld {...veld('handeling')} label={tekst.watGebeurde} hint={tekst.watGebeurdeHint} keuzes={[{ waarde: '', tekst: tekst.alle }, ...HANDELINGKEUZES[taal].map(([waarde, woord]) => ({ waarde, tekst: woord }))]} />
      <Zoekveld {...veld('actor')} label={tekst.actor} hint={tekst.actorHint} vorm={GEEN_NUMMER} />
      <Zoekveld {...veld('trace')} label={tekst.trace} hint={tekst.traceHint} vorm={GEEN_NUMMER} />
      <Zoekveld {...veld('deelnemer')} label={tekst.deelnemer} hint={tekst.deelnemerHint} vorm={SLEUTEL} />
      <div class="knoppen auditfilter__doe">
        <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.zoek}</button>
        {Object.values(getypt).some((waarde) => waarde !== '') && <a class="utrecht-link utrecht-link--html-a" href="/audit">{tekst.wis}</a>}
      </div>
    </form>
  )
}

/** Wat in deze velden staat komt in het adres. De browser verstuurt daarom geen nummer of naam van een persoon (P-01). */
const GEEN_NUMMER = String.raw`(?!\s*[0-9]([. \-]?[0-9]){7,8}\s*$).*`
const SLEUTEL = String.raw`\s*[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\s*`

function Zoekveld({ vorm, ...props }: Veldprops & { readonly vorm: string }) {
  return <Veld {...props} maak={(attributen) => <input class="utrecht-textbox utrecht-textbox--html-input" {...attributen} value={props.waarde ?? ''} pattern={vorm} title={props.hint} maxlength={120} autocomplete="off" />} />
}

type Deel = Pick<Auditbladzijde, 'beeld' | 'getypt' | 'vanaf' | 'eerste'>

function Lijst({ beeld, getypt, vanaf, eerste }: Deel) {
  const tekst = useTekst(teksten)
  const gekozen = Object.values(getypt).some((waarde) => waarde !== '')
  if (beeld.regels.length === 0) return <Leeg gekozen={gekozen} vanaf={vanaf} eerste={eerste} getypt={getypt} />
  return (
    <>
      <table class="utrecht-table utrecht-table--html-table stapel beheertabel audittabel">
        <caption class="alleen-voorlezen">{tekst.bijschrift}</caption>
        <thead><tr>{tekst.kolommen.map((kop) => <th key={kop} scope="col">{kop}</th>)}</tr></thead>
        <tbody>{beeld.regels.map((regel) => <Regel key={regel.auditId} regel={regel} />)}</tbody>
      </table>
      {vanaf !== null && !beeld.oudere && <ZoekInAlles getypt={getypt} vanaf={vanaf} />}
      <Verder beeld={beeld} getypt={getypt} />
      <p class="verder"><a class="utrecht-link utrecht-link--html-a" href={auditadres('/audit.csv', getypt)}>{tekst.bestand}</a><span class="klein">{` ${tekst.bestandUitleg(AUDIT_MEESTE_IN_BESTAND)}`}</span></p>
    </>
  )
}

function Regel({ regel }: { regel: Auditbeeldregel }) {
  const taal = useTaal()
  const tekst = teksten[taal]
  const { kop, bij } = wieWoorden(regel.wie, regel.actor, taal)
  const [inlogmiddel, zelf] = [middelWoord(regel, taal), regel.wie.soort === 'leerroute']
  const [wieKop, handelingKop, objectKop, middelKop] = tekst.kolommen.slice(1)
  return (
    <tr>
      <th scope="row">{tijdstip(regel.op, taal)}</th>
      <td data-kop={wieKop}>{kop}<span class="meer regel">{bij}</span>{!zelf && <Sleutel waarde={regel.actor} veld="actor" wat={tekst.zelfde.actor} />}</td>
      <td data-kop={handelingKop}>{handelingWoord(regel.handeling, taal)}{regel.brin !== null && <span class="meer regel">{`${tekst.bijSchool} ${regel.brin}`}</span>}</td>
      <td data-kop={objectKop}>
        <span class="sleutel"><Nederlands>{`${regel.objectSoort} ${regel.objectSoort === 'deelnemer' ? '' : regel.objectSleutel}`.trim()}</Nederlands></span>
        {regel.deelnemerId !== null && <Sleutel waarde={regel.deelnemerId} veld="deelnemer" wat={tekst.zelfde.deelnemer} />}
      </td>
      <td data-kop={middelKop}>{inlogmiddel}{regel.traceId !== null && <Sleutel waarde={regel.traceId} veld="trace" wat={tekst.zelfde.trace} />}</td>
    </tr>
  )
}

/** Een sleutel met een link naar alles met dezelfde sleutel. */
function Sleutel({ waarde, veld, wat }: { waarde: string, veld: string, wat: string }) {
  return <a class="utrecht-link utrecht-link--html-a sleutel regel" href={auditadres('/audit', { [veld]: waarde })} aria-label={`${wat} ${waarde}`}>{waarde}</a>
}

function Verder({ beeld, getypt }: Pick<Deel, 'beeld' | 'getypt'>) {
  const tekst = useTekst(teksten)
  const [nieuwste, oudste] = [beeld.regels[0], beeld.regels.at(-1)]
  if (nieuwste === undefined || oudste === undefined || !(beeld.nieuwere || beeld.oudere)) return null
  return (
    <nav class="knoppen auditverder" aria-label={tekst.bladeren}>
      {beeld.nieuwere && <a class="utrecht-link utrecht-link--html-a" rel="prev" href={`${auditadres('/audit', getypt, { voor: nieuwste.auditId })}#regels`}>{tekst.nieuwere}</a>}
      {beeld.oudere && <a class="utrecht-link utrecht-link--html-a" rel="next" href={`${auditadres('/audit', getypt, { na: oudste.auditId })}#regels`}>{tekst.oudere}</a>}
    </nav>
  )
}

/** Hoe ver terug gezocht is, en de weg naar alles. */
function ZoekInAlles({ getypt, vanaf }: { getypt: Getypt, vanaf: Datum }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  return <p class="klein">{`${tekst.gezochtVanaf(middel(vanaf))} `}<a class="utrecht-link utrecht-link--html-a" href={auditadres('/audit', { ...getypt, periode: ALLES })}>{tekst.zoekInAlles}</a></p>
}

function Leeg({ gekozen, vanaf, eerste, getypt }: { gekozen: boolean, vanaf: Datum | null, eerste: boolean, getypt: Getypt }) {
  const tekst = useTekst(teksten)
  return (
    <div class="kader-rustig">
      <h3 class="utrecht-heading-3">{!eerste ? tekst.nietsVerder : gekozen ? tekst.nietsGevonden : tekst.nogNiets}</h3>
      {eerste && vanaf !== null && <ZoekInAlles getypt={getypt} vanaf={vanaf} />}
      <p>{!eerste ? <a class="utrecht-link utrecht-link--html-a" href={auditadres('/audit', getypt)}>{tekst.naarNieuwste}</a> : gekozen ? <a class="utrecht-link utrecht-link--html-a" href="/audit">{tekst.wis}</a> : tekst.nogNietsUitleg}</p>
    </div>
  )
}
