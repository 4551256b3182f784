import type { Datum, Moment } from '../kern/datum.ts'

/** Waarop de audit gezocht wordt; null is geen keuze. Nooit een naam of persoonsnummer. */
export interface Auditvraag {
  readonly van: Datum | null
  readonly totEnMet: Datum | null
  /** BRIN, of (het begin van) de naam van een organisatie. */
  readonly school: string | null
  readonly handeling: string | null
  /** De sleutel van een account, systeem of deel van Leerroute, zoals hij in de regel staat. */
  readonly actor: string | null
  /** 32 hexcijfers. */
  readonly traceId: string | null
  /** Wie keek er bij deze deelnemer: zijn sleutel, een uuid. */
  readonly deelnemerId: string | null
}

export const GEEN_VRAAG: Auditvraag = { van: null, totEnMet: null, school: null, handeling: null, actor: null, traceId: null, deelnemerId: null }

/** Waar de bladzijde begint: na (ouder dan) of voor (nieuwer dan) een regel. Zonder: bij de nieuwste. */
export type Auditplaats = { readonly na: string } | { readonly voor: string } | null

/** Wie iets deed, voor een mens. */
export interface Auditwie {
  readonly soort: 'account' | 'machine' | 'koppeling' | 'leerroute'
  /** Naam van de medewerker of het systeem; null als die niet bekend is. */
  readonly naam: string | null
  /** Bij een machine: namens wie. */
  readonly organisatie: string | null
  /** Bij een machine: het OIN van de leverancier. */
  readonly oin: string | null
}

/** Een regel zoals een auditor haar leest. De rest van de regel (waarden, redenen) blijft in de database. */
export interface Auditbeeldregel {
  readonly auditId: string
  readonly op: Moment
  readonly actor: string
  readonly wie: Auditwie
  readonly handeling: string
  readonly brin: string | null
  readonly deelnemerId: string | null
  readonly objectSoort: string
  readonly objectSleutel: string
  readonly middel: string | null
  readonly niveau: string | null
  /** Null bij een regel van voor de keten. */
  readonly traceId: string | null
}

export interface Ketenstand {
  /** Stromen met ten minste een regel, en hun regels samen. */
  readonly stromen: number
  readonly regels: number
  readonly vanVoorDeKeten: number
  readonly nieuwste: Moment | null
}

export interface Auditbeeld {
  /** Nieuwste eerst. */
  readonly regels: readonly Auditbeeldregel[]
  /** Er zijn nieuwere, of oudere, dan op deze bladzijde. */
  readonly nieuwere: boolean
  readonly oudere: boolean
  readonly keten: Ketenstand
}
