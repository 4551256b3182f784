/** De lichte voordeur: wat zonder register (en dus zonder pg en kysely) werkt. `leerroute casus` en `toets` starten er snel door. */
export { beoordeelRoute } from './rules/beoordeel.ts'
export type { Routeoordeel } from './rules/beoordeel.ts'
export { brinnenVan, feitVanInschrijving, feitVanOpen, maakFeit, scholenVan } from './rules/feiten.ts'
export { peil, peilFase } from './rules/peiling.ts'
export type { LeerrouteFeiten, Peiling } from './rules/peiling.ts'
export { eersteBegindatum, heeftOpenInschrijving, isBeeindigd, isOpen } from './rules/stand.ts'
export type { OpenInschrijving, Registers, Registerstand, Stand } from './rules/stand.ts'
export { beginRouteSchooljaar } from './rules/verwachte-fase.ts'
