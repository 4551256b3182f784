/** Routes zoeken zonder inlog, op echte PostgreSQL: wat er gevonden wordt, en dat niets persoonlijks te bereiken is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransactie } from '../database/index.ts'
import { datum } from '../kern/datum.ts'
import { startHeleServer, type HeleServer } from '../../test/hele-server.ts'
import { type Routefilter, toonRoutes, zoekRoutes } from './index.ts'

const VANDAAG = datum('2026-11-24')
const ALLES: Routefilter = { woorden: [], kenmerk: null, niveau: null, profiel: null, plaats: null }
let server: HeleServer

beforeAll(async () => { server = await startHeleServer({ log: () => undefined }) }, 60_000)
afterAll(() => server.weg())

const zoek = async (filter: Partial<Routefilter>, op = VANDAAG) => (await zoekRoutes(server.eigen.database, { ...ALLES, ...filter }, 1, op)).routes
const kort = (routes: Awaited<ReturnType<typeof zoek>>) => routes.map(({ vo, mbo, profiel, kenmerk, geregistreerdDoor }) => `${vo.code} ${mbo.code} ${kenmerk.slice(0, 3)} ${profiel ?? ''}: ${geregistreerdDoor}`).toSorted()

describe('routes zoeken', () => {
  it('K-RIO-01, K-RIO-04: noemt per route of beide scholen haar in RIO hebben en elkaar noemen', async () => {
    const routes = kort(await zoek({}))
    expect(routes).toContain('101A001 201A001 DLR Zorg en welzijn: beide')
    // De GLR van ROC Lindemeer ontbreekt met opzet, en 104A001 heeft geen DLR.
    expect(routes).toContain('102A001 201A001 GLR Horeca, bakkerij en recreatie: vo')
    expect(routes).toContain('104A001 202A001 DLR Groen: mbo')
    // 102A002 noemt 201A001 niet terug.
    expect(routes).toContain('102A002 201A001 DLR Economie en ondernemen: mbo')
    expect(new Set(routes).size).toBe(routes.length)
  })
  it('zoekt op plaats, school en profiel; elk woord moet er staan', async () => {
    expect((await zoek({ woorden: ['noorderveen'] })).every(({ vo, mbo }) => [vo.plaats, mbo.plaats, vo.naam].join(' ').includes('Noorderveen'))).toBe(true)
    expect(new Set((await zoek({ woorden: ['veldhoorn', 'GROEN'] })).map(({ profiel, mbo }) => `${profiel ?? ''} ${mbo.code}`))).toContain('Groen 202A001')
    expect(await zoek({ woorden: ['bestaatniet'] })).toEqual([])
    // Een procentteken is een gewoon teken, geen joker.
    expect(await zoek({ woorden: ['%'] })).toEqual([])
  })
  it('filtert op soort, profiel en plaats, en noemt wat er te kiezen is', async () => {
    const glr = await zoek({ kenmerk: 'GLR_VMBO_MBO' })
    expect(glr.length).toBeGreaterThan(0)
    expect(glr.every(({ kenmerk }) => kenmerk === 'GLR_VMBO_MBO')).toBe(true)
    expect((await zoek({ profiel: 'Groen', plaats: 'Veldhoorn' })).map(({ vo }) => vo.code).toSorted()).toEqual(['101A001', '104A001'])
    const { profielen, plaatsen } = await zoekRoutes(server.eigen.database, ALLES, 1, VANDAAG)
    expect(profielen).toContain('Bouwen, wonen en interieur')
    expect(plaatsen).toEqual(['Bergerwaard', 'De Wetering', 'Lindemeer', 'Noorderveen', 'Veldhoorn'])
  })
  it('K-DLR-05: de GLR gaat altijd naar niveau 2, en is daar ook op te vinden', async () => {
    const routes = await zoek({ niveau: 'MBO-2' })
    expect(routes.length).toBeGreaterThan(0)
    expect((await zoek({ kenmerk: 'GLR_VMBO_MBO' })).every(({ niveau }) => niveau === 'MBO-2')).toBe(true)
  })
  it('een route die voorbij is staat er niet, een die stopt nog wel', async () => {
    expect(kort(await zoek({}, datum('2027-07-31')))).toContain('102A002 202A001 DLR Economie en ondernemen: beide')
    expect(kort(await zoek({}, datum('2027-08-01')))).toContain('102A002 202A001 DLR Economie en ondernemen: vo')
  })
  it('toont de routes van twee scholen met hun nummers, en niets bij scholen zonder route', async () => {
    const [route] = await toonRoutes(server.eigen.database, '101A001', '201A001', VANDAAG)
    expect(route).toMatchObject({ vo: { naam: 'Veldhoorn College', plaats: 'Veldhoorn', telefoon: '085 000 00 01' }, mbo: { naam: 'ROC Lindemeer', telefoon: '085 000 00 07' } })
    expect(await toonRoutes(server.eigen.database, '101A002', '202A001', VANDAAG)).toEqual([])
  })
  it('Z-02: een bezoeker zonder inlog leest geen enkele rij over een student, een account of een signaal', async () => {
    const { rows } = await server.eigen.database.pool.query<{ naam: string }>(`select c.relname as naam from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and has_table_privilege('leerroute_app', c.oid, 'select') order by 1`)
    const gevuld = new Set<string>()
    await inTransactie(server.eigen.database, { organisaties: [], rol: 'school', actor: 'bezoeker' }, async (trx) => {
      const { sql } = await import('kysely')
      for (const { naam } of rows) {
        const { rows: gelezen } = await sql`select 1 from ${sql.table(naam)} limit 1`.execute(trx)
        if (gelezen.length > 0) gevuld.add(naam)
      }
    })
    expect([...gevuld].filter((naam) => !OPENBAAR.has(naam))).toEqual([])
    expect(gevuld.has('rio_aangeboden_opleiding')).toBe(true)
  })
})

const OPENBAAR = new Set(['audit_kop', 'gebeurtenis_teller', 'onderwijsaanbieder', 'organisatie', 'organisatie_gezag', 'organisatie_identificatie', 'rio_aangeboden_opleiding', 'rio_aangeboden_opleiding_partner', 'schoolvakantie'])
