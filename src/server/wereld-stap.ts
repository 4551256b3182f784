import type { Datum, Moment } from '../kern/datum.ts'
import type { Uitkomst } from '../kern/uitkomst.ts'
import type { Weigering } from '../kern/weigering.ts'
import type { Actiecontext, Uitvoerder } from '../toegang/index.ts'
import { momentOp } from './wereld-standen.ts'

/** Een handeling van een school of van het systeem, op het moment dat zij die deed. */
export interface Stap {
  readonly moment: Moment
  /** De school die het aangaat en die het zelf doet; null = het systeem. */
  readonly brin: string | null
  /** Gevuld als het systeem het voor de school doet. */
  readonly namens?: 'systeem'
  /** Leesbaar, voor als een stap wordt geweigerd; zonder persoonsgegevens. */
  readonly wat: string
  voer(uitvoerder: Uitvoerder, ctx: Actiecontext): Promise<Uitkomst<unknown, Weigering>>
}

/** Het laatste van twee momenten: niemand levert iets over een leerling die nog niet bekend is. */
export function opZijnVroegst(moment: Moment, nietVoor: Moment): Moment {
  return moment < nietVoor ? nietVoor : moment
}

/** Wanneer een feit bekend werd: op `bekendOp` als dat er staat, anders op de dag zelf. */
export function momentVan(feit: { readonly bekendOp?: Datum | null; readonly vastgelegdOp?: string }, dag: Datum): Moment {
  return (feit.vastgelegdOp as Moment | undefined) ?? momentOp(feit.bekendOp ?? dag)
}
