import type { LeerlingRegel } from '../../beslissing/index.ts'
import { SIGNAALNIVEAU, type Signaalniveau } from '../../kern/signaalcode.ts'
import { signaaltekst } from '../../normen/index.ts'
import { tekenBladzijde, type Omgeving } from '../kader/bladzijde.tsx'
import { InOrdeIcoon, SignaalIcoon } from '../kader/iconen.tsx'
import type { Lijstantwoord, Lijstvraag } from '../portaal.ts'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { useDatums } from '../woorden/datums.ts'
import { NIVEAU_VOLGORDE } from '../woorden/woorden.ts'
import { teksten } from './teksten.ts'
import { lijstadres } from './vraag.ts'

export interface Lijstbladzijde {
  readonly omgeving: Omgeving
  readonly vraag: Lijstvraag
  readonly antwoord: Lijstantwoord
  readonly organisatie: string
  /** Of de kijker studenten kan inschrijven. */
  readonly magInschrijven?: boolean
}

/** De lijst om bij een student te komen: zoeken, per school en per signaal. */
export function tekenLeerlingen({ omgeving, vraag, antwoord, organisatie, magInschrijven = false }: Lijstbladzijde): string {
  const tekst = teksten[omgeving.taal]
  const aantal = antwoord.totaal
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'studenten',
    children: (
      <>
        <div class="titelrij"><h1 class="utrecht-heading-1">{tekst.titel}</h1>{magInschrijven && <a class="utrecht-button utrecht-button--secondary-action knoplink" href="/inschrijven">{tekst.schrijfIn}</a>}</div>
        {aantal > 0 && <p class="ondertitel">{tekst.telling(aantal, (vraag.zoek ?? vraag.school ?? vraag.code) !== null, organisatie)}</p>}
        <div class="lijst">
          <Zijbalk omgeving={omgeving} vraag={vraag} antwoord={antwoord} />
          <div class="lijst__inhoud" id="lijst" tabindex={-1}>{antwoord.regels.length === 0 ? <Leeg omgeving={omgeving} vraag={vraag} antwoord={antwoord} /> : <Tabel omgeving={omgeving} vraag={vraag} antwoord={antwoord} />}</div>
        </div>
      </>
    ),
  })
}

type Deel = Pick<Lijstbladzijde, 'omgeving' | 'vraag' | 'antwoord'>

function Zijbalk({ omgeving, vraag, antwoord }: Deel) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  return (
    <div class="zijbalk">
      <form method="post" action="/studenten" class="zoekformulier" role="search">
        <Verborgen omgeving={omgeving} vraag={{ ...vraag, zoek: null, cursor: null }} />
        <label class="utrecht-form-label" for="zoek">{tekst.zoekOpNaam}</label>
        <p class="klein" id="zoekhulp">{tekst.zoekhulp}</p>
        <input class="utrecht-textbox utrecht-textbox--html-input" id="zoek" name="zoek" value={vraag.zoek ?? ''} autocomplete="off" aria-describedby="zoekhulp" maxlength={60} />
        <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.zoek}</button>
      </form>
      <p class="alleen-smal"><a class="utrecht-link utrecht-link--html-a" href="#lijst">{tekst.naarLijst}</a></p>
      <Keuzes kop={tekst.perSchool} alles={{ tekst: tekst.alleScholen, href: lijstadres({ code: vraag.code }), hier: vraag.school === null }}
        items={antwoord.scholen.map(({ brin, naam, sector, openSignalen }) => ({ sleutel: brin, tekst: `${naam} (${begrip.sector(sector)})`, aantal: openSignalen, wat: tekst.openSignalen, href: lijstadres({ school: brin, code: vraag.code }), hier: vraag.school === brin }))} />
      <Keuzes kop={tekst.perSignaal} alles={{ tekst: tekst.alleSignalen, href: lijstadres({ school: vraag.school }), hier: vraag.code === null }}
        items={ergsteEerst(antwoord.codes).map(({ code, aantal }) => ({ sleutel: code, niveau: SIGNAALNIVEAU[code], tekst: signaaltekst(code).titel, aantal, wat: tekst.studenten, href: lijstadres({ school: vraag.school, code }), hier: vraag.code === code }))} />
    </div>
  )
}

/** Fouten bovenaan: daar begint het werk. Binnen een niveau blijft de volgorde van de bron (meeste studenten eerst). */
function ergsteEerst(codes: Lijstantwoord['codes']): Lijstantwoord['codes'] {
  return codes.toSorted((a, b) => NIVEAU_VOLGORDE.indexOf(SIGNAALNIVEAU[a.code]) - NIVEAU_VOLGORDE.indexOf(SIGNAALNIVEAU[b.code]))
}

interface Keuze {
  readonly sleutel: string
  readonly tekst: string
  readonly aantal: number
  readonly wat: string
  readonly href: string
  readonly hier: boolean
  readonly niveau?: Signaalniveau
}

const MEESTE_KEUZES = 6

function Keuzes({ kop, alles, items }: { kop: string, alles: { tekst: string, href: string, hier: boolean }, items: readonly Keuze[] }) {
  const tekst = useTekst(teksten)
  if (items.length === 0) return null
  return (
    <nav aria-label={kop} class="keuzes">
      <h2 class="keuzes__kop">{kop}</h2>
      <ul>
        <li><a href={alles.href} {...(alles.hier ? { 'aria-current': 'true' as const } : {})}>{alles.tekst}</a></li>
        {items.slice(0, MEESTE_KEUZES).map((item) => <Keuzeregel key={item.sleutel} item={item} />)}
      </ul>
      {items.length > MEESTE_KEUZES && <details open={items.slice(MEESTE_KEUZES).some(({ hier }) => hier)}><summary class="linkknop">{tekst.nogTonen(items.length - MEESTE_KEUZES)}</summary><ul>{items.slice(MEESTE_KEUZES).map((item) => <Keuzeregel key={item.sleutel} item={item} />)}</ul></details>}
    </nav>
  )
}

function Keuzeregel({ item }: { item: Keuze }) {
  const begrip = useBegrippen()
  return (
    <li>
      {item.niveau !== undefined && <SignaalIcoon niveau={item.niveau} maat={18} />}
      <a href={item.href} {...(item.hier ? { 'aria-current': 'true' as const } : {})}>{item.niveau !== undefined && <span class="alleen-voorlezen">{`${begrip.niveau(item.niveau)}: `}</span>}{item.niveau === undefined ? item.tekst : <Nederlands>{item.tekst}</Nederlands>}</a>
      <span class="teller">{item.aantal}<span class="alleen-voorlezen">{` ${item.wat}`}</span></span>
    </li>
  )
}

function Tabel({ omgeving, vraag, antwoord }: Deel) {
  const tekst = useTekst(teksten)
  return (
    <>
      <table class="utrecht-table utrecht-table--html-table stapel leerlingtabel">
        <caption class="alleen-voorlezen">{tekst.titel}</caption>
        <thead><tr>{tekst.kolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
        <tbody>{antwoord.regels.map((regel) => <Rij key={regel.deelnemerId} regel={regel} />)}</tbody>
      </table>
      {antwoord.volgende !== null && (vraag.zoek === null
        ? <p class="verder"><a class="utrecht-link utrecht-link--html-a" href={lijstadres({ ...vraag, cursor: antwoord.volgende })}>{tekst.volgende}</a></p>
        : <form method="post" action="/studenten" class="verder"><Verborgen omgeving={omgeving} vraag={{ ...vraag, cursor: antwoord.volgende }} /><button type="submit" class="linkknop">{tekst.volgende}</button></form>)}
    </>
  )
}

function Rij({ regel }: { regel: LeerlingRegel }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  const [, geboren, scholen, route, signalen] = tekst.kolommen
  return (
    <tr>
      <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/studenten/${regel.deelnemerId}`}>{regel.naam ?? tekst.zonderNaam}</a></th>
      <td data-kop={geboren} class="cijfers">{middel(regel.geboortedatum)}</td>
      <td data-kop={scholen}>{regel.scholen.length === 0 ? <span class="meer">{tekst.geenSchool}</span> : regel.scholen.map(({ brin, naam }) => <span key={brin} class="regel">{naam}</span>)}</td>
      <td data-kop={route}><Fasechip regel={regel} /></td>
      <td data-kop={signalen}><Signaaltelling regel={regel} /></td>
    </tr>
  )
}

function Fasechip({ regel }: { regel: LeerlingRegel }) {
  return <span class="fasecel"><span class={`fasechip fasechip--${regel.fase ?? 'geen'}`}>{useBegrippen().fase(regel.fase)}</span>{regel.route}</span>
}

/** Het ergste signaal met zijn titel; de rest als aantal, met het woord van het niveau voor wie de vorm niet ziet. */
function Signaaltelling({ regel }: { regel: LeerlingRegel }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const gesorteerd = regel.openSignalen.toSorted((a, b) => NIVEAU_VOLGORDE.indexOf(a.niveau) - NIVEAU_VOLGORDE.indexOf(b.niveau))
  const [ergste, ...rest] = gesorteerd
  if (ergste === undefined) return <span class="signaalcel signaalcel--orde"><InOrdeIcoon maat={18} />{tekst.inOrde}</span>
  return <span class="signaalcel"><SignaalIcoon niveau={ergste.niveau} maat={18} /><span><span class="alleen-voorlezen">{`${begrip.niveau(ergste.niveau)}: `}</span><Nederlands>{signaaltekst(ergste.code).titel}</Nederlands>{rest.length > 0 && <span class="meer">{tekst.enNog(rest.length)}</span>}</span></span>
}

function Leeg({ omgeving, vraag, antwoord }: Deel) {
  const tekst = useTekst(teksten)
  const isFilter = vraag.school !== null || vraag.code !== null
  if (vraag.zoek === null && !isFilter) return <div class="kader-rustig"><h2 class="utrecht-heading-3">{tekst.leegTitel}</h2><p>{tekst.leegUitleg}</p></div>
  return (
    <div class="kader-rustig">
      <h2 class="utrecht-heading-3">{vraag.zoek === null ? tekst.geenMetFilter : tekst.geenResultaat(vraag.zoek)}</h2>
      {antwoord.bedoeld !== null && (
        <form method="post" action="/studenten" class="bedoeld"><Verborgen omgeving={omgeving} vraag={{ ...vraag, zoek: antwoord.bedoeld, cursor: null }} /><span>{tekst.bedoelt}</span><button type="submit" class="linkknop">{antwoord.bedoeld}</button><span>?</span></form>
      )}
      <p>{tekst.watGezocht}</p>
      <p><a class="utrecht-link utrecht-link--html-a" href="/studenten">{tekst.wis}</a></p>
    </div>
  )
}

function Verborgen({ omgeving, vraag }: { omgeving: Omgeving, vraag: Lijstvraag }) {
  const velden = { csrf: omgeving.ingelogd?.csrf ?? '', zoek: vraag.zoek, school: vraag.school, code: vraag.code, cursor: vraag.cursor }
  return <>{Object.entries(velden).map(([naam, waarde]) => waarde ? <input key={naam} type="hidden" name={naam} value={waarde} /> : null)}</>
}
