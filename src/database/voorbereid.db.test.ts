import { sql } from 'kysely'
import type { Socket } from 'node:net'
import { finished } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import type { Moment } from '../kern/datum.ts'
import { schrijfAudit } from './audit.ts'
import { inTransactie, inTransactieMetBeide } from './transactie.ts'
import { type Database, openDatabase } from './verbinding.ts'
import { MET_VOLGENDE } from './voorbereid.ts'

let eigen: EigenDatabase
let een: Database
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  een = await openDatabase({ url: eigen.url, verbindingen: 1 })
})
afterAll(async () => {
  await een.sluit()
  await eigen.weg()
})

async function voorbereid(): Promise<readonly string[]> {
  const { rows } = await een.pool.query<{ statement: string }>(`select statement from pg_prepared_statements where statement like '%proef%' order by prepare_time`)
  return rows.map(({ statement }) => statement)
}

describe('voorbereide vragen', () => {
  test('een vraag die terugkomt wordt een keer voorbereid en geeft steeds het antwoord bij zijn waarden', async () => {
    for (const waarde of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { rows } = await een.pool.query<{ proef: number }>('select $1::int * 2 as proef', [waarde])
      expect(rows).toEqual([{ proef: waarde * 2 }])
    }
    expect(await voorbereid()).toEqual(['select $1::int * 2 as proef'])
  })

  test('een vraag die een keer komt, of geen waarden heeft, wordt niet voorbereid', async () => {
    const eerder = (await voorbereid()).length
    await een.pool.query('select $1::int as proef_eenmalig', [1])
    await een.pool.query('select 1 as proef_zonder')
    await een.pool.query('select 1 as proef_zonder')
    expect((await voorbereid()).length).toBe(eerder)
  })

  test('een fout in een voorbereide vraag komt gewoon terug, en de volgende werkt', async () => {
    const deel = (door: number) => een.pool.query<{ proef: number }>('select 10 / $1::int as proef', [door])
    await deel(1)
    await deel(2)
    await expect(deel(0)).rejects.toMatchObject({ code: '22012' })
    expect((await deel(5)).rows).toEqual([{ proef: 2 }])
  })

  test('verandert een tabel terwijl de vraag is voorbereid, dan mislukt er hooguit een en werkt het daarna weer', async () => {
    await een.pool.query('create table proef_tabel (a int)')
    await een.pool.query('insert into proef_tabel values ($1)', [1])
    const lees = () => een.pool.query<Record<string, number>>('select * from proef_tabel where a = $1', [1])
    await lees()
    await lees()
    await een.pool.query('alter table proef_tabel add column b int default 7')
    await expect(lees()).rejects.toMatchObject({ code: '0A000' })
    expect((await lees()).rows).toEqual([{ a: 1, b: 7 }])
    expect((await lees()).rows).toEqual([{ a: 1, b: 7 }])
  })

  test('een voorbereide vraag houdt nooit de rechten van een vorige vrager vast, ook niet met een vast plan', async () => {
    const systeem = { organisaties: [], rol: 'systeem', actor: 'proef' } as const
    await inTransactie(een, systeem, async (trx) => {
      for (const brin of ['11VA', '21MB']) await schrijfAudit(trx, { op: '2026-11-24T10:00:00.000Z' as Moment, actor: 'proef', handeling: 'rechten', brin, deelnemerId: null, object: ['x', 'x'] })
    })
    const zie = (brins: readonly string[], rol: 'school' | 'duo') => inTransactie(een, { organisaties: brins, rol, actor: 'proef' }, async (trx) =>
      (await trx.selectFrom('audit_regel').select('brin').where('handeling', '=', 'rechten').orderBy('brin').execute()).map(({ brin }) => brin))
    // Na vijf keer mag PostgreSQL een plan vasthouden dat niet meer naar de waarden kijkt.
    for (let keer = 0; keer < 8; keer++) {
      expect(await zie(['11VA'], 'school')).toEqual(['11VA'])
      expect(await zie(['21MB'], 'school')).toEqual(['21MB'])
      expect(await zie([], 'school')).toEqual([])
      expect(await zie([], 'duo')).toEqual(['11VA', '21MB'])
    }
    const { rows } = await een.pool.query<{ keren: number }>(`select sum(generic_plans + custom_plans)::int as keren from pg_prepared_statements where statement like '%audit_regel%brin%'`)
    expect(rows[0]?.keren).toBeGreaterThan(20)
  })

  test('uitgezet (voor een pooler) wordt er niets voorbereid', async () => {
    const zonder = await openDatabase({ url: eigen.url, verbindingen: 1, voorbereiden: false })
    for (let keer = 0; keer < 4; keer++) await zonder.pool.query('select $1::int as proef_uit', [keer])
    const { rows } = await zonder.pool.query('select 1 from pg_prepared_statements')
    await zonder.sluit()
    expect(rows).toEqual([])
  })

  test('teksten zonder einde verdringen niets en vullen de verbinding niet', async () => {
    for (let i = 0; i < 900; i++) for (let keer = 0; keer < 2; keer++) await een.pool.query(`select $1::int as proef_${i}`, [i])
    expect((await voorbereid()).length).toBeLessThanOrEqual(400)
  })
})

describe('opdrachten die met de volgende vraag meegaan', () => {
  async function opVerbinding(werk: (verbinding: PoolClient, wacht: (tekst: string, waarden: unknown[]) => Promise<unknown>) => Promise<void>): Promise<void> {
    const verbinding = await een.pool.connect()
    try {
      await werk(verbinding, (tekst, waarden) => verbinding.query(`${MET_VOLGENDE}${tekst}`, waarden))
    } finally {
      verbinding.release()
    }
  }

  test('zijn er eerder dan de vraag zelf, in volgorde, en gaan samen in een bericht', () => opVerbinding(async (verbinding, wacht) => {
    await wacht(`select set_config('proef.a', $1, false)`, ['1'])
    await wacht(`select set_config('proef.a', current_setting('proef.a') || $1, false)`, ['2'])
    const stroom = (verbinding as unknown as { connection: { stream: Socket } }).connection.stream
    const eerder = stroom.bytesWritten
    expect((await verbinding.query(`select current_setting('proef.a') as a`)).rows).toEqual([{ a: '12' }])
    expect(stroom.bytesWritten).toBeGreaterThan(eerder + 150)
  }))

  test('mislukt er een, dan mislukt de vraag met die fout, en daarna werkt de verbinding weer', () => opVerbinding(async (verbinding, wacht) => {
    await wacht('select 1 / $1::int', [0])
    await expect(verbinding.query('select $1::int as goed', [1])).rejects.toMatchObject({ code: '22012' })
    expect((await verbinding.query('select $1::int as goed', [2])).rows).toEqual([{ goed: 2 }])
  }))

  test('mislukt er een voor een COPY, dan mislukt de COPY', () => opVerbinding(async (verbinding, wacht) => {
    await wacht('select 1 / $1::int', [0])
    const stroom = verbinding.query(copyFrom('copy pg_class from stdin'))
    await expect(finished(stroom)).rejects.toMatchObject({ code: '22012' })
  }))

  test('mislukt de vraag, dan is de transactie als altijd afgebroken en de verbinding schoon', async () => {
    const systeem = { organisaties: [], rol: 'systeem', actor: 'proef' } as const
    await expect(inTransactie(een, systeem, (trx) => sql`select 1 / 0`.execute(trx))).rejects.toMatchObject({ code: '22012' })
    const { rows } = await een.pool.query(`select current_setting('leerroute.rol', true) as rol, current_user <> 'leerroute_app' as terug, now() = statement_timestamp() as los`)
    expect(rows).toEqual([{ rol: '', terug: true, los: true }])
  })

  test('een transactie zonder vraag laat niets achter', async () => {
    await inTransactie(een, { organisaties: ['11VA'], rol: 'school', actor: 'proef' }, () => Promise.resolve())
    expect((await een.pool.query(`select coalesce(current_setting('leerroute.brins', true), '') as brins`)).rows).toEqual([{ brins: '' }])
  })

  test('COPY als eerste in een transactie heeft haar rechten', async () => {
    await een.pool.query('create table proef_copy (wie text default current_user, n int)')
    await een.pool.query('grant all on proef_copy to leerroute_app')
    await inTransactieMetBeide(een, { organisaties: [], rol: 'systeem', actor: 'proef' }, async (_trx, verbinding) => {
      const stroom = verbinding.query(copyFrom('copy proef_copy (n) from stdin'))
      stroom.end('7\n')
      await finished(stroom)
    })
    expect((await een.pool.query('select * from proef_copy')).rows).toEqual([{ wie: 'leerroute_app', n: 7 }])
  })

  test('een vraag als beschrijving na een begin die nog moest: op volgorde, en het antwoord komt', async () => {
    const verbinding = await eigen.database.pool.connect()
    try {
      await verbinding.query('begin')
      const { rows } = await verbinding.query<{ n: number }>({ name: 'met-naam', text: 'select $1::int as n', values: [7] })
      expect(rows).toEqual([{ n: 7 }])
      await verbinding.query('rollback')
    } finally {
      verbinding.release()
    }
  })
})
