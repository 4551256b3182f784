import type { Overzicht, Partnertelling } from '../../beslissing/index.ts'
import type { Dagtelling } from '../../gebeurtenis/index.ts'
import { beginSchooljaar, type Datum, datumInNederland, type Moment, plusDagen } from '../../kern/datum.ts'
import type { Concept } from '../concept/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { useTekst } from '../kader/taal.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import { Fasebalk } from './fasebalk.tsx'
import { teksten } from './teksten.ts'
import { Werklijst } from './werklijst.tsx'

export interface Overzichtbladzijde {
  readonly omgeving: Omgeving
  readonly overzicht: Overzicht
  readonly veranderd: readonly Dagtelling[]
  /** Sinds wanneer `veranderd` telt; null = de laatste week, want dit is de eerste keer. */
  readonly sinds: Moment | null
  readonly concepten: readonly Concept[]
  readonly school: string
  readonly vandaag: Datum
  /** Adres per soort half ingevuld formulier. */
  readonly adresVan: (concept: Concept) => string | null
}

/** Waar iemand elke dag begint: wat nu moet, wat er veranderde, en de getallen van de school. */
export function tekenOverzicht(bladzijde: Overzichtbladzijde): string {
  const { omgeving, overzicht, school, vandaag } = bladzijde
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'overzicht',
    children: (
      <>
        <div class="titelrij">
          <div><h1 class="utrecht-heading-1">{tekst.titel}</h1><p class="ondertitel">{tekst.ondertitel(school, datumsIn(omgeving.taal).lang(vandaag))}</p></div>
          <Zoek omgeving={omgeving} />
        </div>
        <div class="overzicht">
          <section aria-labelledby="nodig"><h2 class="utrecht-heading-2 lijnkop" id="nodig">{tekst.nodig}</h2><Werklijst overzicht={overzicht} vandaag={vandaag} isEerste={overzicht.fasen?.length === 0} /></section>
          <div class="overzicht__zij"><Verder {...bladzijde} /><Veranderd {...bladzijde} /></div>
          <Fasen overzicht={overzicht} vandaag={vandaag} />
          <div class="overzicht__zij"><Data overzicht={overzicht} vandaag={vandaag} magOvergang={omgeving.ingelogd?.menu.some(({ pad }) => pad === '/faseovergang') === true} /><Partners partners={overzicht.partners} /></div>
        </div>
      </>
    ),
  })
}

function Zoek({ omgeving }: { omgeving: Omgeving }) {
  const tekst = useTekst(teksten)
  return (
    <form method="post" action="/studenten" class="zoekrij" role="search">
      <Formulierbewijs omgeving={omgeving} />
      <label class="utrecht-form-label" for="zoek">{tekst.zoek}</label>
      <div class="zoekrij__vak">
        <input class="utrecht-textbox utrecht-textbox--html-input" id="zoek" name="zoek" autocomplete="off" maxlength={60} />
        <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--secondary-action">{tekst.zoekknop}</button>
      </div>
    </form>
  )
}

function Verder({ concepten, adresVan }: Pick<Overzichtbladzijde, 'concepten' | 'adresVan'>) {
  const tekst = useTekst(teksten)
  const { moment } = useDatums()
  const open = concepten.flatMap((concept) => {
    const adres = adresVan(concept)
    return adres === null ? [] : [{ concept, adres }]
  })
  if (open.length === 0) return null
  const soorten: Readonly<Record<string, string>> = tekst.concept
  return (
    <section aria-labelledby="verder">
      <h2 class="utrecht-heading-2 lijnkop" id="verder">{tekst.verder}</h2>
      <ul class="nieuws">{open.slice(0, 4).map(({ concept, adres }) => <li key={concept.conceptId}><a class="utrecht-link utrecht-link--html-a" href={adres}>{soorten[concept.soort] ?? tekst.concept.anders}</a><p class="klein">{moment(concept.gewijzigdOp)}</p></li>)}</ul>
    </section>
  )
}

function Veranderd({ veranderd, sinds }: Pick<Overzichtbladzijde, 'veranderd' | 'sinds'>) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  const perDag = [...Map.groupBy(veranderd, ({ dag }) => dag)].slice(0, 4)
  return (
    <section aria-labelledby="veranderd">
      <h2 class="utrecht-heading-2 lijnkop" id="veranderd">{sinds === null ? tekst.veranderdWeek : tekst.veranderd(middel(datumInNederland(new Date(sinds))))}</h2>
      {perDag.length === 0 ? <p>{tekst.nietsVeranderd}</p> : (
        <ul class="nieuws">
          {perDag.map(([dag, tellingen]) => <li key={dag}><p class="klein">{middel(dag)}</p>{samen(tellingen).slice(0, 5).map(({ soort, aantal }) => <p key={soort}>{tekst.gebeurd(soort, aantal)}</p>)}</li>)}
        </ul>
      )}
    </section>
  )
}

/** Over alle eigen scholen heen; het meeste eerst. */
function samen(tellingen: readonly Dagtelling[]): readonly Pick<Dagtelling, 'soort' | 'aantal'>[] {
  const perSoort = Map.groupBy(tellingen, ({ soort }) => soort)
  return [...perSoort].map(([soort, groep]) => ({ soort, aantal: groep.reduce((som, { aantal }) => som + aantal, 0) })).toSorted((a, b) => b.aantal - a.aantal)
}

function Fasen({ overzicht: { fasen }, vandaag }: { overzicht: Overzicht, vandaag: Datum }) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  if (fasen === null) return null
  const totaal = fasen.reduce((som, { aantal }) => som + aantal, 0)
  return (
    <section aria-labelledby="fasen">
      <h2 class="utrecht-heading-2" id="fasen">{tekst.fasen}</h2>
      {totaal === 0 ? <p>{tekst.geenRoute}</p> : <><p class="ondertitel">{tekst.fasenOp(totaal, lang(vandaag))}</p><Fasebalk fasen={fasen} /></>}
    </section>
  )
}

interface Dagregel {
  readonly dag: Datum
  readonly wat: string
  readonly naar?: { readonly href: string; readonly tekst: string }
}

/** Een link naar de overgang is er alleen voor wie die mag doen. */
function Data({ overzicht: { teldatum, meetmoment }, vandaag, magOvergang }: { overzicht: Overzicht, vandaag: Datum, magOvergang: boolean }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  const overgang = beginSchooljaar(plusDagen(vandaag, 366))
  const regels: readonly Dagregel[] = [...(teldatum === null ? [] : [{ dag: teldatum, wat: tekst.teldatum, naar: { href: '/bekostiging', tekst: tekst.bekostiging } }]), ...(meetmoment === null ? [] : [{ dag: meetmoment, wat: tekst.meetmoment }]), { dag: overgang, wat: tekst.overgang, ...(magOvergang ? { naar: { href: '/faseovergang', tekst: tekst.bereidVoor } } : {}) }]
  return (
    <section aria-labelledby="data">
      <h2 class="utrecht-heading-2 lijnkop" id="data">{tekst.data}</h2>
      <dl class="dagen">{regels.toSorted((a, b) => a.dag.localeCompare(b.dag)).map(({ dag, wat, naar }) => <div key={wat}><dt>{middel(dag)}</dt><dd>{wat}{naar !== undefined && <a class="utrecht-link utrecht-link--html-a dagen__link" href={naar.href}>{naar.tekst}</a>}</dd></div>)}</dl>
    </section>
  )
}

function Partners({ partners }: { partners: readonly Partnertelling[] }) {
  const tekst = useTekst(teksten)
  return (
    <section aria-labelledby="partners">
      <h2 class="utrecht-heading-2 lijnkop" id="partners">{tekst.partners}</h2>
      {partners.length === 0 ? <p>{tekst.geenPartners}</p> : (
        <table class="utrecht-table utrecht-table--html-table">
          <caption class="alleen-voorlezen">{tekst.partners}</caption>
          <thead><tr><th scope="col">{tekst.school}</th><th scope="col" class="getal">{tekst.studenten}</th><th scope="col" class="getal">{tekst.openKolom}</th></tr></thead>
          <tbody>{partners.map(({ brin, naam, studenten, open }) => <tr key={brin}><th scope="row">{naam}</th><td class="getal">{studenten}</td><td class="getal">{open}</td></tr>)}</tbody>
        </table>
      )}
    </section>
  )
}
