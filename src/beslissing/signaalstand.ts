import type { Datum, Moment } from '../kern/datum.ts'
import type { Signaalcode, Signaalniveau } from '../kern/signaalcode.ts'
import type { UitgelegdSignaal } from './uitgelegd.ts'

/** `gesloten` volgt alleen uit de feiten. Veranderen die bij een open signaal, dan is het weer `open` (docs/adr/0021). */
export const SIGNAALSTATEN = ['open', 'gezien', 'verklaard', 'gesloten'] as const
export type Signaalstaat = (typeof SIGNAALSTATEN)[number]

/** De laatste keer dat de school het signaal zag of verklaarde. */
export interface Afhandeling {
  readonly soort: 'gezien' | 'verklaard'
  readonly verklaring: string | null
  /** Interne sleutel van het account of de koppeling. */
  readonly door: string
  readonly op: Moment
  /** Onwaar: de feiten zijn daarna veranderd, of het signaal is gesloten. */
  readonly geldt: boolean
}

/** Een signaal zoals het in de werklijst van een school staat. */
export interface Signaalbeeld extends Omit<UitgelegdSignaal, 'voor'> {
  readonly signaalId: string
  readonly deelnemerId: string
  /** Null = geen school, bijvoorbeeld alleen de gemeente. */
  readonly brin: string | null
  readonly titel: string
  readonly watTeDoen: string
  readonly staat: Signaalstaat
  readonly afhandeling: Afhandeling | null
  /** De dag waarop het voor het eerst uit de regels kwam. */
  readonly eersteDag: Datum
  readonly geopendOp: Moment
  readonly geslotenOp: Moment | null
  /** Verandert bij elke verandering van dit beeld. */
  readonly versie: string
}

export interface Signaalfilter {
  readonly brin?: string | undefined
  readonly code?: Signaalcode | undefined
  readonly niveau?: Signaalniveau | undefined
  /** Leeg = alles wat niet gesloten is. */
  readonly staat?: Signaalstaat | undefined
  readonly deelnemerId?: string | undefined
}

/** Hoeveel signalen er bij een school niet gesloten zijn. */
export interface Signaaltelling {
  readonly brin: string | null
  readonly code: Signaalcode
  readonly niveau: Signaalniveau
  readonly open: number
  readonly gezien: number
  readonly verklaard: number
}
