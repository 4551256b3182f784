import type { Transactie } from '../database/index.ts'
import type { Datum, Moment } from '../kern/datum.ts'
import type { Normen } from '../normen/index.ts'
import type { Kluis } from '../toegang/index.ts'

/** Eén invariant van het register, met wat te doen als zij niet klopt. */
export interface Controle {
  readonly naam: string
  /** Wat er waar hoort te zijn, als zin. */
  readonly wat: string
  readonly watTeDoen: string
  /** Kijkt alleen naar de deelnemers van de steekproef; de andere controles lezen altijd alles. */
  readonly steekproef?: true
  readonly kijk: (bron: Controlebron) => Promise<Bevonden>
}

/** Waar een controle mee kijkt: een momentopname van het register, als systeem. */
export interface Controlebron {
  readonly trx: Transactie
  readonly kluis: Kluis
  readonly normen: Normen
  readonly nu: Moment
  readonly vandaag: Datum
  /** Alleen bij controles met `steekproef`. */
  readonly deelnemers: readonly string[]
}

export interface Bevonden {
  /** Hoeveel rijen of deelnemers bekeken zijn. */
  readonly bekeken: number
  readonly gevonden: number
  /** Hooguit tien interne sleutels of leesbare sleutels; nooit een persoonsnummer of naam. */
  readonly voorbeelden: readonly string[]
}

export interface Controleverslag extends Bevonden {
  readonly naam: string
  readonly wat: string
  /** Leeg als er niets gevonden is. */
  readonly watTeDoen: string | null
  readonly ms: number
}

export interface Zelfcontrole {
  readonly bevindingen: number
  /** Deelnemers in de steekproef; null = alle. */
  readonly steekproef: number | null
  readonly controles: readonly Controleverslag[]
}

export const MEESTE_VOORBEELDEN = 10

export const NIETS_BEVONDEN: Bevonden = { bekeken: 0, gevonden: 0, voorbeelden: [] }

export function telBevondenOp(a: Bevonden, b: Bevonden): Bevonden {
  return { bekeken: a.bekeken + b.bekeken, gevonden: a.gevonden + b.gevonden, voorbeelden: [...a.voorbeelden, ...b.voorbeelden].slice(0, MEESTE_VOORBEELDEN) }
}
