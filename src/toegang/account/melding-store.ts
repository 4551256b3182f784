/** Wat een beheerder moet weten over koppelingen, blokkades en namen (T-11). Elke beheerder leest zijn berichten zelf. */
import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

export type Meldingsoort = 'GEKOPPELD' | 'GEKOPPELD_DOOR_ANDER' | 'GEKOPPELD_DOOR_BEHEERDER' | 'GEBLOKKEERD' | 'ONTKOPPELD' | 'INGETROKKEN' | 'HERKOPPELD' | 'NAAM_GEGEVEN' | 'NAAM_VERBETERD' | 'UITNODIGING_ZONDER_NAAM'

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

/** Wat deze beheerder nog niet las, nieuwste eerst. Wat een ander las, staat er nog. */
export async function leesOpenMeldingen(trx: Transactie, organisatieId: string, lezer: string): Promise<readonly Beheermelding[]> {
  const rijen = await trx.selectFrom('beheerdermelding as b').innerJoin('account as a', 'a.account_id', 'b.account_id').leftJoin('medewerker as m', 'm.medewerker_id', 'a.medewerker_id')
    .select(['b.melding_id', 'b.soort', 'b.account_id', 'm.naam', 'b.op']).where('b.organisatie_id', '=', organisatieId).where('b.gezien_op', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('melding_gezien as g').select('g.melding_id').whereRef('g.melding_id', '=', 'b.melding_id').where('g.gezien_door', '=', lezer))))
    .orderBy('b.op', 'desc').orderBy('b.melding_id').limit(100).execute()
  return rijen.map(({ melding_id, soort, account_id, naam, op }) => ({ meldingId: melding_id, soort, accountId: account_id, naam, op }))
}

/** Onwaar als het bericht er voor deze beheerder niet (meer) is. */
export async function zetMeldingGezien(trx: Transactie, meldingId: string, organisatieId: string, door: string, nu: Moment): Promise<boolean> {
  const bericht = await trx.selectFrom('beheerdermelding').select('melding_id').where('melding_id', '=', meldingId).where('organisatie_id', '=', organisatieId).where('gezien_op', 'is', null).executeTakeFirst()
  if (bericht === undefined) return false
  const { numInsertedOrUpdatedRows = 0n } = await trx.insertInto('melding_gezien').values({ melding_id: meldingId, gezien_door: door, gezien_op: nu }).onConflict((botsing) => botsing.doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** Wat een medewerker over zijn eigen naam hoort. */
export interface Naamgeving {
  readonly middel: 'EHERKENNING' | 'DUO_TOKEN'
  /** Iemand zonder naam nam een uitnodiging voor dit oude account aan; anders kreeg het account zijn naam. */
  readonly uitgenodigd: boolean
  readonly op: Moment
}

/** Wat er op naam kwam van de medewerker van dit account, nieuwste eerst: hij ziet het als een collega dat deed. Niets als het account geen naam heeft. */
export async function leesNaamgevingenVan(trx: Transactie, accountId: string): Promise<readonly Naamgeving[]> {
  const rijen = await trx.selectFrom('beheerdermelding as b').innerJoin('account as a', 'a.account_id', 'b.account_id').innerJoin('account as ik', 'ik.medewerker_id', 'a.medewerker_id')
    .select(['a.middel', 'b.soort', 'b.op']).where('ik.account_id', '=', accountId).where('b.soort', 'in', ['NAAM_GEGEVEN', 'UITNODIGING_ZONDER_NAAM']).orderBy('b.op', 'desc').limit(20).execute()
  return rijen.map(({ middel, soort, op }) => ({ middel, uitgenodigd: soort === 'UITNODIGING_ZONDER_NAAM', op }))
}
