import { mkdtempSync, readFileSync, rmSync, statSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import type { Moment } from '../../kern/datum.ts'
import { maakKluis } from '../../toegang/index.ts'
import { voerOpdrachtUit } from '../main.ts'

const sleutel = new Uint8Array(32).fill(7)
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', sleutel]]), opzoeksleutel: sleutel })
let db: EigenDatabase
let map = ''
beforeAll(async () => {
  db = await maakEigenDatabase()
  map = mkdtempSync(join(tmpdir(), 'leerroute-koppeling-'))
})
afterAll(async () => {
  rmSync(map, { recursive: true, force: true })
  await db.weg()
})

async function beheer(...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  let [uit, fout] = ['', '']
  const code = await voerOpdrachtUit(['beheer', 'koppeling', ...argumenten], {
    schrijf: (t) => { uit += t }, meld: (t) => { fout += t }, opTerminal: false,
    metRegister: (werk) => werk({ database: db.database, kluis, nu: () => '2026-11-24T09:00:00.000Z' as Moment }),
  })
  return { code, uit, fout }
}
const MAAK = ['maak', '--naam', 'Studentensysteem', '--rol', 'raadplegen:21mb', '--rol', 'verzuim:21MB', '--geldig-tot-en-met', '2027-07-31']

describe('leerroute beheer koppeling', () => {
  it('maakt een sleutel die een keer te zien is, en trekt hem in', async () => {
    const { koppelingId, sleutel: geheim } = JSON.parse((await beheer(...MAAK, '--json')).uit) as { koppelingId: string; sleutel: string }
    expect(geheim).toMatch(/^leerroute_.{40,}$/)
    const getoond = await beheer('toon', '--json')
    expect(getoond.uit).not.toContain(geheim)
    expect(JSON.parse(getoond.uit)).toMatchObject({ koppelingen: [{ koppelingId, rollen: [{ rol: 'raadplegen', brin: '21MB' }, { rol: 'verzuim', brin: '21MB' }], ingetrokkenOp: null }] })
    expect((await beheer('toon')).uit).toContain('werkt tot en met 2027-07-31')
    expect((await beheer('intrek', koppelingId)).uit).toContain('Ingetrokken.')
    expect(JSON.parse((await beheer('intrek', koppelingId, '--json')).uit)).toEqual({ koppelingId, uitkomst: 'ongewijzigd' })
    expect((await beheer('toon')).uit).toContain('ingetrokken op 2026-11-24')
  })
  it('schrijft de sleutel in een bestand dat alleen de eigenaar leest, en nooit over een ander heen', async () => {
    const pad = join(map, 'a.sleutel')
    const { code, uit } = await beheer(...MAAK, '--sleutel-naar', pad, '--json')
    expect([code, Object.keys(JSON.parse(uit) as object)]).toEqual([0, ['koppelingId']])
    expect(statSync(pad).mode & 0o777).toBe(0o600)
    const geheim = readFileSync(pad, 'utf8')
    expect(geheim).toMatch(/^leerroute_\S+\n$/)
    expect(await beheer(...MAAK, '--sleutel-naar', pad)).toMatchObject({ code: 2, uit: '', fout: expect.stringContaining('bestaat al') })
    expect(readFileSync(pad, 'utf8')).toBe(geheim)
  })
  it.each<[string[], string]>([
    [['maak', '--naam', 'x', '--geldig-tot-en-met', '2027-07-31'], 'Een koppeling van een school heeft rollen'],
    [['maak', '--naam', 'x', '--soort', 'duo', '--geldig-tot-en-met', '2020-01-01'], 'De laatste dag is vandaag of later.'],
    [['maak', '--naam', 'x', '--rol', 'baas:21MB', '--geldig-tot-en-met', '2027-07-31'], 'De rollen zijn: rio-beheer'],
    [['maak', '--rol', 'raadplegen:21MB', '--geldig-tot-en-met', '2027-07-31'], "De optie '--naam <naam>' is verplicht"],
    [['intrek', '01930000-0000-7000-8000-00000000dead'], 'bestaat niet'], [['intrek', 'onzin'], 'bestaat niet'],
  ])('%j eindigt met 2 en maakt niets', async (argumenten, tekst) => {
    const voor = (await beheer('toon', '--json')).uit
    const pad = join(map, 'niet.sleutel')
    const { code, uit, fout } = await beheer(...argumenten, ...(argumenten[0] === 'maak' ? ['--sleutel-naar', pad] : []))
    expect([code, uit]).toEqual([2, ''])
    expect(fout).toContain(tekst)
    expect(existsSync(pad)).toBe(false)
    expect((await beheer('toon', '--json')).uit).toBe(voor)
  })
})
