/** De overstapdatums van instellingen, en welk oud account naar welk eHerkenning-account overging. */
import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import { brinsVanOrganisatie } from '../organisatie-store.ts'
import type { Overstapdatums } from './rules/overstapstand.ts'

export interface Instellingoverstap extends Overstapdatums {
  readonly brin: string
  /** T-15: een uitnodiging mag hier in plaats van het oude middel. */
  readonly uitnodigingVervangtBewijs: boolean
}

/** De scholen van een organisatie die op deze dag overstappen, in één vraag: dit gebeurt bij elk verzoek van een sessie. */
export async function leesInstellingenVanOrganisatie(trx: Transactie, organisatieId: string, dag: Datum): Promise<readonly Instellingoverstap[]> {
  const { rows } = await sql<Instellingoverstap>`
    select brin, open_van as "openVan", token_tot_en_met as "tokenTotEnMet", coulance_tot_en_met as "coulanceTotEnMet", uitnodiging_vervangt_bewijs as "uitnodigingVervangtBewijs"
    from instelling_overstap where brin in (${brinsVanOrganisatie(organisatieId, dag)}) order by brin`.execute(trx)
  return rows
}

export async function findInstelling(trx: Transactie, brin: string): Promise<Instellingoverstap | undefined> {
  const rij = await trx.selectFrom('instelling_overstap').selectAll().where('brin', '=', brin).executeTakeFirst()
  return rij && { brin, openVan: rij.open_van, tokenTotEnMet: rij.token_tot_en_met, coulanceTotEnMet: rij.coulance_tot_en_met, uitnodigingVervangtBewijs: rij.uitnodiging_vervangt_bewijs }
}

/** Houdt de instelling vast tot het einde van de transactie. */
export async function vergrendelInstelling(trx: Transactie, brin: string): Promise<Instellingoverstap | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`overstap:${brin}`}, 0))`.execute(trx)
  return findInstelling(trx, brin)
}

export async function slaInstellingOp(trx: Transactie, { brin, openVan, tokenTotEnMet, coulanceTotEnMet, uitnodigingVervangtBewijs }: Instellingoverstap, door: string, nu: Moment): Promise<void> {
  const waarden = {
    open_van: openVan, token_tot_en_met: tokenTotEnMet, coulance_tot_en_met: coulanceTotEnMet, uitnodiging_vervangt_bewijs: uitnodigingVervangtBewijs, gewijzigd_op: nu, gewijzigd_door: door,
  }
  await trx.insertInto('instelling_overstap').values({ brin, ...waarden }).onConflict((bij) => bij.column('brin').doUpdateSet(waarden)).execute()
}

/** De verschillende laatste tokendagen die nog komen, vroegste eerst. */
export async function leesTokendagenVanaf(trx: Transactie, dag: Datum): Promise<readonly Datum[]> {
  const rijen = await trx.selectFrom('instelling_overstap').select('token_tot_en_met').distinct().where('token_tot_en_met', '>=', dag).orderBy('token_tot_en_met').execute()
  return rijen.flatMap(({ token_tot_en_met }) => token_tot_en_met ?? [])
}

export interface Overstapkoppeling {
  readonly oudAccountId: string
  readonly ehAccountId: string
  readonly wijze: 'ZELF' | 'UITNODIGING' | 'HERTOEKENING'
  readonly koppelpogingId: string | null
  readonly gekoppeldOp: Moment
  readonly gekoppeldDoor: string
  readonly ontkoppeldOp: Moment | null
}

export async function findOverstapkoppeling(trx: Transactie, oudAccountId: string): Promise<Overstapkoppeling | undefined> {
  const rij = await trx.selectFrom('overstapkoppeling').selectAll().where('oud_account_id', '=', oudAccountId).executeTakeFirst()
  return rij && {
    oudAccountId: rij.oud_account_id, ehAccountId: rij.eh_account_id, wijze: rij.wijze, koppelpogingId: rij.koppelpoging_id,
    gekoppeldOp: rij.gekoppeld_op, gekoppeldDoor: rij.gekoppeld_door, ontkoppeldOp: rij.ontkoppeld_op,
  }
}

/** De laatste koppeling van een eHerkenning-account, met de gebruikersnaam van het oude account: voor de ontvangstbladzijde. */
export async function findLaatsteOverstapkoppeling(trx: Transactie, ehAccountId: string): Promise<{ readonly oudAccountId: string; readonly gebruikersnaam: string; readonly brin: string; readonly gekoppeldOp: Moment } | undefined> {
  const rij = await trx.selectFrom('overstapkoppeling as k').innerJoin('token_account as t', 't.account_id', 'k.oud_account_id').select(['k.oud_account_id', 't.gebruikersnaam', 't.brin', 'k.gekoppeld_op'])
    .where('k.eh_account_id', '=', ehAccountId).where('k.ontkoppeld_op', 'is', null).orderBy('k.gekoppeld_op', 'desc').limit(1).executeTakeFirst()
  return rij && { oudAccountId: rij.oud_account_id, gebruikersnaam: rij.gebruikersnaam, brin: rij.brin, gekoppeldOp: rij.gekoppeld_op }
}

/** Onwaar als het oude account al ergens aan hangt of hing: de sleutel van de tabel beslist (T-05). */
export async function slaOverstapkoppelingOp(trx: Transactie, k: Omit<Overstapkoppeling, 'ontkoppeldOp'>): Promise<boolean> {
  const gezet = await trx.insertInto('overstapkoppeling').values({
    oud_account_id: k.oudAccountId, eh_account_id: k.ehAccountId, wijze: k.wijze, koppelpoging_id: k.koppelpogingId, gekoppeld_op: k.gekoppeldOp, gekoppeld_door: k.gekoppeldDoor,
    ontkoppeld_op: null, ontkoppeld_door: null, reden_ontkoppeling: null,
  }).onConflict((bij) => bij.column('oud_account_id').doNothing()).executeTakeFirst()
  return (gezet.numInsertedOrUpdatedRows ?? 0n) === 1n
}

export async function zetOntkoppeld(trx: Transactie, oudAccountId: string, door: string, reden: string, op: Moment): Promise<void> {
  await trx.updateTable('overstapkoppeling').set({ ontkoppeld_op: op, ontkoppeld_door: door, reden_ontkoppeling: reden }).where('oud_account_id', '=', oudAccountId).execute()
}
