import { sql } from 'kysely'
import { inTransactie, type Database, type Transactie } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import type { Telling } from '../telling.ts'

/** Een gevraagde telling: nog bezig, klaar met een uitkomst, of onderbroken. */
export interface Tellingopdracht {
  readonly tellingId: string
  readonly brin: string
  readonly teldatum: Datum
  readonly aangevraagdOp: Moment
  /** Van 0 tot en met 1. */
  readonly deel: number
  readonly gezienOp: Moment
  readonly klaarOp: Moment | null
  readonly uitkomst: Telling | null
}

const KOLOMMEN = sql`telling_id as "tellingId", brin, teldatum, aangevraagd_op as "aangevraagdOp", deel, gezien_op as "gezienOp", klaar_op as "klaarOp", uitkomst`

/** Tot het einde van de transactie vraagt niemand anders een telling van deze school: van twee tegelijk begint er een. */
export async function wachtOpTellingen(trx: Transactie, brin: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`telling:${brin}`}, 0))`.execute(trx)
}

export async function voegTellingToe(trx: Transactie, nieuw: { readonly tellingId: string; readonly brin: string; readonly teldatum: Datum; readonly op: Moment; readonly door: string }): Promise<void> {
  await trx.insertInto('telling').values({ telling_id: nieuw.tellingId, brin: nieuw.brin, teldatum: nieuw.teldatum, aangevraagd_op: nieuw.op, aangevraagd_door: nieuw.door, gezien_op: nieuw.op }).execute()
}

/** De laatst gevraagde telling per teldatum. */
export async function leesLaatsteTellingen(trx: Transactie, brin: string, teldata: readonly Datum[]): Promise<readonly Tellingopdracht[]> {
  const { rows } = await sql<Tellingopdracht>`select distinct on (teldatum) ${KOLOMMEN} from telling
    where brin = ${brin} and teldatum = any(${[...teldata]}::date[]) order by teldatum, aangevraagd_op desc`.execute(trx)
  return rows
}

const SYSTEEM = { organisaties: [], rol: 'systeem', actor: 'telling' } as const

/** Eigen transactie: de telling zelf leest een momentopname en is pas aan het eind klaar. */
export async function zetVoortgang(database: Database, tellingId: string, deel: number, op: Moment): Promise<void> {
  await inTransactie(database, SYSTEEM, (trx) => trx.updateTable('telling').set({ deel, gezien_op: op }).where('telling_id', '=', tellingId).execute())
}

/** @param uitkomst null = het ging mis. */
export async function rondTellingAf(database: Database, tellingId: string, uitkomst: Telling | null, op: Moment): Promise<void> {
  await inTransactie(database, SYSTEEM, (trx) => trx.updateTable('telling').set({ deel: 1, gezien_op: op, klaar_op: op, uitkomst: uitkomst === null ? null : JSON.stringify(uitkomst) }).where('telling_id', '=', tellingId).execute())
}

/** Wist wat door een nieuwere telling van dezelfde dag vervangen is, en ouder is dan `voor`. */
export async function wisOudeTellingen(database: Database, voor: Moment): Promise<number> {
  return inTransactie(database, SYSTEEM, async (trx) => {
    const { numAffectedRows } = await sql`delete from telling t where aangevraagd_op < ${voor}
      and exists (select 1 from telling n where n.brin = t.brin and n.teldatum = t.teldatum and n.aangevraagd_op > t.aangevraagd_op)`.execute(trx)
    return Number(numAffectedRows ?? 0)
  })
}
