/** `npm start`: luisteren, database, sleutels, verzonnen regio, begroeting; en bij een stopteken alles netjes terug. */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { neemSlot } from '../../scripts/slot.mjs'
import type { Afsluitcode } from '../cli/index.ts'
import { zorgVoorDataMap } from '../database/index.ts'
import { laadSleutels, type Sleutels } from '../toegang/index.ts'
import { maakBegroeting, type Begroetbaar } from './begroeting.ts'
import { bezwaarTegenProductie, type Config } from './config.ts'
import { wachtOpStopteken } from './stopteken.ts'
import { verbind, type Verbinding } from './verbinden.ts'

/** Wat de webserver nodig heeft zodra de database er is. */
export interface Draaiend extends Begroetbaar {
  isGereed(): Promise<boolean>
  /** Wat pas hoeft als de server al antwoordt. */
  naStart(): void
  /** Stopt werk op de achtergrond, voordat de database dichtgaat. */
  stop(): Promise<void>
}

/** De twee stappen die van de domeinen weten; `src/main.ts` geeft de echte mee. */
export interface Onderdelen<T extends Draaiend> {
  /** Maakt de webserver voordat de database er is: `draaiend` komt uit zodra dat zo is. */
  bouw(config: Config, sleutels: Sleutels, draaiend: Promise<T>, meld: Uitvoer): FastifyInstance
  /** Laadt zo nodig de verzonnen regio en verbindt de acties met de database. */
  verbindDomeinen(config: Config, sleutels: Sleutels, verbinding: Verbinding, meld: Uitvoer): Promise<T>
}

type Uitvoer = (regel: string) => void

const SLUIT_MS = 10_000

/** Draait tot een stopteken en geeft de afsluitcode. `schrijf` is voor de gebruiker, `meld` voor fouten en waarschuwingen. */
export async function start<T extends Draaiend>(config: Config, schrijf: Uitvoer, meld: Uitvoer, laadOnderdelen: () => Promise<Onderdelen<T>>): Promise<Afsluitcode> {
  const bezwaar = bezwaarTegenProductie(config)
  if (bezwaar !== undefined) {
    meld(`Leerroute start niet: ${bezwaar}`)
    return 2
  }
  const stopteken = wachtOpStopteken(config.ouderPid)
  zorgVoorDataMap(config.dataMap)
  const slot = neemServerslot(config)
  if (slot.houder !== undefined) {
    meld(zegDatHijDraait(config, slot.houder))
    return 2
  }
  try {
    const sleutels = await laadSleutels(config)
    if (sleutels.ok) return await draai(config, sleutels.waarde, stopteken, schrijf, meld, laadOnderdelen)
    meld(`Leerroute start niet: ${sleutels.reden.uitleg} (${sleutels.reden.bestand})`)
    return 2
  } finally {
    slot.vrij()
  }
}

async function draai<T extends Draaiend>(
  config: Config, sleutels: Sleutels, stopteken: Promise<string>, schrijf: Uitvoer, meld: Uitvoer, laadOnderdelen: () => Promise<Onderdelen<T>>,
): Promise<Afsluitcode> {
  const aan = Promise.withResolvers<T>()
  // Valt de database weg voor iemand erom vraagt, dan is dat geen onafgevangen fout: hieronder wordt hij gemeld.
  aan.promise.catch(() => undefined)
  // PostgreSQL is een ander proces: het komt op terwijl wij de rest van de code laden.
  const verbindend = verbind(config, sleutels, meld)
  verbindend.catch(() => undefined)
  let app: FastifyInstance | undefined
  let draaiend: T | undefined
  let gestopt: string | undefined
  try {
    const onderdelen = await laadOnderdelen()
    app = onderdelen.bouw(config, sleutels, aan.promise, meld)
    const adres = await luister(app, config)
    const verbinding = await verbindend
    draaiend = await onderdelen.verbindDomeinen(config, sleutels, verbinding, meld)
    aan.resolve(draaiend)
    schrijf(maakBegroeting({ config, adres, plaats: verbinding.plaats, draaiend }))
    draaiend.naStart()
    schrijf(`Leerroute stopt (${await stopteken}) ...`)
    gestopt = 'Leerroute is gestopt.'
    return 0
  } catch (fout) {
    aan.reject(fout)
    meld(uitlegBij(fout, config))
    return fout instanceof Error && 'code' in fout && String(fout.code).startsWith('EADDR') ? 2 : 3
  } finally {
    if (app !== undefined) await sluit(app)
    await draaiend?.stop()
    await verbindend.then((verbinding) => verbinding.sluit(), () => undefined)
    if (gestopt !== undefined) schrijf(gestopt)
  }
}

type Serverslot = ReturnType<typeof neemSlot>

/** Een map hoort bij een server; met een eigen database mogen meer servers naast elkaar draaien. */
function neemServerslot(config: Config): Serverslot {
  if (config.databaseUrl !== undefined) return { vrij: () => undefined }
  return neemSlot(join(config.dataMap, 'server.slot'), { adres: config.basisUrl, sinds: new Date().toISOString() })
}

function zegDatHijDraait(config: Config, houder: { readonly pid: number; readonly [gegeven: string]: unknown }): string {
  return (
    `Leerroute draait al op ${String(houder['adres'] ?? 'een ander adres')} (proces ${houder.pid}) met de gegevens in ${config.dataMap}.\n` +
    'Gebruik dat adres, of start een tweede met een eigen map en poort: LEERROUTE_DATA=~/leerroute-2 PORT=8081 npm start'
  )
}

async function luister(app: FastifyInstance, config: Config): Promise<string> {
  await app.listen({ host: config.host, port: config.poort })
  const adres = app.server.address()
  const poort = typeof adres === 'object' && adres !== null ? adres.port : config.poort
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${poort}`
}

function uitlegBij(fout: unknown, config: Config): string {
  const tekst = fout instanceof Error ? fout.message : String(fout)
  switch (fout instanceof Error && 'code' in fout ? fout.code : undefined) {
    case 'EADDRINUSE':
      return `Poort ${config.poort} op ${config.host} is al in gebruik door een ander programma. Kies een andere poort: PORT=${config.poort + 1} npm start`
    case 'EACCES':
      return `Poort ${config.poort} mag u niet openen. Kies een poort boven 1024: PORT=8080 npm start`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST=${config.host} is geen adres van deze computer. Laat HOST weg, of gebruik HOST=0.0.0.0 voor alle adressen.`
    default:
      return `Leerroute start niet: ${tekst}${fout instanceof Error && fout.cause instanceof Error ? `: ${fout.cause.message}` : ''}`
  }
}

/** Lopende verzoeken krijgen de tijd; een open verbinding die niets doet houdt het stoppen niet tegen. */
async function sluit(app: FastifyInstance): Promise<void> {
  const ongeduld = setTimeout(() => app.server.closeAllConnections(), SLUIT_MS)
  await app.close()
  clearTimeout(ongeduld)
}
