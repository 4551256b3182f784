import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import { laad, laadSamen, lading } from './lading.ts'
import { inTransactie, type Transactie } from './transactie.ts'

let eigen: EigenDatabase
beforeAll(async () => { eigen = await maakEigenDatabase() })
afterAll(async () => { await eigen.weg() })

const alsSysteem = <T>(werk: (trx: Transactie) => Promise<T>): Promise<T> => inTransactie(eigen.database, { organisaties: [], rol: 'systeem', actor: 'proef' }, werk)

describe('ladingen in een vraag', () => {
  test('geven dezelfde waarden en volgorde als losse vragen', async () => {
    const vraag = sql<Record<string, unknown>>`select n, date '2026-02-28' as dag, n * 1.5 as uren, true as ja, null::text as leeg, 'é"\\' as naam, array['a', 'b'] as lijst,
      timestamptz '2026-11-24 10:00:00.120+01' as vastgelegd_van, null::timestamptz as vastgelegd_tot from generate_series(${1}::int, ${3}::int) as n order by n desc`
    const los = await alsSysteem(async (trx) => (await vraag.execute(trx)).rows)
    const samen = await alsSysteem((trx) => laadSamen(trx, { een: lading(vraag, (rijen) => rijen), twee: lading(vraag, (rijen) => rijen.length) }))
    expect(samen).toEqual({ een: los, twee: 3 })
    expect(samen.een[0]).toMatchObject({ n: 3, uren: 4.5, dag: '2026-02-28', vastgelegd_van: '2026-11-24T09:00:00.120Z' })
  })

  test('zonder rijen krijgt een lading een lege lijst', async () => {
    expect(await alsSysteem((trx) => laad(trx, lading(sql<{ n: number }>`select 1 as n where ${false}::boolean`, (rijen) => rijen)))).toEqual([])
  })

  test('zien niet meer dan de vrager mag zien', async () => {
    const zie = (rol: 'school' | 'systeem') => inTransactie(eigen.database, { organisaties: [], rol, actor: 'proef' }, (trx) =>
      laad(trx, lading(trx.selectFrom('outbox').select('soort'), (rijen) => rijen.length)))
    await alsSysteem((trx) => sql`insert into outbox (deelnemer_id, outbox_id, soort, gegevens, aangemaakt_op)
      values (gen_random_uuid(), gen_random_uuid(), 'deelnemer-gewijzigd', '{}', now())`.execute(trx))
    expect([await zie('systeem'), await zie('school')]).toEqual([1, 0])
  })
})
