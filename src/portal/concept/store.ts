import { inTransactie, type Database, type Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

export interface Conceptrij {
  readonly concept_id: string
  readonly soort: string
  readonly inhoud: Buffer
  readonly sleutel_id: string
  readonly gewijzigd_op: Moment
  readonly verloopt_op: Moment
  readonly verzonden_op: Moment | null
}

const KOLOMMEN = ['concept_id', 'soort', 'inhoud', 'sleutel_id', 'gewijzigd_op', 'verloopt_op', 'verzonden_op'] as const

export async function voegConceptToe(trx: Transactie, account: string, rij: Conceptrij): Promise<void> {
  await trx.insertInto('concept').values({ ...rij, account }).execute()
}

/** Alleen een concept dat nog niet verstuurd en niet verlopen is, verandert; met `gezienOp` alleen als het sindsdien hetzelfde bleef. Onwaar: dat is er niet. */
export async function vervangConcept(trx: Transactie, account: string, rij: Omit<Conceptrij, 'soort'>, gezienOp?: Moment): Promise<boolean> {
  const { concept_id: id, ...nieuw } = rij
  const vraag = trx.updateTable('concept').set(nieuw)
    .where('concept_id', '=', id).where('account', '=', account).where('verzonden_op', 'is', null).where('verloopt_op', '>', rij.gewijzigd_op)
  const { numUpdatedRows } = await (gezienOp === undefined ? vraag : vraag.where('gewijzigd_op', '=', gezienOp)).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** `vast`: niemand anders verandert de rij tot het einde van de transactie. */
export async function findConcept(trx: Transactie, account: string, soort: string, conceptId: string, nu: Moment, vast: boolean): Promise<Conceptrij | undefined> {
  const vraag = trx.selectFrom('concept').select(KOLOMMEN).where('concept_id', '=', conceptId).where('account', '=', account).where('soort', '=', soort).where('verloopt_op', '>', nu)
  return (vast ? vraag.forUpdate() : vraag).executeTakeFirst()
}

/** Nog niet verstuurd, het laatst gewijzigde eerst. */
export function leesOpenConcepten(trx: Transactie, account: string, nu: Moment): Promise<readonly Conceptrij[]> {
  return trx.selectFrom('concept').select(KOLOMMEN).where('account', '=', account).where('verzonden_op', 'is', null).where('verloopt_op', '>', nu)
    .orderBy('gewijzigd_op', 'desc').limit(20).execute()
}

export async function wisConceptrij(trx: Transactie, account: string, conceptId: string): Promise<void> {
  await trx.deleteFrom('concept').where('concept_id', '=', conceptId).where('account', '=', account).execute()
}

export async function wisVerlopenConcepten(database: Database, nu: Moment): Promise<number> {
  return inTransactie(database, { organisaties: [], rol: 'systeem', actor: 'opruimen' }, async (trx) => {
    const { numDeletedRows } = await trx.deleteFrom('concept').where('verloopt_op', '<=', nu).executeTakeFirst()
    return Number(numDeletedRows)
  })
}
