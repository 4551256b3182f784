import type { Bekend } from '../kern/bekend.ts'
import type { Datum } from '../kern/datum.ts'
import type { Sector } from '../kern/leerroute.ts'

/** Kenmerkcodes zoals in RIO (K-RIO-02). */
export type LeerrouteKenmerk = 'DLR_VMBO_MBO' | 'GLR_VMBO_MBO'

/** Een aangeboden opleiding met leerroutekenmerk in RIO (K-RIO-01..05). */
export interface RioAangebodenOpleiding extends Bekend {
  readonly onderwijsaanbieder: string
  /** VSO = veld doorlopendeLeerlijnVsoMbo, VO en MBO = doorlopendeLeerlijnVmboMbo. */
  readonly sector: Sector
  readonly leerrouteKenmerk: LeerrouteKenmerk
  readonly samenwerkendeOnderwijsaanbieders: readonly string[]
  readonly begindatum: Datum
  /** Laatste dag, inclusief. */
  readonly einddatum?: Datum | null
}
