/** De vragen achter de meetwaarden die uit de database komen: elk een index of een kleine tabel, nooit een hele grote. */
import { sql } from 'kysely'
import type { Database } from '../../database/index.ts'
import { alsActor, systeemactor } from '../../toegang/index.ts'

export interface Telling {
  readonly groep: Readonly<Record<string, string>>
  readonly aantal: number
}

export interface Outboxstand {
  /** Geteld tot en met `MEESTE_OUTBOX`. */
  readonly open: number
  readonly oudsteSeconden: number
}

/** Verder tellen zegt een beheerder niets meer en kost bij een grote import wel tijd. */
export const MEESTE_OUTBOX = 100_000
const GEDULD = '3s'

export interface Tellingen {
  readonly signalen: readonly Telling[]
  readonly outbox: Outboxstand
  /** Per bron (aanleveringen, webhooks); leeg als die tabel er niet is. */
  readonly standen: ReadonlyMap<string, readonly Telling[]>
}

/** Een tabel met een stand per rij, waarvan de index op de stand bestaat. */
export interface Standbron {
  readonly naam: string
  readonly tabel: string
  readonly kolom: string
  /** Wat de meetwaarde zegt. */
  readonly uitleg: string
}

/** Alle tellingen in een transactie als systeem. Gooit als de database niet binnen 3 s antwoordt. */
export function leesTellingen(database: Database, bronnen: readonly Standbron[]): Promise<Tellingen> {
  return alsActor(database, systeemactor('waarneming'), async (trx) => {
    await sql`select set_config('statement_timeout', ${GEDULD}, true)`.execute(trx)
    const signalen = await sql<{ code: string; aantal: number }>`select code, count(*)::int as aantal from signaal where gesloten_op is null group by code`.execute(trx)
    const open = await sql<{ aantal: number }>`select count(*)::int as aantal from (select from outbox where verwerkt_op is null limit ${MEESTE_OUTBOX}) o`.execute(trx)
    const oudste = await sql<{ seconden: number }>`
      select greatest(0, extract(epoch from now() - aangemaakt_op))::float8 as seconden from outbox where verwerkt_op is null order by aangemaakt_op limit 1`.execute(trx)
    const standen = new Map<string, readonly Telling[]>()
    for (const { naam, tabel, kolom } of bronnen) {
      const { rows } = await sql<{ stand: string; aantal: number }>`select ${sql.ref(kolom)} as stand, count(*)::int as aantal from ${sql.table(tabel)} group by 1`.execute(trx)
      standen.set(naam, rows.map(({ stand, aantal }) => ({ groep: { status: stand }, aantal })))
    }
    return {
      signalen: signalen.rows.map(({ code, aantal }) => ({ groep: { code }, aantal })),
      outbox: { open: open.rows[0]?.aantal ?? 0, oudsteSeconden: oudste.rows[0]?.seconden ?? 0 },
      standen,
    }
  })
}
