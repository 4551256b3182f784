export { overstaproutes } from './routes.ts'
export { overstapweigering } from './weigeringteksten.nl.ts'
export type { Weigeringtekst } from './weigeringteksten.nl.ts'
