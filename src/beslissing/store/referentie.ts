import { sql } from 'kysely'
import { ALLE_DEELNEMERS, kijktAlsSysteem, type Transactie } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { laadOvereenkomsten, laadRegelingen, type InterneRegeling, type Samenwerkingsovereenkomst } from '../../leerroute/index.ts'
import { laadOrganisaties, type Organisatie } from '../../organisatie/index.ts'
import { laadAanbod, type RioAangebodenOpleiding } from '../../rio/index.ts'
import { laadVakanties, type Schoolvakantie } from '../../verzuim/index.ts'

/** Wat voor alle leerlingen hetzelfde is: één keer laden voor een hele reeks. */
export interface Referentie extends Gedeeld {
  readonly organisaties: readonly Organisatie[]
}

interface Gedeeld {
  readonly aanbodPerAanbieder: ReadonlyMap<string, readonly RioAangebodenOpleiding[]>
  readonly overeenkomsten: readonly Samenwerkingsovereenkomst[]
  readonly regelingen: readonly InterneRegeling[]
  readonly vakanties: readonly Schoolvakantie[]
}

/** Welke kennis: `kennisdag` null = alles wat nu bekend is. De peildatum kiest het bevoegd gezag en de aanbieders van die dag. */
export interface Laadvraag {
  readonly peildatum: Datum
  readonly kennisdag: Datum | null
}

/**
 * De referentie met de rechten van de transactie. Wat het systeem leest is voor iedereen gelijk en wordt bewaard: opnieuw vragen
 * kost dan één vraag in plaats van zes over hele tabellen. Wat bewaard is telt alleen zolang er niets veranderde.
 */
export async function laadReferentie(trx: Transactie, vraag: Laadvraag): Promise<Referentie> {
  if (!kijktAlsSysteem(trx)) return { ...(await laadGedeeld(trx)), organisaties: await laadOrganisaties(trx, vraag.peildatum, vraag.kennisdag) }
  // De stand eerst: verandert er iets tijdens het laden, dan past wat wij bewaren niet meer bij de volgende vraag.
  const bewaard = await bewaardeVan(trx, await leesStand(trx))
  const dag = `${vraag.peildatum} ${vraag.kennisdag ?? 'nu'}`
  const eerder = bewaard.perDag.get(dag)
  if (eerder !== undefined) return eerder
  const referentie = { ...bewaard.gedeeld, organisaties: await laadOrganisaties(trx, vraag.peildatum, vraag.kennisdag) }
  if (bewaard.perDag.size >= MEESTE_DAGEN) bewaard.perDag.clear()
  bewaard.perDag.set(dag, referentie)
  return referentie
}

interface Bewaard {
  readonly versie: string
  readonly sinds: number
  readonly gedeeld: Gedeeld
  readonly perDag: Map<string, Referentie>
}

const BEWAARD = new Map<string, Bewaard>()
const MEESTE_DAGEN = 30
const MEESTE_DATABASES = 8
/** Een herstelopdracht buiten de acties om wordt zo toch binnen een minuut gezien. */
const HOUDBAAR_MS = 60_000

async function bewaardeVan(trx: Transactie, { database, versie }: Stand): Promise<Bewaard> {
  const eerder = BEWAARD.get(database)
  if (eerder?.versie === versie && performance.now() - eerder.sinds < HOUDBAAR_MS) return eerder
  const bewaard = { versie, sinds: performance.now(), gedeeld: await laadGedeeld(trx), perDag: new Map<string, Referentie>() }
  if (BEWAARD.size >= MEESTE_DATABASES) BEWAARD.clear()
  BEWAARD.set(database, bewaard)
  return bewaard
}

interface Stand {
  readonly database: string
  readonly versie: string
}

/**
 * Elke wijziging van aanbod, afspraken, organisaties en vakanties schrijft in haar eigen transactie een regel in de outbox die niet
 * over één deelnemer gaat. Het aantal telt mee: een transactie die later klaar is kan een eerdere sleutel hebben.
 */
async function leesStand(trx: Transactie): Promise<Stand> {
  const { rows } = await sql<Stand>`select current_database() as database, count(*) || ' ' || coalesce(max(outbox_id::text), '') as versie
    from outbox where deelnemer_id = ${ALLE_DEELNEMERS}`.execute(trx)
  const stand = rows[0]
  if (stand === undefined) throw new Error('een telling geeft altijd een rij')
  return stand
}

async function laadGedeeld(trx: Transactie): Promise<Gedeeld> {
  const aanbod = await laadAanbod(trx)
  return {
    aanbodPerAanbieder: Map.groupBy(aanbod, (opleiding) => opleiding.onderwijsaanbieder),
    overeenkomsten: await laadOvereenkomsten(trx),
    regelingen: await laadRegelingen(trx),
    vakanties: await laadVakanties(trx),
  }
}
