import { leesOrganisaties } from '../../toegang/index.ts'
import type { Bezoek } from '../kader/route.ts'
import type { Duoschool } from './tellen.ts'

const PER_GREEP = 250
/** Nederland heeft minder dan duizend scholen in vo, vso en mbo; dit is een rem, geen grens. */
const MEESTE_GREPEN = 20

/** Elke school van vandaag met haar sectoren, voor wie alle scholen ziet. */
export async function leesAlleScholen({ deur, ctx }: Bezoek): Promise<readonly Duoschool[]> {
  const scholen: Duoschool[] = []
  for (let na: string | null = null, greep = 0; greep < MEESTE_GREPEN; greep += 1) {
    const gelezen = await leesOrganisaties(deur.database, ctx(), { aantal: PER_GREEP, na })
    if (!gelezen.ok) break
    scholen.push(...gelezen.waarde.regels.map(({ brin, naam, onderwijsaanbieders }) => ({ brin, naam, sectoren: [...new Set(onderwijsaanbieders.map(({ sector }) => sector))] })))
    na = gelezen.waarde.volgende
    if (na === null) break
  }
  return scholen
}
