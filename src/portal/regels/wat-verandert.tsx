import type { Datum } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { kanAnders, waardeveldVan } from '../../gevolg/index.ts'
import { inTaal, type Parameter, parameters } from '../../normen/index.ts'
import { tekenBladzijde, type Omgeving } from '../kader/bladzijde.tsx'
import { Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Foutenoverzicht } from '../kader/onderdelen/melding.tsx'
import { Keuzegroep, Tekstveld } from '../kader/onderdelen/veld.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { Getal } from './getal.tsx'
import { domeinwoord } from './lijst.tsx'
import { Chips } from './onderdelen.tsx'
import { teksten } from './teksten.ts'
import { schrijfEenheid, schrijfWaarde } from './waardewoorden.ts'

export const WAT_VERANDERT = '/regels/wat-verandert'

/** Stap 1: kies een getal. */
export function tekenKiesGetal(omgeving: Omgeving, vandaag: Datum): string {
  const tekst = teksten[omgeving.taal]
  const alle = parameters()
  return tekenBladzijde({
    omgeving, titel: tekst.anders.titel, menu: 'regels',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.titel, '/regels']]} hier={tekst.anders.kies} />
        <div class="leesblok">
          <h1 class="utrecht-heading-1">{tekst.anders.titel}</h1>
          <p class="lees-groot">{tekst.anders.inleiding}</p>
        </div>
        {[...Map.groupBy(alle.filter(kanAnders), domeinVan)].map(([domein, getallen]) => (
          <section key={domein} aria-labelledby={`getallen-${domein}`}>
            <h2 class="utrecht-heading-2" id={`getallen-${domein}`}>{domeinwoord(tekst.domein, domein)}</h2>
            <Getallentabel kop={domeinwoord(tekst.domein, domein)} getallen={getallen} vandaag={vandaag} />
          </section>
        ))}
        <details class="kader-rustig niet-te-proberen">
          <summary class="linkknop">{tekst.anders.nietTeProberen}</summary>
          <p>{tekst.anders.nietUitleg}</p>
          <ul>{alle.filter((een) => !kanAnders(een)).map((een) => <li key={een.naam}>{inTaal(een, omgeving.taal).omschrijving}{' '}<Regelchips parameter={een} /></li>)}</ul>
        </details>
      </>
    ),
  })
}

function domeinVan({ naam }: Parameter): string {
  return naam.slice(0, naam.indexOf('/'))
}

function Getallentabel({ kop, getallen, vandaag }: { kop: string, getallen: readonly Parameter[], vandaag: Datum }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const { kolommen } = tekst.anders
  return (
    <table class="utrecht-table utrecht-table--html-table stapel kiestabel">
      <caption class="alleen-voorlezen">{kop}</caption>
      <thead><tr><th scope="col">{kolommen.getal}</th><th scope="col">{kolommen.nu}</th><th scope="col">{kolommen.regels}</th></tr></thead>
      <tbody>
        {getallen.map((een) => (
          <tr key={een.naam}>
            <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={getaladres(een)}>{inTaal(een, taal).omschrijving}</a></th>
            <td data-kop={kolommen.nu} class="cijfers">{geldigOp(een, vandaag).woord(taal)}</td>
            <td data-kop={kolommen.regels}><Regelchips parameter={een} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Regelchips({ parameter }: { parameter: Parameter }) {
  return <Chips ids={parameter.gebruiktDoor} />
}

function getaladres({ naam }: Pick<Parameter, 'naam'>): string {
  return `${WAT_VERANDERT}?getal=${encodeURIComponent(naam)}`
}

/** De waarde die op een dag geldt; voor de eerste dag de eerste waarde. */
export function geldigOp(parameter: Parameter, dag: Datum) {
  const gelden = parameter.waarden.filter(({ van, aangekondigd }) => van <= dag && !aangekondigd)
  const geldt = gelden.at(-1) ?? parameter.waarden[0]
  if (geldt === undefined) throw new Error(`${parameter.naam} heeft geen waarde`)
  return { ...geldt, woord: (taal: Omgeving['taal']) => schrijfWaarde(parameter, geldt.waarde, taal) }
}

export interface Invulling {
  readonly waarden: readonly string[]
  readonly vanaf: string
}

export interface Anderebladzijde {
  readonly omgeving: Omgeving
  readonly parameter: Parameter
  readonly vandaag: Datum
  readonly getypt: Invulling
  readonly fouten: readonly Veldfout[]
}

/** Stap 2: vul een andere waarde in. Wat getypt was blijft staan. */
export function tekenAnders({ omgeving, parameter, vandaag, getypt, fouten }: Anderebladzijde): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.anders.stel, menu: 'regels', fout: fouten.length > 0,
    children: (
      <>
        <Kruimelpad stappen={[[tekst.titel, '/regels'], [tekst.anders.kies, WAT_VERANDERT]]} hier={tekst.anders.waarde} />
        <div class="leesblok anders">
          <Foutenoverzicht fouten={fouten} />
          <h1 class="utrecht-heading-1">{tekst.anders.stel}</h1>
          <Huidig parameter={parameter} vandaag={vandaag} />
          <Wijzigformulier parameter={parameter} getypt={getypt} fouten={fouten} primair />
          <h2 class="utrecht-heading-2">{tekst.getallenKop(1)}</h2>
          <Getal parameter={parameter} vandaag={vandaag} alleen />
        </div>
      </>
    ),
  })
}

function Huidig({ parameter, vandaag }: { parameter: Parameter, vandaag: Datum }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const { lang } = useDatums()
  const { woord, van } = geldigOp(parameter, vandaag)
  return <><p class="lees-groot">{inTaal(parameter, taal).omschrijving}</p><p>{tekst.anders.nu(woord(taal), lang(van))}{' '}<Regelchips parameter={parameter} /></p></>
}

/** Een gewoon GET-formulier: het adres van de uitkomst is te delen. */
export function Wijzigformulier({ parameter, getypt, fouten, primair }: Pick<Anderebladzijde, 'parameter' | 'getypt' | 'fouten'> & { primair: boolean }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const veld = waardeveldVan(parameter)
  const { waarden, vanaf } = getypt
  return (
    <form method="get" action={WAT_VERANDERT} class="formulier">
      <input type="hidden" name="getal" value={parameter.naam} />
      {veld.soort === 'codes'
        ? <Keuzegroep naam="waarde" label={tekst.anders.waarde} hint={tekst.anders.codesHint} fouten={fouten} meer={waarden} keuzes={veld.codes.map((code) => ({ waarde: code, tekst: code }))} />
        : <Tekstveld naam="waarde" label={tekst.anders.waarde} waarde={waarden[0] ?? ''} fouten={fouten} lengte={20} cijfers={veld.soort === 'getal'}
            hint={veld.soort === 'datum' ? tekst.anders.datumHint : tekst.anders.waardeHint(schrijfEenheid(parameter.eenheid, taal), veld.laag, veld.hoog)} />}
      <Tekstveld naam="vanaf" label={tekst.anders.vanaf} hint={`${tekst.anders.datumHint} ${tekst.anders.vanafHint}`} waarde={vanaf} fouten={fouten} lengte={20} />
      <button type="submit" class={`utrecht-button utrecht-button--submit utrecht-button--${primair ? 'primary' : 'secondary'}-action`}>{tekst.anders.doe}</button>
    </form>
  )
}
