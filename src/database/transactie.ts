import { sql, type Transaction } from 'kysely'
import type pg from 'pg'
import type { Schema } from './schema.ts'
import type { Database } from './verbinding.ts'

export type Transactie = Transaction<Schema>

/** Voor wie de transactie werkt. Row-level security leest dit; mag() in de actie is de eerste lijn. */
export interface Transactiecontext {
  /** BRIN-codes van de school van de actor; leeg bij DUO en systeem. */
  readonly organisaties: readonly string[]
  readonly rol: 'school' | 'duo' | 'systeem'
  /** Interne sleutel van het account of de koppeling. */
  readonly actor: string
}

/** Dezelfde woorden staan in leerroute_ziet_alles() en leerroute_is_systeem() (migratie 0001). */
const SQL_CONTEXT = `select set_config('role', 'leerroute_app', true), set_config('leerroute.brins', $1, true),
  set_config('leerroute.rol', $2, true), set_config('leerroute.actor', $3, true)`

/**
 * Voert werk uit in één transactie als rol leerroute_app. De instellingen zijn lokaal voor de transactie: na commit of
 * rollback heeft de verbinding in de pool geen rechten meer. Gooit het werk, dan is er niets opgeslagen.
 */
export async function inTransactie<T>(
  database: Database, context: Transactiecontext, werk: (trx: Transactie) => Promise<T>,
): Promise<T> {
  const [brins, rol, actor] = contextwaarden(context)
  return database.kysely.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'leerroute_app', true), set_config('leerroute.brins', ${brins}, true),
      set_config('leerroute.rol', ${rol}, true), set_config('leerroute.actor', ${actor}, true)`.execute(trx)
    ROLLEN.set(trx, rol)
    return werk(trx)
  })
}

/** Als `inTransactie`, met de kale verbinding: alleen voor COPY en set-gewijze leveringen. */
export async function inTransactieMetVerbinding<T>(
  database: Database, context: Transactiecontext, werk: (verbinding: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const waarden = contextwaarden(context)
  const verbinding = await database.pool.connect()
  let stuk: Error | undefined
  try {
    await verbinding.query('begin')
    await verbinding.query(SQL_CONTEXT, waarden)
    const uitkomst = await werk(verbinding)
    await verbinding.query('commit')
    return uitkomst
  } catch (fout) {
    await verbinding.query('rollback').catch((bijRollback: Error) => { stuk = bijRollback })
    throw fout
  } finally {
    // Lukt zelfs rollback niet, dan gaat de verbinding weg in plaats van terug in de pool.
    verbinding.release(stuk)
  }
}

/**
 * Een stap die over scholen heen moet kijken (persoon opzoeken, regels over beide registers), binnen dezelfde transactie.
 * Alleen gebruiken na mag(); daarna gelden de rechten van de actor weer.
 */
export async function alsSysteem<T>(trx: Transactie, werk: () => Promise<T>): Promise<T> {
  const eerder = ROLLEN.get(trx)
  if (eerder === undefined) throw new Error('alsSysteem hoort binnen inTransactie: van deze transactie is de rol niet bekend')
  if (eerder === 'systeem') return werk()
  await zetRol(trx, 'systeem')
  const uitkomst = await werk()
  // Gooit het werk, dan is de transactie afgebroken en valt er niets terug te zetten.
  await zetRol(trx, eerder)
  return uitkomst
}

/** De rol van elke lopende transactie, zodat navragen geen ronde naar de database kost. Alleen dit bestand zet de rol. */
const ROLLEN = new WeakMap<Transactie, string>()

async function zetRol(trx: Transactie, rol: string): Promise<void> {
  await sql`select set_config('leerroute.rol', ${rol}, true)`.execute(trx)
  ROLLEN.set(trx, rol)
}

const BRIN = /^\d{2}[A-Z]{2}$/

function contextwaarden(context: Transactiecontext): [string, string, string] {
  for (const brin of context.organisaties) {
    // Een komma in een code zou rechten op een andere school geven.
    if (!BRIN.test(brin)) throw new Error('een BRIN in de context heeft niet de vorm 99AA')
  }
  return [context.organisaties.join(','), context.rol, context.actor]
}
