import { createHash } from 'node:crypto'

/**
 * SHA-256 van een waarde, zonder invloed van de volgorde van velden. Een leeg veld (null of undefined) is hetzelfde als
 * een ontbrekend veld, zodat een bericht dat een leeg veld weglaat geen nieuwe stand geeft.
 */
export function inhoudHash(waarde: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(geordend(waarde))).digest()
}

function geordend(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(geordend)
  if (typeof waarde !== 'object' || waarde === null) return waarde ?? null
  const paren = Object.entries(waarde).filter(([, inhoud]) => inhoud !== null && inhoud !== undefined)
  return Object.fromEntries(paren.sort(([a], [b]) => (a < b ? -1 : 1)).map(([naam, inhoud]) => [naam, geordend(inhoud)]))
}
