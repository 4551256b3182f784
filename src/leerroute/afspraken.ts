import type { Bekend } from '../kern/bekend.ts'
import type { Datum } from '../kern/datum.ts'
import type { Niveau } from '../kern/leerroute.ts'

/** Met wie de leerling de route doet; alleen gebruikt voor een kant zonder open inschrijving met route (K-CAS-06). */
export interface Leerrouteplan extends Bekend {
  readonly van: Datum
  readonly voOnderwijsaanbieder: string
  readonly mboOnderwijsaanbieder: string
  readonly beoogdNiveau?: Niveau | null
  /** BRIN van de school die het vastlegde; ontbreekt of leeg = het systeem of niet bekend, en dan is het van de scholen in het plan. */
  readonly vastgelegdDoor?: string | null
}

/** Overeenkomst tussen bevoegde gezagen (K-SOK-01). `tot` is de laatste dag, inclusief. */
export interface Samenwerkingsovereenkomst extends Bekend {
  readonly partijen: readonly string[]
  /** De partijen die haar zelf vastlegden; ontbreekt = alle. */
  readonly vastgelegdDoor?: readonly string[]
  readonly van: Datum
  readonly tot?: Datum | null
}

/** Interne regeling als één bevoegd gezag beide scholen bestuurt (K-SOK-02). */
export interface InterneRegeling extends Bekend {
  readonly bevoegdGezag: string
  readonly van: Datum
  readonly tot?: Datum | null
}

/** Gezamenlijk oordeel voor de GLR; telt vanaf de datum en alleen met beide handtekeningen (K-DLR-06). */
export interface GezamenlijkOordeel extends Bekend {
  readonly datum: Datum
  readonly ondertekendVo: boolean
  readonly ondertekendMbo: boolean
}
