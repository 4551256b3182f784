import pg from 'pg'

/**
 * Zo veel verschillende vragen houdt een verbinding voorbereid. De vragen van het register zijn er een paar honderd; teksten
 * met een wisselend aantal waarden (een lijst van rijen) zouden anders zonder einde aangroeien.
 */
const MEESTE = 400
/** Langere teksten zijn lijsten van rijen: die komen zelden twee keer voor. */
const LANGSTE = 4_000

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
 * Een verbinding die vragen met waarden vanzelf voorbereidt: PostgreSQL hoeft een tekst dan een keer te lezen en te plannen.
 * Met row-level security en veel kleine vragen scheelt dat de helft (docs/adr/0024). Alleen `query(tekst, waarden)` zonder
 * eigen naam doet mee.
 */
export class VoorbereideVerbinding extends pg.Client {
  #namen = new Vraagnamen('v')
  #keer = 0

  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const gewoon = (...argumenten: unknown[]): unknown => Reflect.apply(super.query as (...argumenten: unknown[]) => unknown, this, argumenten)
    // Op het exemplaar en niet als methode: de overladingen van pg zijn zo lang dat een eigen versie ze niet volledig kan herhalen.
    this.query = ((...argumenten: unknown[]) => {
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
    }) as typeof this.query
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
