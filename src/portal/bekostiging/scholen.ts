/** De scholen waarvan iemand een telling mag zien. */
import { brinsVan, leesOrganisatie, mag, zietAlles } from '../../toegang/index.ts'
import { leesAlleScholen } from '../duo-scholen/scholen.ts'
import type { Bezoek } from '../kader/route.ts'
import type { School } from './lijst.tsx'

/** De eigen scholen; DUO kiest uit alle scholen. */
export async function leesScholen(bezoek: Bezoek): Promise<readonly School[]> {
  const ctx = bezoek.ctx()
  if (zietAlles(ctx.actor)) return leesAlleScholen(bezoek)
  const eigen = await Promise.all(brinsVan(ctx.actor).map((brin) => findSchool(bezoek, brin)))
  return eigen.filter((school) => school !== undefined)
}

/** Undefined: onbekend, of niet van deze bezoeker (Z-02). */
export async function findSchool(bezoek: Bezoek, brin: string): Promise<School | undefined> {
  const ctx = bezoek.ctx()
  if (!mag(ctx.actor, 'deelnemer:lezen', { brin })) return undefined
  const gevonden = await leesOrganisatie(bezoek.deur.database, ctx, brin)
  return gevonden.ok ? { brin, naam: gevonden.waarde.naam } : undefined
}
