export { bepaalBetaler, signaleerBekostigbaar } from './rules/betaler.ts'
export type { Betaleroordeel } from './rules/betaler.ts'
