/** Twee keer tegelijk bevestigen, zoals bij een dubbele klik of twee tabbladen. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type HeleServer, startHeleServer } from '../../../test/hele-server.ts'
import { formulierbewijs, logAccountIn } from '../../../test/inloggen.ts'
import { accountIdVan } from '../../server/wereld-medewerkers.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 })

let server: HeleServer
beforeAll(async () => { server = await startHeleServer({ log: () => undefined }) })
afterAll(() => server.weg())

it('S-17: twee keer tegelijk bevestigen legt een keer vast, en het bewijs zegt dat het gedaan is', async () => {
  const cookie = await logAccountIn(server.eigen.database, accountIdVan('lindemeer-administratie'))
  const haal = (url: string) => server.app.inject({ url, headers: { host: '127.0.0.1', cookie } })
  const csrf = formulierbewijs((await haal('/signalen')).body)
  const stuur = (url: string, velden: readonly [string, string][]) => server.app.inject({
    method: 'POST', url, headers: { host: '127.0.0.1', cookie, origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams([['csrf', csrf], ...velden]).toString(),
  })
  const { rows: [student] } = await server.eigen.database.pool.query<{ id: string }>('select deelnemer_id as id from deelnemer_gegevens where naam = $1', ['Yusuf Demir'])
  const lijst = (await haal('/faseovergang')).body
  const op = /name="op" value="([^"]+)"/.exec(lijst)?.[1] ?? ''
  const adres = String((await stuur('/faseovergang', [['op', op], ['student', student?.id ?? '']])).headers.location)
  const keuze = /name="student"[^>]* value="([^"]+)"|value="([^"]+)"[^>]* name="student"/.exec((await haal(adres)).body)
  const gekozen: [string, string] = ['student', keuze?.[1] ?? keuze?.[2] ?? '']
  // Dezelfde student staat er twee keer in: ook dat is een keer.
  const antwoorden = await Promise.all([1, 2, 3].map(() => stuur(adres, [gekozen, gekozen])))
  expect(antwoorden.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual(antwoorden.map(() => [303, adres]))
  expect((await haal(adres)).body).toContain('De overgang is vastgelegd voor 1 student')
  const { rows } = await server.eigen.database.pool.query(`select count(*)::int as n from audit_regel where handeling = 'wijzigInschrijving' and actor = $1`, [accountIdVan('lindemeer-administratie')])
  expect(rows).toEqual([{ n: 1 }])
})
