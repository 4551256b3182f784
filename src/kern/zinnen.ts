import type { Datum } from './datum.ts'

export const MAANDEN = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']

/** Een datum zoals hij in een zin staat: "1 oktober 2026". */
export function schrijfDag(d: Datum): string {
  return `${getal(d, 8)} ${MAANDEN[getal(d, 5) - 1] ?? ''} ${d.slice(0, 4)}`
}

/** Een dag in elk jaar, zoals in een norm: "10-15" wordt "15 oktober". */
export function schrijfMaandDag(maandDag: string): string {
  return `${Number(maandDag.slice(3))} ${MAANDEN[Number(maandDag.slice(0, 2)) - 1] ?? ''}`
}

/** Twee cijfers vanaf een plek. Elk besluit schrijft tientallen datums; zo kost dat geen losse stukjes tekst. */
function getal(d: Datum, plek: number): number {
  return (d.charCodeAt(plek) - NUL) * 10 + d.charCodeAt(plek + 1) - NUL
}

const NUL = '0'.charCodeAt(0)

/** "a", "a en b", "a, b en c". */
export function opsomming(delen: readonly string[]): string {
  if (delen.length < 2) return delen[0] ?? ''
  return `${delen.slice(0, -1).join(', ')} en ${delen[delen.length - 1] ?? ''}`
}
