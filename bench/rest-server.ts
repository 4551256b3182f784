/** De hele server, met logboek en metingen aan, in dit proces en nog zonder te luisteren. */
import { type Database, openDatabase } from '../src/database/index.ts'
import { leesConfig } from '../src/server/config.ts'
import { maakOnderdelen } from '../src/server/onderdelen.ts'
import { maakWaarneming } from '../src/server/waarneming/index.ts'
import { maakLogboek } from '../src/server/waarneming/logboek.ts'

/** @param pas verandert de verbinding voor er iets gebeurt; alleen om te meten. */
export async function startRestserver(url: string, sleutelBytes: Uint8Array, logbestand: string, pas: (database: Database) => void = () => undefined) {
  const config = leesConfig({ LEERROUTE_LIMIET_PER_MINUUT: '0', DATABASE_URL: url, LEERROUTE_DATA: logbestand.replace(/[^/]+$/, '') })
  if (!config.ok) throw new Error('instellingen')
  const database = await openDatabase({ url })
  pas(database)
  const sleutels = { persoonsnummers: { actief: 'bench', versleutelsleutels: new Map([['bench', sleutelBytes]]), opzoeksleutel: sleutelBytes }, sessie: sleutelBytes, logboek: { betrokkenen: { actief: 'b', sleutels: new Map([['b', sleutelBytes]]) }, controlepunten: { actief: 'c', sleutels: new Map([['c', sleutelBytes]]) } } }
  const logboek = maakLogboek({ vorm: 'json', niveau: 'info', bestand: logbestand })
  const onderdelen = maakOnderdelen(maakWaarneming({ logboek, tracer: undefined, metrics: config.waarde.metrics, versheidMs: 15_000 }))
  const draaiend = Promise.withResolvers<Awaited<ReturnType<typeof onderdelen.verbindDomeinen>>>()
  const server = onderdelen.bouw(config.waarde, sleutels, draaiend.promise, () => undefined)
  const klaar = await onderdelen.verbindDomeinen(config.waarde, sleutels, { database, url, plaats: '', sluit: () => Promise.resolve() }, () => undefined)
  draaiend.resolve(klaar)
  const stop = async (): Promise<void> => {
    await server.close()
    await klaar.stop()
    await database.sluit()
  }
  return { server, stop }
}
