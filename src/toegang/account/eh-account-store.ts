/** Accounts met eHerkenning: gevonden op het paar (ActingSubjectID, LegalSubjectID) en de intermediair. Alleen voor het systeem. */
import { sql } from 'kysely'
import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { isUuid } from '../../kern/uuid.ts'
import type { EhIdentiteit, Rechtspersoon } from '../eherkenning/identiteit.ts'
import { slaAccountOp, vergrendelAccount } from './account-store.ts'

export type Ehtoestand = 'NIEUW' | 'ACTIEF' | 'GEBLOKKEERD' | 'BEEINDIGD'

export interface EhAccount {
  readonly accountId: string
  readonly organisatieId: string
  readonly organisatienaam: string
  readonly medewerkerId: string | null
  readonly toestand: Ehtoestand
  readonly legal: Rechtspersoon
  /** Begin van het pseudoniem, om op het scherm te herkennen (P-02). */
  readonly kort: string
  readonly heeftIntermediair: boolean
}

/** Wat een inlog van een account weet. */
export type GevondenEhAccount = Pick<EhAccount, 'accountId' | 'organisatieId' | 'toestand'>

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

/** Twee eerste inlogs van dezelfde persoon tegelijk maken een account: de tweede wacht tot de eerste klaar is. */
export async function vergrendelEhSleutel(trx: Transactie, { actingSleutel }: EhSleutel): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`eh:${actingSleutel.toString('hex')}`}, 0))`.execute(trx)
}

export async function findEhAccount(trx: Transactie, { actingSleutel, legal, intermediair }: EhSleutel): Promise<GevondenEhAccount | undefined> {
  const rij = await trx.selectFrom('eh_account').innerJoin('account', 'account.account_id', 'eh_account.account_id')
    .select(['account.account_id as accountId', 'account.organisatie_id as organisatieId', 'account.toestand'])
    .where('acting_sleutel', '=', actingSleutel).where('legal_soort', '=', legal.soort).where('legal_waarde', '=', legal.waarde).where('intermediair', '=', intermediair ?? '')
    .executeTakeFirst()
  return rij && { ...rij, toestand: rij.toestand as Ehtoestand }
}

/** Vastgehouden tot het einde van de transactie; undefined als er geen account van eHerkenning met deze sleutel is. */
export async function vergrendelEhAccount(trx: Transactie, accountId: string): Promise<EhAccount | undefined> {
  if (!isUuid(accountId)) return undefined
  await vergrendelAccount(trx, accountId)
  const rij = await trx.selectFrom('eh_account as e').innerJoin('account as a', 'a.account_id', 'e.account_id').innerJoin('organisatie as o', 'o.organisatie_id', 'a.organisatie_id')
    .select(['a.account_id', 'a.organisatie_id', 'o.naam', 'a.medewerker_id', 'a.toestand', 'e.legal_soort', 'e.legal_waarde', 'e.acting_kort', 'e.intermediair'])
    .where('a.account_id', '=', accountId).executeTakeFirst()
  return rij && {
    accountId: rij.account_id, organisatieId: rij.organisatie_id, organisatienaam: rij.naam, medewerkerId: rij.medewerker_id, toestand: rij.toestand as Ehtoestand,
    legal: { soort: rij.legal_soort, waarde: rij.legal_waarde }, kort: rij.acting_kort, heeftIntermediair: rij.intermediair !== '',
  }
}

/** Een nieuw account zonder rollen (Z-06). */
export async function maakEhAccount(trx: Transactie, organisatieId: string, sleutel: EhSleutel, nu: Moment, accountId: string = uuidv7()): Promise<GevondenEhAccount> {
  await slaAccountOp(trx, { accountId, organisatieId, medewerkerId: null, middel: 'EHERKENNING', toestand: 'NIEUW', laatstIngelogdOp: null }, nu)
  await koppelEhSleutel(trx, accountId, sleutel)
  return { accountId, organisatieId, toestand: 'NIEUW' }
}

export async function koppelEhSleutel(trx: Transactie, accountId: string, { actingSleutel, actingKort, legal, intermediair }: EhSleutel): Promise<void> {
  await trx.insertInto('eh_account').values({
    account_id: accountId, acting_sleutel: actingSleutel, acting_kort: actingKort, legal_soort: legal.soort, legal_waarde: legal.waarde, intermediair: intermediair ?? '',
  }).execute()
}
