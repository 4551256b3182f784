/** Wat er in een formulier getypt is. Blijft staan na een fout; datums mogen zoals mensen ze schrijven. */
import type { Datum } from '../../kern/datum.ts'
import { eis, type Veldfout } from '../../kern/weigering.ts'
import { leesDatum } from '../woorden/datuminvoer.ts'

/** Wat er getypt was, per veld. */
export type Getypt = Readonly<Record<string, string>>

/** Een veld van een formulier of vraagdeel; undefined als het er niet is. */
export function veldVan(velden: unknown, naam: string): unknown {
  return typeof velden === 'object' && velden !== null && Object.hasOwn(velden, naam) ? Reflect.get(velden, naam) : undefined
}

/** De tekst in een veld, zonder spaties eromheen; leeg als het veld er niet is of geen tekst is. */
export function tekstVan(body: unknown, naam: string): string {
  const waarde = veldVan(body, naam)
  return typeof waarde === 'string' ? waarde.trim() : ''
}

/** Alle waarden van een veld dat meer keer mag, zoals vinkjes. */
export function lijstVan(body: unknown, naam: string): readonly string[] {
  const waarde = veldVan(body, naam)
  return (Array.isArray(waarde) ? waarde : [waarde]).filter((een): een is string => typeof een === 'string' && een !== '')
}

export function getyptUit(body: unknown, namen: readonly string[]): Getypt {
  return Object.fromEntries(namen.map((naam) => [naam, tekstVan(body, naam)]))
}

export interface Gelezendatum {
  readonly datum: Datum | null
  readonly fouten: readonly Veldfout[]
}

/** Een datum die leeg mag zijn. `wat` is het veld in woorden, voor boven de bladzijde. */
export function leesDag(body: unknown, naam: string, wat: string): Gelezendatum {
  const invoer = tekstVan(body, naam)
  if (invoer === '') return { datum: null, fouten: [] }
  const gelezen = leesDatum(invoer)
  return gelezen.ok ? { datum: gelezen.waarde, fouten: [] } : { datum: null, fouten: eis(false, naam, `${wat} konden wij niet lezen.`, 'Schrijf de dag als 1-8-2026 of 1 aug 2026.') }
}
