import type { Datum } from '../../kern/datum.ts'
import { NIVEAUS } from '../../kern/leerroute.ts'
import type { GevondenRoute, Routeschool, Zoekantwoord } from '../../rio/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { InOrdeIcoon, SignaalIcoon } from '../kader/iconen.tsx'
import { Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { Keuzeveld, Tekstveld, Veld } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'
import { niveaucijfer, zoekadres, type Zoekvraag } from './vraag.ts'

/** Zoeken in wat scholen in RIO aanbieden. Alles staat in het adres: te bewaren, te delen, zonder JavaScript. */
export function tekenZoeken({ omgeving, vraag, antwoord, vandaag }: { omgeving: Omgeving, vraag: Zoekvraag, antwoord: Zoekantwoord, vandaag: Datum }): string {
  const tekst = teksten[omgeving.taal]
  const isGefilterd = zoekadres({ ...vraag, bladzijde: 1 }) !== '/routes'
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'routes',
    children: (
      <>
        <h1 class="vraag">{tekst.titel}</h1>
        <p class="lees-groot leesblok">{tekst.intro}</p>
        <div class="lijst">
          <Zoekformulier vraag={vraag} antwoord={antwoord} isGefilterd={isGefilterd} />
          <div class="lijst__inhoud" id="lijst">
            {antwoord.routes.length === 0 ? <Leeg vraag={vraag} isGefilterd={isGefilterd} /> : (
              <>
                <h2 class="utrecht-heading-2">{tekst.gevonden(antwoord.routes.length, antwoord.meer, vraag.bladzijde)}</h2>
                <p class="klein">{tekst.uitRegister}</p>
                <ul class="routes">{antwoord.routes.map((route) => <Routeregel key={sleutelVan(route)} route={route} vandaag={vandaag} />)}</ul>
                <p class="verder routes__verder">
                  {vraag.bladzijde > 1 && <a class="utrecht-link utrecht-link--html-a" href={zoekadres({ ...vraag, bladzijde: vraag.bladzijde - 1 })}>{tekst.vorige}</a>}
                  {antwoord.meer && <a class="utrecht-link utrecht-link--html-a" href={zoekadres({ ...vraag, bladzijde: vraag.bladzijde + 1 })}>{tekst.volgende}</a>}
                </p>
              </>
            )}
          </div>
        </div>
      </>
    ),
  })
}

function sleutelVan({ kenmerk, profiel, begindatum, vo, mbo }: GevondenRoute): string {
  return [vo.code, mbo.code, kenmerk, profiel, begindatum].join(' ')
}

function Zoekformulier({ vraag, antwoord, isGefilterd }: { vraag: Zoekvraag, antwoord: Zoekantwoord, isGefilterd: boolean }) {
  const tekst = useTekst(teksten)
  const keuzes = (waarden: readonly (readonly [waarde: string, woord: string])[]) => [{ waarde: '', tekst: tekst.alle }, ...waarden.map(([waarde, woord]) => ({ waarde, tekst: woord }))]
  const zelfde = (waarden: readonly string[]) => keuzes(waarden.map((waarde) => [waarde, waarde]))
  return (
    <form method="get" action="/routes" class="zijbalk zoekformulier routezoek" role="search">
      <Tekstveld naam="zoek" label={tekst.zoekveld} hint={tekst.zoekhulp} waarde={vraag.zoek} fouten={[]} lengte={80} />
      <Keuzeveld naam="plaats" label={tekst.plaats} waarde={vraag.plaats ?? ''} fouten={[]} keuzes={zelfde(antwoord.plaatsen)} />
      {/* De namen van profielen typte een school, in het Nederlands. */}
      <Veld naam="profiel" label={tekst.profiel} fouten={[]} maak={(attributen) => (
        <select class="utrecht-select utrecht-select--html-select" {...attributen}>
          <option value="" selected={vraag.profiel === null}>{tekst.alle}</option>
          {antwoord.profielen.map((profiel) => <option key={profiel} value={profiel} lang="nl" selected={profiel === vraag.profiel}>{profiel}</option>)}
        </select>
      )} />
      <Keuzeveld naam="niveau" label={tekst.niveau} waarde={vraag.niveau === null ? '' : niveaucijfer(vraag.niveau)} fouten={[]} keuzes={keuzes(NIVEAUS.filter((niveau) => niveau !== 'MBO-1').map((niveau) => [niveaucijfer(niveau), tekst.niveauwoord(niveau)]))} />
      <Keuzeveld naam="route" label={tekst.soort} waarde={vraag.kenmerk?.slice(0, 3) ?? ''} fouten={[]} keuzes={keuzes([['DLR', tekst.routes.DLR_VMBO_MBO], ['GLR', tekst.routes.GLR_VMBO_MBO]])} />
      <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.zoek}</button>
      {isGefilterd && <p><a class="utrecht-link utrecht-link--html-a" href="/routes">{tekst.wis}</a></p>}
    </form>
  )
}

function Leeg({ vraag, isGefilterd }: { vraag: Zoekvraag, isGefilterd: boolean }) {
  const tekst = useTekst(teksten)
  return (
    <div class="kader-rustig">
      <h2 class="utrecht-heading-3">{isGefilterd || vraag.bladzijde > 1 ? tekst.geen(vraag.zoek) : tekst.geenRegister}</h2>
      {isGefilterd && <><p>{tekst.geenUitleg}</p><p><a class="utrecht-link utrecht-link--html-a" href="/routes">{tekst.wis}</a></p></>}
    </div>
  )
}

function Routeregel({ route, vandaag }: { route: GevondenRoute, vandaag: Datum }) {
  const tekst = useTekst(teksten)
  const { vo, mbo } = route
  return (
    <li class="route">
      <h3 class="route__naam"><a class="utrecht-link utrecht-link--html-a" href={paaradres(vo.code, mbo.code)}>{vo.naam}</a></h3>
      <p class="route__met">{vo.plaats === null ? '' : `${vo.plaats} · `}{tekst.met(mbo.naam)}{mbo.plaats === null ? '' : ` (${mbo.plaats})`}</p>
      <Inhoud route={route} vandaag={vandaag} />
    </li>
  )
}

function Inhoud({ route: { kenmerk, profiel, niveau, begindatum, einddatum, geregistreerdDoor }, vandaag }: { route: GevondenRoute, vandaag: Datum }) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  return (
    <>
      <p>{profiel === null ? tekst.profielOpen : <strong><Nederlands>{profiel}</Nederlands></strong>}{` · ${tekst.routes[kenmerk]}${niveau === null ? '' : ` · ${tekst.niveauwoord(niveau)}`}`}</p>
      <p>{`${tekst.diplomas[kenmerk]}.`}{begindatum > vandaag && ` ${tekst.begint(lang(begindatum))}`}{einddatum !== null && ` ${tekst.stopt(lang(einddatum))}`}</p>
      <p class="route__stand">{geregistreerdDoor === 'beide' ? <InOrdeIcoon maat={18} /> : <SignaalIcoon niveau="waarschuwing" maat={18} />}<span>{tekst.stand[geregistreerdDoor]}</span></p>
    </>
  )
}

export function paaradres(vo: string, mbo: string): string {
  return `/routes/${vo}-${mbo}`
}

/** Twee scholen met hun routes: wie je belt, en door naar de vragen. */
export function tekenPaar({ omgeving, routes, vo, mbo, vandaag }: { omgeving: Omgeving, routes: readonly GevondenRoute[], vo: Routeschool, mbo: Routeschool, vandaag: Datum }): string {
  const tekst = teksten[omgeving.taal]
  const titel = tekst.paarTitel(vo.naam, mbo.naam)
  return tekenBladzijde({
    omgeving, titel, menu: 'routes',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.terug, '/routes']]} hier={titel} />
        <h1 class="vraag">{titel}</h1>
        <section aria-labelledby="routes"><h2 class="utrecht-heading-2" id="routes">{tekst.routesKop}</h2><ul class="routes">{routes.map((route) => <li key={sleutelVan(route)} class="route"><Inhoud route={route} vandaag={vandaag} /></li>)}</ul></section>
        <section aria-labelledby="bel"><h2 class="utrecht-heading-2" id="bel">{tekst.belKop}</h2><div class="routescholen">{[vo, mbo].map((school) => <Belschool key={school.code} school={school} />)}</div></section>
        <section aria-labelledby="past"><h2 class="utrecht-heading-2" id="past">{tekst.pastKop}</h2><p class="lees">{tekst.past}</p><p class="stroom__knoppen"><a class="zoekknop" href={`/stroomschema?route=${vo.code}-${mbo.code}`}>{tekst.naarSchema}</a></p></section>
      </>
    ),
  })
}

function Belschool({ school: { naam, sector, plaats, telefoon } }: { school: Routeschool }) {
  const tekst = useTekst(teksten)
  return (
    <div class="routeschool">
      <p class="klein">{`${tekst.sector[sector]} · ${plaats ?? tekst.plaatsOpen}`}</p>
      <h3 class="utrecht-heading-3">{naam}</h3>
      {telefoon === null ? <p>{tekst.geenNummer}</p> : <p><a class="uitkomst__bel" href={`tel:${telefoon.replaceAll(/[^+\d]/g, '')}`}>{telefoon}</a></p>}
      <p>{tekst.bel[sector]}</p>
    </div>
  )
}
