/** De tabel account, van eHerkenning en token. Leest met de rechten van de transactie; schrijft als systeem, na mag(). */
import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Accountbeeld } from './account.ts'
import { leesRollen } from './rol-store.ts'

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

export interface NieuwAccount extends Pick<Accountbeeld, 'accountId' | 'organisatieId' | 'middel' | 'toestand' | 'laatstIngelogdOp'> {
  readonly medewerkerId: string | null
}

export async function slaAccountOp(trx: Transactie, nieuw: NieuwAccount, nu: Moment): Promise<void> {
  await trx.insertInto('account').values({
    account_id: nieuw.accountId, organisatie_id: nieuw.organisatieId, medewerker_id: nieuw.medewerkerId, middel: nieuw.middel, toestand: nieuw.toestand,
    toestand_sinds: nu, aangemaakt_op: nu, laatst_ingelogd_op: nieuw.laatstIngelogdOp,
  }).execute()
}

/** Houdt de rij vast tot het einde van de transactie; het account hoeft niet te bestaan. */
export async function vergrendelAccount(trx: Transactie, accountId: string): Promise<void> {
  await trx.selectFrom('account').select('account_id').where('account_id', '=', accountId).forUpdate().execute()
}

export async function zetToestand(trx: Transactie, accountId: string, toestand: string, nu: Moment): Promise<void> {
  await trx.updateTable('account').set({ toestand, toestand_sinds: nu }).where('account_id', '=', accountId).execute()
}

export async function zetIngelogd(trx: Transactie, accountId: string, nu: Moment): Promise<void> {
  await trx.updateTable('account').set(({ ref }) => ({ vorige_inlog_op: ref('laatst_ingelogd_op'), laatst_ingelogd_op: nu })).where('account_id', '=', accountId).execute()
}

/** De inlog voor deze; null = dit is de eerste keer. */
export async function leesVorigeInlog(trx: Transactie, accountId: string): Promise<Moment | null> {
  const rij = await trx.selectFrom('account').select('vorige_inlog_op').where('account_id', '=', accountId).executeTakeFirst()
  return rij?.vorige_inlog_op ?? null
}

export async function zetMedewerkerVan(trx: Transactie, accountId: string, medewerkerId: string): Promise<void> {
  await trx.updateTable('account').set({ medewerker_id: medewerkerId }).where('account_id', '=', accountId).execute()
}

/** Of al deze accounts bestaan. */
export async function bestaanAlle(trx: Transactie, accountIds: readonly string[]): Promise<boolean> {
  const rijen = await trx.selectFrom('account').select('account_id').where('account_id', 'in', accountIds).execute()
  return rijen.length === accountIds.length
}
