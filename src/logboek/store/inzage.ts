/** Alles wat de database over een deelnemer heeft, uit elke tabel die hem noemt: een nieuwe tabel hoeft hier niet bij. */
import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

export async function findDeelnemerOpSleutel(trx: Transactie, zoeksleutel: Buffer): Promise<string | undefined> {
  return (await trx.selectFrom('deelnemer').select('deelnemer_id').where('persoonsnummer_sleutel', '=', zoeksleutel).executeTakeFirst())?.deelnemer_id
}

export interface Nummer {
  readonly versleuteld: Buffer
  readonly sleutelId: string
  readonly soort: string
  readonly aangemaaktOp: Moment
}

export async function findNummer(trx: Transactie, deelnemerId: string): Promise<Nummer | undefined> {
  const rij = await trx.selectFrom('deelnemer').selectAll().where('deelnemer_id', '=', deelnemerId).executeTakeFirst()
  return rij && { versleuteld: rij.persoonsnummer_versleuteld, sleutelId: rij.persoonsnummer_sleutel_id, soort: rij.persoonsnummer_soort, aangemaaktOp: rij.aangemaakt_op }
}

export type Tabelrijen = Readonly<Record<string, unknown>>

/** Tabellen met een kolom `deelnemer_id`, behalve `deelnemer` zelf. */
export async function leesTabellen(trx: Transactie): Promise<readonly string[]> {
  const { rows } = await sql<{ tabel: string }>`select c.relname as tabel from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'deelnemer_id' and not a.attisdropped and c.relname <> 'deelnemer' order by 1`.execute(trx)
  return rows.map(({ tabel }) => tabel)
}

/** De rijen over de deelnemer, zonder vingerafdrukken en andere bytes: die zeggen een mens niets. */
export async function leesRijen(trx: Transactie, tabel: string, deelnemerId: string): Promise<readonly Tabelrijen[]> {
  const { rows: kolommen } = await sql<{ kolom: string }>`select attname as kolom from pg_attribute
    where attrelid = ${tabel}::text::regclass and attnum > 0 and not attisdropped and atttypid <> 'bytea'::regtype order by attnum`.execute(trx)
  const { rows } = await sql<{ rij: Tabelrijen }>`select to_jsonb(t) as rij from (
    select ${sql.join(kolommen.map(({ kolom }) => sql.ref(kolom)))} from ${sql.table(tabel)} where deelnemer_id = ${deelnemerId}) t`.execute(trx)
  return rows.map(({ rij }) => rij)
}

/** Periodes en afleveringen hangen aan een stand of een gebeurtenis van de deelnemer en noemen hem niet zelf. */
export async function leesAfleveringenOver(trx: Transactie, deelnemerId: string): Promise<readonly Tabelrijen[]> {
  const { rows } = await sql<{ rij: Tabelrijen }>`select to_jsonb(t) as rij from (
    select a.brin, a.gebeurtenis_id, a.staat, a.pogingen, a.eerste_poging_op, a.bezorgd_op, a.laatste_uitkomst, g.soort from aflevering a join gebeurtenis g on g.positie = a.positie
    where g.deelnemer_id = ${deelnemerId} order by a.positie) t`.execute(trx)
  return rows.map(({ rij }) => rij)
}

export interface Kijker {
  readonly op: Moment
  readonly actor: string
  readonly handeling: string
  readonly brin: string | null
  readonly traceId: string
}

/** Wie er in deze traces iets deed: de audit bij de regels van het logboek van verwerkingen. */
export async function leesKijkers(trx: Transactie, traceIds: readonly string[]): Promise<readonly Kijker[]> {
  const { rows } = await sql<{ op: Moment; actor: string; handeling: string; brin: string | null; trace_id: string }>`
    select op, actor, handeling, brin, replace(trace_id::text, '-', '') as trace_id from audit_regel where trace_id = any(${[...traceIds]}::uuid[]) order by op, volgnummer`.execute(trx)
  return rows.map(({ trace_id, ...rij }) => ({ ...rij, traceId: trace_id }))
}
