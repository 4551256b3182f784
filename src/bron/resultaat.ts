import type { Bekend } from '../kern/bekend.ts'
import type { Datum } from '../kern/datum.ts'
import type { Niveau } from '../kern/leerroute.ts'

export interface Diploma extends Bekend {
  readonly soort: 'VMBO' | 'HAVO' | 'VWO' | 'MBO' | 'MBO_CERTIFICAAT'
  readonly niveau?: Niveau | null
  readonly datum: Datum
}

/** Een behaald mbo-onderdeel zonder diploma; alleen van belang voor de mbo-verklaring (K-MBV-01). */
export interface BehaaldOnderdeel extends Bekend {
  readonly datum: Datum
  readonly soort?: 'EXAMENONDERDEEL' | 'KEUZEDEEL' | 'BPV'
}
