/** De vragen achter de meetwaarden die uit de database komen: elk een index of een kleine tabel, nooit een hele grote. */
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../database/index.ts'
import { alsActor, systeemactor } from '../../toegang/index.ts'

export interface Cijfer {
  readonly groep: Readonly<Record<string, string>>
  readonly aantal: number
}

export interface Outboxstand {
  /** Geteld tot en met `MEESTE`. */
  readonly open: number
  readonly oudsteSeconden: number
}

export interface Registercijfers {
  readonly signalen: readonly Cijfer[]
  readonly outbox: Outboxstand
  /** Per naam uit `CIJFERBRONNEN`. */
  readonly bronnen: ReadonlyMap<string, readonly Cijfer[]>
}

/** Verder tellen zegt een beheerder niets meer en kost bij een grote import wel tijd. */
const MEESTE = 100_000
const GEDULD = '3s'

/** Een meetwaarde met een label; de vraag geeft ook nullen, zodat een alarm nooit op een ontbrekende reeks stukloopt. */
interface Cijferbron {
  readonly naam: string
  readonly uitleg: string
  readonly label: string
  readonly vraag: RawBuilder<{ groep: string; aantal: number }>
}

const tot = (vraag: RawBuilder<unknown>) => sql`(select count(*)::int from (${vraag} limit ${sql.lit(MEESTE)}) t)`

export const CIJFERBRONNEN: readonly Cijferbron[] = [
  {
    naam: 'aanleveringen', label: 'status', uitleg: 'Aanleveringen: wachtend, bezig, en mislukt in het laatste etmaal.',
    vraag: sql`select 'wachtend' as groep, ${tot(sql`select from aanlevering where staat = 'wachtend'`)} as aantal
      union all select 'bezig', ${tot(sql`select from aanlevering where staat = 'bezig'`)}
      union all select 'mislukt', ${tot(sql`select from aanlevering where staat = 'mislukt' and klaar_op > now() - interval '1 day'`)}`,
  },
  {
    naam: 'aanlevering_records', label: 'uitkomst', uitleg: 'Records in aanleveringen die het laatste etmaal klaar waren, per uitkomst.',
    vraag: sql`select u.key as groep, sum(u.value::bigint)::int as aantal from aanlevering a, jsonb_each_text(a.tellingen) u
      where a.klaar_op > now() - interval '1 day' and jsonb_typeof(a.tellingen) = 'object' and u.value ~ '^[0-9]{1,15}$' group by 1`,
  },
  {
    naam: 'aanlevering_oldest_age_seconds', label: 'status', uitleg: 'Hoe lang de oudste aanlevering wacht die nog niet klaar is.',
    vraag: sql`select 'open' as groep, coalesce((select greatest(0, extract(epoch from now() - ontvangen_op)) from aanlevering where staat in ('wachtend', 'bezig') order by volgorde limit 1), 0)::int as aantal`,
  },
  {
    naam: 'afleveringen', label: 'status', uitleg: 'Webhooks: wachtend, achterstallig (had een minuut geleden al gemoeten) en opgegeven.',
    vraag: sql`select 'wachtend' as groep, ${tot(sql`select from aflevering where staat = 'wachtend'`)} as aantal
      union all select 'achterstallig', ${tot(sql`select from aflevering where staat = 'wachtend' and volgende_poging_op < now() - interval '1 minute'`)}
      union all select 'opgegeven', ${tot(sql`select from aflevering where staat = 'opgegeven'`)}`,
  },
  {
    naam: 'gebeurtenissen_nieuw', label: 'status', uitleg: 'Gebeurtenissen die nog gepubliceerd moeten worden (geteld tot 100.000).',
    vraag: sql`select 'wachtend' as groep, ${tot(sql`select from gebeurtenis_nieuw`)} as aantal`,
  },
]

/** Alle cijfers in een transactie als systeem. Gooit als de database niet binnen 3 s antwoordt. */
export function leesCijfers(database: Database): Promise<Registercijfers> {
  return alsActor(database, systeemactor('waarneming'), async (trx) => {
    await sql`select set_config('statement_timeout', ${GEDULD}, true)`.execute(trx)
    const signalen = await sql<{ code: string; aantal: number }>`select code, count(*)::int as aantal from signaal where gesloten_op is null group by code`.execute(trx)
    const outbox = await sql<{ open: number; seconden: number | null }>`
      select ${tot(sql`select from outbox where verwerkt_op is null`)} as open,
        (select extract(epoch from now() - aangemaakt_op)::float8 from outbox where verwerkt_op is null order by aangemaakt_op limit 1) as seconden`.execute(trx)
    const bronnen = new Map<string, readonly Cijfer[]>()
    for (const { naam, label, vraag } of CIJFERBRONNEN) {
      const { rows } = await vraag.execute(trx)
      bronnen.set(naam, rows.map(({ groep, aantal }) => ({ groep: { [label]: groep }, aantal })))
    }
    const [{ open, seconden } = { open: 0, seconden: null }] = outbox.rows
    return {
      signalen: signalen.rows.map(({ code, aantal }) => ({ groep: { code }, aantal })), bronnen,
      outbox: { open, oudsteSeconden: Math.max(0, seconden ?? 0) },
    }
  })
}
