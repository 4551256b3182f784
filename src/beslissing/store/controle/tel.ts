import { type RawBuilder, sql } from 'kysely'
import type { Transactie } from '../../../database/index.ts'
import { type Bevonden, MEESTE_VOORBEELDEN } from '../../controle.ts'

/** Telt wat een vraag naar foute rijen geeft; `fout` levert een kolom `sleutel` (tekst), `alles` telt wat er bekeken is. */
export async function telFouten(trx: Transactie, fout: RawBuilder<unknown>, alles: RawBuilder<unknown>): Promise<Bevonden> {
  const { rows } = await sql<{ bekeken: number; gevonden: number; voorbeelden: string[] | null }>`
    with fout as materialized (${fout})
    select (${alles})::int as bekeken, (select count(*)::int from fout) as gevonden,
      (select array_agg(f.sleutel) from (select sleutel from fout order by sleutel limit ${MEESTE_VOORBEELDEN}) f) as voorbeelden`.execute(trx)
  const [rij] = rows
  return { bekeken: rij?.bekeken ?? 0, gevonden: rij?.gevonden ?? 0, voorbeelden: rij?.voorbeelden ?? [] }
}

export function aantalIn(tabel: string): RawBuilder<unknown> {
  return sql`select count(*) from ${sql.table(tabel)}`
}
