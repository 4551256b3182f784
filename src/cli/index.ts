export { voerOpdrachtUit } from './main.ts'
export type { Afsluitcode, CliOmgeving, MaakOpdracht, Register } from './omgeving.ts'
