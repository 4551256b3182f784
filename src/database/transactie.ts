import { CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import { Boek, type Postenlijst } from './boek.ts'
import { schrijfBoek, type Vraagt } from './boeken.ts'
import { BRIN, contextwaarden, SQL_CONTEXT, type Transactiecontext } from './context.ts'
import { pastInGroep, schrijfInGroep } from './groepschrijver.ts'
import { inKaleTransactie } from './kale-transactie.ts'
import type { Schema } from './schema.ts'
import { spoorhaak } from './spoor.ts'
import type { Database } from './verbinding.ts'
import { MET_VOLGENDE } from './voorbereid.ts'

export type { Transactiecontext }

export type Transactie = Transaction<Schema>

/** De verbinding achter een transactie, voor COPY; een store weet wat zij ermee doet. */
export type Kaleverbinding = pg.PoolClient

/**
 * Voert werk uit in één transactie als rol leerroute_app. De instellingen zijn lokaal voor de transactie: na commit of
 * rollback heeft de verbinding in de pool geen rechten meer. Gooit het werk, dan is er niets opgeslagen. Met `momentopname`
 * ziet elke vraag het register van hetzelfde moment: voor een bestand over veel studenten.
 */
export async function inTransactie<T>(
  database: Database, context: Transactiecontext, werk: (trx: Transactie) => Promise<T>, keuze: { readonly momentopname?: true } = {},
): Promise<T> {
  const boek = new Boek(context.actor)
  // Zij lezen bij elke school, en de audit noemt die school; row-level security laat alleen het systeem dat schrijven.
  boek.alsSysteem = context.rol === 'duo' || context.rol === 'toezicht'
  try {
    return await spoorhaak().omTransactie(context, () => draai(database, context, werk, keuze, boek))
  } catch (fout) {
    if (boek.heeftVerwerkingen) await schrijfMislukt(database, context, boek)
    throw fout
  }
}

function draai<T>(database: Database, context: Transactiecontext, werk: (trx: Transactie) => Promise<T>, keuze: { readonly momentopname?: true }, boek: Boek): Promise<T> {
  const [brins, rol, actor, organisatie, vestigingen] = contextwaarden(context)
  const begin = database.kysely.transaction()
  return (keuze.momentopname ? begin.setIsolationLevel('repeatable read') : begin).execute(async (trx) => {
    await sql`${sql.raw(MET_VOLGENDE)}select set_config('role', 'leerroute_app', true), set_config('leerroute.brins', ${brins}, true),
      set_config('leerroute.rol', ${rol}, true), set_config('leerroute.actor', ${actor}, true),
      set_config('leerroute.organisatie', ${organisatie}, true), set_config('leerroute.vestigingen', ${vestigingen}, true)`.execute(trx)
    ROLLEN.set(trx, rol)
    const tussendoor = keuze.momentopname === true ? () => schrijfApart(database, context, boek) : () => schrijfBoek(vraagtVan(trx), boek, database.pseudoniemen, boek.neem())
    BOEKEN.set(trx, { boek, tussendoor })
    const uitkomst = await werk(trx)
    if (!(await schreefInGroep(database, context, boek))) await tussendoor()
    return uitkomst
  })
}

/**
 * Wie alleen las, geeft zijn regels aan de groep en wacht tot ze bevestigd zijn, voor de eigen commit: lukt het niet, dan mislukt de
 * transactie. De groep schrijft als systeem; een regel over een school die niet van de actor is, laat row-level security daarom zelf weigeren.
 */
async function schreefInGroep(database: Database, context: Transactiecontext, boek: Boek): Promise<boolean> {
  if (!boek.alleenGelezen) return false
  const posten = boek.neem()
  const isEigen = boek.alsSysteem || context.rol === 'systeem' || posten.audit.every(({ brin }) => brin === null || context.organisaties.includes(brin))
  if (!isEigen || !pastInGroep(posten)) return false
  await schrijfInGroep(database, { boek, posten })
  boek.wis()
  return true
}

/** Na terugdraaien. Lukt ook dit niet, dan is er niets gebeurd en niets getoond, en hoort de aanroeper de eerste fout. */
async function schrijfMislukt(database: Database, context: Transactiecontext, boek: Boek): Promise<void> {
  try {
    await schrijfPosten(database, context, boek, boek.neemMislukt())
  } catch (fout) {
    spoorhaak().bijLogboekfout?.(fout)
  }
}

/**
 * Een momentopname ziet een stroom die een ander intussen verder bracht niet meer; zij schrijft daarom in een eigen transactie, op een
 * verbinding die daarvoor apart blijft. Zij legt zelf niets vast, dus eerder schrijven dan zij klaar is kan geen kwaad.
 */
async function schrijfApart(database: Database, context: Transactiecontext, boek: Boek): Promise<void> {
  await schrijfPosten(database, context, boek, boek.neem())
  boek.wis()
}

async function schrijfPosten(database: Database, context: Transactiecontext, boek: Boek, posten: Postenlijst): Promise<void> {
  if (posten.audit.length === 0 && posten.verwerkingen.length === 0) return
  await inKaleTransactie(database.logboekpool, 'start transaction', async (verbinding) => {
    await verbinding.query(SQL_CONTEXT, contextwaarden(context))
    await schrijfBoek((tekst, waarden) => verbinding.query(tekst, waarden), boek, database.pseudoniemen, posten)
  })
}

function vraagtVan(trx: Transactie): Vraagt {
  return (tekst, waarden) => trx.executeQuery(CompiledQuery.raw(tekst, waarden))
}

/** Alleen voor audit.ts: het boek van een lopende transactie. */
export function boekVan(trx: Transactie | Kaleverbinding): Boek {
  return lopendBoek(trx).boek
}

/** Alleen voor audit.ts. */
export async function schrijfTussendoor(trx: Transactie): Promise<void> {
  const { boek, tussendoor } = lopendBoek(trx)
  await tussendoor()
  boek.wis()
}

interface LopendBoek {
  readonly boek: Boek
  readonly tussendoor: () => Promise<void>
}

const BOEKEN = new WeakMap<object, LopendBoek>()

function lopendBoek(trx: Transactie | Kaleverbinding): LopendBoek {
  const lopend = BOEKEN.get(trx)
  if (lopend === undefined) throw new Error('een logboekregel hoort binnen inTransactie: van deze transactie is er geen boek')
  return lopend
}

/** Als `inTransactie`, met de kale verbinding: alleen voor COPY en set-gewijze leveringen. */
export async function inTransactieMetVerbinding<T>(
  database: Database, context: Transactiecontext, werk: (verbinding: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return spoorhaak().omTransactie(context, () => opVerbinding(database, context, werk))
}

/** De stroom van COPY gaat niet met andere vragen in een bericht: daarom `start transaction`. */
function opVerbinding<T>(database: Database, context: Transactiecontext, werk: (verbinding: pg.PoolClient) => Promise<T>): Promise<T> {
  const waarden = contextwaarden(context)
  return inKaleTransactie(database.pool, 'start transaction', async (verbinding) => {
    await verbinding.query(SQL_CONTEXT, waarden)
    const boek = new Boek(context.actor)
    const tussendoor = () => schrijfBoek((tekst, gegeven) => verbinding.query(tekst, gegeven), boek, database.pseudoniemen, boek.neem())
    BOEKEN.set(verbinding, { boek, tussendoor })
    try {
      const uitkomst = await werk(verbinding)
      await tussendoor()
      return uitkomst
    } finally {
      BOEKEN.delete(verbinding)
    }
  })
}

/** Als `inTransactie`, met erbij de kale verbinding van dezelfde transactie: set-gewijs en los werk in een keer vastgelegd. */
export async function inTransactieMetBeide<T>(
  database: Database, context: Transactiecontext, werk: (trx: Transactie, verbinding: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const verbinding = await database.pool.connect()
  let stuk: Error | boolean | undefined
  const dezelfde = { query: verbinding.query.bind(verbinding), release: (fout?: Error | boolean) => { stuk = fout } }
  const pool = { connect: () => Promise.resolve(dezelfde), end: () => Promise.resolve() }
  try {
    const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) })
    return await inTransactie({ ...database, kysely }, context, (trx) => {
      BOEKEN.set(verbinding, lopendBoek(trx))
      return werk(trx, verbinding)
    })
  } finally {
    BOEKEN.delete(verbinding)
    verbinding.release(stuk)
  }
}

/** Werk dat mag mislukken binnen een transactie: gooit het, dan is alleen dit werk ongedaan en gaat de transactie verder. */
export async function metHerstelpunt<T>(trx: Transactie, werk: () => Promise<T>): Promise<T> {
  const rol = ROLLEN.get(trx)
  const boek = BOEKEN.get(trx)?.boek
  const merk = boek?.merk()
  await sql`savepoint herstelpunt`.execute(trx)
  try {
    const uitkomst = await werk()
    await sql`release savepoint herstelpunt`.execute(trx)
    return uitkomst
  } catch (fout) {
    // Ook de rol van de transactie gaat terug naar wat hij bij het herstelpunt was.
    await sql`rollback to savepoint herstelpunt`.execute(trx)
    await sql`release savepoint herstelpunt`.execute(trx)
    if (rol !== undefined) ROLLEN.set(trx, rol)
    if (merk !== undefined) boek?.terugNaar(merk)
    throw fout
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

/**
 * Het tegendeel van `alsSysteem`: het systeem kijkt even met de ogen van een school, om voor haar uit te rekenen wat zij mag weten. Row-level
 * security kiest dan wat dat is. Alleen binnen werk van het systeem.
 */
export async function alsSchool<T>(trx: Transactie, brin: string, werk: () => Promise<T>): Promise<T> {
  if (ROLLEN.get(trx) !== 'systeem') throw new Error('alsSchool hoort binnen werk van het systeem')
  if (!BRIN.test(brin)) throw new Error('een BRIN in de context heeft niet de vorm 99AA')
  const { rows } = await sql<{ brins: string; vestigingen: string }>`select current_setting('leerroute.brins', true) as brins, current_setting('leerroute.vestigingen', true) as vestigingen`.execute(trx)
  const zet = (rol: string, brins: string, vestigingen: string) => sql`${sql.raw(MET_VOLGENDE)}select set_config('leerroute.rol', ${rol}, true),
    set_config('leerroute.brins', ${brins}, true), set_config('leerroute.vestigingen', ${vestigingen}, true)`.execute(trx)
  await zet('school', brin, '')
  ROLLEN.set(trx, 'school')
  const uitkomst = await werk()
  await zet('systeem', rows[0]?.brins ?? '', rows[0]?.vestigingen ?? '')
  ROLLEN.set(trx, 'systeem')
  return uitkomst
}

/** Of deze stap alles ziet: wat hij leest is dan voor iedereen hetzelfde en mag gedeeld worden. */
export function kijktAlsSysteem(trx: Transactie): boolean {
  return ROLLEN.get(trx) === 'systeem'
}

/** De rol van elke lopende transactie, zodat navragen geen ronde naar de database kost. Alleen dit bestand zet de rol. */
const ROLLEN = new WeakMap<Transactie, string>()

async function zetRol(trx: Transactie, rol: string): Promise<void> {
  await sql`${sql.raw(MET_VOLGENDE)}select set_config('leerroute.rol', ${rol}, true)`.execute(trx)
  ROLLEN.set(trx, rol)
}
