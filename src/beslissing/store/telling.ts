import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'

/** Wie een inschrijving bij deze school heeft of had, op sleutel, na `na`. Eén stap door de index op brin. */
export async function leesDeelnemersVan(trx: Transactie, brin: string, na: string | null, aantal: number): Promise<readonly string[]> {
  const { rows } = await sql<{ deelnemer_id: string }>`
    select deelnemer_id from deelnemer_school where brin = ${brin} and ${na === null ? sql<boolean>`true` : sql<boolean>`deelnemer_id > ${na}::uuid`}
    order by deelnemer_id limit ${aantal}`.execute(trx)
  return rows.map((rij) => rij.deelnemer_id)
}

/** Van deze deelnemers wie een inschrijving bij de school heeft of had, op sleutel. */
export async function kiesDeelnemersVan(trx: Transactie, brin: string, deelnemerIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ deelnemer_id: string }>`
    select deelnemer_id from deelnemer_school where brin = ${brin} and deelnemer_id = any(${[...deelnemerIds]}::uuid[]) order by deelnemer_id`.execute(trx)
  return rows.map((rij) => rij.deelnemer_id)
}

export async function telDeelnemersVan(trx: Transactie, brin: string): Promise<number> {
  const { rows } = await sql<{ aantal: number }>`select count(*)::int as aantal from deelnemer_school where brin = ${brin}`.execute(trx)
  return rows[0]?.aantal ?? 0
}
