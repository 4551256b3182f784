import type { Aanlevering, Bladzijde, Recorduitkomst, TerugkoppelingMetSignalen } from '../../aanlevering/index.ts'
import { aantalIn } from '../controleren/cijfers.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Kruimelpad, Ontvangstbewijs } from '../kader/onderdelen/formulier.tsx'
import { Leegstand } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { teksten as kader } from '../kader/teksten.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

export interface Antwoordblad extends Bladzijde<TerugkoppelingMetSignalen> {
  readonly uitkomst: Recorduitkomst | null
  readonly eerste: boolean
}

interface Lijstbladzijde {
  readonly omgeving: Omgeving
  readonly lijst: Bladzijde<Aanlevering>
  readonly eerste: boolean
}

/** Elke levering met haar stand, nieuwste eerst. */
export function tekenLeveringen({ omgeving, lijst, eerste }: Lijstbladzijde): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'controleren',
    children: (
      <>
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        <p class="lees controle-intro">{tekst.intro}</p>
        {lijst.regels.length === 0 ? <Leegstand kop={tekst.leeg}><p>{tekst.leegUitleg}</p><p><a class="utrecht-link utrecht-link--html-a" href="/controleren">{tekst.controleer}</a></p></Leegstand> : <Lijst regels={lijst.regels} />}
        <p class="actierij verder">
          {!eerste && <a class="utrecht-link utrecht-link--html-a" href="/leveringen">{tekst.nieuwste}</a>}
          {lijst.volgende !== null && <a class="utrecht-link utrecht-link--html-a" href={`/leveringen?na=${lijst.volgende}`}>{tekst.ouder}</a>}
        </p>
      </>
    ),
  })
}

function Lijst({ regels }: { regels: readonly Aanlevering[] }) {
  const tekst = useTekst(teksten)
  const { moment } = useDatums()
  const getal = aantalIn(useTaal())
  const [, ontvangen, stand, records, fout] = tekst.kolommen
  return (
    <table class="utrecht-table utrecht-table--html-table stapel controle-blok">
      <caption class="alleen-voorlezen">{tekst.titel}</caption>
      <thead><tr>{tekst.kolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
      <tbody>
        {regels.map((levering) => (
          <tr key={levering.aanleveringId}>
            <th scope="row" class="controle-naam"><a class="utrecht-link utrecht-link--html-a" href={`/leveringen/${levering.aanleveringId}`}><Nederlands>{levering.bestandsnaam ?? tekst.zonderNaam}</Nederlands></a></th>
            <td data-kop={ontvangen}>{moment(levering.ontvangenOp)}</td>
            <td data-kop={stand}>{tekst.standen[levering.staat]}</td>
            <td data-kop={records}>{levering.records === null ? '–' : getal(levering.records)}</td>
            <td data-kop={fout}>{getal(nietVastgelegd(levering))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function nietVastgelegd({ tellingen }: Aanlevering): number {
  return tellingen.afgekeurd + tellingen['geen-recht']
}

interface Leveringbladzijde {
  readonly omgeving: Omgeving
  readonly levering: Aanlevering
  /** Null zolang de levering loopt. */
  readonly antwoorden: Antwoordblad | null
  readonly ververs: string
}

/** Bewijs van levering: nummer, tijd, aantallen, wat er nu gebeurt; daaronder het antwoord per record. */
export function tekenLevering({ omgeving, levering, antwoorden, ververs }: Leveringbladzijde): string {
  const tekst = teksten[omgeving.taal]
  const loopt = levering.staat === 'wachtend' || levering.staat === 'bezig'
  const kop = levering.staat === 'mislukt' ? tekst.mislukt : loopt || levering.klaarOp === null ? tekst.ontvangen : tekst.verwerkt(datumsIn(omgeving.taal).moment(levering.klaarOp))
  return tekenBladzijde({
    omgeving, titel: kader[omgeving.taal].bewijsTitel, menu: 'controleren', ...(loopt ? { scripts: [ververs] } : {}),
    children: (
      <>
        <Kruimelpad stappen={[[tekst.titel, '/leveringen']]} hier={tekst.hier} />
        <p class="alleen-voorlezen" role="status" data-melding="" />
        {loopt ? <div data-ververs=""><Bewijs levering={levering} kop={kop} /></div> : <Bewijs levering={levering} kop={kop} />}
        {loopt && <p class="actierij"><a class="utrecht-button utrecht-button--secondary-action knoplink" href={`/leveringen/${levering.aanleveringId}`}>{tekst.ververs}</a></p>}
        {antwoorden !== null && <Antwoorden levering={levering} blad={antwoorden} />}
      </>
    ),
  })
}

function Bewijs({ levering, kop }: { levering: Aanlevering, kop: string }) {
  const tekst = useTekst(teksten)
  const { moment } = useDatums()
  const getal = aantalIn(useTaal())
  const { records, verwerkt, staat, mislukking } = levering
  const fouten = nietVastgelegd(levering)
  const stand = staat === 'wachtend' || staat === 'bezig' ? (records === null ? tekst.lezen : tekst.gedaan(getal(verwerkt), getal(records))) : tekst.standen[staat]
  const watNu = staat === 'klaar' ? [...(fouten > 0 ? [tekst.watNuFouten(getal(fouten), fouten === 1)] : []), ...tekst.watNuKlaar] : tekst.watNuBezig
  return (
    <>
      {mislukking === null
        ? <Ontvangstbewijs kop={kop} nummer={levering.aanleveringId} tijd={moment(levering.ontvangenOp)} watNu={watNu} regels={[
          { vraag: tekst.bestand, antwoord: <span class="controle-naam"><Nederlands>{levering.bestandsnaam ?? tekst.zonderNaam}</Nederlands></span> }, { vraag: tekst.soort, antwoord: levering.soort },
          { vraag: tekst.records, antwoord: records === null ? tekst.lezen : getal(records) }, { vraag: tekst.stand, antwoord: <span data-zin="">{stand}</span> }, { vraag: tekst.uitkomst, antwoord: <Tellingen levering={levering} /> },
        ]} />
        : <><h1 class="utrecht-heading-1">{kop}</h1><div class="melding"><div><Nederlands><p><strong>{mislukking.uitleg}</strong></p><p>{mislukking.watTeDoen}</p></Nederlands><p class="klein">{levering.aanleveringId}</p></div></div></>}
      <p class="zijregel"><button type="button" class="linkknop" data-afdrukken="" hidden>{tekst.druk}</button></p>
    </>
  )
}

function Tellingen({ levering: { tellingen } }: { levering: Aanlevering }) {
  const tekst = useTekst(teksten)
  const getal = aantalIn(useTaal())
  const gevuld = uitkomstenVan(tellingen)
  return <>{gevuld.length === 0 ? tekst.niets : gevuld.map((uitkomst) => tekst.telling(getal(tellingen[uitkomst]), tekst.uitkomsten[uitkomst])).join(', ')}</>
}

function uitkomstenVan(tellingen: Aanlevering['tellingen']): readonly Recorduitkomst[] {
  return (Object.keys(tellingen) as Recorduitkomst[]).filter((uitkomst) => tellingen[uitkomst] > 0)
}

function Antwoorden({ levering, blad }: { levering: Aanlevering, blad: Antwoordblad }) {
  const tekst = useTekst(teksten)
  const getal = aantalIn(useTaal())
  const pad = `/leveringen/${levering.aanleveringId}`
  const adres = (delen: Readonly<Record<string, string>>): string => `${pad}${Object.keys(delen).length === 0 ? '' : `?${new URLSearchParams(delen).toString()}`}#antwoorden`
  const keuze = blad.uitkomst === null ? {} : { uitkomst: blad.uitkomst }
  return (
    <section aria-labelledby="antwoorden" class="controle-blok niet-op-papier">
      <h2 class="utrecht-heading-2" id="antwoorden">{tekst.antwoorden}</h2>
      <nav aria-label={tekst.filter} class="soortkeuze">
        <a href={adres({})} {...(blad.uitkomst === null ? { 'aria-current': 'true' as const } : {})}>{tekst.alles}</a>
        {uitkomstenVan(levering.tellingen).map((uitkomst) => <a key={uitkomst} href={adres({ uitkomst })} {...(blad.uitkomst === uitkomst ? { 'aria-current': 'true' as const } : {})}>{`${tekst.uitkomsten[uitkomst]} (${getal(levering.tellingen[uitkomst])})`}</a>)}
      </nav>
      {blad.regels.length === 0 ? <p class="ondertitel">{tekst.geenAntwoorden}</p> : <Tabel regels={blad.regels} />}
      <p class="actierij verder">
        {!blad.eerste && <a class="utrecht-link utrecht-link--html-a" href={adres(keuze)}>{tekst.eerste}</a>}
        {blad.volgende !== null && <a class="utrecht-link utrecht-link--html-a" href={adres({ ...keuze, na: blad.volgende })}>{tekst.volgende}</a>}
      </p>
      <ul class="zijregel">
        <li><a class="utrecht-link utrecht-link--html-a" href={`${pad}/terugkoppelingen?vorm=csv`}>{tekst.downloadCsv}</a></li>
        <li><a class="utrecht-link utrecht-link--html-a" href={`${pad}/terugkoppelingen?vorm=ndjson`}>{tekst.downloadNdjson}</a></li>
      </ul>
    </section>
  )
}

function Tabel({ regels }: { regels: readonly TerugkoppelingMetSignalen[] }) {
  const tekst = useTekst(teksten)
  const getal = aantalIn(useTaal())
  const [, soort, uitkomst, wat] = tekst.antwoordKolommen
  return (
    <table class="utrecht-table utrecht-table--html-table stapel controle-blok">
      <caption class="alleen-voorlezen">{tekst.antwoorden}</caption>
      <thead><tr>{tekst.antwoordKolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
      <tbody>
        {regels.map((regel) => (
          <tr key={regel.regelnummer}>
            <th scope="row" class="cijfers">{getal(regel.regelnummer)}</th>
            <td data-kop={soort}><Nederlands>{regel.soort ?? '–'}</Nederlands></td>
            <td data-kop={uitkomst}>{tekst.uitkomsten[regel.uitkomst]}</td>
            <td data-kop={wat}><Wat regel={regel} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Wat({ regel }: { regel: TerugkoppelingMetSignalen }) {
  const tekst = useTekst(teksten)
  const signalen = regel.signalen ?? []
  return (
    <>
      {regel.fouten.map(({ veld, regel: zin, watTeDoen }) => <p key={veld + zin}><Nederlands>{`${veld === '' ? '' : `${veld}: `}${zin} ${watTeDoen}`}</Nederlands></p>)}
      {regel.deelnemerId !== null && <a class="utrecht-link utrecht-link--html-a" href={`/studenten/${regel.deelnemerId}`} aria-label={`${tekst.bekijk}, ${regel.regelnummer}`}>{tekst.bekijk}</a>}
      {signalen.length > 0 && <span class="meer">{` · ${tekst.signalen(signalen.length)}`}</span>}
    </>
  )
}
