/** De lichte voordeur: wat zonder register (en dus zonder pg en kysely) werkt. `leerroute casus` en `toets` starten er snel door. */
export type { Onderwijsaanbieder, Organisatie } from './organisatie.ts'
export { naamVanSchool, vindAanbieder } from './zoeken.ts'
export type { GevondenAanbieder } from './zoeken.ts'
