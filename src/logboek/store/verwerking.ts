import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Verwerkingsregel } from '../ldv.ts'

interface Rij {
  regel_id: number
  trace_id: string
  operation_id: string
  ouder_id: string | null
  status: 'OK' | 'ERROR'
  naam: string
  begin_op: Moment
  eind_op: Moment
  activiteit: string
  betrokkene: string | null
  betrokkene_sleutel: string | null
}

const KOLOMMEN = sql`regel_id, replace(trace_id::text, '-', '') as trace_id, encode(operation_id, 'hex') as operation_id, encode(ouder_id, 'hex') as ouder_id, status, naam, begin_op, eind_op,
  activiteit, encode(betrokkene, 'hex') as betrokkene, betrokkene_sleutel`

function naarRegel(rij: Rij): Verwerkingsregel {
  return {
    regelId: rij.regel_id, traceId: rij.trace_id, operationId: rij.operation_id, ouderId: rij.ouder_id, status: rij.status, naam: rij.naam, beginOp: rij.begin_op, eindOp: rij.eind_op,
    activiteit: rij.activiteit, betrokkene: rij.betrokkene, betrokkeneSleutel: rij.betrokkene_sleutel,
  }
}

/** De regels na een positie tot en met een grens, op volgorde. */
export async function leesVerwerkingen(trx: Transactie, na: number, totEnMet: number, aantal: number): Promise<readonly Verwerkingsregel[]> {
  const { rows } = await sql<Rij>`select ${KOLOMMEN} from verwerking_regel where regel_id > ${na} and regel_id <= ${totEnMet} order by regel_id limit ${aantal}`.execute(trx)
  return rows.map(naarRegel)
}

/** Alle regels over een betrokkene, onder elk van zijn pseudoniemen. */
export async function leesVerwerkingenVan(trx: Transactie, pseudoniemen: readonly Buffer[]): Promise<readonly Verwerkingsregel[]> {
  const { rows } = await sql<Rij>`select ${KOLOMMEN} from verwerking_regel where betrokkene = any(${[...pseudoniemen]}::bytea[]) order by begin_op, regel_id`.execute(trx)
  return rows.map(naarRegel)
}

export async function leesPositie(trx: Transactie, ontvanger: string): Promise<number> {
  return (await trx.selectFrom('logboekpositie').select('tot_regel').where('ontvanger', '=', ontvanger).executeTakeFirst())?.tot_regel ?? 0
}

/** Schuift nooit terug: twee servers die hetzelfde versturen, sturen hooguit iets dubbel. */
export async function zetPositie(trx: Transactie, ontvanger: string, totRegel: number, nu: Moment): Promise<void> {
  await sql`insert into logboekpositie (ontvanger, tot_regel, gewijzigd_op) values (${ontvanger}, ${totRegel}, ${nu})
    on conflict (ontvanger) do update set tot_regel = greatest(logboekpositie.tot_regel, excluded.tot_regel), gewijzigd_op = excluded.gewijzigd_op`.execute(trx)
}

export interface Peiling {
  /** Het hoogste nummer dat ooit is uitgegeven. */
  readonly hoogste: number
  /** Elke transactie met een lager nummer is klaar. */
  readonly oudsteLopende: bigint
  /** Nog niet begonnen transacties krijgen dit nummer of hoger. */
  readonly volgende: bigint
}

/** Nummers worden uitgegeven voor de commit; een lager nummer kan dus later zichtbaar worden dan een hoger. */
export async function peil(trx: Transactie): Promise<Peiling> {
  const { rows: [nummer] } = await sql<{ n: number }>`select case when is_called then last_value else 0 end as n from verwerking_regel_regel_id_seq`.execute(trx)
  const { rows: [lopend] } = await sql<{ van: string; tot: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as van, pg_snapshot_xmax(pg_current_snapshot())::text as tot`.execute(trx)
  if (nummer === undefined || lopend === undefined) throw new Error('een vraag zonder from geeft altijd een rij')
  return { hoogste: nummer.n, oudsteLopende: BigInt(lopend.van), volgende: BigInt(lopend.tot) }
}
