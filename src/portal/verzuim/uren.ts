import type { Taal } from '../kader/taal.ts'

/** Uren met hooguit twee decimalen, zonder nullen erachter. */
export function schrijfUren(uren: number, taal: Taal): string {
  const afgerond = String(Math.round(uren * 100) / 100)
  return taal === 'nl' ? afgerond.replace('.', ',') : afgerond
}
