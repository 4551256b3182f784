/** De verhoudingen van een regio, met hun herkomst; docs/regio.md legt ze uit. */
import type { Leerweg, Niveau } from '../../kern/leerroute.ts'
import type { Levensloop } from './studentplan.ts'
import type { Gewichten } from './toeval.ts'

/** OCW, prognose 2024-2025, duizenden studenten. */
export const NIVEAUS: Gewichten<Niveau> = [[18, 'MBO-1'], [76.9, 'MBO-2'], [97.9, 'MBO-3'], [275, 'MBO-4']]
/** OCW, 1 oktober 2022, duizenden. */
export const LEERTRAJECTEN: Gewichten<'BOL' | 'BBL' | 'EX'> = [[347.5, 'BOL'], [136.7, 'BBL'], [10.1, 'EX']]
/** OCW, vmbo leerjaar 3 en 4 in 2023, duizenden. */
export const LEERWEGEN: Gewichten<Leerweg> = [[31.6, 'BB'], [55.2, 'KB'], [28.6, 'GL'], [76.4, 'TL']]
export const JAREN_PER_NIVEAU: Readonly<Record<Niveau, number>> = { 'MBO-1': 1, 'MBO-2': 2, 'MBO-3': 3, 'MBO-4': 4 }

/** Ongeveer 10.000 leerlingen in een route op 660.000 in vmbo leerjaar 3 en 4 en het mbo: een aanname, er is geen openbaar getal. */
export const STANDAARD_ROUTES_PROCENT = 1.5
export const STANDAARD_FOUTEN_PROCENT = 5

/** Zonder de routes. 192.000 in het vmbo en 468.000 in het mbo; daarbij wie in jaar Y vertrok, met of zonder diploma. */
const ZONDER_ROUTE: readonly (readonly [number, Exclude<Levensloop, 'dlr' | 'glr' | 'vso'>])[] = [[26.5, 'vmbo'], [64.5, 'mbo'], [7, 'gediplomeerd'], [2, 'vertrokken']]
/** Een op de zes routes is een GLR: alleen basisberoepsgericht naar niveau 2. */
const AANDEEL_GLR = 1 / 6

export function verdeelLevenslopen(routesProcent: number): Gewichten<Exclude<Levensloop, 'vso'>> {
  const rest = (100 - routesProcent) / 100
  return [...ZONDER_ROUTE.map(([gewicht, soort]) => [gewicht * rest, soort] as const), [routesProcent * (1 - AANDEEL_GLR), 'dlr'], [routesProcent * AANDEEL_GLR, 'glr']]
}
