import type { Moment } from '../kern/datum.ts'
import type { Signaalcode, Signaalniveau } from '../kern/signaalcode.ts'
import type { Signaalbeeld } from './signaalstand.ts'
import type { Termijn } from './rules/termijn.ts'

/** De keuze van iemand die een werklijst bekijkt; wat ontbreekt kiest niets af. */
export interface Werkkeuze {
  readonly school?: string | undefined
  readonly codes: readonly Signaalcode[]
  /** Leeg = open, gezien en verklaard. `gesloten` staat altijd alleen. */
  readonly staten: readonly ('open' | 'gezien' | 'verklaard')[] | 'gesloten'
  /** BRIN van een partner van wie de school de kant ziet. */
  readonly partner?: string | undefined
  /** `mij`, `niemand` of een account. */
  readonly van?: string | undefined
  readonly deelnemerId?: string | undefined
}

/** Een signaal met wat iemand nodig heeft om het op te pakken. */
export interface Werksignaal extends Signaalbeeld {
  readonly naam: string | null
  readonly school: string
  /** Namen van de scholen waarvan deze school de kant ziet. */
  readonly partners: readonly string[]
  readonly toegewezenAan: string | null
}

/** Geteld tot een grens: bij een miljoen signalen is "meer dan duizend" genoeg. */
export interface Telling {
  readonly aantal: number
  readonly meer: boolean
}

export interface Signaalgroep extends Telling {
  readonly code: Signaalcode
  readonly niveau: Signaalniveau
  readonly termijn: Termijn | null
  readonly signalen: readonly Werksignaal[]
}

/** Waar de volgende bladzijde van een groep begint: dag of moment, en de sleutel. */
export type Werkplaats = readonly [dag: string, signaalId: string]

export interface Werklijst {
  /** Wat eerst moet, eerst. */
  readonly groepen: readonly Signaalgroep[]
  /** Alleen als een code gekozen is en er meer zijn. */
  readonly volgende: Werkplaats | null
  /** Alle signalen van de eigen scholen die niet gesloten zijn, zonder keuze geteld. */
  readonly alles: Werktelling
}

export interface Werktelling {
  readonly niveaus: ReadonlyMap<Signaalniveau, Telling>
  readonly staten: ReadonlyMap<'open' | 'gezien' | 'verklaard', Telling>
  readonly mij: Telling
  readonly niemand: Telling
  readonly totaal: Telling
}

/** Iets dat iemand met een signaal deed. */
export interface Werkhandeling {
  readonly soort: 'gezien' | 'verklaard' | 'toegewezen'
  readonly verklaring: string | null
  /** Bij `toegewezen`: aan wie; null = niemand. */
  readonly aan: string | null
  readonly door: string
  readonly op: Moment
  /** Onwaar: de feiten zijn daarna veranderd. */
  readonly geldt: boolean
}
