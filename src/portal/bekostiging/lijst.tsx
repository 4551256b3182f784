import { staatVan, type Tellingopdracht } from '../../beslissing/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Leegstand } from '../kader/onderdelen/melding.tsx'
import { useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

export interface School {
  readonly brin: string
  readonly naam: string
}

export interface Teldatumregel {
  readonly dag: Datum
  readonly telling: Tellingopdracht | null
}

/** Alle teldata van een school naast elkaar, met de laatste telling van elke dag. */
export function tekenTeldata({ omgeving, scholen, gekozen, regels, nu }: { omgeving: Omgeving, scholen: readonly School[], gekozen: School | null, regels: readonly Teldatumregel[], nu: Moment }): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'bekostiging',
    children: (
      <div class="ritme">
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        <p class="lees leesblok">{tekst.intro}</p>
        {scholen.length > 1 && <Schoolkeuze scholen={scholen} gekozen={gekozen} />}
        {gekozen === null ? <Leegstand kop={tekst.titel}><p>{tekst.geenSchool}</p></Leegstand> : <><h2 class="utrecht-heading-2">{gekozen.naam}</h2><Teldata school={gekozen} regels={regels} nu={nu} /></>}
      </div>
    ),
  })
}

function Schoolkeuze({ scholen, gekozen }: { scholen: readonly School[], gekozen: School | null }) {
  const tekst = useTekst(teksten)
  return (
    <form method="get" action="/bekostiging" class="formulier formulier--rij">
      <div class="veld">
        <label class="utrecht-form-label" for="school">{tekst.school}</label>
        <select class="utrecht-select utrecht-select--html-select" id="school" name="school">{scholen.map(({ brin, naam }) => <option key={brin} value={brin} selected={brin === gekozen?.brin}>{`${naam} (${brin})`}</option>)}</select>
      </div>
      <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--secondary-action">{tekst.kiesSchool}</button>
    </form>
  )
}

function Teldata({ school, regels, nu }: { school: School, regels: readonly Teldatumregel[], nu: Moment }) {
  const tekst = useTekst(teksten)
  const { lang, moment } = useDatums()
  const [, telt, elders, wacht, niemand, studenten, geteld] = tekst.kolommen
  return (
    <table class="utrecht-table utrecht-table--html-table stapel">
      <caption class="alleen-voorlezen">{tekst.teldata}</caption>
      <thead><tr>{tekst.kolommen.map((kolom, i) => <th key={kolom} scope="col" {...(i > 0 && i < 6 ? { class: 'getal' } : {})}>{kolom}</th>)}</tr></thead>
      <tbody>
        {regels.map(({ dag, telling }) => {
          const uitkomst = telling?.uitkomst ?? null
          const getal = (kop: string, aantal: number | undefined, fout = false) => <td data-kop={kop} class={fout && (aantal ?? 0) > 0 ? 'getal getal--fout' : 'getal'}>{aantal ?? '–'}</td>
          return (
            <tr key={dag}>
              <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/bekostiging/${school.brin}/${dag}`}>{lang(dag)}</a></th>
              {getal(telt, uitkomst?.aantallen.telt)}{getal(elders, uitkomst?.aantallen.elders)}{getal(wacht, uitkomst?.aantallen.wacht, true)}{getal(niemand, uitkomst?.aantallen.niemand)}{getal(studenten, uitkomst?.studenten)}
              <td data-kop={geteld}>{telling === null ? tekst.nogNiet : standwoord(telling, nu, tekst, moment)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function standwoord(telling: Tellingopdracht, nu: Moment, tekst: (typeof teksten)['nl'], moment: (op: string) => string): string {
  switch (staatVan(telling, nu)) {
    case 'bezig': return tekst.bezig(Math.round(telling.deel * 100))
    case 'onderbroken': return tekst.onderbroken
    case 'klaar': return moment(telling.klaarOp ?? telling.gezienOp)
  }
}
