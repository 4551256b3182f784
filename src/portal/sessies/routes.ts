import { beeindigEigenSessies, toonEigenSessies, toonNaamgevingen } from '../../toegang/index.ts'
import { veldVan } from '../kader/invoer.ts'
import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { tekenSessies } from './page.tsx'

/** Beëindigen vraagt een verse inlog: wie een open browser vindt, kan de eigenaar er niet overal uit gooien. */
export const sessieroutes: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/sessies', toegang: 'aangemeld', verwerk: (bezoek) => toon(bezoek, null) },
  { methode: 'POST', pad: '/sessies', toegang: 'aangemeld', vers: true, verwerk: (bezoek, { body }) => beeindig(bezoek, veldVan(body, 'sleutel')) },
]

async function beeindig(bezoek: Bezoek, sleutel: unknown): Promise<Portaalantwoord> {
  if (bezoek.wie === null || typeof sleutel !== 'string') return { soort: 'fout', fout: 'verzoek-onjuist' }
  return toon(bezoek, await beeindigEigenSessies(bezoek.deur.database, bezoek.ctx(), bezoek.wie.sessieHash, sleutel === 'alle' ? 'alle' : { sleutel }))
}

async function toon(bezoek: Bezoek, beeindigd: number | null): Promise<Portaalantwoord> {
  if (bezoek.wie === null) return { soort: 'fout', fout: 'niet-gevonden' }
  const { database } = bezoek.deur
  const [sessies, naamgevingen] = [await toonEigenSessies(database, bezoek.ctx(), bezoek.wie.sessieHash), await toonNaamgevingen(database, bezoek.ctx())]
  return { soort: 'bladzijde', html: tekenSessies(bezoek.omgeving, { sessies, naamgevingen, beeindigd }) }
}
