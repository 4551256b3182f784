/** Welk eHerkenning-account met welk nieuw account verderging. */
import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

export interface Herkoppeling {
  readonly oudAccountId: string
  readonly nieuwAccountId: string
  readonly herkoppelpogingId: string
  readonly herkoppeldOp: Moment
}

/** De laatste keer dat een account rollen van een andere inlog kreeg. */
export async function findHerkoppelingNaar(trx: Transactie, nieuwAccountId: string): Promise<Herkoppeling | undefined> {
  const rij = await trx.selectFrom('herkoppeling').selectAll().where('nieuw_account_id', '=', nieuwAccountId).orderBy('herkoppeld_op', 'desc').limit(1).executeTakeFirst()
  return rij && { oudAccountId: rij.oud_account_id, nieuwAccountId: rij.nieuw_account_id, herkoppelpogingId: rij.herkoppelpoging_id, herkoppeldOp: rij.herkoppeld_op }
}

/** Onwaar als het oude account al met een ander verderging: de sleutel van de tabel beslist (T-10). */
export async function slaHerkoppelingOp(trx: Transactie, k: Herkoppeling): Promise<boolean> {
  const gezet = await trx.insertInto('herkoppeling').values({ oud_account_id: k.oudAccountId, nieuw_account_id: k.nieuwAccountId, herkoppelpoging_id: k.herkoppelpogingId, herkoppeld_op: k.herkoppeldOp })
    .onConflict((bij) => bij.column('oud_account_id').doNothing()).executeTakeFirst()
  return (gezet.numInsertedOrUpdatedRows ?? 0n) === 1n
}

/** Het account waar iemand nu mee werkt, als dit account intussen met een ander verderging; anders dit account. */
export async function findHuidigAccount(trx: Transactie, accountId: string): Promise<string> {
  const { rows } = await sql<{ account_id: string }>`
    with recursive keten as (
      select ${accountId}::uuid as account_id, 0 as stap
      union all select h.nieuw_account_id, k.stap + 1 from keten k join herkoppeling h on h.oud_account_id = k.account_id)
    select account_id from keten order by stap desc limit 1`.execute(trx)
  return rows[0]?.account_id ?? accountId
}
