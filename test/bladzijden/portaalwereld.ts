/** Het hele portaal met de verzonnen regio, en iemand van elke rol die ermee werkt. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { WERELD_MAP } from '../../src/server/wereld-bestanden.ts'
import { logIn } from '../inloggen.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import type { Bezoeker } from './rondgang.ts'

/** Iedereen uit wereld/medewerkers.yaml die een ander menu ziet. */
export const ROLLEN = [
  ['vo', 'veldhoorn-administratie'], ['mbo', 'lindemeer-administratie'], ['vso', 'vlierpad-administratie'], ['beheerder', 'lindemeer-beheerder'], ['verzuim', 'lindemeer-verzuim'],
  ['DUO', 'duo-behandelaar'], ['securitydesk', 'duo-securitydesk'], ['auditor', 'duo-auditor'],
] as const

export interface Portaalwereld {
  readonly server: HeleServer
  readonly bezoekers: readonly Bezoeker[]
  weg(): Promise<void>
}

export async function startPortaalwereld(): Promise<Portaalwereld> {
  const fouten: string[] = []
  const server = await startHeleServer({ log: (regel) => fouten.push(regel) })
  const bezoekers = [{ wie: 'niemand', koekje: '' }, ...(await Promise.all(ROLLEN.map(async ([wie, id]) => ({ wie, koekje: await logIn(server.eigen.database, id) }))))]
  return { server, bezoekers, weg: () => server.weg() }
}

/** Namen van scholen, besturen, mensen en opleidingen in de verzonnen regio; die vertalen wij niet. De langste eerst. */
export function namenUitDeWereld(): readonly string[] {
  const namen = new Set<string>()
  const zoek = (waarde: unknown): void => {
    if (Array.isArray(waarde)) return waarde.forEach(zoek)
    if (typeof waarde !== 'object' || waarde === null) return
    for (const [sleutel, inhoud] of Object.entries(waarde)) {
      if (typeof inhoud === 'string' && /naam|plaats/i.test(sleutel)) namen.add(inhoud)
      else zoek(inhoud)
    }
  }
  for (const bestand of readdirSync(WERELD_MAP, { recursive: true, encoding: 'utf8' })) if (bestand.endsWith('.yaml')) zoek(parse(readFileSync(join(WERELD_MAP, bestand), 'utf8')))
  return [...namen].toSorted((a, b) => b.length - a.length)
}
