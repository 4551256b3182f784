import type { Signaaltelling } from '../../beslissing/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { SIGNAALCODES, type Signaalcode } from '../../kern/signaalcode.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { InOrdeIcoon, SignaalIcoon } from '../kader/iconen.tsx'
import { Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Leegstand } from '../kader/onderdelen/melding.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { useDatums } from '../woorden/datums.ts'
import { aantalVan, type Duoschool, type Rioregel, type Schoolregel } from './tellen.ts'
import { teksten } from './teksten.ts'

export interface Scholenbladzijde {
  readonly omgeving: Omgeving
  readonly regels: readonly Schoolregel[]
  readonly rio: readonly Rioregel[]
  readonly meetmoment: Datum | null
  readonly code: Signaalcode | undefined
}

/** Alle scholen voor DUO: waar de fouten zitten, en wie voor het meetmoment nog iets in RIO moet doen (K-RIO-06). */
export function tekenScholen({ omgeving, regels, rio, meetmoment, code }: Scholenbladzijde): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'duo/scholen',
    children: (
      <div class="ritme">
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        <p class="ondertitel">{tekst.telling(regels.length, regels.filter(({ perNiveau }) => perNiveau.fout > 0).length)}</p>
        {meetmoment !== null && <Rio rio={rio} meetmoment={meetmoment} />}
        <section aria-labelledby="signalen">
          <h2 class="utrecht-heading-2" id="signalen">{tekst.signalen}</h2>
          <Keuze code={code} />
          {regels.length === 0 ? <Leegstand kop={tekst.leegKop} goed><p>{tekst.leeg}</p></Leegstand> : <Scholentabel regels={regels} />}
        </section>
      </div>
    ),
  })
}

function Rio({ rio, meetmoment }: { rio: readonly Rioregel[], meetmoment: Datum }) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  const [school, ontbreekt, partner] = tekst.rioKolommen
  return (
    <section aria-labelledby="rio">
      <h2 class="utrecht-heading-2" id="rio">{tekst.rioKop(lang(meetmoment))}</h2>
      {rio.length === 0 ? <p class="gelukt"><InOrdeIcoon /><span>{tekst.rioGoed}</span></p> : (
        <>
          <p>{`${tekst.rioScholen(rio.length)} ${tekst.rioUitleg}`}</p>
          <table class="utrecht-table utrecht-table--html-table stapel smalle-tabel">
            <caption class="alleen-voorlezen">{tekst.rioKop(lang(meetmoment))}</caption>
            <thead><tr><th scope="col">{school}</th><th scope="col" class="getal">{ontbreekt}</th><th scope="col" class="getal">{partner}</th></tr></thead>
            <tbody>{rio.map((regel) => <tr key={regel.brin}><th scope="row"><Schoollink school={regel} /></th><td data-kop={ontbreekt} class="getal">{regel.ontbreekt}</td><td data-kop={partner} class="getal">{regel.partner}</td></tr>)}</tbody>
          </table>
        </>
      )}
    </section>
  )
}

function Keuze({ code }: { code: Signaalcode | undefined }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  return (
    <form method="get" action="/duo/scholen" class="formulier formulier--rij">
      <div class="veld">
        <label class="utrecht-form-label" for="code">{tekst.code}</label>
        <select class="utrecht-select utrecht-select--html-select" id="code" name="code">
          <option value="">{tekst.alle}</option>
          {SIGNAALCODES.map((een) => <option key={een} value={een} selected={een === code}>{inTaal(signaaltekst(een), taal).titel}</option>)}
        </select>
      </div>
      <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--secondary-action">{tekst.toon}</button>
    </form>
  )
}

function Scholentabel({ regels }: { regels: readonly Schoolregel[] }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const [, sector, fouten, taken, waarschuwingen, informatie, totaal] = tekst.kolommen
  return (
    <table class="utrecht-table utrecht-table--html-table stapel">
      <caption class="alleen-voorlezen">{tekst.titel}</caption>
      <thead><tr>{tekst.kolommen.map((kolom, i) => <th key={kolom} scope="col" {...(i > 1 ? { class: 'getal' } : {})}>{kolom}</th>)}</tr></thead>
      <tbody>
        {regels.map((regel) => (
          <tr key={regel.brin}>
            <th scope="row"><Schoollink school={regel} /></th>
            <td data-kop={sector}>{regel.sectoren.map((een) => begrip.sector(een)).join(', ')}</td>
            <td data-kop={fouten} class={regel.perNiveau.fout > 0 ? 'getal getal--fout' : 'getal'}>{regel.perNiveau.fout}</td>
            <td data-kop={taken} class="getal">{regel.perNiveau.taak}</td>
            <td data-kop={waarschuwingen} class="getal">{regel.perNiveau.waarschuwing}</td>
            <td data-kop={informatie} class="getal">{regel.perNiveau.info}</td>
            <td data-kop={totaal} class="getal">{regel.totaal}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Schoollink({ school: { brin, naam } }: { school: Duoschool }) {
  return <><a class="utrecht-link utrecht-link--html-a" href={`/duo/scholen/${brin}`}>{naam}</a><span class="meer regel">{brin}</span></>
}

/** Een school zoals DUO haar ziet: signalen per soort, en de weg naar de rest. */
export function tekenDuoschool({ omgeving, school, tellingen }: { omgeving: Omgeving, school: Duoschool, tellingen: readonly Signaaltelling[] }): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: school.naam, menu: 'duo/scholen',
    children: (
      <div class="ritme">
        <Kruimelpad stappen={[[tekst.titel, '/duo/scholen']]} hier={school.naam} />
        <h1 class="utrecht-heading-1">{school.naam}</h1>
        <p class="ondertitel">{`${school.brin}. ${tekst.bijSchool(tellingen.reduce((som, telling) => som + aantalVan(telling), 0))}`}</p>
        {tellingen.length > 0 && <Signalen school={school} tellingen={tellingen} />}
        <section aria-labelledby="verder">
          <h2 class="utrecht-heading-2" id="verder">{tekst.verder}</h2>
          <ul class="keuzelijst">
            {([[`/signalen?school=${school.brin}`, tekst.alleSignalen], [`/studenten?school=${school.brin}`, tekst.studenten], [`/bekostiging?school=${school.brin}`, tekst.bekostiging], [`/duo/overstap/${school.brin}`, tekst.overstap]] as const)
              .map(([href, woord]) => <li key={href} class="keuzelijst__punt"><a class="keuze__naam" href={href}>{woord}</a></li>)}
          </ul>
        </section>
      </div>
    ),
  })
}

function Signalen({ school, tellingen }: { school: Duoschool, tellingen: readonly Signaaltelling[] }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const taal = useTaal()
  const [, open, gezien, verklaard] = tekst.signaalKolommen
  return (
    <table class="utrecht-table utrecht-table--html-table stapel">
      <caption class="alleen-voorlezen">{tekst.signalen}</caption>
      <thead><tr>{tekst.signaalKolommen.map((kolom, i) => <th key={kolom} scope="col" {...(i > 0 ? { class: 'getal' } : {})}>{kolom}</th>)}</tr></thead>
      <tbody>
        {tellingen.map((telling) => (
          <tr key={telling.code}>
            <th scope="row"><span class="signaalcel"><SignaalIcoon niveau={telling.niveau} maat={18} /><a class="utrecht-link utrecht-link--html-a" href={`/signalen?school=${school.brin}&code=${telling.code}`}><span class="alleen-voorlezen">{`${begrip.niveau(telling.niveau)}: `}</span>{inTaal(signaaltekst(telling.code), taal).titel}</a></span></th>
            <td data-kop={open} class="getal">{telling.open}</td><td data-kop={gezien} class="getal">{telling.gezien}</td><td data-kop={verklaard} class="getal">{telling.verklaard}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
