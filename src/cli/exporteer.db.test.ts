import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { maakEigenDatabase, type EigenDatabase } from '../../test/eigen-database.ts'
import type { Moment } from '../kern/datum.ts'
import { maakKluis } from '../toegang/index.ts'
import { voerOpdrachtUit } from './main.ts'

const sleutel = new Uint8Array(32).fill(7)
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', sleutel]]), opzoeksleutel: sleutel })
const RECORDS = ['PER|999000019||2009-04-12|V', 'ISG|999000019||E1|2025-08-01|2027-07-31||', 'ISP|999000019||E1|2025-08-01|29998|BOL|MBO-2|J||999A001|999X001|DLR|MBO']
const GOED = ['VLP|99ZZ|2025-08-01|2026-07-31|2026-11-24', ...RECORDS, 'SLR|1|1|1|0|0|0|0|0|0', ''].join('\r\n')
const RO = ['exporteer', '--soort', 'RO', '--brin', '99ZZ', '--van', '2025-08-01', '--tot', '2026-07-31'] as const

let db: EigenDatabase
let map = ''
beforeAll(async () => {
  db = await maakEigenDatabase()
})
beforeEach(async () => {
  rmSync(map, { recursive: true, force: true })
  map = mkdtempSync(join(tmpdir(), 'leerroute-exporteer-'))
  writeFileSync(join(map, 'bron.csv'), GOED)
  await leerroute('importeer', join(map, 'bron.csv'))
  rmSync(join(map, 'bron.csv'))
})
afterAll(async () => {
  rmSync(map, { recursive: true, force: true })
  await db.weg()
})

async function leerroute(...argumenten: readonly string[]): Promise<{ code: number; uit: string; fout: string }> {
  let uit = ''
  let fout = ''
  const code = await voerOpdrachtUit(argumenten, {
    schrijf: (t) => { uit += t }, meld: (t) => { fout += t }, opTerminal: false,
    metRegister: (werk) => werk({ database: db.database, kluis, nu: () => '2026-11-24T09:00:00.000Z' as Moment }),
  })
  return { code, uit, fout }
}

describe('leerroute exporteer', () => {
  it('schrijft het bestand onder de naam van DUO, alleen leesbaar voor de gebruiker, en noemt de totalen', async () => {
    const { code, uit } = await leerroute(...RO, '--uit', map)
    const pad = join(map, 'RO_99ZZ_20250801_20260731.CSV')
    expect(readFileSync(pad, 'utf8')).toBe(GOED)
    expect(statSync(pad).mode & 0o777).toBe(0o600)
    for (const deel of [pad, '1 student, 5 regels', 'PER 1, ISG 1, ISP 1', 'Een geplande uitschrijving telt niet']) expect(uit).toContain(deel)
    expect(code).toBe(0)
  })

  it('maakt de map, en geeft met --json het verslag', async () => {
    const { uit } = await leerroute(...RO, '--uit', join(map, 'a', 'b'), '--json')
    expect(JSON.parse(uit)).toMatchObject({ bestanden: [join(map, 'a', 'b', 'RO_99ZZ_20250801_20260731.CSV')], verslag: { studenten: 1, regels: 5, nietGeschreven: {} } })
  })

  it('laat een bestaand bestand staan, tenzij --overschrijf, en laat niets half achter', async () => {
    const pad = join(map, 'RO_99ZZ_20250801_20260731.CSV')
    writeFileSync(pad, 'van DUO')
    const { code, fout } = await leerroute(...RO, '--uit', map)
    expect([code, readFileSync(pad, 'utf8'), readdirSync(map)]).toEqual([2, 'van DUO', ['RO_99ZZ_20250801_20260731.CSV']])
    expect(fout).toContain('bestaat al en blijft zoals het is')
    expect((await leerroute(...RO, '--uit', map, '--overschrijf')).code).toBe(0)
    expect(readFileSync(pad, 'utf8')).toBe(GOED)
  })

  it('OBO: met de vorige erbij ook de verschillijsten, los of in een zip', async () => {
    const obo = ['exporteer', '--soort', 'OBO', '--brin', '99ZZ', '--studiejaar', '2025']
    await leerroute(...obo, '--uit', map)
    const vorige = join(map, 'OBO_99ZZ_2025_20261124.CSV')
    writeFileSync(vorige, readFileSync(vorige, 'utf8').replace('|DLR|MBO|', '|DLR|VO|'))
    expect((await leerroute(...obo, '--uit', join(map, 'los'), '--vorige', vorige)).code).toBe(0)
    expect(readdirSync(join(map, 'los')).toSorted()).toEqual(['OBOV_BPV_99ZZ_20261124.CSV', 'OBOV_DIP_99ZZ_20261124.CSV', 'OBOV_ISG_99ZZ_20261124.CSV', 'OBOV_ISP_99ZZ_20261124.CSV', 'OBOV_PER_99ZZ_20261124.CSV', 'OBO_99ZZ_2025_20261124.CSV'])
    expect(readFileSync(join(map, 'los', 'OBOV_ISP_99ZZ_20261124.CSV'), 'utf8')).toContain('|VO|MBO|')
    const zip = await leerroute(...obo, '--uit', join(map, 'zip'), '--vorige', vorige, '--zip')
    expect([zip.code, readdirSync(join(map, 'zip'))]).toEqual([0, ['99ZZ_20261124.ZIP']])
    expect(readFileSync(join(map, 'zip', '99ZZ_20261124.ZIP')).subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
  })

  it.each<[string, readonly string[], string]>([
    ['een RO zonder --tot', ['--soort', 'RO', '--brin', '99ZZ', '--van', '2025-08-01'], '--tot: Een RO gaat over een tijdvak.'],
    ['een TBG-i zonder --jaar', ['--soort', 'TBGI', '--brin', '99ZZ'], '--jaar:'], ['een GRONDSLAG zonder --studiejaar', ['--soort', 'GRONDSLAG', '--brin', '99ZZ'], '--studiejaar:'],
    ['een onbekende soort', ['--soort', 'XX', '--brin', '99ZZ'], 'RO, TBGI, GRONDSLAG, OBO'], ['geen soort', ['--brin', '99ZZ'], '--soort'],
    ['--zip bij een RO', ['--soort', 'RO', '--brin', '99ZZ', '--zip'], 'alleen bij --soort OBO'], ['een vorige die er niet is', ['--soort', 'OBO', '--brin', '99ZZ', '--studiejaar', '2025', '--vorige', '/bestaat/niet.CSV'], 'niet.CSV'],
  ])('weigert %s met 2, en schrijft niets', async (_wat, opties, tekst) => {
    const { code, fout } = await leerroute('exporteer', ...opties, '--uit', map)
    expect(fout).toContain(tekst)
    expect([code, readdirSync(map)]).toEqual([2, []])
  })

  it('weigert een map waarin niet te schrijven is', async () => {
    writeFileSync(join(map, 'bestand'), '')
    const { code, fout } = await leerroute(...RO, '--uit', join(map, 'bestand', 'x'))
    expect(fout).toContain('kan niet geschreven worden')
    expect(code).toBe(2)
  })

  it('eindigt met 1 als een student er niet in kon', async () => {
    writeFileSync(join(map, 'soepel.csv'), GOED.replaceAll('999000019', '999000018').replaceAll('99ZZ', '88YY'))
    await leerroute('importeer', '--soepel', join(map, 'soepel.csv'))
    const { code, uit } = await leerroute('exporteer', '--soort', 'RO', '--brin', '88YY', '--van', '2025-08-01', '--tot', '2026-07-31', '--uit', join(map, 'uit'))
    expect(uit).toContain('Niet geschreven: 1. Het persoonsnummer haalt de elfproef niet')
    expect(code).toBe(1)
  })
})

describe('leerroute vergelijk met het register', () => {
  it('0 bij gelijk, 1 bij een verschil, en het nummer is afgeschermd', async () => {
    const pad = join(map, 'RO_99ZZ_20250801_20260731.CSV')
    writeFileSync(pad, GOED)
    const gelijk = await leerroute('vergelijk', pad, 'register')
    expect([gelijk.code, gelijk.uit.includes('Gelijk: 1 student')]).toEqual([0, true])
    writeFileSync(pad, GOED.replace('|DLR|MBO', '|DLR|VO'))
    const anders = await leerroute('vergelijk', pad, '--register')
    expect(anders.code).toBe(1)
    expect(anders.uit).toContain('ISP E1 2025-08-01, Leerroutefase: A ‘VO’, B ‘MBO’  K-BEK-02 SIG-FASE-VERSCHIL')
    expect(anders.uit).not.toContain('999000019')
    const { rows } = await db.database.pool.query("select 1 from audit_regel where handeling = 'vergelijkMetRegister'")
    expect(rows.length).toBeGreaterThan(0)
  })

  it.each([['OBO', '--studiejaar', '2025'], ['GRONDSLAG', '--studiejaar', '2025'], ['TBGI', '--jaar', '2027']])('een %s uit het register is gelijk aan het register', async (soort, optie, jaar) => {
    await leerroute('exporteer', '--soort', soort, '--brin', '99ZZ', optie, jaar, '--uit', map)
    const [naam = ''] = readdirSync(map)
    const { code, uit, fout } = await leerroute('vergelijk', join(map, naam), 'register')
    expect([code, fout.replaceAll(/vergelijken: \d+%\n/g, '')]).toEqual([0, ''])
    expect(uit).toContain('Gelijk: 1 student')
  })

  it('2 bij een bestand dat er niet is, een OBO zonder zijn naam, of verkeerd gebruik', async () => {
    expect((await leerroute('vergelijk', join(map, 'weg.csv'), 'register')).code).toBe(2)
    await leerroute('exporteer', '--soort', 'OBO', '--brin', '99ZZ', '--studiejaar', '2025', '--uit', map)
    writeFileSync(join(map, 'hernoemd.csv'), readFileSync(join(map, 'OBO_99ZZ_2025_20261124.CSV')))
    const { code, fout } = await leerroute('vergelijk', join(map, 'hernoemd.csv'), 'register')
    expect([code, fout.includes('de naam die DUO het gaf')]).toEqual([2, true])
    expect((await leerroute('vergelijk', join(map, 'hernoemd.csv'))).code).toBe(2)
    expect(existsSync(join(map, 'hernoemd.csv'))).toBe(true)
  })
})
