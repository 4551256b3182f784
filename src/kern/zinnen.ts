import type { Datum } from './datum.ts'

const MAANDEN = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']

/** Een datum zoals hij in een zin staat: "1 oktober 2026". */
export function schrijfDag(d: Datum): string {
  return `${Number(d.slice(8))} ${MAANDEN[Number(d.slice(5, 7)) - 1] ?? ''} ${Number(d.slice(0, 4))}`
}

/** "a", "a en b", "a, b en c". */
export function opsomming(delen: readonly string[]): string {
  if (delen.length < 2) return delen[0] ?? ''
  return `${delen.slice(0, -1).join(', ')} en ${delen[delen.length - 1] ?? ''}`
}
