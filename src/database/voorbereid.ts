import type { Duplex } from 'node:stream'
import pg from 'pg'

/**
 * Zo veel verschillende vragen houdt een verbinding voorbereid. De vragen van het register zijn er een paar honderd; teksten
 * met een wisselend aantal waarden (een lijst van rijen) zouden anders zonder einde aangroeien.
 */
const MEESTE = 400
/** Langere teksten zijn lijsten van rijen: die komen zelden twee keer voor. */
const LANGSTE = 8_000

/** Een vraag die voor de tweede keer komt, krijgt een naam; de eerste keer is voorbereiden duurder dan het opbrengt. */
class Vraagnamen {
  readonly #begin: string
  readonly #gezien = new Set<string>()
  readonly #namen = new Map<string, string>()

  constructor(begin: string) {
    this.#begin = begin
  }

  naamVan(tekst: string): string | undefined {
    const naam = this.#namen.get(tekst)
    if (naam !== undefined) return naam
    if (this.#namen.size >= MEESTE || tekst.length > LANGSTE) return undefined
    if (!this.#gezien.has(tekst)) {
      if (this.#gezien.size >= MEESTE * 4) this.#gezien.clear()
      this.#gezien.add(tekst)
      return undefined
    }
    this.#gezien.delete(tekst)
    const nieuw = `${this.#begin}${this.#namen.size}`
    this.#namen.set(tekst, nieuw)
    return nieuw
  }
}

/**
 * Zo begint een opdracht die pas met de volgende vraag mee hoeft: niemand heeft haar antwoord nodig, en een ronde naar de database
 * kost meer dan de opdracht zelf. `begin` hoort er ook bij. Mislukt zij, dan mislukt de vraag waarmee zij meeging.
 */
export const MET_VOLGENDE = '/* met de volgende */ '

/**
 * Een verbinding die vragen met waarden vanzelf voorbereidt: PostgreSQL hoeft een tekst dan een keer te lezen en te plannen.
 * Met row-level security en veel kleine vragen scheelt dat de helft (docs/adr/0024). Alleen `query(tekst, waarden)` zonder
 * eigen naam doet mee. Opdrachten die kunnen wachten gaan in hetzelfde bericht mee met de volgende vraag.
 */
export class VoorbereideVerbinding extends pg.Client {
  #namen = new Vraagnamen('v')
  #keer = 0
  #wachtend: Argumenten[] = []

  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const gewoon = (...argumenten: Argumenten): unknown => Reflect.apply(super.query as (...argumenten: Argumenten) => unknown, this, argumenten)
    // Op het exemplaar en niet als methode: de overladingen van pg zijn zo lang dat een eigen versie ze niet volledig kan herhalen.
    this.query = ((...argumenten: Argumenten) => {
      if (kanWachten(argumenten)) {
        this.#wachtend.push(argumenten)
        return Promise.resolve(ZONDER_ANTWOORD)
      }
      if (this.#wachtend.length === 0) return this.#stuur(gewoon, argumenten)
      const eerst = this.#wachtend.splice(0)
      if (geeftBelofte(argumenten)) return this.#stuurSamen(gewoon, [...eerst, argumenten])
      // Een stroom (COPY) deelt geen bericht: die begint als het andere klaar is.
      this.#stuurSamen(gewoon, eerst).then(() => this.#stuur(gewoon, argumenten), (fout: unknown) => weiger(argumenten, fout))
      return tekstOfStroom(argumenten)
    }) as typeof this.query
  }

  #stuur(gewoon: Stuur, argumenten: Argumenten): unknown {
    const [tekst, waarden, klaar] = argumenten
    if (typeof tekst !== 'string' || !Array.isArray(waarden) || waarden.length === 0) return gewoon(...argumenten)
    const naam = this.#namen.naamVan(tekst)
    if (naam === undefined) return gewoon(...argumenten)
    const vraag = { name: naam, text: tekst, values: waarden as unknown[] }
    if (typeof klaar !== 'function') return this.#bewaak(gewoon(vraag) as Promise<unknown>)
    return gewoon(vraag, (fout: unknown, uitkomst: unknown) => {
      this.#vergeetNa(fout)
      ;(klaar as (fout: unknown, uitkomst: unknown) => void)(fout, uitkomst)
    })
  }

  /** Alles in een bericht; klaar als elk antwoord er is, ook bij een fout: de verbinding is dan weer vrij. */
  async #stuurSamen(gewoon: Stuur, alle: readonly Argumenten[]): Promise<unknown> {
    const pijp = this as unknown as { pipeline: boolean; connection: { stream: Duplex } }
    pijp.pipeline = true
    pijp.connection.stream.cork()
    const onderweg = alle.map(async (argumenten) => this.#stuur(gewoon, argumenten))
    pijp.connection.stream.uncork()
    const antwoorden = await Promise.allSettled(onderweg)
    pijp.pipeline = false
    const mis = antwoorden.find((antwoord) => antwoord.status === 'rejected')
    if (mis !== undefined) throw mis.reason
    return onderweg.at(-1)
  }

  #bewaak(belofte: Promise<unknown>): Promise<unknown> {
    return belofte.catch((fout: unknown) => {
      this.#vergeetNa(fout)
      throw fout
    })
  }

  /** Verandert een tabel terwijl wij draaien, of gooit een pooler de vragen weg, dan deugt geen enkele naam meer: begin opnieuw. */
  #vergeetNa(fout: unknown): void {
    if (!(fout instanceof Error) || !VERGETEN.has(String(Reflect.get(fout, 'code')))) return
    this.#keer += 1
    this.#namen = new Vraagnamen(`v${this.#keer}_`)
  }
}

/** feature_not_supported ("cached plan must not change result type"), invalid_sql_statement_name, duplicate_prepared_statement. */
const VERGETEN: ReadonlySet<string> = new Set(['0A000', '26000', '42P05'])

type Argumenten = unknown[]
type Stuur = (...argumenten: Argumenten) => unknown

function kanWachten(argumenten: Argumenten): boolean {
  const [tekst] = argumenten
  return typeof tekst === 'string' && (tekst === 'begin' || tekst.startsWith(MET_VOLGENDE)) && geeftBelofte(argumenten)
}

/** Een tekst of een beschrijving van een vraag; iets met een eigen `submit` is een stroom. */
function geeftBelofte([vraag, waarden, klaar]: Argumenten): boolean {
  const isStroom = typeof vraag === 'object' && vraag !== null && 'submit' in vraag
  return !isStroom && typeof waarden !== 'function' && typeof klaar !== 'function'
}

/** pg geeft een stroom zelf terug; wie een functie meegaf, krijgt niets. */
function tekstOfStroom([vraag]: Argumenten): unknown {
  return typeof vraag === 'string' ? undefined : vraag
}

function weiger(argumenten: Argumenten, fout: unknown): void {
  const [vraag] = argumenten
  const klaar = argumenten.find((een) => typeof een === 'function') as ((fout: unknown) => void) | undefined
  if (klaar !== undefined) klaar(fout)
  else (vraag as { handleError(fout: unknown): void }).handleError(fout)
}

const ZONDER_ANTWOORD = { command: '', rowCount: null, rows: [] }
