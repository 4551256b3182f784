import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Gebeurtenissoort } from '../../kern/gebeurtenissoort.ts'
import type { Abonnement, Abonnementstaat } from '../abonnement.ts'

export interface VersleuteldGeheim {
  readonly versleuteld: Buffer
  readonly sleutelId: string
}

export interface NieuwAbonnement {
  readonly id: string
  readonly brin: string
  readonly url: string
  readonly soorten: readonly Gebeurtenissoort[]
  readonly geheim: VersleuteldGeheim
  readonly door: string
  readonly nu: Moment
}

/** Nieuwe abonnementen beginnen bij wat hierna gebeurt; wat er al was is op te vragen. */
export async function voegAbonnementToe(trx: Transactie, a: NieuwAbonnement): Promise<void> {
  await trx.insertInto('abonnement').values((eb) => ({
    abonnement_id: a.id, brin: a.brin, url: a.url, soorten: [...a.soorten], geheim_versleuteld: a.geheim.versleuteld, geheim_sleutel_id: a.geheim.sleutelId,
    staat: 'wacht-op-controle' as const, reden: null, tot_positie: eb.selectFrom('gebeurtenis_teller').select('laatste'), controle_pogingen: 0, controle_na: a.nu, bezig_tot: null,
    versie: 1, aangemaakt_door: a.door, aangemaakt_op: a.nu, gewijzigd_op: a.nu,
  })).execute()
}

/** Een ander adres moet opnieuw gecontroleerd worden; ook een afgewezen of gestopt abonnement begint weer met de controle. */
export async function wijzigAbonnementRij(
  trx: Transactie, id: string, anders: { readonly url: string; readonly soorten: readonly Gebeurtenissoort[]; readonly geheim: VersleuteldGeheim | undefined; readonly nu: Moment },
): Promise<void> {
  const { url, nu } = anders
  const opnieuw = sql<boolean>`(url <> ${url} or staat <> 'actief')`
  await trx.updateTable('abonnement').set((eb) => ({
    url, soorten: [...anders.soorten], versie: eb('versie', '+', 1), gewijzigd_op: nu,
    staat: sql<Abonnementstaat>`case when ${opnieuw} then 'wacht-op-controle' else staat end`, reden: sql<string | null>`case when ${opnieuw} then null else reden end`,
    controle_pogingen: sql<number>`case when ${opnieuw} then 0 else controle_pogingen end`, controle_na: sql<Moment>`case when ${opnieuw} then ${nu}::timestamptz else controle_na end`,
    bezig_tot: null,
    ...(anders.geheim === undefined ? {} : { geheim_versleuteld: anders.geheim.versleuteld, geheim_sleutel_id: anders.geheim.sleutelId }),
  })).where('abonnement_id', '=', id).where('staat', '<>', 'verwijderd').execute()
}

/** Het geheim gaat weg; de rij blijft voor de afleveringen die er waren. */
export async function verwijderAbonnementRij(trx: Transactie, id: string, nu: Moment): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('abonnement').set((eb) => ({
    staat: 'verwijderd' as const, geheim_versleuteld: null, geheim_sleutel_id: null, versie: eb('versie', '+', 1), gewijzigd_op: nu,
  })).where('abonnement_id', '=', id).where('staat', '<>', 'verwijderd').executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function findAbonnement(trx: Transactie, id: string): Promise<Abonnement | undefined> {
  return (await leesAbonnementen(trx, { id }))[0]
}

/** Als `findAbonnement`, en houdt het vast tot het einde van de transactie: van twee wijzigingen tegelijk wint er één (S-16). */
export async function houdAbonnementVast(trx: Transactie, id: string): Promise<Abonnement | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`abonnement:${id}`}, 0))`.execute(trx)
  return findAbonnement(trx, id)
}

export async function leesAbonnementen(trx: Transactie, keuze: { readonly id?: string; readonly brins?: readonly string[] | null }): Promise<readonly Abonnement[]> {
  let vraag = trx.selectFrom('abonnement').select(['abonnement_id', 'brin', 'url', 'soorten', 'staat', 'reden', 'aangemaakt_op', 'gewijzigd_op', 'versie'])
    .where('staat', '<>', 'verwijderd').orderBy('aangemaakt_op').orderBy('abonnement_id').limit(MEESTE_IN_LIJST)
  if (keuze.id !== undefined) vraag = vraag.where('abonnement_id', '=', keuze.id)
  if (keuze.brins) vraag = vraag.where('brin', 'in', [...keuze.brins])
  return (await vraag.execute()).map((rij) => ({
    id: rij.abonnement_id, brin: rij.brin, url: rij.url, soorten: rij.soorten as Gebeurtenissoort[], staat: rij.staat as Abonnement['staat'], reden: rij.reden,
    aangemaaktOp: rij.aangemaakt_op, gewijzigdOp: rij.gewijzigd_op, versie: rij.versie,
  }))
}

const MEESTE_IN_LIJST = 1_000

export async function telAbonnementen(trx: Transactie, brin: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from abonnement where brin = ${brin} and staat <> 'verwijderd'`.execute(trx)
  return rows[0]?.n ?? 0
}

/** Actieve abonnementen waarvoor er iets in het logboek bij kwam. */
export async function leesAchterlopende(trx: Transactie): Promise<readonly string[]> {
  const { rows } = await sql<{ abonnement_id: string }>`select abonnement_id from abonnement a where staat = 'actief'
    and exists (select 1 from gebeurtenis_school s where s.brin = a.brin and s.positie > a.tot_positie) order by abonnement_id`.execute(trx)
  return rows.map((rij) => rij.abonnement_id)
}

/** Wie het abonnement maakte en voor welke school; undefined als het er niet is. */
export async function findMaker(trx: Transactie, abonnementId: string): Promise<{ readonly door: string; readonly brin: string } | undefined> {
  return trx.selectFrom('abonnement').select(['aangemaakt_door as door', 'brin']).where('abonnement_id', '=', abonnementId).executeTakeFirst()
}

/** Actieve abonnementen met een bezorging die aan de beurt is. */
export async function leesWachtende(trx: Transactie, nu: Moment): Promise<readonly string[]> {
  const { rows } = await sql<{ abonnement_id: string }>`select abonnement_id from abonnement a where staat = 'actief'
    and exists (select 1 from aflevering w where w.abonnement_id = a.abonnement_id and w.staat = 'wachtend' and w.volgende_poging_op <= ${nu}) order by abonnement_id`.execute(trx)
  return rows.map((rij) => rij.abonnement_id)
}

export interface TeControleren {
  readonly id: string
  readonly url: string
  readonly pogingen: number
  readonly aangemaaktMs: number
  readonly versie: number
}

/** Neemt abonnementen waarvan het adres aan de beurt is voor controle; een ander proces slaat ze zolang over. */
export async function claimControles(trx: Transactie, nu: Moment, bezigTot: Moment): Promise<readonly TeControleren[]> {
  const { rows } = await sql<{ abonnement_id: string; url: string; controle_pogingen: number; gewijzigd_op: Moment; versie: number }>`
    update abonnement a set bezig_tot = ${bezigTot} from (
      select abonnement_id from abonnement where staat = 'wacht-op-controle' and controle_na <= ${nu} and (bezig_tot is null or bezig_tot < ${nu})
      order by controle_na limit 20 for update skip locked) k
    where a.abonnement_id = k.abonnement_id returning a.abonnement_id, a.url, a.controle_pogingen, a.gewijzigd_op, a.versie`.execute(trx)
  return rows.map((rij) => ({ id: rij.abonnement_id, url: rij.url, pogingen: rij.controle_pogingen, aangemaaktMs: Date.parse(rij.gewijzigd_op), versie: rij.versie }))
}

/** De uitkomst telt alleen als het abonnement intussen niet is gewijzigd. */
export async function legControleVast(
  trx: Transactie, wat: Pick<TeControleren, 'id' | 'versie' | 'pogingen'>, uitkomst: { readonly staat: Abonnementstaat; readonly reden: string | null; readonly controleNa: Moment; readonly nu: Moment },
): Promise<void> {
  await sql`update abonnement set staat = ${uitkomst.staat}, reden = ${uitkomst.reden}, controle_pogingen = ${wat.pogingen + 1}, controle_na = ${uitkomst.controleNa}, bezig_tot = null,
      versie = versie + case when staat = ${uitkomst.staat} then 0 else 1 end, gewijzigd_op = case when staat = ${uitkomst.staat} then gewijzigd_op else ${uitkomst.nu}::timestamptz end
    where abonnement_id = ${wat.id} and versie = ${wat.versie} and staat = 'wacht-op-controle'`.execute(trx)
}

/** 410: de ontvanger wil niets meer. */
export async function stopAbonnement(trx: Transactie, id: string, reden: string, nu: Moment): Promise<void> {
  await sql`update abonnement set staat = 'gestopt', reden = ${reden}, versie = versie + 1, gewijzigd_op = ${nu} where abonnement_id = ${id} and staat = 'actief'`.execute(trx)
}
