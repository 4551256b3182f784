import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { isUuid } from '../../kern/uuid.ts'

export interface Medewerker {
  readonly medewerkerId: string
  readonly organisatieId: string
  readonly naam: string
  readonly uitDienstOp: Moment | null
}

export async function findMedewerker(trx: Transactie, medewerkerId: string): Promise<Medewerker | undefined> {
  if (!isUuid(medewerkerId)) return undefined
  const rij = await trx.selectFrom('medewerker').selectAll().where('medewerker_id', '=', medewerkerId).executeTakeFirst()
  return rij === undefined ? undefined : { medewerkerId: rij.medewerker_id, organisatieId: rij.organisatie_id, naam: rij.naam, uitDienstOp: rij.uit_dienst_op }
}

/** Wie nu in dienst is, op naam. */
export async function leesMedewerkers(trx: Transactie, organisatieId: string): Promise<readonly Medewerker[]> {
  const rijen = await trx.selectFrom('medewerker').selectAll().where('organisatie_id', '=', organisatieId).where('uit_dienst_op', 'is', null).orderBy('naam').orderBy('medewerker_id').execute()
  return rijen.map((rij) => ({ medewerkerId: rij.medewerker_id, organisatieId: rij.organisatie_id, naam: rij.naam, uitDienstOp: rij.uit_dienst_op }))
}

export async function voegMedewerkerToe(trx: Transactie, organisatieId: string, naam: string, nu: Moment, medewerkerId: string = uuidv7()): Promise<string> {
  await trx.insertInto('medewerker').values({ medewerker_id: medewerkerId, organisatie_id: organisatieId, naam, aangemaakt_op: nu, uit_dienst_op: null }).execute()
  return medewerkerId
}

export async function zetNaam(trx: Transactie, medewerkerId: string, naam: string): Promise<void> {
  await trx.updateTable('medewerker').set({ naam }).where('medewerker_id', '=', medewerkerId).execute()
}

/** De eerste keer blijft staan. */
export async function zetUitDienst(trx: Transactie, medewerkerId: string, op: Moment): Promise<void> {
  await trx.updateTable('medewerker').set({ uit_dienst_op: op }).where('medewerker_id', '=', medewerkerId).where('uit_dienst_op', 'is', null).execute()
}

/** Legt vast dat een collega aan de overstap herinnerd is. */
export async function legHerinneringVast(trx: Transactie, accountId: string, organisatieId: string, door: string, nu: Moment): Promise<void> {
  await trx.insertInto('overstap_herinnering').values({ herinnering_id: uuidv7(), account_id: accountId, organisatie_id: organisatieId, herinnerd_door: door, herinnerd_op: nu }).execute()
}

/** De laatste herinnering per account. */
export async function leesHerinneringen(trx: Transactie, organisatieId: string): Promise<ReadonlyMap<string, Moment>> {
  const rijen = await trx.selectFrom('overstap_herinnering').select(['account_id', ({ fn }) => fn.max('herinnerd_op').as('op')]).where('organisatie_id', '=', organisatieId).groupBy('account_id').execute()
  return new Map(rijen.map(({ account_id, op }) => [account_id, op]))
}
