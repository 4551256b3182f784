import type { Bekend } from '../kern/bekend.ts'
import type { Datum } from '../kern/datum.ts'

/** Gemiste klokuren op één dag. `sector` (waar de les werd gemist) beslist niets (K-VZM-07). */
export interface Afwezigheid extends Bekend {
  readonly datum: Datum
  readonly uren: number
  readonly geoorloofd: boolean
  readonly sector?: 'VO' | 'MBO'
}

/** Vakantie voor vo en mbo gelijk; `tot` is de laatste dag. */
export interface Schoolvakantie {
  readonly van: Datum
  readonly tot: Datum
}

/** Een gedane verzuimmelding (K-VZM-06, K-CAS-09). */
export interface Verzuimmelding extends Bekend {
  readonly partij: 'VO' | 'MBO'
  readonly begin: Datum
  readonly eind: Datum
  readonly ingediendOp: Datum
  readonly ingetrokkenOp?: Datum | null
}
