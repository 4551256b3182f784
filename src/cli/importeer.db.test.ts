import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakEigenDatabase, type EigenDatabase } from '../../test/eigen-database.ts'
import type { Moment } from '../kern/datum.ts'
import { maakKluis } from '../toegang/index.ts'
import { voerOpdrachtUit } from './main.ts'
import type { Register } from './omgeving.ts'

const sleutel = new Uint8Array(32).fill(7)
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', sleutel]]), opzoeksleutel: sleutel })
const GOED = ['VLP|99ZZ|2025-08-01|2026-07-31|2026-03-01', 'PER|999000019||2009-04-12|V', 'ISG|999000019||E1|2025-08-01|2027-07-31||', 'ISP|999000019||E1|2025-08-01|29998|BOL|MBO-2|J||999A001|999X001|DLR|', 'SLR|1|1|1|0|0|0|0|0|0', ''].join('\r\n')

let db: EigenDatabase
let map = ''
beforeAll(async () => {
  db = await maakEigenDatabase()
  map = mkdtempSync(join(tmpdir(), 'leerroute-importeer-'))
  writeFileSync(join(map, 'ro.csv'), GOED)
  writeFileSync(join(map, 'fout.csv'), GOED.replace('|MBO-2|', '|MBO-9|'))
  writeFileSync(join(map, 'foutnummer.csv'), GOED.replaceAll('999000019', '999000018'))
  writeFileSync(join(map, 'leeg.csv'), '')
})
afterAll(async () => {
  rmSync(map, { recursive: true, force: true })
  await db.weg()
})

async function importeer(...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  let uit = ''
  let fout = ''
  const code = await voerOpdrachtUit(['importeer', ...argumenten.map((a) => (a.endsWith('.csv') ? join(map, a) : a))], {
    schrijf: (t) => { uit += t }, meld: (t) => { fout += t }, opTerminal: false,
    metRegister: (werk) => werk({ database: db.database, kluis, nu: () => '2026-11-24T09:00:00.000Z' as Moment }),
  })
  return { code, uit, fout }
}

describe('leerroute importeer', () => {
  it('geeft een verslag, met de signalen per code', async () => {
    const { code, uit } = await importeer('ro.csv')
    for (const deel of ['Alles is opgeslagen.', 'Gelezen: 5 regels, 1 student\n', 'Opgeslagen: 1 nieuw, 0 gewijzigd', 'SIG-FASE-ONTBREEKT 1', 'Signalen opnieuw berekend voor 1 student']) expect(uit).toContain(deel)
    expect(code).toBe(0)
    const { rows } = await db.database.pool.query<{ code: string; brin: string }>(`select code, brin from signaal where gesloten_op is null and code = 'SIG-FASE-ONTBREEKT'`)
    expect(rows).toEqual([{ code: 'SIG-FASE-ONTBREEKT', brin: '99ZZ' }])
  })

  it('verandert niets bij hetzelfde bestand', async () => {
    const { uit } = await importeer('--json', 'ro.csv')
    expect(JSON.parse(uit)).toMatchObject({ bestanden: [{ opgeslagen: { nieuw: 0, gewijzigd: 0 }, ongewijzigd: 1, geweigerdeStudenten: 0, signalen: { 'SIG-FASE-ONTBREEKT': 1 } }] })
  })

  it('zegt wat te doen als de database onderweg wegvalt', async () => {
    let fout = ''
    const code = await voerOpdrachtUit(['importeer', join(map, 'ro.csv')], {
      schrijf: () => undefined, meld: (t) => { fout += t }, opTerminal: false,
      metRegister: () => Promise.reject(Object.assign(new Error('terminating connection'), { code: '57P01' })),
    })
    expect(code).toBe(3)
    expect(fout).toContain('De database is tijdens het werk weggevallen. Wat al was opgeslagen, blijft staan.')
  })

  it('na Ctrl-C: 130, wat opgeslagen is blijft, en nog eens geven maakt het af', async () => {
    const regels = Array.from({ length: 12_000 }, (_, i) => [`PER|${i + 1}||2009-04-12|V`, `ISG|${i + 1}||E1|2025-08-01|2027-07-31||`, `ISP|${i + 1}||E1|2025-08-01|29998|BOL|MBO-2|J||999A001|999X001||`]).flat()
    writeFileSync(join(map, 'groot.csv'), ['VLP|99ZZ|2025-08-01|2026-07-31|2026-03-01', ...regels, `SLR|12000|12000|12000|0|0|0|0|0|0`, ''].join('\r\n'))
    const stop = new AbortController()
    let [uit, fout] = ['', '']
    const buiten = {
      schrijf: (t: string) => { uit += t }, opTerminal: false, stop: () => stop.signal,
      // De balk staat ver voorbij de eerste groep van 10.000 regels.
      meld: (t: string) => { fout += t; if (t.includes('75%')) stop.abort() },
      metRegister: <T>(werk: (register: Register) => Promise<T>) => werk({ database: db.database, kluis, nu: () => '2026-11-24T09:00:00.000Z' as Moment }),
    }
    expect(await voerOpdrachtUit(['importeer', '--soepel', '--no-signalen', join(map, 'groot.csv')], buiten)).toBe(130)
    expect(uit).toBe('')
    const bewaard = Number(/Opgeslagen en bewaard: ([\d.]+) studenten/.exec(fout)?.[1]?.replaceAll('.', ''))
    expect(bewaard, fout).toBeGreaterThan(1_000)
    const tel = async () => (await db.database.pool.query<{ n: number }>(`select count(*)::int as n from inschrijving_stand where brin = '99ZZ' and vastgelegd_tot is null`)).rows[0]?.n ?? 0
    expect(await tel()).toBeGreaterThanOrEqual(bewaard)
    expect(JSON.parse((await importeer('--soepel', '--no-signalen', '--json', 'groot.csv')).uit)).toMatchObject({ bestanden: [{ geweigerdeStudenten: 0 }] })
    expect(await tel()).toBeGreaterThanOrEqual(12_000)
  }, 60_000)

  it('eindigt met 1 als een student geweigerd is, en met 2 als een bestand onleesbaar is', async () => {
    expect((await importeer('fout.csv')).code).toBe(1)
    expect(await importeer('foutnummer.csv')).toMatchObject({ code: 1, uit: expect.stringContaining('Het nummer haalt de elfproef niet. Vaak een typefout.') })
    expect(await importeer('leeg.csv')).toMatchObject({ code: 2, fout: expect.stringContaining('Er is niets opgeslagen.') })
  })
})
