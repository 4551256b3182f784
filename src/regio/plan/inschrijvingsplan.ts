import type { Datum } from '../../kern/datum.ts'
import type { Aanbieder } from './gebied.ts'
import { type Kalender, rondeVan } from './kalender.ts'
import type { Inschrijving, Periode } from './studentplan.ts'

interface GeplandePeriode {
  readonly periode: Periode
  /** De ronde waarin de school haar voor het eerst levert. */
  readonly bekend: number
  /** De ronde waarin zij verbeterd of weggehaald is; null = zij staat er nog. */
  tot: number | null
}

/** Een inschrijving door de tijd: welke perioden er in welke ronde in de stand staan, en wanneer zij eindigt. */
export class Inschrijvingsplan {
  readonly aanbieder: Aanbieder
  readonly volgnummer: string
  readonly begin: Datum
  readonly #kalender: Kalender
  readonly #perioden: GeplandePeriode[] = []
  #gepland: Datum | null = null
  #ondersteuning: Datum | null = null
  #uit: { readonly datum: Datum; readonly reden: string; readonly bekend: number } | null = null

  constructor(kalender: Kalender, aanbieder: Aanbieder, volgnummer: string, eerste: Periode) {
    this.#kalender = kalender
    this.aanbieder = aanbieder
    this.volgnummer = volgnummer
    this.begin = eerste.datumBegin
    this.#perioden.push({ periode: eerste, bekend: rondeVan(kalender, eerste.datumBegin), tot: null })
  }

  get brin(): string {
    return this.aanbieder.school.brin
  }

  get laatstePeriode(): Periode {
    const laatste = this.#perioden.findLast(({ tot }) => tot === null)
    if (laatste === undefined) throw new Error('een inschrijving heeft een periode')
    return laatste.periode
  }

  /** Een nieuwe periode: als de vorige, met deze wijziging. */
  wijzig(datumBegin: Datum, wijziging: Partial<Periode>): this {
    this.#perioden.push({ periode: { ...this.laatstePeriode, ...wijziging, datumBegin }, bekend: rondeVan(this.#kalender, datumBegin), tot: null })
    return this
  }

  /** De school leverde eerst iets anders en verbeterde dat een ronde later; aan het eind klopt het. */
  eerstFout(fout: Partial<Periode>): this {
    const laatste = this.#perioden.findLast(({ tot }) => tot === null)
    if (laatste === undefined || laatste.bekend >= this.#kalender.laatsteRonde.nummer) return this
    this.#perioden.splice(this.#perioden.indexOf(laatste), 1,
      { periode: { ...laatste.periode, ...fout }, bekend: laatste.bekend, tot: laatste.bekend + 1 },
      { periode: laatste.periode, bekend: laatste.bekend + 1, tot: null })
    return this
  }

  gepland(datum: Datum): this {
    this.#gepland = datum
    return this
  }

  /** Extra ondersteuning, bekend vanaf de eerste levering. */
  ondersteun(datumBegin: Datum): this {
    this.#ondersteuning = datumBegin
    return this
  }

  /** `datum` is de laatste dag. */
  schrijfUit(datum: Datum, reden: string): this {
    this.#uit = { datum, reden, bekend: rondeVan(this.#kalender, datum) }
    return this
  }

  isOpenOp(dag: Datum): boolean {
    return this.begin <= dag && (this.#uit === null || this.#uit.datum >= dag)
  }

  get einde(): Datum | null {
    return this.#uit?.datum ?? null
  }

  /** Elke stand die de school levert, met de ronde, oplopend. */
  standen(): readonly { readonly ronde: number; readonly inschrijving: Inschrijving }[] {
    const rondes = new Set<number>()
    for (const { bekend, tot } of this.#perioden) {
      rondes.add(bekend)
      if (tot !== null) rondes.add(tot)
    }
    if (this.#uit !== null) rondes.add(this.#uit.bekend)
    return [...rondes].sort((a, b) => a - b).map((ronde) => ({ ronde, inschrijving: this.standOp(ronde) }))
  }

  /** De stand zoals de school haar in een ronde levert. */
  standOp(ronde: number): Inschrijving {
    const perioden: Periode[] = []
    for (const { periode, bekend, tot } of this.#perioden) if (bekend <= ronde && (tot === null || tot > ronde)) perioden.push(periode)
    const uit = this.#uit !== null && this.#uit.bekend <= ronde ? this.#uit : null
    return {
      sector: this.aanbieder.school.sector, brin: this.brin, inschrijvingvolgnummer: this.volgnummer, datumInschrijving: this.begin,
      ...(this.#gepland === null ? {} : { datumUitschrijvingGepland: this.#gepland }),
      ...(uit === null ? {} : { datumUitschrijving: uit.datum, redenUitschrijving: uit.reden }),
      perioden,
      ...(this.#ondersteuning === null ? {} : { extraOndersteuning: [{ datumBegin: this.#ondersteuning }] }),
    }
  }
}
