import { createHash } from 'node:crypto'

const RUIMTE = 'leerroute/gebeurtenis/'

/**
 * Een vaste, ondoorzichtige sleutel (uuid versie 8) bij een leesbare naam, voor wat in het register geen eigen nummer heeft.
 * Namen die een school zelf kiest staan zo nooit in een attribuut (S-42). Alleen voor namen zonder persoonsgegevens.
 */
export function ondoorzichtig(naam: string): string {
  const b = createHash('sha256').update(RUIMTE + naam).digest().subarray(0, 16)
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x80
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80
  const t = b.toString('hex')
  return `${t.slice(0, 8)}-${t.slice(8, 12)}-${t.slice(12, 16)}-${t.slice(16, 20)}-${t.slice(20)}`
}
