/** Oude accounts met een DUO-token. Alleen het systeem leest en schrijft ze, na een controle in de actie. */
import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { slaAccountOp, vergrendelAccount, zetToestand } from '../account/account-store.ts'
import { voegRollenToe } from '../account/rol-store.ts'
import type { Bewaardmiddel } from './oud-middel.ts'
import { type Bewaardetoestand, isMiddelVervallen } from './rules/toestanden.ts'

export interface Tokenaccount {
  readonly accountId: string
  readonly organisatieId: string
  readonly medewerkerId: string | null
  readonly gebruikersnaam: string
  readonly brin: string
  readonly toestand: Bewaardetoestand
  readonly toestandSinds: Moment
  readonly aangemaaktOp: Moment
  readonly laatstIngelogdOp: Moment | null
  readonly foutenTellenVanaf: Moment | null
  /** Null zodra het middel vervallen is. */
  readonly middel: Bewaardmiddel | null
}

export interface NieuwTokenaccount {
  readonly accountId: string
  readonly organisatieId: string
  readonly medewerkerId: string
  readonly gebruikersnaam: string
  readonly brin: string
  readonly wachtwoordHash: string
  readonly geheim: Buffer
  readonly geheimSleutelId: string
  readonly laatstIngelogdOp: Moment | null
  readonly rollen: readonly { readonly rol: string; readonly brin: string | null; readonly vestiging: string | null }[]
}

/** Zoals mensen hem typen: spaties eromheen en hoofdletters doen er niet toe. */
export function leesGebruikersnaam(getypt: string): string {
  return getypt.trim().toLowerCase()
}

export function findTokenaccountOpNaam(trx: Transactie, gebruikersnaam: string): Promise<Tokenaccount | undefined> {
  return lees(trx, 't.gebruikersnaam', gebruikersnaam)
}

export function findTokenaccount(trx: Transactie, accountId: string): Promise<Tokenaccount | undefined> {
  return lees(trx, 't.account_id', accountId)
}

/** Leest en houdt de rijen vast tot het einde van de transactie: twee acties over één oud account gaan na elkaar (T-10). */
export async function vergrendelTokenaccount(trx: Transactie, accountId: string): Promise<Tokenaccount | undefined> {
  await vergrendelAccount(trx, accountId)
  return findTokenaccount(trx, accountId)
}

async function lees(trx: Transactie, kolom: 't.gebruikersnaam' | 't.account_id', waarde: string): Promise<Tokenaccount | undefined> {
  const rij = await trx.selectFrom('token_account as t').innerJoin('account as a', 'a.account_id', 't.account_id')
    .selectAll('t').select(['a.organisatie_id', 'a.medewerker_id', 'a.toestand', 'a.toestand_sinds', 'a.aangemaakt_op', 'a.laatst_ingelogd_op']).where(kolom, '=', waarde).executeTakeFirst()
  if (rij === undefined) return undefined
  const { wachtwoord_hash: wachtwoordHash, geheim, geheim_sleutel_id: geheimSleutelId } = rij
  return {
    accountId: rij.account_id, organisatieId: rij.organisatie_id, medewerkerId: rij.medewerker_id, gebruikersnaam: rij.gebruikersnaam, brin: rij.brin,
    toestand: rij.toestand as Bewaardetoestand, toestandSinds: rij.toestand_sinds, aangemaaktOp: rij.aangemaakt_op, laatstIngelogdOp: rij.laatst_ingelogd_op,
    foutenTellenVanaf: rij.fouten_tellen_vanaf,
    middel: wachtwoordHash === null || geheim === null || geheimSleutelId === null ? null : { accountId: rij.account_id, wachtwoordHash, geheim, geheimSleutelId, laatsteStap: rij.laatste_stap },
  }
}

/** Gebruikt een code hooguit één keer: onwaar als deze of een latere code al gebruikt is, ook als twee verzoeken tegelijk komen. */
export async function gebruikStap(trx: Transactie, accountId: string, stap: number): Promise<boolean> {
  const gezet = await trx.updateTable('token_account').set({ laatste_stap: stap }).where('account_id', '=', accountId)
    .where((eb) => eb.or([eb('laatste_stap', 'is', null), eb('laatste_stap', '<', stap)])).executeTakeFirst()
  return gezet.numUpdatedRows === 1n
}

/** Zet de toestand; een vervallen middel verliest in dezelfde transactie zijn wachtwoord en geheim (T-08, T-31). */
export async function zetTokentoestand(trx: Transactie, accountId: string, toestand: Bewaardetoestand, op: Moment): Promise<void> {
  await zetToestand(trx, accountId, toestand, op)
  if (isMiddelVervallen(toestand)) await trx.updateTable('token_account').set({ wachtwoord_hash: null, geheim: null, geheim_sleutel_id: null }).where('account_id', '=', accountId).execute()
}

export async function telFoutenOpnieuw(trx: Transactie, accountId: string, vanaf: Moment): Promise<void> {
  await trx.updateTable('token_account').set({ fouten_tellen_vanaf: vanaf }).where('account_id', '=', accountId).execute()
}

export async function slaTokenaccountOp(trx: Transactie, nieuw: NieuwTokenaccount, door: string, nu: Moment): Promise<void> {
  await slaAccountOp(trx, { ...nieuw, middel: 'DUO_TOKEN', toestand: 'ACTIEF_TOKEN' }, nu)
  await trx.insertInto('token_account').values({
    account_id: nieuw.accountId, gebruikersnaam: nieuw.gebruikersnaam, brin: nieuw.brin, wachtwoord_hash: nieuw.wachtwoordHash, geheim: nieuw.geheim,
    geheim_sleutel_id: nieuw.geheimSleutelId, laatste_stap: null, fouten_tellen_vanaf: null,
  }).execute()
  await voegRollenToe(trx, nieuw.rollen.map((rol) => ({ ...rol, accountId: nieuw.accountId, van: nu, voor: null, bron: 'DUO', bronSleutel: '', reden: 'overgenomen uit het oude systeem', door })), nu)
}
