/** De database voor deze start: een eigen (DATABASE_URL) of de meegeleverde, met het schema op de laatste stand. */
import { setTimeout as wacht } from 'node:timers/promises'
import { type Database, maakPseudoniemen, migreer, onveiligeServerinstellingen, openDatabase, startIngebedPostgres } from '../database/index.ts'
import type { Sleutels } from '../toegang/index.ts'
import type { Config } from './config.ts'

export interface Verbinding {
  readonly database: Database
  readonly url: string
  /** Waar de gegevens staan, zonder wachtwoord. */
  readonly plaats: string
  sluit(): Promise<void>
}

const WACHT_OP_SERVER_MS = 60_000
const NOG_NIET_BEREIKBAAR = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ECONNRESET', '57P03'])

/** Opent de database en migreert. `meld` krijgt te horen waarop gewacht wordt. Gooit als het niet lukt, en in productie als de server leveringen kan verliezen. */
export async function verbind(config: Pick<Config, 'databaseUrl' | 'dataMap'> & Partial<Pick<Config, 'modus' | 'voorbereiden'>>, { logboek }: Pick<Sleutels, 'logboek'>, meld: (regel: string) => void): Promise<Verbinding> {
  const { url, plaats, stop } = await kiesServer(config, meld)
  try {
    await migreer(url)
    let sluitend = false
    const bijVerbindingsfout = (fout: Error): void => {
      if (!sluitend) meld(`Databaseverbinding weggevallen: ${fout.message}`)
    }
    const database = await openDatabase({ url, bijVerbindingsfout, voorbereiden: config.voorbereiden ?? true, pseudoniemen: maakPseudoniemen(logboek.betrokkenen) })
    const sluit = async (): Promise<void> => {
      sluitend = true
      await database.sluit()
      await stop()
    }
    if (config.modus === 'productie') await eisVeiligeServer(database)
    return { database, url, plaats, sluit }
  } catch (fout) {
    await stop()
    throw fout
  }
}

async function eisVeiligeServer(database: Database): Promise<void> {
  const bezwaren = await onveiligeServerinstellingen(database)
  if (bezwaren.length === 0) return
  await database.sluit()
  throw new Error(bezwaren.join('\n'))
}

interface Server {
  readonly url: string
  readonly plaats: string
  stop(): Promise<void>
}

async function kiesServer({ databaseUrl, dataMap }: Pick<Config, 'databaseUrl' | 'dataMap'>, meld: (regel: string) => void): Promise<Server> {
  if (databaseUrl === undefined) {
    const { url, map, stop } = await startIngebedPostgres({ dataMap })
    return { url, plaats: `meegeleverde PostgreSQL in ${map}`, stop }
  }
  await wachtOpServer(databaseUrl, meld)
  return { url: databaseUrl, plaats: noemServer(databaseUrl), stop: () => Promise.resolve() }
}

/** Een eigen server mag later opkomen dan wij (beide tegelijk gestart); een fout wachtwoord gaat van wachten niet over. */
async function wachtOpServer(url: string, meld: (regel: string) => void): Promise<void> {
  const einde = Date.now() + WACHT_OP_SERVER_MS
  for (;;) {
    try {
      await (await openDatabase({ url, verbindingen: 1 })).sluit()
      return
    } catch (fout) {
      const code = codeVan(fout)
      if (!NOG_NIET_BEREIKBAAR.has(code) || Date.now() > einde) {
        throw new Error(`De database in DATABASE_URL antwoordt niet (${code || String(fout)}). Controleer adres, gebruiker en wachtwoord.`, { cause: fout })
      }
      meld(`De database in DATABASE_URL is nog niet bereikbaar (${code}); opnieuw over 2 s.`)
      await wacht(2_000)
    }
  }
}

/** Bij een naam met meer adressen geeft Node een AggregateError; die noemt de code ook. */
function codeVan(fout: unknown): string {
  return fout instanceof Error && 'code' in fout ? String(fout.code) : ''
}

function noemServer(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `PostgreSQL op ${host}${pathname}`
}
