import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

export async function findOrganisatieVanMedewerker(trx: Transactie, medewerkerId: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(medewerkerId)) return undefined
  return (await trx.selectFrom('medewerker').select('organisatie_id').where('medewerker_id', '=', medewerkerId).executeTakeFirst())?.organisatie_id
}

/** De eerste keer blijft staan. */
export async function zetUitDienst(trx: Transactie, medewerkerId: string, op: Moment): Promise<void> {
  await trx.updateTable('medewerker').set({ uit_dienst_op: op }).where('medewerker_id', '=', medewerkerId).where('uit_dienst_op', 'is', null).execute()
}
