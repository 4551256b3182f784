import type { Moment } from '../kern/datum.ts'
import type { Veldfout } from '../kern/weigering.ts'
import type { Actor } from '../toegang/index.ts'

export type Leveringssoort = 'NDJSON' | 'RO' | 'GRONDSLAG'
export type Leveringsstaat = 'wachtend' | 'bezig' | 'klaar' | 'mislukt'

/** Wat er met een record gebeurde. `geen-recht`: niet van deze afzender of hier onbekend, dat is hetzelfde antwoord (Z-02). */
export const UITKOMSTEN = ['nieuw', 'gewijzigd', 'ongewijzigd', 'ouder', 'afgekeurd', 'geen-recht'] as const
export type Recorduitkomst = (typeof UITKOMSTEN)[number]

export type Tellingen = Readonly<Record<Recorduitkomst, number>>

export const GEEN_TELLINGEN: Tellingen = { nieuw: 0, gewijzigd: 0, ongewijzigd: 0, ouder: 0, afgekeurd: 0, 'geen-recht': 0 }

export function telUitkomsten(terugkoppelingen: readonly { readonly uitkomst: Recorduitkomst }[]): Tellingen {
  const tel: Record<Recorduitkomst, number> = { ...GEEN_TELLINGEN }
  for (const { uitkomst } of terugkoppelingen) tel[uitkomst] += 1
  return tel
}

/** Een fout in een record; bij een bestand van DUO met de regel waar hij staat. */
export interface Recordfout extends Veldfout {
  readonly regelnummer?: number
}

/** Het antwoord op een record. */
export interface Terugkoppeling {
  /** Regel in het bestand, vanaf 1. */
  readonly regelnummer: number
  /** Soort record; null als dat niet te lezen was. */
  readonly soort: string | null
  readonly uitkomst: Recorduitkomst
  readonly deelnemerId: string | null
  readonly fouten: readonly Recordfout[]
}

/** Waarom een levering in zijn geheel mislukt is. */
export interface Mislukking {
  readonly uitleg: string
  readonly watTeDoen: string
}

/** Een levering zoals zij bewaard wordt. */
export interface Levering {
  readonly aanleveringId: string
  readonly afzender: Actor
  readonly soort: Leveringssoort
  readonly bestandsnaam: string | null
  readonly bytes: number
  /** Null zolang een bestand van DUO nog niet gelezen is. */
  readonly records: number | null
  readonly ontvangenOp: Moment
  readonly staat: Leveringsstaat
  readonly begonnenOp: Moment | null
  readonly klaarOp: Moment | null
  readonly mislukking: Mislukking | null
}
