import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

export interface Uitnodiging {
  readonly uitnodigingId: string
  readonly organisatieId: string
  readonly oudAccountId: string
  readonly uitgenodigdDoor: string
  readonly verlooptOp: Moment
}

/** Een nieuwe uitnodiging vervangt een eerdere voor hetzelfde account. */
export async function slaUitnodigingOp(trx: Transactie, nieuw: Omit<Uitnodiging, 'uitnodigingId'>, codeHash: Buffer, nu: Moment): Promise<string> {
  await trekUitnodigingenIn(trx, nieuw.oudAccountId, nu)
  const uitnodigingId = uuidv7()
  await trx.insertInto('uitnodiging').values({
    uitnodiging_id: uitnodigingId, code_hash: codeHash, organisatie_id: nieuw.organisatieId, oud_account_id: nieuw.oudAccountId, uitgenodigd_door: nieuw.uitgenodigdDoor,
    uitgenodigd_op: nu, verloopt_op: nieuw.verlooptOp, gebruikt_op: null, gebruikt_door: null, ingetrokken_op: null,
  }).execute()
  return uitnodigingId
}

/** Open, niet verlopen en voor deze organisatie, vastgehouden tot het einde van de transactie. */
export async function vergrendelUitnodiging(trx: Transactie, keuze: { readonly codeHash: Buffer } | { readonly uitnodigingId: string }, organisatieId: string, nu: Moment): Promise<Uitnodiging | undefined> {
  const vraag = trx.selectFrom('uitnodiging').selectAll().where('organisatie_id', '=', organisatieId)
    .where('gebruikt_op', 'is', null).where('ingetrokken_op', 'is', null).where('verloopt_op', '>', nu).forUpdate()
  const rij = await ('codeHash' in keuze ? vraag.where('code_hash', '=', keuze.codeHash) : vraag.where('uitnodiging_id', '=', keuze.uitnodigingId)).executeTakeFirst()
  return rij && { uitnodigingId: rij.uitnodiging_id, organisatieId: rij.organisatie_id, oudAccountId: rij.oud_account_id, uitgenodigdDoor: rij.uitgenodigd_door, verlooptOp: rij.verloopt_op }
}

export async function zetUitnodigingGebruikt(trx: Transactie, uitnodigingId: string, ehAccountId: string, op: Moment): Promise<void> {
  await trx.updateTable('uitnodiging').set({ gebruikt_op: op, gebruikt_door: ehAccountId }).where('uitnodiging_id', '=', uitnodigingId).execute()
}

export async function trekUitnodigingenIn(trx: Transactie, oudAccountId: string, op: Moment): Promise<void> {
  await trx.updateTable('uitnodiging').set({ ingetrokken_op: op }).where('oud_account_id', '=', oudAccountId).where('gebruikt_op', 'is', null).where('ingetrokken_op', 'is', null).execute()
}
