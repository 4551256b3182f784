import { type Actiecontext, type Collega, toonCollegas } from '../../toegang/index.ts'
import type { Portaaldeur } from '../kader/route.ts'

/** Voor hoeveel scholen wij hun medewerkers opzoeken; wie voor meer scholen werkt, kiest eerst een school. */
const MEESTE_SCHOLEN = 5

/** Wie van deze scholen signalen mag afhandelen, op naam. */
export async function leesCollegas({ database }: Portaaldeur, ctx: Actiecontext, scholen: readonly string[]): Promise<readonly Collega[]> {
  if (scholen.length > MEESTE_SCHOLEN) return []
  const gevonden = await Promise.all(scholen.map((brin) => toonCollegas(database, ctx, 'signaal:afhandelen', brin)))
  return [...new Map(gevonden.flat().map((collega) => [collega.accountId, collega])).values()].toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl'))
}
