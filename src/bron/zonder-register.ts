/** De lichte voordeur: wat zonder register (en dus zonder pg en kysely) werkt. `leerroute casus` en `toets` starten er snel door. */
export { toetsBestand } from './actions/toets-bestand.ts'
export type { Toetsverslag } from './actions/toets-bestand.ts'
export { maskeer, stapel } from './bestanden/bevinding.ts'
export type { Bevinding, Stapel } from './bestanden/bevinding.ts'
export type { Leesverslag } from './bestanden/leesverslag.ts'
export type { Onleesbaar } from './bestanden/onleesbaar.ts'
export type { PerRegel, PerStudent, Samenvatting } from './bestanden/samenvatting.ts'
