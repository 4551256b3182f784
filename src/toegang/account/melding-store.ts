/** Wat een beheerder moet weten over koppelingen en blokkades (T-11). De overstap meldt; de beheerder leest en sluit. */
import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

export type Meldingsoort = 'GEKOPPELD' | 'GEKOPPELD_DOOR_ANDER' | 'GEKOPPELD_DOOR_BEHEERDER' | 'GEBLOKKEERD' | 'ONTKOPPELD' | 'INGETROKKEN' | 'HERKOPPELD'

/** T-11: de beheerders van de organisatie zien wat er met een account gebeurde. */
export async function meldAanBeheerder(trx: Transactie, organisatieId: string, soort: Meldingsoort, accountId: string, op: Moment): Promise<void> {
  await trx.insertInto('beheerdermelding').values({ melding_id: uuidv7(), organisatie_id: organisatieId, soort, account_id: accountId, op, gezien_op: null, gezien_door: null }).execute()
}

export interface Beheermelding {
  readonly meldingId: string
  readonly soort: string
  readonly accountId: string
  /** Naam van de medewerker van het oude account; null zonder naam. */
  readonly naam: string | null
  readonly op: Moment
}

/** Nog niet gezien, nieuwste eerst. */
export async function leesOpenMeldingen(trx: Transactie, organisatieId: string): Promise<readonly Beheermelding[]> {
  const rijen = await trx.selectFrom('beheerdermelding as b').innerJoin('account as a', 'a.account_id', 'b.account_id').leftJoin('medewerker as m', 'm.medewerker_id', 'a.medewerker_id')
    .select(['b.melding_id', 'b.soort', 'b.account_id', 'm.naam', 'b.op']).where('b.organisatie_id', '=', organisatieId).where('b.gezien_op', 'is', null)
    .orderBy('b.op', 'desc').orderBy('b.melding_id').limit(100).execute()
  return rijen.map(({ melding_id, soort, account_id, naam, op }) => ({ meldingId: melding_id, soort, accountId: account_id, naam, op }))
}

export async function zetMeldingGezien(trx: Transactie, meldingId: string, organisatieId: string, door: string, nu: Moment): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('beheerdermelding').set({ gezien_op: nu, gezien_door: door })
    .where('melding_id', '=', meldingId).where('organisatie_id', '=', organisatieId).where('gezien_op', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}
