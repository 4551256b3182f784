import { type Datum, datumInNederland, type Moment } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import type { Schooltelling, Voorstel } from '../../toegang/index.ts'
import { Foutenoverzicht, Formulier, Gelukt, type Getypt, Kruimelpad, Reden, Tekstveld } from '../beheer/onderdelen.tsx'
import { Overstaplijn } from '../beheer/voortgang.tsx'
import { dagVan, toestandWoord } from '../beheer/woorden.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { middel } from '../woorden/datumwoorden.ts'

const STAND: Readonly<Record<string, string>> = { GEEN: 'stapt niet over', VOORBEREIDING: 'in voorbereiding', OVERSTAP_OPEN: 'open', OVERSTAP_DICHT: 'gesloten' }

function tel({ aantallen }: Schooltelling): { readonly over: number; readonly nog: number; readonly totaal: number } {
  const som = (...toestanden: readonly string[]): number => toestanden.reduce((n, toestand) => n + (aantallen[toestand] ?? 0), 0)
  const [over, nog] = [som('GEKOPPELD', 'GEKOPPELD_DOOR_BEHEERDER'), som('ACTIEF_TOKEN', 'GEBLOKKEERD', 'AFGESLOTEN')]
  return { over, nog, totaal: over + nog }
}

export interface Duobord {
  readonly omgeving: Omgeving
  readonly scholen: readonly Schooltelling[]
  readonly voorstellen: readonly Voorstel[]
  readonly actorId: string
  readonly fouten: readonly Veldfout[]
  readonly gelukt: string | null
}

/** K-EH-06, K-EH-09: alle scholen met hun datums en hoever zij zijn. Zonder namen van medewerkers. */
export function tekenDuobord({ omgeving, scholen, voorstellen, actorId, fouten, gelukt }: Duobord): string {
  const nietBegonnen = scholen.filter((school) => tel(school).over === 0 && tel(school).nog > 0).length
  return tekenBladzijde({
    omgeving, titel: 'Overstap per school', menu: 'duo/overstap', fout: fouten.length > 0,
    children: (
      <>
        <h1 class="utrecht-heading-1">Overstap per school</h1>
        <p class="ondertitel">{scholen.length === 0 ? 'Er zijn nog geen scholen met oude accounts.' : `${scholen.length === 1 ? '1 school' : `${scholen.length} scholen`}, ${nietBegonnen} nog niet begonnen`}</p>
        <Foutenoverzicht fouten={fouten} />
        {gelukt !== null && <Gelukt>{gelukt}</Gelukt>}
        <Voorstellen {...{ omgeving, voorstellen, actorId }} />
        {scholen.length === 0 ? <div class="kader-rustig"><p>Een school komt hier te staan zodra haar oude accounts zijn ingelezen.</p></div> : (
          <table class="utrecht-table utrecht-table--html-table stapel beheertabel">
            <caption class="alleen-voorlezen">Overstap per school</caption>
            <thead><tr>{['School', 'Stand', 'Open vanaf', 'Laatste dag met token', 'Koppelen tot en met', 'Over'].map((kop) => <th key={kop} scope="col">{kop}</th>)}</tr></thead>
            <tbody>{scholen.map((school) => <Rij key={school.brin} school={school} />)}</tbody>
          </table>
        )}
      </>
    ),
  })
}

function Rij({ school }: { school: Schooltelling }) {
  const { over, totaal } = tel(school)
  const dag = (datum: Datum | null): string => (datum === null ? 'nog niet bekend' : middel(datum))
  return (
    <tr>
      <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/duo/overstap/${school.brin}`}>{school.naam}</a><span class="meer regel">{school.brin}</span></th>
      <td data-kop="Stand">{STAND[school.stand] ?? school.stand}{over === 0 && totaal > 0 && <span class="meer regel">nog niet begonnen</span>}</td>
      <td data-kop="Open vanaf">{dag(school.openVan)}</td><td data-kop="Laatste dag met token">{dag(school.tokenTotEnMet)}</td><td data-kop="Koppelen tot en met">{dag(school.coulanceTotEnMet)}</td>
      <td data-kop="Over"><span class="cijfers">{`${over} van ${totaal}`}</span>
        <svg class="balkje" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="8" class="vb-rest" /><rect width={totaal === 0 ? 0 : Math.round((over / totaal) * 100)} height="8" class="vb-over" /></svg>
      </td>
    </tr>
  )
}

const SOORT: Readonly<Record<string, string>> = { overstapdatums: 'Een dag naar later', 'eerste-beheerder': 'Eerste beheerder aanstellen', 'naam-geven': 'Een account op naam van een medewerker', ontkoppelen: 'Ontkoppelen van een account' }

/** Wat op een tweede behandelaar wacht (vier ogen). */
export function Voorstellen({ omgeving, voorstellen, actorId }: { omgeving: Omgeving, voorstellen: readonly Voorstel[], actorId: string }) {
  if (voorstellen.length === 0) return null
  return (
    <section>
      <h2 class="utrecht-heading-2">{'Wacht op een tweede behandelaar '}<span class="aantal">{voorstellen.length}</span></h2>
      <ul class="regellijst">
        {voorstellen.map((voorstel) => (
          <li key={voorstel.voorstelId}>
            <span><strong>{SOORT[voorstel.soort] ?? voorstel.soort}</strong>{voorstel.soort === 'overstapdatums' && ` bij ${voorstel.sleutel}`}{voorstel.soort === 'naam-geven' && <>{' '}<a class="utrecht-link utrecht-link--html-a" href={`/beheer/gebruikers/${voorstel.sleutel}`}>Bekijk het account</a></>}<span class="meer regel">{`${inhoudzin(voorstel)} Reden: ${voorstel.reden.replace(/\.$/, '')}. Voorgesteld op ${dagVan(voorstel.voorgesteldOp)}.`}</span></span>
            <span class="knoppen">
              {voorstel.voorgesteldDoor === actorId ? <span class="klein">U stelde dit voor. Een collega bevestigt.</span> : <Besluit {...{ omgeving, voorstel }} doe="bevestig" knop="Bevestig" />}
              <Besluit {...{ omgeving, voorstel }} doe="wijs-af" knop={voorstel.voorgesteldDoor === actorId ? 'Trek in' : 'Wijs af'} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Besluit({ omgeving, voorstel, doe, knop }: { omgeving: Omgeving, voorstel: Voorstel, doe: 'bevestig' | 'wijs-af', knop: string }) {
  return <Formulier omgeving={omgeving} actie={`/duo/voorstellen/${voorstel.voorstelId}`} knop={knop} rij><input type="hidden" name="soort" value={voorstel.soort} /><input type="hidden" name="doe" value={doe} /></Formulier>
}

/** De tweede persoon moet zien waar hij ja tegen zegt. */
function inhoudzin({ inhoud, soort }: Voorstel): string {
  const lees = (naam: string): string | null => {
    const waarde: unknown = typeof inhoud === 'object' && inhoud !== null ? Reflect.get(inhoud, naam) : undefined
    return typeof waarde === 'string' ? waarde : null
  }
  const datums = ([['open vanaf', 'openVan'], ['token tot en met', 'tokenTotEnMet'], ['koppelen tot en met', 'coulanceTotEnMet']] as const).flatMap(([woord, naam]) => (lees(naam) === null ? [] : [`${woord} ${middel(lees(naam) as Datum)}`]))
  if (datums.length > 0) return `Nieuwe datums: ${datums.join(', ')}.`
  if (soort === 'naam-geven') return lees('naam') === null ? 'Een medewerker die de school al kent: zie het account.' : `Het account wordt van ${lees('naam')}.`
  return lees('naam') === null ? '' : `${lees('naam')} wordt beheerder; getekend door ${lees('ondertekendDoor') ?? 'onbekend'}.`
}

export interface Duoschool {
  readonly omgeving: Omgeving
  readonly school: Schooltelling
  readonly nu: Moment
  readonly fouten: readonly Veldfout[]
  readonly getypt: Getypt | null
  readonly gelukt: string | null
}

/** De datums van een school instellen. Een dag naar later vraagt een tweede behandelaar. */
export function tekenDuoschool({ omgeving, school, nu, fouten, getypt, gelukt }: Duoschool): string {
  const { over, totaal } = tel(school)
  const vak = (naam: 'openVan' | 'tokenTotEnMet' | 'coulanceTotEnMet') => ({ naam, fouten, waarde: getypt?.[naam] ?? (school[naam] === null ? '' : middel(school[naam])) })
  return tekenBladzijde({
    omgeving, titel: `Overstap van ${school.naam}`, menu: 'duo/overstap', fout: fouten.length > 0,
    children: (
      <>
        <Kruimelpad stappen={[['Overstap per school', '/duo/overstap']]} hier={school.naam} />
        <h1 class="utrecht-heading-1">{school.naam}</h1>
        <p class="ondertitel">{`${school.brin} · ${STAND[school.stand] ?? school.stand} · ${over} van de ${totaal} accounts over`}</p>
        <Foutenoverzicht fouten={fouten} />
        {gelukt !== null && <Gelukt>{gelukt}</Gelukt>}
        <Overstaplijn dagen={school} vandaag={datumInNederland(new Date(nu))} naam={school.naam} />
        <section>
          <h2 class="utrecht-heading-2">Datums</h2>
          <Formulier omgeving={omgeving} actie={`/duo/overstap/${school.brin}`} knop="Zet deze datums" soort="primary">
            <Tekstveld {...vak('openVan')} label="Overstappen kan vanaf" hint="Bijvoorbeeld 1-9-2026" leeg />
            <Tekstveld {...vak('tokenTotEnMet')} label="Laatste dag met token" leeg />
            <Tekstveld {...vak('coulanceTotEnMet')} label="Laatste dag om nog te koppelen" leeg />
            <Reden fouten={fouten} waarde={getypt?.['reden']} hint="Een dag naar later verzetten gaat pas in als een tweede behandelaar bevestigt." />
          </Formulier>
        </section>
        <section>
          <h2 class="utrecht-heading-2">Oude accounts</h2>
          <table class="utrecht-table utrecht-table--html-table dagentabel"><caption class="alleen-voorlezen">Oude accounts per stand</caption>
            <tbody>{Object.entries(school.aantallen).map(([toestand, aantal]) => <tr key={toestand}><th scope="row">{toestandWoord(toestand)}</th><td>{aantal}</td></tr>)}</tbody></table>
        </section>
      </>
    ),
  })
}
