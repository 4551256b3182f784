import type { Datum } from '../kern/datum.ts'

/** Gemiste klokuren op een dag; `uren` 0 trekt eerder gemelde uren in. */
export interface AfwezigheidBericht {
  readonly datum: Datum
  readonly uren: number
  readonly geoorloofd: boolean
  readonly sector?: 'VO' | 'MBO' | null
}

/** Een verzuimmelding (K-VZM-06). */
export interface VerzuimmeldingBericht {
  readonly partij: 'VO' | 'MBO'
  readonly begin: Datum
  readonly eind: Datum
  /** Standaard de dag van nu. */
  readonly ingediendOp?: Datum
}
