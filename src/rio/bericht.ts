import type { Datum } from '../kern/datum.ts'
import type { Sector } from '../kern/leerroute.ts'
import type { LeerrouteKenmerk } from './aangeboden-opleiding.ts'

/** De hele stand van een aangeboden opleiding met leerroutekenmerk (K-RIO-02, K-RIO-03). */
export interface AanbodBericht {
  /** Sleutel van de school voor dit aanbod, bijvoorbeeld de aangeboden-opleidingcode in RIO. */
  readonly eigenSleutel: string
  readonly onderwijsaanbieder: string
  readonly sector: Sector
  readonly leerrouteKenmerk: LeerrouteKenmerk
  readonly samenwerkendeOnderwijsaanbieders: readonly string[]
  readonly begindatum: Datum
  /** Laatste dag, inclusief. */
  readonly einddatum?: Datum | null
}
