/** Alleen voor de verzonnen medewerkers: hun vaste sleutels, en welke er al zijn. */
import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

/** Maakt de medewerker bij een nieuw account en zet het account aan. */
export async function wijsMedewerkerAan(
  trx: Transactie, { accountId, organisatieId, medewerkerId, naam }: { readonly accountId: string; readonly organisatieId: string; readonly medewerkerId: string; readonly naam: string }, nu: Moment,
): Promise<void> {
  await trx.insertInto('medewerker').values({ medewerker_id: medewerkerId, organisatie_id: organisatieId, naam, aangemaakt_op: nu, uit_dienst_op: null }).execute()
  await trx.updateTable('account').set({ medewerker_id: medewerkerId, toestand: 'ACTIEF', toestand_sinds: nu }).where('account_id', '=', accountId).execute()
}

/** Of al deze accounts bestaan. */
export async function bestaanAlle(trx: Transactie, accountIds: readonly string[]): Promise<boolean> {
  const rijen = await trx.selectFrom('account').select('account_id').where('account_id', 'in', accountIds).execute()
  return rijen.length === accountIds.length
}
