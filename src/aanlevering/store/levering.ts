import { sql } from 'kysely'
import { alsSysteem, type Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { type Actor, brinsVan } from '../../toegang/index.ts'
import { GEEN_TELLINGEN, type Levering, type Leveringssoort, type Leveringsstaat, type Mislukking, type Tellingen, UITKOMSTEN } from '../levering.ts'

export interface NieuweLevering {
  readonly aanleveringId: string
  readonly afzender: Actor
  readonly soort: Leveringssoort
  readonly bestandsnaam: string | null
  readonly ontvangenOp: Moment
}

export async function maakLevering(trx: Transactie, nieuw: NieuweLevering): Promise<void> {
  if (nieuw.afzender.soort === 'duo' || nieuw.afzender.soort === 'toezicht') throw new Error('duo levert niet')
  await trx.insertInto('aanlevering').values({
    aanlevering_id: nieuw.aanleveringId, afzender: nieuw.afzender.id, afzender_soort: nieuw.afzender.soort, rollen: JSON.stringify(nieuw.afzender.rollen),
    brins: [...brinsVan(nieuw.afzender)], soort: nieuw.soort, bestandsnaam: nieuw.bestandsnaam, bytes: 0, records: null, ontvangen_op: nieuw.ontvangenOp,
    staat: 'wachtend', begonnen_op: null, klaar_op: null, tellingen: null, uitleg: null,
  }).execute()
}

/** Wat pas bekend is als de hele stroom binnen is. */
export async function zetOmvang(trx: Transactie, aanleveringId: string, omvang: { readonly bytes?: number; readonly records: number | null }): Promise<void> {
  await alsSysteem(trx, () => trx.updateTable('aanlevering').set(omvang).where('aanlevering_id', '=', aanleveringId).execute())
}

export async function zetBezig(trx: Transactie, aanleveringId: string, nu: Moment): Promise<void> {
  await trx.updateTable('aanlevering').set({ staat: 'bezig', begonnen_op: nu }).where('aanlevering_id', '=', aanleveringId).where('staat', '=', 'wachtend').execute()
}

/** Klaar, als er geen enkel deel meer open is en niemand anders haar net klaar zet. Antwoordt of dat zo was. */
export async function zetKlaar(trx: Transactie, aanleveringId: string, nu: Moment): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select aanlevering_id as id from aanlevering a where aanlevering_id = ${aanleveringId} and staat = 'bezig'
    and not exists (select 1 from aanlevering_deel d where d.aanlevering_id = a.aanlevering_id and d.staat <> 'klaar') for update skip locked`.execute(trx)
  if (rows.length === 0) return false
  const tellingen = JSON.stringify(await telDelen(trx, aanleveringId))
  await sql`update aanlevering a set staat = 'klaar', klaar_op = greatest(${nu}::timestamptz, begonnen_op), tellingen = ${tellingen} where aanlevering_id = ${aanleveringId}`.execute(trx)
  return true
}

/** De levering stopt; wat al verwerkt was blijft, de rest van het bestand verdwijnt. */
export async function zetMislukt(trx: Transactie, aanleveringId: string, mislukking: Mislukking, nu: Moment): Promise<void> {
  const tellingen = JSON.stringify(await telDelen(trx, aanleveringId))
  await trx.deleteFrom('aanlevering_deel').where('aanlevering_id', '=', aanleveringId).where('staat', '=', 'wachtend').execute()
  await trx.updateTable('aanlevering').set({ staat: 'mislukt', klaar_op: nu, tellingen, uitleg: JSON.stringify(mislukking) })
    .where('aanlevering_id', '=', aanleveringId).where('staat', 'in', ['wachtend', 'bezig']).execute()
}

/** Leveringen waarvan alle delen klaar zijn, maar die zelf nog niet klaar staan. */
export async function findAfTeRonden(trx: Transactie): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select aanlevering_id as id from aanlevering a where staat = 'bezig'
    and not exists (select 1 from aanlevering_deel d where d.aanlevering_id = a.aanlevering_id and d.staat <> 'klaar') order by volgorde`.execute(trx)
  return rows.map((rij) => rij.id)
}

export async function findLevering(trx: Transactie, aanleveringId: string): Promise<Levering | undefined> {
  const rij = await trx.selectFrom('aanlevering').selectAll().where('aanlevering_id', '=', aanleveringId).executeTakeFirst()
  return rij && naarLevering(rij)
}

export interface Lijstvraag {
  /** Waar de vorige bladzijde eindigde; null = vanaf de nieuwste. */
  readonly na: string | null
  readonly aantal: number
  readonly naam?: string
}

/** De leveringen die de transactie mag zien, nieuwste eerst. */
export async function leesLeveringen(trx: Transactie, vraag: Lijstvraag): Promise<readonly Levering[]> {
  let lijst = trx.selectFrom('aanlevering').selectAll().orderBy('volgorde', 'desc').limit(vraag.aantal)
  const { na, naam } = vraag
  if (na !== null) lijst = lijst.where('volgorde', '<', (q) => q.selectFrom('aanlevering as v').select('v.volgorde').where('v.aanlevering_id', '=', na))
  if (naam !== undefined) lijst = lijst.where('bestandsnaam', '=', naam)
  return (await lijst.execute()).map(naarLevering)
}

export interface Stand {
  readonly tellingen: Tellingen
  /** Records die in het register staan of beantwoord zijn. */
  readonly opgeslagen: number
  /** Records waarvan ook de signalen zijn uitgerekend. */
  readonly klaar: number
}

/** Hoever de levering is; voor een levering die klaar is staan de tellingen bij haar zelf. */
export async function leesStand(trx: Transactie, aanleveringId: string): Promise<Stand> {
  return alsSysteem(trx, async () => {
    const { rows: [rij] } = await sql<{ opgeslagen: number; klaar: number; tellingen: Tellingen | null }>`
      select coalesce(sum(d.records) filter (where d.staat <> 'wachtend'), 0)::int as opgeslagen, coalesce(sum(d.records) filter (where d.staat = 'klaar'), 0)::int as klaar,
        (select tellingen from aanlevering where aanlevering_id = ${aanleveringId}) as tellingen
      from aanlevering_deel d where d.aanlevering_id = ${aanleveringId}`.execute(trx)
    return { opgeslagen: rij?.opgeslagen ?? 0, klaar: rij?.klaar ?? 0, tellingen: rij?.tellingen ?? (await telDelen(trx, aanleveringId)) }
  })
}

/** Verwijdert terugkoppelingen en delen van leveringen die voor `grens` klaar waren; de levering zelf blijft staan. */
export async function ruimOp(trx: Transactie, grens: Moment): Promise<number> {
  const oud = sql`select aanlevering_id from aanlevering where klaar_op < ${grens}`
  const { numAffectedRows } = await sql`delete from terugkoppeling where aanlevering_id in (${oud})`.execute(trx)
  await sql`delete from aanlevering_deel where aanlevering_id in (${oud})`.execute(trx)
  return Number(numAffectedRows ?? 0n)
}

async function telDelen(trx: Transactie, aanleveringId: string): Promise<Tellingen> {
  const { rows } = await sql<{ tellingen: Tellingen }>`select tellingen from aanlevering_deel where aanlevering_id = ${aanleveringId} and tellingen is not null`.execute(trx)
  return rows.reduce((totaal, { tellingen }) => Object.fromEntries(UITKOMSTEN.map((u) => [u, totaal[u] + tellingen[u]])) as unknown as Tellingen, GEEN_TELLINGEN)
}

interface Rij {
  aanlevering_id: string; afzender: string; afzender_soort: 'school' | 'systeem'; rollen: unknown; soort: Leveringssoort; bestandsnaam: string | null; bytes: number
  records: number | null; ontvangen_op: Moment; staat: Leveringsstaat; begonnen_op: Moment | null; klaar_op: Moment | null; uitleg: unknown
}

function naarLevering(rij: Rij): Levering {
  return {
    aanleveringId: rij.aanlevering_id, afzender: { id: rij.afzender, soort: rij.afzender_soort, rollen: rij.rollen as Actor['rollen'] }, soort: rij.soort,
    bestandsnaam: rij.bestandsnaam, bytes: rij.bytes, records: rij.records, ontvangenOp: rij.ontvangen_op, staat: rij.staat,
    begonnenOp: rij.begonnen_op, klaarOp: rij.klaar_op, mislukking: rij.uitleg as Mislukking | null,
  }
}
