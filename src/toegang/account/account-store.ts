/** Accounts met hun medewerker en rollen. Leest met de rechten van de transactie; schrijft als systeem, na mag(). */
import { sql } from 'kysely'
import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Accountbeeld, Rolbeeld } from './account.ts'

/** Een slot per organisatie voor alles wat rollen of de toestand van een account wijzigt: twee beheerders tegelijk wachten op elkaar (T-17). */
export async function vergrendelOrganisatie(trx: Transactie, organisatieId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rollen:${organisatieId}`}, 0))`.execute(trx)
}

export async function findOrganisatieVan(trx: Transactie, accountId: string): Promise<string | undefined> {
  return (await trx.selectFrom('account').select('organisatie_id').where('account_id', '=', accountId).executeTakeFirst())?.organisatie_id
}

export async function findAccount(trx: Transactie, accountId: string): Promise<Accountbeeld | undefined> {
  return (await leesAccounts(trx, { accountId }))[0]
}

/** Alle accounts van een organisatie, op naam; wie nog geen naam heeft staat vooraan. */
export async function leesAccounts(trx: Transactie, keuze: { readonly organisatieId: string } | { readonly accountId: string }): Promise<readonly Accountbeeld[]> {
  const [kolom, waarde] = 'accountId' in keuze ? ['a.account_id', keuze.accountId] as const : ['a.organisatie_id', keuze.organisatieId] as const
  const rijen = await trx.selectFrom('account as a').leftJoin('medewerker as m', 'm.medewerker_id', 'a.medewerker_id').leftJoin('eh_account as e', 'e.account_id', 'a.account_id')
    .select(['a.account_id', 'a.organisatie_id', 'a.middel', 'a.toestand', 'a.toestand_sinds', 'a.aangemaakt_op', 'a.laatst_ingelogd_op', 'm.medewerker_id', 'm.naam', 'm.uit_dienst_op', 'e.acting_kort', 'e.intermediair'])
    .where(kolom, '=', waarde).orderBy(sql`m.naam is not null`).orderBy('m.naam').orderBy('a.account_id').execute()
  if (rijen.length === 0) return []
  const rollen = Map.groupBy(await leesRollen(trx, rijen.map(({ account_id }) => account_id)), ({ accountId }) => accountId)
  return rijen.map((rij) => ({
    accountId: rij.account_id, organisatieId: rij.organisatie_id, middel: rij.middel, toestand: rij.toestand, toestandSinds: rij.toestand_sinds,
    aangemaaktOp: rij.aangemaakt_op, laatstIngelogdOp: rij.laatst_ingelogd_op,
    medewerker: rij.medewerker_id === null || rij.naam === null ? null : { id: rij.medewerker_id, naam: rij.naam, uitDienstOp: rij.uit_dienst_op },
    kort: rij.acting_kort, intermediair: rij.intermediair === '' ? null : rij.intermediair, rollen: rollen.get(rij.account_id) ?? [],
  }))
}

async function leesRollen(trx: Transactie, accountIds: readonly string[]): Promise<readonly (Rolbeeld & { readonly accountId: string })[]> {
  const rijen = await trx.selectFrom('account_rol as r').selectAll('r')
    .select((eb) => eb.selectFrom('rolbeoordeling as b').select(({ fn }) => fn.max('b.beoordeeld_op').as('op')).whereRef('b.account_rol_id', '=', 'r.account_rol_id').as('beoordeeld_op'))
    .where('r.account_id', 'in', accountIds).orderBy('r.rol').orderBy('r.brin').orderBy('r.account_rol_id').execute()
  return rijen.map((rij) => ({
    accountId: rij.account_id, rolId: rij.account_rol_id, rol: rij.rol, brin: rij.brin, vestiging: rij.vestiging, van: rij.geldig_van, voor: rij.geldig_voor,
    bron: rij.bron, bronSleutel: rij.bron_sleutel, reden: rij.reden, toegekendDoor: rij.toegekend_door, toegekendOp: rij.toegekend_op,
    ingetrokkenOp: rij.ingetrokken_op, ingetrokkenDoor: rij.ingetrokken_door, redenIntrekking: rij.reden_intrekking, beoordeeldOp: rij.beoordeeld_op,
  }))
}

export interface NieuweRol extends Pick<Rolbeeld, 'rol' | 'brin' | 'vestiging' | 'van' | 'voor' | 'bron' | 'bronSleutel' | 'reden'> {
  readonly accountId: string
  readonly door: string
}

export async function voegRolToe(trx: Transactie, nieuw: NieuweRol, nu: Moment): Promise<string> {
  const rolId = uuidv7()
  await trx.insertInto('account_rol').values({
    account_rol_id: rolId, account_id: nieuw.accountId, rol: nieuw.rol, brin: nieuw.brin, vestiging: nieuw.vestiging, geldig_van: nieuw.van, geldig_voor: nieuw.voor,
    bron: nieuw.bron, bron_sleutel: nieuw.bronSleutel, reden: nieuw.reden, toegekend_door: nieuw.door, toegekend_op: nu,
    ingetrokken_op: null, ingetrokken_door: null, reden_intrekking: null,
  }).execute()
  return rolId
}

/** Trekt rollen in die nog niet ingetrokken zijn; wat al ingetrokken is blijft zoals het was. */
export async function zetRollenIngetrokken(trx: Transactie, rolIds: readonly string[], door: string, reden: string, nu: Moment): Promise<void> {
  if (rolIds.length === 0) return
  await trx.updateTable('account_rol').set({ ingetrokken_op: nu, ingetrokken_door: door, reden_intrekking: reden })
    .where('account_rol_id', 'in', rolIds).where('ingetrokken_op', 'is', null).execute()
}

export async function zetRoleinde(trx: Transactie, rolId: string, voor: Moment | null): Promise<void> {
  await trx.updateTable('account_rol').set({ geldig_voor: voor }).where('account_rol_id', '=', rolId).execute()
}

export async function zetToestand(trx: Transactie, accountId: string, toestand: string, nu: Moment): Promise<void> {
  await trx.updateTable('account').set({ toestand, toestand_sinds: nu }).where('account_id', '=', accountId).execute()
}

/** Open sessies van dit account eindigen nu; de volgende vraag moet opnieuw inloggen. */
export async function sluitSessies(trx: Transactie, accountId: string): Promise<void> {
  await trx.deleteFrom('sessie').where('account_id', '=', accountId).execute()
}

export async function legBeoordelingVast(trx: Transactie, { rolId, organisatieId, oordeel, door }: { readonly rolId: string; readonly organisatieId: string; readonly oordeel: 'BLIJFT' | 'INTREKKEN'; readonly door: string }, nu: Moment): Promise<void> {
  await trx.insertInto('rolbeoordeling').values({ beoordeling_id: uuidv7(), account_rol_id: rolId, organisatie_id: organisatieId, oordeel, beoordeeld_door: door, beoordeeld_op: nu }).execute()
}
