import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'

export interface Aanstelling {
  readonly organisatieId: string
  readonly accountId: string
  readonly formulierKenmerk: string
  readonly ondertekendOp: Datum
  readonly ondertekendDoor: string
  readonly aangesteldDoor: string
  readonly bevestigdDoor: string
}

export async function isFormulierGebruikt(trx: Transactie, formulierKenmerk: string): Promise<boolean> {
  return (await trx.selectFrom('aanstelling').select('aanstelling_id').where('formulier_kenmerk', '=', formulierKenmerk).executeTakeFirst()) !== undefined
}

export async function legAanstellingVast(trx: Transactie, aanstelling: Aanstelling, nu: Moment): Promise<void> {
  await trx.insertInto('aanstelling').values({
    aanstelling_id: uuidv7(), organisatie_id: aanstelling.organisatieId, account_id: aanstelling.accountId, formulier_kenmerk: aanstelling.formulierKenmerk,
    ondertekend_op: aanstelling.ondertekendOp, ondertekend_door: aanstelling.ondertekendDoor, aangesteld_door: aanstelling.aangesteldDoor, bevestigd_door: aanstelling.bevestigdDoor, aangesteld_op: nu,
  }).execute()
}
