import { randomFillSync } from 'node:crypto'

const POEL = new Uint8Array(4096)
let gebruikt = POEL.length

/**
 * uuidv7 (RFC 9562): 48 bits milliseconden en verder toeval. De toepassing maakt sleutels zelf, zodat een levering ze kent
 * voordat er iets is opgeslagen en oudere PostgreSQL-versies geen functie missen.
 */
export function uuidv7(milliseconden: number = Date.now()): string {
  if (gebruikt + 10 > POEL.length) {
    randomFillSync(POEL)
    gebruikt = 0
  }
  const toeval = Buffer.from(POEL.subarray(gebruikt, gebruikt + 10))
  gebruikt += 10
  toeval[0] = ((toeval[0] ?? 0) & 0x0f) | 0x70
  toeval[2] = ((toeval[2] ?? 0) & 0x3f) | 0x80
  const tekst = milliseconden.toString(16).padStart(12, '0') + toeval.toString('hex')
  return `${tekst.slice(0, 8)}-${tekst.slice(8, 12)}-${tekst.slice(12, 16)}-${tekst.slice(16, 20)}-${tekst.slice(20)}`
}
