export { UitvoerDicht } from './kader/einde.ts'
export { handleiding, voerOpdrachtUit } from './main.ts'
export type { Afsluitcode, Buiten, CliOmgeving, MaakOpdracht, Register } from './omgeving.ts'
