import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import type { Moment } from '../kern/datum.ts'
import { maakKluis } from '../toegang/index.ts'
import { voerOpdrachtUit } from './main.ts'

const sleutel = new Uint8Array(32).fill(7)
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', sleutel]]), opzoeksleutel: sleutel })
const AFGEROND = { soort: 'vo-afgerond', persoonsnummer: '999900006', brin: '11VA', afgerondOp: '2026-07-01' }
let db: EigenDatabase
let map = ''
beforeAll(async () => {
  db = await maakEigenDatabase()
  map = mkdtempSync(join(tmpdir(), 'leerroute-lever-'))
  writeFileSync(join(map, 'fout.ndjson'), `{"soort":"onzin"}\n${JSON.stringify({ ...AFGEROND, persoonsnummer: 'x' })}\n${JSON.stringify({ ...AFGEROND, persoonsnummer: 'y' })}\n`)
  writeFileSync(join(map, 'school.ndjson'), `${JSON.stringify({ soort: 'organisatie', organisatie: { soort: 'INSTELLING', naam: 'Veldhoorn', identificaties: [{ soort: 'BRIN', waarde: '11VA', geldigVan: '2018-08-01' }] } })}\n`)
})
afterAll(async () => {
  rmSync(map, { recursive: true, force: true })
  await db.weg()
})

async function lever(...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  let [uit, fout] = ['', '']
  const code = await voerOpdrachtUit(['lever', ...argumenten.map((a) => (a.endsWith('.ndjson') ? join(map, a) : a))], {
    schrijf: (t) => { uit += t }, meld: (t) => { fout += t }, opTerminal: false,
    metRegister: (werk) => werk({ database: db.database, kluis, nu: () => '2026-11-24T09:00:00.000Z' as Moment }),
  })
  return { code, uit, fout }
}

describe('leerroute lever op deze computer', () => {
  it('voegt dezelfde fout in meer records samen, met regels en wat te doen', async () => {
    const { code, uit } = await lever('fout.ndjson')
    expect(code).toBe(1)
    for (const deel of ['Records: 3 afgekeurd', '2 keer afgekeurd: vo-afgerond, veld persoonsnummer', 'Regel 2, 3', '1 keer afgekeurd: onleesbaar record, veld soort']) expect(uit).toContain(deel)
  })
  it('Z-02: als beheerder mag alles; met --namens alleen wat de school zelf mag', async () => {
    expect(await lever('--namens', '11va', 'school.ndjson')).toMatchObject({ code: 1, uit: expect.stringContaining('1 keer niet van u: organisatie') })
    expect(await lever('school.ndjson')).toMatchObject({ code: 0, uit: expect.stringContaining('Alles is aangenomen.') })
    expect((await lever('--json', 'school.ndjson')).uit).toContain('"ongewijzigd":1')
  })
  it.each<[string[], string]>([
    [[], 'Geef een of meer bestanden, of --volg'], [['--volg', 'x', 'school.ndjson'], 'Geef een of meer bestanden, of --volg'], [['--volg', 'x'], 'Deze aanlevering bestaat niet'],
    [['weg.ndjson'], 'bestaat niet'], [['--namens', '11VA', '--server', 'http://127.0.0.1:9', 'school.ndjson'], 'alleen op deze computer'], [['--sleutel-bestand', 'x', 'school.ndjson'], 'hoort --server'],
  ])('%j eindigt met 2', async (argumenten, tekst) => expect(await lever(...argumenten)).toMatchObject({ code: 2, uit: '', fout: expect.stringContaining(tekst) }))
})
