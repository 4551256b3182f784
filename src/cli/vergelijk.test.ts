import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { voerOpdrachtUit } from './main.ts'

const GOED = ['VLP|99ZZ|2025-08-01|2026-07-31|2026-03-01', 'PER|999000019||2009-04-12|V', 'ISG|999000019||E1|2025-08-01|2027-07-31||', 'ISP|999000019||E1|2025-08-01|29998|BOL|MBO-2|J||999A001|999X001|DLR|MBO', 'SLR|1|1|1|0|0|0|0|0|0', ''].join('\r\n')

let map = ''
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'leerroute-vergelijk-'))
  writeFileSync(join(map, 'a.csv'), GOED)
  writeFileSync(join(map, 'b.csv'), GOED.replace('|DLR|MBO', '|DLR|VO').replace('|BOL|', '|=1+1|').replace('2027-07-31', '2028-07-31'))
  writeFileSync(join(map, 'leeg.csv'), '')
})
afterAll(() => rmSync(map, { recursive: true, force: true }))

async function vergelijk(...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  let uit = ''
  let fout = ''
  const code = await voerOpdrachtUit(['vergelijk', ...argumenten.map((a) => (a.endsWith('.csv') ? join(map, a) : a))], {
    schrijf: (t) => { uit += t }, meld: (t) => { fout += t }, opTerminal: false, metRegister: () => Promise.reject(new Error('twee bestanden hebben geen database nodig')),
  })
  return { code, uit, fout }
}

describe('leerroute vergelijk', () => {
  it('0 bij gelijk; 1 bij verschillen, met de samenvatting boven de verschillen', async () => {
    const gelijk = await vergelijk('a.csv', 'a.csv')
    expect([gelijk.code, gelijk.uit.includes('Gelijk: 1 student')]).toEqual([0, true])
    const { code, uit } = await vergelijk('a.csv', 'b.csv')
    expect(code).toBe(1)
    expect(uit.indexOf('3 verschillen: 1 student anders')).toBeLessThan(uit.indexOf('Student ••••••019'))
    for (const deel of ['ISG E1, Datum uitschrijving gepland: A ‘2027-07-31’, B ‘2028-07-31’', 'Raakt: SIG-FASE-VERSCHIL 1', 'B  b.csv · Registratieoverzicht (RO) van 99ZZ · 1 student']) expect(uit).toContain(deel)
    expect(uit).not.toContain('999000019')
  })

  it('--volledig toont het nummer, ook in JSON en CSV', async () => {
    expect((await vergelijk('a.csv', 'b.csv', '--volledig')).uit).toContain('Student 999000019')
    const json = JSON.parse((await vergelijk('a.csv', 'b.csv', '--json', '--volledig')).uit) as { verschillen: object[]; samenvatting: object }
    expect(json.verschillen[0]).toMatchObject({ student: 1, nummer: '999000019' })
    expect(json.samenvatting).toMatchObject({ verschillen: 3, studenten: { gelijk: 0, anders: 1 } })
    expect((await vergelijk('a.csv', 'b.csv', '--json')).uit).not.toContain('999000019')
  })

  it('S-85: CSV met een kop en een rij per verschil, onschadelijk in een rekenblad', async () => {
    const { code, uit } = await vergelijk('a.csv', 'b.csv', '--csv')
    const rijen = uit.trimEnd().split('\r\n')
    expect([code, rijen[0], rijen.length]).toEqual([1, 'student;nummer;soort;recordsoort;sleutel;veld;a;b;regel;signaal', 4])
    expect(uit).toContain(`;"'=1+1";`)
    expect(rijen.slice(1).every((rij) => rij.split(';').every((cel) => !/^[=+\-@]/.test(cel)))).toBe(true)
  })

  it.each<[string, string[], string]>([
    ['een leeg bestand', ['a.csv', 'leeg.csv'], 'leeg.csv: Het bestand is leeg.'], ['een bestand dat er niet is', ['weg.csv', 'a.csv'], 'weg.csv:'], ['één bestand', ['a.csv'], 'Noem twee bestanden'],
    ['drie bestanden', ['a.csv', 'a.csv', 'a.csv'], 'Noem twee bestanden'], ['twee bestanden en --register', ['a.csv', 'b.csv', '--register'], 'Noem twee bestanden'], ['--json met --csv', ['a.csv', 'b.csv', '--json', '--csv'], 'niet allebei'],
  ])('2 bij %s', async (_wat, argumenten, tekst) => {
    const { code, fout, uit } = await vergelijk(...argumenten)
    expect(fout).toContain(tekst)
    expect([code, uit]).toEqual([2, ''])
  })
})
