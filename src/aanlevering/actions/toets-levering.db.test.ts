import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { BSNS, ro, student } from '../../bron/bestanden/fixtures/proef.ts'
import { bestand, inschrijving, lever, maakScholen, MBO, normen, NUMMERS, op, SYSTEEM, VO } from '../fixtures/proef.ts'
import { MEESTE_TOETSBYTES, toetsLevering } from '../index.ts'

const TABELLEN = ['deelnemer', 'deelnemer_gegevens', 'inschrijving_stand', 'signaal', 'outbox', 'gebeurtenis_nieuw', 'aanlevering', 'terugkoppeling']
let eigen: EigenDatabase
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await maakScholen(eigen.database)
})
afterAll(() => eigen.weg())

const n = (i: number): string => NUMMERS[i] ?? ''

const toetsregels = async (): Promise<number> => (await eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from audit_regel where handeling = 'toetsLevering' and deelnemer_id is null`)).rows[0]?.n ?? 0

async function toets(records: readonly unknown[] | Readable, actor = MBO) {
  const voor = await tel()
  const uitslag = await toetsLevering({ database: eigen.database, normen }, op(actor), records instanceof Readable ? records : bestand(records))
  expect(await tel(), 'een toets legt niets vast').toEqual(voor)
  return uitslag
}

async function tel(): Promise<readonly number[]> {
  return Promise.all(TABELLEN.map(async (tabel) => (await eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from ${tabel}`)).rows[0]?.n ?? 0))
}

describe('toetsen zonder vast te leggen', () => {
  test('zegt hetzelfde als de levering daarna, ook de signalen', async () => {
    const records = [inschrijving(n(0)), inschrijving(n(1), { sector: 'XX' }), inschrijving(n(2), {}, { leerroutefase: 'MBO' }), 'geen json']
    const uitslag = await toets(records)
    if (!uitslag.ok) throw new Error('geweigerd')
    const antwoorden = await lever(eigen.database, op(MBO), records)
    const kort = (regels: readonly { regelnummer: number; uitkomst: string; fouten: readonly unknown[]; signalen?: readonly { code: string }[] | null }[]) =>
      regels.map(({ regelnummer, uitkomst, fouten, signalen }) => ({ regelnummer, uitkomst, fouten, codes: (signalen ?? []).map(({ code }) => code) })).filter(({ fouten, codes }) => fouten.length + codes.length > 0)
    expect(kort(uitslag.waarde.regels)).toEqual(kort(antwoorden))
    expect(uitslag.waarde).toMatchObject({ soort: 'NDJSON', records: 4, tellingen: { nieuw: 2, afgekeurd: 2 }, afgekapt: false })
    expect(uitslag.waarde.regels[0]?.signalen.map(({ code }) => code)).toContain('SIG-FASE-ONTBREEKT')
  })

  test('rekent met wat het register al weet', async () => {
    await lever(eigen.database, op(MBO), [inschrijving(n(10))])
    const uitslag = await toets([{ ...inschrijving(n(10)), persoon: { persoonsnummer: n(10), geboortedatum: '2008-04-13' } }])
    expect(uitslag).toMatchObject({ ok: true, waarde: { tellingen: { gewijzigd: 1 } } })
  })

  test('P-05: een BSN dat een andere school kent en een onbekend BSN geven dezelfde uitslag; in de audit staat alleen hoeveel', async () => {
    const bijVo = { sector: 'VO', brin: '11VA', inschrijvingvolgnummer: '1', datumInschrijving: '2024-08-01', perioden: [{ datumBegin: '2024-08-01', leerjaar: 3, leerweg: 'KB', opleidingcode: '9201', onderwijsaanbieder: '101A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: 'VO' }] }
    await lever(eigen.database, op(VO), [{ soort: 'inschrijving', persoon: { persoonsnummer: n(30), geboortedatum: '2009-01-01', naam: 'Kind van VO' }, inschrijving: bijVo }])
    const uitslagen = []
    for (const nummer of [n(30), n(31)]) {
      const voor = await toetsregels()
      const diploma = { soort: 'diploma', persoonsnummer: nummer, diploma: { soort: 'MBO', brin: '21MB', resultaatvolgnummer: '1', niveau: 'MBO-2', datum: '2026-07-01' } }
      const uitslag = await toets([diploma, inschrijving(nummer, {}, { leerroutefase: 'MBO' }), inschrijving(nummer, { inschrijvingvolgnummer: 'E2' }, { leerroutefase: 'VO' })])
      if (!uitslag.ok) throw new Error('geweigerd')
      expect(uitslag.waarde.regels.flatMap(({ signalen }) => signalen).length, 'de toets zegt wel iets over het record zelf').toBeGreaterThan(0)
      expect(await toetsregels()).toBe(voor + 1)
      uitslagen.push(JSON.stringify(uitslag.waarde).replace(/"signaalId":"[^"]+"/g, ''))
    }
    expect(uitslagen[0]).toBe(uitslagen[1])
    const { rows } = await eigen.database.pool.query<{ regel: string }>(`select a::text as regel from audit_regel a where handeling = 'toetsLevering'`)
    expect(rows.filter(({ regel }) => regel.includes(n(30)) || regel.includes('Kind van VO'))).toEqual([])
  })

  test('neemt een los record over meer regels aan', async () => {
    const uitslag = await toets(Readable.from([Buffer.from(JSON.stringify(inschrijving(n(20)), null, 2))]))
    expect(uitslag).toMatchObject({ ok: true, waarde: { records: 1, tellingen: { nieuw: 1 } } })
  })

  test('twee grote toetsen tegelijk zetten elkaar niet klem', async () => {
    const helft = (van: number): readonly unknown[] => NUMMERS.slice(van, van + 1_000).map((nummer) => inschrijving(nummer))
    const uitslagen = await Promise.all([helft(0), helft(1_000)].map((records) => toetsLevering({ database: eigen.database, normen }, op(MBO), bestand(records))))
    expect(uitslagen.map((uitslag) => uitslag.ok)).toEqual([true, true])
  }, 60_000)

  test('honderdduizend regels onzin laten anderen ertussen', async () => {
    const begin = performance.now()
    let vorige = begin
    let langste = 0
    const klok = setInterval(() => { langste = Math.max(langste, performance.now() - vorige); vorige = performance.now() }, 1)
    const uitslag = await toets(Readable.from([Buffer.from('{}\n'.repeat(100_000))]))
    clearInterval(klok)
    expect(uitslag).toMatchObject({ ok: true, waarde: { records: 100_000, tellingen: { afgekeurd: 100_000 }, afgekapt: true } })
    expect(Math.max(langste, performance.now() - vorige)).toBeLessThan((performance.now() - begin) / 2)
  })

  test('een RO: bevindingen zoals leerroute toets, en wat er zou gebeuren', async () => {
    const fout = student(BSNS[1] ?? '').map((regel) => regel.replace('|MBO-2|J|', '|MBO-9|J|'))
    const uitslag = await toets(Readable.from([Buffer.from(ro([...student(), ...fout]))]), SYSTEEM)
    if (!uitslag.ok) throw new Error(JSON.stringify(uitslag.reden))
    expect(uitslag.waarde).toMatchObject({ soort: 'RO', tellingen: { nieuw: 6, afgekeurd: 1 } })
    expect(uitslag.waarde.bevindingen.some(({ ernst, veld }) => ernst === 'afgekeurd' && veld === 'Niveau')).toBe(true)
    expect(JSON.stringify(uitslag.waarde)).not.toContain(BSNS[1])
  })

  test('te groot is een weigering met wat te doen', async () => {
    const blok = Buffer.alloc(1024 * 1024, 'x')
    async function* groot() { for (let i = 0; i <= MEESTE_TOETSBYTES; i += blok.length) yield blok }
    expect(await toets(Readable.from(groot()))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'bestand', regel: expect.stringContaining('10 MB') }] } })
  })
})
