/** Welke accounts elkaar in een browser afwisselden. Alleen het systeem leest en schrijft het (T-16, docs/adr/0037). */
import type { Transactie } from '../../database/index.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'

const BEWAAR_MS = 365 * 24 * 3_600_000

/** Er logde iemand in terwijl de sessie van een ander account in deze browser nog bestond. */
export async function legZelfdeBrowserVast(trx: Transactie, accountId: string, vorige: readonly (string | undefined)[], nu: Moment): Promise<void> {
  for (const ander of new Set(vorige)) {
    if (ander === undefined || ander === accountId) continue
    const [een, twee] = accountId < ander ? [accountId, ander] : [ander, accountId]
    await trx.insertInto('zelfde_browser').values({ een_account_id: een, ander_account_id: twee, gezien_op: nu })
      .onConflict((botsing) => botsing.doNothing()).execute()
  }
}

/** Voor zover bekend: wie eerst uitlogt, laat geen spoor na. */
export async function deeldeBrowser(trx: Transactie, een: string, ander: string): Promise<boolean> {
  const [eerste, tweede] = een < ander ? [een, ander] : [ander, een]
  return await trx.selectFrom('zelfde_browser').select('een_account_id').where('een_account_id', '=', eerste).where('ander_account_id', '=', tweede).executeTakeFirst() !== undefined
}

export async function verwijderOudeBrowsers(trx: Transactie, nu: Date): Promise<void> {
  await trx.deleteFrom('zelfde_browser').where('gezien_op', '<=', momentVan(nu.getTime() - BEWAAR_MS)).execute()
}
