/** Begonnen koppelingen: in een sessie hooguit één tegelijk. */
import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

export interface Koppelpoging {
  readonly koppelpogingId: string
  readonly ehAccountId: string
  readonly verlooptOp: Moment
  /** Null tot het bewijs geslaagd is. */
  readonly oudAccountId: string | null
  readonly uitnodigingId: string | null
  readonly mislukt: number
  readonly einde: Einde | null
}

export type Einde = 'GEKOPPELD' | 'GEANNULEERD' | 'VERLOPEN' | 'MISLUKT' | 'VERVANGEN' | 'GEWEIGERD'

export async function slaKoppelpogingOp(trx: Transactie, sessieHash: Buffer, ehAccountId: string, nu: Moment, verlooptOp: Moment): Promise<string> {
  const koppelpogingId = uuidv7()
  await trx.insertInto('koppelpoging').values({
    koppelpoging_id: koppelpogingId, sessie_hash: sessieHash, eh_account_id: ehAccountId, gestart_op: nu, verloopt_op: verlooptOp,
    oud_account_id: null, uitnodiging_id: null, bewezen_op: null, einde: null, geeindigd_op: null,
  }).execute()
  return koppelpogingId
}

/** De laatste poging in deze sessie, open of niet, vastgehouden tot het einde van de transactie. */
export async function vergrendelKoppelpoging(trx: Transactie, sessieHash: Buffer): Promise<Koppelpoging | undefined> {
  const rij = await trx.selectFrom('koppelpoging').selectAll().where('sessie_hash', '=', sessieHash).orderBy('koppelpoging_id', 'desc').limit(1).forUpdate().executeTakeFirst()
  return rij && {
    koppelpogingId: rij.koppelpoging_id, ehAccountId: rij.eh_account_id, verlooptOp: rij.verloopt_op, oudAccountId: rij.oud_account_id,
    uitnodigingId: rij.uitnodiging_id, mislukt: rij.mislukt, einde: rij.einde,
  }
}

export async function zetMislukt(trx: Transactie, koppelpogingId: string, mislukt: number): Promise<void> {
  await trx.updateTable('koppelpoging').set({ mislukt }).where('koppelpoging_id', '=', koppelpogingId).execute()
}

export async function zetBewezen(trx: Transactie, koppelpogingId: string, oudAccountId: string, uitnodigingId: string | null, op: Moment): Promise<void> {
  await trx.updateTable('koppelpoging').set({ oud_account_id: oudAccountId, uitnodiging_id: uitnodigingId, bewezen_op: op }).where('koppelpoging_id', '=', koppelpogingId).execute()
}

/** Sluit de poging als zij nog open is. */
export async function beeindigKoppelpoging(trx: Transactie, koppelpogingId: string, einde: Einde, op: Moment): Promise<void> {
  await trx.updateTable('koppelpoging').set({ einde, geeindigd_op: op }).where('koppelpoging_id', '=', koppelpogingId).where('einde', 'is', null).execute()
}

/** Sluit alles wat nog openstaat van een account, aan welke kant ook (T-22). */
export async function beeindigKoppelpogingenVan(trx: Transactie, accountId: string, einde: Einde, op: Moment): Promise<void> {
  await trx.updateTable('koppelpoging').set({ einde, geeindigd_op: op }).where('einde', 'is', null)
    .where((eb) => eb.or([eb('eh_account_id', '=', accountId), eb('oud_account_id', '=', accountId)])).execute()
}

export async function sluitVerlopenKoppelpogingen(trx: Transactie, nu: Moment): Promise<void> {
  await trx.updateTable('koppelpoging').set({ einde: 'VERLOPEN', geeindigd_op: nu }).where('einde', 'is', null).where('verloopt_op', '<=', nu).execute()
}
