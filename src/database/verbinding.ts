import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { losPseudoniem, type Pseudoniemen } from './pseudoniem.ts'
import type { Schema } from './schema.ts'
import { VoorbereideVerbinding } from './voorbereid.ts'

/** De verbinding met PostgreSQL: de pool voor COPY en kale SQL, Kysely voor al het andere. */
export interface Database {
  readonly kysely: Kysely<Schema>
  readonly pool: pg.Pool
  /** Een paar verbindingen apart voor logboekregels buiten een transactie om: die mogen niet wachten op werk dat op hen wacht. */
  readonly logboekpool: pg.Pool
  readonly pseudoniemen: Pseudoniemen
  sluit(): Promise<void>
}

export interface Databaseinstellingen {
  /** `postgres://...`; PostgreSQL 15 of nieuwer. */
  readonly url: string
  /** Hoogste aantal verbindingen; standaard 10. */
  readonly verbindingen?: number
  /** Vragen die terugkomen voorbereiden; standaard ja. Nee achter een pooler die dat niet verdraagt. */
  readonly voorbereiden?: boolean
  /** Wordt geroepen als een verbinding die niemand gebruikt wegvalt; zonder luisteraar zou het proces stoppen. */
  readonly bijVerbindingsfout?: (fout: Error) => void
  /** Waarmee deelnemers in het logboek van verwerkingen staan; de server en de opdrachtregel geven ze altijd. */
  readonly pseudoniemen?: Pseudoniemen
}

const OUDSTE_VERSIE = 150_000

/** Opent een pool en controleert dat de server bereikbaar is en PostgreSQL 15 of nieuwer is. Gooit als dat niet zo is. */
export async function openDatabase(instellingen: Databaseinstellingen): Promise<Database> {
  const pool = maakPool(instellingen, instellingen.verbindingen ?? 10)
  const logboekpool = maakPool(instellingen, LOGBOEKVERBINDINGEN)
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  const sluit = async (): Promise<void> => {
    await kysely.destroy()
    // Kysely sluit de pool alleen als het hem zelf gebruikte; anders houdt een rustende verbinding het proces nog 10 s bezig.
    if (!pool.ending) await pool.end()
    if (!logboekpool.ending) await logboekpool.end()
  }
  try {
    await controleerVersie(pool)
  } catch (fout) {
    await sluit()
    throw fout
  }
  return { kysely, pool, logboekpool, pseudoniemen: instellingen.pseudoniemen ?? losPseudoniem(), sluit }
}

/** Pas geopend als er een nodig is. */
const LOGBOEKVERBINDINGEN = 2

function maakPool(instellingen: Databaseinstellingen, verbindingen: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: instellingen.url,
    max: verbindingen,
    // Momenten worden altijd als UTC gelezen en geschreven, wat de server ook heeft ingesteld.
    options: '-c timezone=UTC',
    ...(instellingen.voorbereiden === false ? {} : { Client: VoorbereideVerbinding }),
    types: { getTypeParser: leesWaarde },
  })
  pool.on('error', instellingen.bijVerbindingsfout ?? (() => undefined))
  // Valt de server weg tussen twee vragen van een transactie, dan meldt die verbinding dat zelf; zonder luisteraar stopt het
  // hele proces. De volgende vraag op deze verbinding mislukt, en zo hoort de aanroeper het.
  pool.on('connect', (verbinding) => verbinding.on('error', () => undefined))
  return pool
}

async function controleerVersie(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ versie: number }>(`select current_setting('server_version_num')::int as versie`)
  const versie = rows[0]?.versie ?? 0
  if (versie < OUDSTE_VERSIE) {
    throw new Error(`PostgreSQL ${Math.floor(versie / 10_000)} is te oud: gebruik versie 15 of nieuwer in DATABASE_URL`)
  }
}

const OID = { bigint: 20, numeric: 1700, date: 1082, timestamptz: 1184 } as const

/**
 * pg maakt van `date` een Date op lokale middernacht (de dag verspringt dan per tijdzone) en van `bigint` een tekst.
 * Hier blijven dagen tekst, worden momenten ISO-tekst en aantallen getallen.
 */
function leesWaarde(oid: number, vorm?: 'text' | 'binary'): (waarde: string) => unknown {
  if (vorm === 'binary') return pg.types.getTypeParser(oid, 'binary') as (waarde: string) => unknown
  switch (oid) {
    case OID.date:
      return (tekst) => tekst
    case OID.timestamptz:
      return (tekst) => new Date(tekst).toISOString()
    case OID.bigint:
    case OID.numeric:
      return Number
    default:
      return pg.types.getTypeParser(oid, 'text')
  }
}
