/** Accounts met eHerkenning: gevonden op het paar (ActingSubjectID, LegalSubjectID) en de intermediair. Alleen voor het systeem. */
import { sql } from 'kysely'
import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import type { EhIdentiteit, Rechtspersoon } from '../eherkenning/identiteit.ts'

export interface EhAccount {
  readonly accountId: string
  readonly organisatieId: string
  readonly toestand: string
}

/** Wie er inlogt; van het pseudoniem alleen de HMAC en een kort begin (P-02). */
export interface EhSleutel {
  readonly actingSleutel: Buffer
  readonly actingKort: string
  readonly legal: Rechtspersoon
  readonly intermediair: string | null
}

const MEESTE_TEKENS_KORT = 8

export function ehSleutel({ acting, legal, intermediair }: Pick<EhIdentiteit, 'acting' | 'legal' | 'intermediair'>, actingSleutel: Buffer): EhSleutel {
  return { actingSleutel, actingKort: acting.slice(0, MEESTE_TEKENS_KORT), legal, intermediair }
}

/**
 * Het bestuur of DUO bij een KvK-nummer of RSIN, op deze dag (T-25: de dag beslist, nooit de naam). Undefined: onbekend, of het
 * nummer is van een school of leverancier zelf.
 */
export async function findOrganisatieBij(trx: Transactie, legal: Rechtspersoon, dag: Datum): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select i.organisatie_id as id from organisatie_identificatie i join organisatie o using (organisatie_id)
    where i.soort = ${legal.soort} and i.waarde = ${legal.waarde} and i.vastgelegd_tot is null and o.soort in ('BEVOEGD_GEZAG', 'DUO')
      and i.geldig_van <= ${dag} and (i.geldig_tot_en_met is null or i.geldig_tot_en_met >= ${dag})`.execute(trx)
  return rows[0]?.id
}

/** Twee eerste inlogs van dezelfde persoon tegelijk maken een account: de tweede wacht tot de eerste klaar is. */
export async function vergrendelEhSleutel(trx: Transactie, { actingSleutel }: EhSleutel): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`eh:${actingSleutel.toString('hex')}`}, 0))`.execute(trx)
}

export async function findEhAccount(trx: Transactie, { actingSleutel, legal, intermediair }: EhSleutel): Promise<EhAccount | undefined> {
  return trx.selectFrom('eh_account').innerJoin('account', 'account.account_id', 'eh_account.account_id')
    .select(['account.account_id as accountId', 'account.organisatie_id as organisatieId', 'account.toestand'])
    .where('acting_sleutel', '=', actingSleutel).where('legal_soort', '=', legal.soort).where('legal_waarde', '=', legal.waarde).where('intermediair', '=', intermediair ?? '')
    .executeTakeFirst()
}

/** Een nieuw account zonder rollen (Z-06). */
export async function maakEhAccount(trx: Transactie, organisatieId: string, sleutel: EhSleutel, nu: Moment, accountId: string = uuidv7()): Promise<EhAccount> {
  await trx.insertInto('account').values({
    account_id: accountId, organisatie_id: organisatieId, medewerker_id: null, middel: 'EHERKENNING', toestand: 'NIEUW', toestand_sinds: nu, aangemaakt_op: nu, laatst_ingelogd_op: null,
  }).execute()
  await koppelEhSleutel(trx, accountId, sleutel)
  return { accountId, organisatieId, toestand: 'NIEUW' }
}

export async function koppelEhSleutel(trx: Transactie, accountId: string, { actingSleutel, actingKort, legal, intermediair }: EhSleutel): Promise<void> {
  await trx.insertInto('eh_account').values({
    account_id: accountId, acting_sleutel: actingSleutel, acting_kort: actingKort, legal_soort: legal.soort, legal_waarde: legal.waarde, intermediair: intermediair ?? '',
  }).execute()
}

/** A-14: of het bestuur deze intermediair uitdrukkelijk een rol gaf die nu geldt. */
export async function heeftRolVanBestuur(trx: Transactie, accountId: string, nu: Moment): Promise<boolean> {
  const rij = await trx.selectFrom('account_rol').select('account_rol_id').where('account_id', '=', accountId).where('bron', '=', 'BESTUUR').where('ingetrokken_op', 'is', null)
    .where('geldig_van', '<=', nu).where((eb) => eb.or([eb('geldig_voor', 'is', null), eb('geldig_voor', '>', nu)])).executeTakeFirst()
  return rij !== undefined
}

export async function zetIngelogd(trx: Transactie, accountId: string, nu: Moment): Promise<void> {
  await trx.updateTable('account').set({ laatst_ingelogd_op: nu }).where('account_id', '=', accountId).execute()
}
