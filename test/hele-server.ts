/** De hele weg van `npm start` in het proces van de test: de echte webserver op een eigen database met de verzonnen regio. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { leesConfig } from '../src/server/config.ts'
import { maakOnderdelen } from '../src/server/onderdelen.ts'
import { maakWaarneming } from '../src/server/waarneming/index.ts'
import { maakLogboek } from '../src/server/waarneming/logboek.ts'
import type { Sleutels } from '../src/toegang/index.ts'
import { type EigenDatabase, maakEigenDatabase } from './eigen-database.ts'

export interface HeleServer {
  readonly eigen: EigenDatabase
  readonly app: FastifyInstance
  readonly sleutels: Sleutels
  /** Het werk op de achtergrond; `weg` doet dit ook. */
  stopWerk(): Promise<void>
  weg(): Promise<void>
}

export interface HeleKeuze {
  readonly omgeving?: Readonly<Record<string, string>>
  readonly niveau?: Parameters<typeof maakLogboek>[0]['niveau']
  /** Elke logregel. */
  readonly log: (regel: string) => unknown
  readonly tracer?: Parameters<typeof maakWaarneming>[0]['tracer']
  /** Als de webserver er al is, en de database nog niet. */
  readonly voorDatabase?: (app: FastifyInstance) => Promise<void>
}

export async function startHeleServer({ omgeving = {}, niveau = 'waarschuwing', log, tracer, voorDatabase }: HeleKeuze): Promise<HeleServer> {
  const eigen = await maakEigenDatabase()
  const map = await mkdtemp(join(tmpdir(), 'leerroute-hele-server-'))
  const config = leesConfig({ DATABASE_URL: eigen.url, LEERROUTE_LIMIET_PER_MINUUT: '0', LEERROUTE_CONTROLEPUNTEN: join(map, 'controlepunten.jsonl'), ...omgeving })
  if (!config.ok) throw new Error('de instellingen van de test kloppen niet')
  const onderdelen = maakOnderdelen(maakWaarneming({ logboek: maakLogboek({ vorm: 'json', niveau, bestand: undefined }, log), tracer, metrics: { token: undefined, adressen: [] }, versheidMs: 0 }))
  const draaiend = Promise.withResolvers<Awaited<ReturnType<typeof onderdelen.verbindDomeinen>>>()
  const sleutels = maakSleutels()
  const app = onderdelen.bouw(config.waarde, sleutels, draaiend.promise, () => undefined)
  await voorDatabase?.(app)
  const klaar = await onderdelen.verbindDomeinen(config.waarde, sleutels, { database: eigen.database, url: eigen.url, plaats: '', sluit: () => Promise.resolve() }, () => undefined)
  draaiend.resolve(klaar)
  return {
    eigen, app, sleutels, stopWerk: () => klaar.stop(),
    weg: async () => {
      await app.close()
      await klaar.stop()
      await eigen.weg()
      await rm(map, { recursive: true })
    },
  }
}

function reeks(naam: string): { readonly actief: string; readonly sleutels: ReadonlyMap<string, Uint8Array> } {
  return { actief: naam, sleutels: new Map([[naam, randomBytes(32)]]) }
}

function maakSleutels(): Sleutels {
  return { persoonsnummers: { actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) }, sessie: randomBytes(32), logboek: { betrokkenen: reeks('b1'), controlepunten: reeks('c1') } }
}
