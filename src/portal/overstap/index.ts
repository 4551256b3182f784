export { overstaproutes } from './routes.ts'
export { overstapweigering } from './weigering.ts'
export type { Weigeringtekst } from './weigering.ts'
