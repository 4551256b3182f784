export { bepaalMboVerklaring } from './rules/mbo-verklaring.ts'
export type { MboVerklaringFeiten, MboVerklaringOordeel } from './rules/mbo-verklaring.ts'
