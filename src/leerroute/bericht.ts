import type { Datum } from '../kern/datum.ts'
import type { Niveau } from '../kern/leerroute.ts'

/** Overeenkomst tussen bevoegde gezagen (K-SOK-01). */
export interface OvereenkomstBericht {
  /** Naam of nummer waaronder de partijen de overeenkomst kennen; zelfde kenmerk = dezelfde overeenkomst. */
  readonly kenmerk: string
  /** Bestuursnummers. */
  readonly partijen: readonly string[]
  readonly van: Datum
  /** Laatste dag, inclusief. */
  readonly tot?: Datum | null
  /** De school namens wie wordt vastgelegd; haar bestuur is partij. Leeg voor het systeem. */
  readonly brin?: string
  /** Hoe een leerling die stopt of wisselt toch een diploma haalt (K-SOK-04). Niet genoemd = blijft zoals het is; null = er is er geen. */
  readonly overstapoptie?: string | null
}

/** Interne regeling van één bevoegd gezag (K-SOK-02). */
export interface RegelingBericht {
  readonly bevoegdGezag: string
  readonly van: Datum
  readonly tot?: Datum | null
  readonly brin?: string
  /** Zoals bij een overeenkomst. */
  readonly overstapoptie?: string | null
}

/** Met wie de leerling de route doet (K-CAS-06). */
export interface LeerrouteplanBericht {
  readonly van: Datum
  readonly voOnderwijsaanbieder: string
  readonly mboOnderwijsaanbieder: string
  readonly beoogdNiveau?: Niveau | null
}

/** Gezamenlijk oordeel voor de GLR (K-DLR-06). Een school zet alleen haar eigen handtekening. */
export interface OordeelBericht {
  readonly datum: Datum
  readonly ondertekendVo: boolean
  readonly ondertekendMbo: boolean
}
