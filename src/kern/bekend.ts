import type { Datum } from './datum.ts'

/** Wanneer een gegeven bekend werd en wanneer het door een correctie verviel (K-CAS-01). Leeg = altijd bekend / nog geldig. */
export interface Bekend {
  readonly bekendOp?: Datum | null
  readonly vervallenOp?: Datum | null
  /** Moment van vastleggen in UTC, alleen om te tonen. */
  readonly vastgelegdOp?: string
}

/**
 * K-CAS-01: een record telt als `bekendOp` leeg is of op of voor de kennisdatum ligt, en `vervallenOp` leeg is of erna.
 * Zonder kennisdatum telt de laatste stand; een vervallen record dan nooit. [afgeleid]
 */
export function telt(record: Bekend, bekendOp: Datum | null): boolean {
  if (bekendOp === null) return !record.vervallenOp
  return (!record.bekendOp || record.bekendOp <= bekendOp) && (!record.vervallenOp || record.vervallenOp > bekendOp)
}
