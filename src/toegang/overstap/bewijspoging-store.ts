/** Pogingen met het oude middel: eerst geboekt als mislukt, daarna pas gecontroleerd. Zo telt ook wie tegelijk raadt (T-12). */
import { sql } from 'kysely'
import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Foutentelling } from './rules/bewijsgrenzen.ts'

export interface Pogingsleutel {
  readonly naamSleutel: Buffer
  readonly ehAccountId: string | null
  readonly organisatieId: string | null
}

/** Twee pogingen met dezelfde naam, hetzelfde middel of dezelfde organisatie tellen na elkaar. De vaste volgorde voorkomt dat zij op elkaar wachten. */
export async function vergrendelPogingen(trx: Transactie, { naamSleutel, ehAccountId, organisatieId }: Pogingsleutel): Promise<void> {
  const naam = naamSleutel.toString('hex')
  // Een onbekende naam heeft geen organisatie, en toch evenveel sloten (T-13).
  for (const sleutel of [`naam:${naam}`, `eh:${ehAccountId ?? naam}`, `org:${organisatieId ?? naam}`]) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`bewijs:${sleutel}`}, 0))`.execute(trx)
  }
}

/** Fouten vanaf `vanaf`; die op de naam vanaf `naamVanaf`. */
export async function telFouten(trx: Transactie, { naamSleutel, ehAccountId, organisatieId }: Pogingsleutel, vanaf: Moment, naamVanaf: Moment): Promise<Foutentelling> {
  const { rows } = await sql<{ naam: number; oprij: number; laatste: Moment | null; middel: number; organisatie: number }>`
    with op_naam as (select op, gelukt from bewijspoging where naam_sleutel = ${naamSleutel} and op >= ${naamVanaf})
    select (select count(*)::int from op_naam where not gelukt) as naam,
      (select count(*)::int from op_naam where not gelukt and op > coalesce((select max(op) from op_naam where gelukt), '-infinity')) as oprij,
      (select max(op) from op_naam where not gelukt) as laatste,
      (select count(*)::int from bewijspoging where eh_account_id = ${ehAccountId}::uuid and op >= ${vanaf} and not gelukt) as middel,
      (select count(*)::int from bewijspoging where organisatie_id = ${organisatieId}::uuid and op >= ${vanaf} and not gelukt) as organisatie`.execute(trx)
  const rij = rows[0]
  if (rij === undefined) throw new Error('een telling zonder rij')
  return { opNaam: rij.naam, opNaamOpRij: rij.oprij, laatsteFoutMs: rij.laatste === null ? null : Date.parse(rij.laatste), opMiddel: rij.middel, opOrganisatie: rij.organisatie }
}

export async function boekPoging(trx: Transactie, sleutel: Pogingsleutel, doel: 'INLOGGEN' | 'KOPPELEN', oudAccountId: string | null, op: Moment): Promise<string> {
  const pogingId = uuidv7()
  await trx.insertInto('bewijspoging').values({
    poging_id: pogingId, naam_sleutel: sleutel.naamSleutel, doel, oud_account_id: oudAccountId, eh_account_id: sleutel.ehAccountId, organisatie_id: sleutel.organisatieId, op,
  }).execute()
  return pogingId
}

export async function zetGelukt(trx: Transactie, pogingId: string): Promise<void> {
  await trx.updateTable('bewijspoging').set({ gelukt: true }).where('poging_id', '=', pogingId).execute()
}

export async function verwijderPogingenVoor(trx: Transactie, grens: Moment): Promise<void> {
  await trx.deleteFrom('bewijspoging').where('op', '<', grens).execute()
}
