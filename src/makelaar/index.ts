export type { MakelaarGestart, MakelaarStart } from './bericht.ts'
export { leesMedewerkers, pseudoniemVan, rechtspersoonVan } from './medewerkers.ts'
export type { Medewerker, Medewerkerrol, Oudtoken } from './medewerkers.ts'
