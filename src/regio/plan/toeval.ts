/**
 * Een eigen bron van toeval (sfc32): klein, snel en op elke machine gelijk. Elke student krijgt een eigen stroom uit zaad en volgnummer,
 * zodat draden hun deel kunnen maken zonder op elkaar te wachten. Niet voor geheimen.
 */
export interface Toeval {
  /** Van 0 tot 1, 1 zelf nooit. */
  deel(): number
  /** Een heel getal van `min` tot en met `max`. */
  tussen(min: number, max: number): number
  /** Waar met kans `p`, van 0 tot en met 1. */
  kans(p: number): boolean
  kies<T>(uit: readonly T[]): T
  /** Kiest naar gewicht; gooit bij een lege tabel. */
  gewogen<T>(tabel: Gewichten<T>): T
}

export type Gewichten<T> = readonly (readonly [gewicht: number, waarde: T])[]

/** Gelijke getallen geven dezelfde stroom; een ander getal geeft een andere. */
export function maakToeval(...getallen: readonly number[]): Toeval {
  return new Sfc32(getallen)
}

/** Een klasse en geen functies in functies: dit wordt per student gemaakt. Alleen hele getallen van 32 bits, zodat de uitkomst overal dezelfde is. */
class Sfc32 implements Toeval {
  #a = 0x9e3779b9
  #b = 0x243f6a88
  #c = 0xb7e15162
  #teller = 1

  constructor(getallen: readonly number[]) {
    for (const getal of getallen) {
      // Ook de bovenste helft van een groot getal telt mee.
      this.#a = meng(this.#a ^ (getal >>> 0))
      this.#b = meng(this.#b ^ (Math.floor(getal / TWEE_TOT_32) >>> 0) ^ this.#a)
      this.#c = meng(this.#c ^ this.#b)
    }
    for (let i = 0; i < OPWARMEN; i += 1) this.deel()
  }

  deel(): number {
    const uit = (this.#a + this.#b + this.#teller) | 0
    this.#teller = (this.#teller + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + uit) | 0
    return (uit >>> 0) / TWEE_TOT_32
  }

  tussen(min: number, max: number): number {
    return min + Math.floor(this.deel() * (max - min + 1))
  }

  kans(p: number): boolean {
    return this.deel() < p
  }

  kies<T>(uit: readonly T[]): T {
    const gekozen = uit[Math.floor(this.deel() * uit.length)]
    if (gekozen === undefined) throw new RangeError('uit een lege lijst valt niets te kiezen')
    return gekozen
  }

  gewogen<T>(tabel: Gewichten<T>): T {
    let rest = this.deel() * tabel.reduce((som, [gewicht]) => som + gewicht, 0)
    for (const [gewicht, waarde] of tabel) {
      rest -= gewicht
      if (rest < 0) return waarde
    }
    const laatste = tabel.at(-1)
    if (laatste === undefined) throw new RangeError('een tabel met gewichten heeft minstens een regel')
    return laatste[1]
  }
}

const TWEE_TOT_32 = 4_294_967_296

/** Zonder opwarmen lijken de eerste getallen van twee buren op elkaar. */
const OPWARMEN = 12

function meng(x: number): number {
  let getal = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  getal = Math.imul(getal ^ (getal >>> 13), 0xc2b2ae35)
  return (getal ^ (getal >>> 16)) >>> 0
}
