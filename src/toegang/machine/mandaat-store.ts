import { sql } from 'kysely'
import { geldt, type Transactie, uuidv7 } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import type { Mandaat, NieuwMandaat } from './mandaat.ts'
import type { Scope } from './rules/scopes.ts'

/** Undefined als er op een van die dagen al een mandaat voor deze leverancier is. */
export async function slaMandaatOp(trx: Transactie, nieuw: NieuwMandaat, actor: string, op: Moment): Promise<string | undefined> {
  // Twee beheerders tegelijk: de tweede wacht, en ziet dan het mandaat van de eerste. De uitsluiting in de tabel blijft het slot op de deur.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mandaat:${nieuw.organisatieId}`}, 0))`.execute(trx)
  const bestaand = await trx.selectFrom('mandaat').select('mandaat_id').where('leverancier_oin', '=', nieuw.leverancierOin).where('organisatie_id', '=', nieuw.organisatieId).where('ingetrokken_op', 'is', null)
    .where(sql<boolean>`daterange(geldig_van, geldig_tot_en_met, '[]') && daterange(${nieuw.geldigVan}::date, ${nieuw.geldigTotEnMet}::date, '[]')`).executeTakeFirst()
  if (bestaand !== undefined) return undefined
  const mandaatId = uuidv7()
  await trx.insertInto('mandaat').values({
    mandaat_id: mandaatId, leverancier_oin: nieuw.leverancierOin, organisatie_id: nieuw.organisatieId, scopes: [...nieuw.scopes], geldig_van: nieuw.geldigVan, geldig_tot_en_met: nieuw.geldigTotEnMet,
    gegeven_op: op, gegeven_door: actor, ingetrokken_op: null, ingetrokken_door: null, laatst_token_op: null,
  }).execute()
  return mandaatId
}

/** Nieuwste eerst. */
export async function leesMandaten(trx: Transactie, organisatieId: string): Promise<readonly Mandaat[]> {
  return (await trx.selectFrom('mandaat').selectAll().where('organisatie_id', '=', organisatieId).orderBy('mandaat_id', 'desc').execute()).map(naarMandaat)
}

export async function findMandaat(trx: Transactie, mandaatId: string): Promise<Mandaat | undefined> {
  const rij = await trx.selectFrom('mandaat').selectAll().where('mandaat_id', '=', mandaatId).forUpdate().executeTakeFirst()
  return rij === undefined ? undefined : naarMandaat(rij)
}

export async function zetMandaatIngetrokken(trx: Transactie, mandaatId: string, actor: string, op: Moment): Promise<void> {
  await trx.updateTable('mandaat').set({ ingetrokken_op: op, ingetrokken_door: actor }).where('mandaat_id', '=', mandaatId).execute()
}

/**
 * Hooguit twee mandaten van een leverancier die vandaag gelden; met `organisatie` (OIN, BRIN, bestuursnummer of KvK-nummer)
 * alleen dat van die organisatie. Een BRIN mag ook van een school onder een bestuur zijn.
 */
export async function leesGeldigeMandaten(trx: Transactie, leverancierOin: string, vandaag: Datum, organisatie: string | undefined): Promise<readonly Mandaat[]> {
  const alle = trx.selectFrom('mandaat as m').selectAll('m').where('m.leverancier_oin', '=', leverancierOin).where('m.ingetrokken_op', 'is', null).where('m.geldig_van', '<=', vandaag)
    .where((eb) => eb.or([eb('m.geldig_tot_en_met', 'is', null), eb('m.geldig_tot_en_met', '>=', vandaag)])).orderBy('m.mandaat_id').limit(2)
  if (organisatie === undefined) return (await alle.execute()).map(naarMandaat)
  const bij = sql<boolean>`(exists (select 1 from organisatie_identificatie i where i.organisatie_id = m.organisatie_id and i.waarde = ${organisatie} and i.soort in ('OIN', 'BRIN', 'BESTUURSNUMMER', 'KVK') and ${geldt('i', vandaag)})
    or exists (select 1 from organisatie_gezag g join organisatie_identificatie i on i.soort = 'BESTUURSNUMMER' and i.waarde = g.bevoegd_gezag and ${geldt('i', vandaag)}
      where g.brin = ${organisatie} and ${geldt('g', vandaag)} and i.organisatie_id = m.organisatie_id))`
  return (await alle.where(bij).execute()).map(naarMandaat)
}

/** Of deze client vandaag nog een mandaat van deze organisatie heeft met een van deze scopes, en de school nog van haar is. */
export async function heeftMandaat(trx: Transactie, vraag: { readonly clientId: string; readonly organisatieId: string; readonly brin: string; readonly scopes: readonly Scope[]; readonly vandaag: Datum }): Promise<boolean> {
  const { clientId, organisatieId, brin, scopes, vandaag } = vraag
  const { rows } = await sql`
    select 1 from mandaat m join machine_client c on c.oin = m.leverancier_oin
    where c.client_id = ${clientId} and m.organisatie_id = ${organisatieId} and c.ingetrokken_op is null and m.ingetrokken_op is null
      and m.geldig_van <= ${vandaag} and (m.geldig_tot_en_met is null or m.geldig_tot_en_met >= ${vandaag}) and m.scopes && ${[...scopes]}::text[]
      and (exists (select 1 from organisatie_identificatie i where i.organisatie_id = m.organisatie_id and i.soort = 'BRIN' and i.waarde = ${brin} and ${geldt('i', vandaag)})
        or exists (select 1 from organisatie_gezag g join organisatie_identificatie i on i.soort = 'BESTUURSNUMMER' and i.waarde = g.bevoegd_gezag and ${geldt('i', vandaag)}
          where g.brin = ${brin} and ${geldt('g', vandaag)} and i.organisatie_id = m.organisatie_id))`.execute(trx)
  return rows.length > 0
}

export async function zetTokenGegeven(trx: Transactie, mandaatId: string, op: Moment): Promise<void> {
  await trx.updateTable('mandaat').set({ laatst_token_op: op }).where('mandaat_id', '=', mandaatId).execute()
}

/** Leveranciers die een werkende client hebben: daaruit kiest een beheerder. De laatst gemaakte naam telt. */
export async function leesLeveranciers(trx: Transactie): Promise<readonly { readonly oin: string; readonly naam: string }[]> {
  const { rows } = await sql<{ oin: string; naam: string }>`
    select distinct on (oin) oin, naam from machine_client where ingetrokken_op is null order by oin, client_id desc`.execute(trx)
  return rows
}

interface Rij {
  readonly mandaat_id: string
  readonly leverancier_oin: string
  readonly organisatie_id: string
  readonly scopes: readonly string[]
  readonly geldig_van: Datum
  readonly geldig_tot_en_met: Datum | null
  readonly gegeven_op: Moment
  readonly gegeven_door: string
  readonly ingetrokken_op: Moment | null
  readonly laatst_token_op: Moment | null
}

function naarMandaat(rij: Rij): Mandaat {
  return {
    mandaatId: rij.mandaat_id, leverancierOin: rij.leverancier_oin, organisatieId: rij.organisatie_id, scopes: rij.scopes as readonly Scope[], geldigVan: rij.geldig_van, geldigTotEnMet: rij.geldig_tot_en_met,
    gegevenOp: rij.gegeven_op, gegevenDoor: rij.gegeven_door, ingetrokkenOp: rij.ingetrokken_op, laatstTokenOp: rij.laatst_token_op,
  }
}
