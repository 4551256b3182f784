export { voerOpdrachtUit } from './main.ts'
export type { Afsluitcode, CliOmgeving, MaakOpdracht } from './omgeving.ts'
