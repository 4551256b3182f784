import type { Studentplan } from './plan/index.ts'

/** Hoeveel er van alles in een regio zit. Op te tellen over gebieden; de volgorde van de sleutels is altijd gelijk. */
export interface Regiotelling {
  readonly studenten: number
  readonly records: number
  readonly levenslopen: Readonly<Record<string, number>>
  readonly recordsoorten: Readonly<Record<string, number>>
  /** Verwachte signalen per code. */
  readonly signalen: Readonly<Record<string, number>>
  readonly misstappen: Readonly<Record<string, number>>
  readonly weigeringen: Readonly<Record<string, number>>
}

export class Teller {
  #studenten = 0
  #records = 0
  readonly #levenslopen = new Map<string, number>()
  readonly #recordsoorten = new Map<string, number>()
  readonly #signalen = new Map<string, number>()
  readonly #misstappen = new Map<string, number>()
  readonly #weigeringen = new Map<string, number>()

  record(soort: string): void {
    this.#records += 1
    plus(this.#recordsoorten, soort)
  }

  student({ feiten, levensloop, misstap, verwacht, weigering }: Studentplan): void {
    this.#studenten += 1
    plus(this.#levenslopen, levensloop)
    for (const { record } of feiten) this.record(record.soort)
    for (const { code } of verwacht) plus(this.#signalen, code)
    if (misstap !== null) plus(this.#misstappen, misstap)
    if (weigering !== null) {
      this.#records += 1
      plus(this.#weigeringen, weigering.soort)
    }
  }

  klaar(): Regiotelling {
    return {
      studenten: this.#studenten, records: this.#records, levenslopen: opNaam(this.#levenslopen), recordsoorten: opNaam(this.#recordsoorten),
      signalen: opNaam(this.#signalen), misstappen: opNaam(this.#misstappen), weigeringen: opNaam(this.#weigeringen),
    }
  }
}

export const LEGE_TELLING: Regiotelling = { studenten: 0, records: 0, levenslopen: {}, recordsoorten: {}, signalen: {}, misstappen: {}, weigeringen: {} }

export function telOp(a: Regiotelling, b: Regiotelling): Regiotelling {
  return {
    studenten: a.studenten + b.studenten, records: a.records + b.records, levenslopen: samen(a.levenslopen, b.levenslopen),
    recordsoorten: samen(a.recordsoorten, b.recordsoorten), signalen: samen(a.signalen, b.signalen), misstappen: samen(a.misstappen, b.misstappen), weigeringen: samen(a.weigeringen, b.weigeringen),
  }
}

type Tel = Readonly<Record<string, number>>

function samen(a: Tel, b: Tel): Tel {
  const som = new Map(Object.entries(a))
  for (const [naam, aantal] of Object.entries(b)) som.set(naam, (som.get(naam) ?? 0) + aantal)
  return opNaam(som)
}

function plus(tel: Map<string, number>, naam: string): void {
  tel.set(naam, (tel.get(naam) ?? 0) + 1)
}

/** Op tekencode en niet op taal: dan is de volgorde overal gelijk. */
function opNaam(tel: ReadonlyMap<string, number>): Tel {
  return Object.fromEntries([...tel].sort(([a], [b]) => (a < b ? -1 : 1)))
}
