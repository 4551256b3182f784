import type { Datum, Moment } from '../../kern/datum.ts'
import type { Scope } from './rules/scopes.ts'

/** M-01: een organisatie laat een leverancier namens haar werken. */
export interface Mandaat {
  readonly mandaatId: string
  readonly leverancierOin: string
  readonly organisatieId: string
  readonly scopes: readonly Scope[]
  readonly geldigVan: Datum
  /** Laatste dag, inclusief; null = tot intrekken. */
  readonly geldigTotEnMet: Datum | null
  readonly gegevenOp: Moment
  readonly gegevenDoor: string
  readonly ingetrokkenOp: Moment | null
  readonly laatstTokenOp: Moment | null
}

export interface NieuwMandaat {
  readonly leverancierOin: string
  readonly organisatieId: string
  readonly scopes: readonly Scope[]
  readonly geldigVan: Datum
  readonly geldigTotEnMet: Datum | null
}

/** Of het mandaat op deze dag geldt. */
export function geldtOp({ geldigVan, geldigTotEnMet, ingetrokkenOp }: Mandaat, dag: Datum): boolean {
  return ingetrokkenOp === null && geldigVan <= dag && (geldigTotEnMet === null || geldigTotEnMet >= dag)
}
