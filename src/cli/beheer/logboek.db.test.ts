import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import type { Moment } from '../../kern/datum.ts'
import { Controlepuntschrijver, maakOndertekenaar } from '../../logboek/index.ts'
import { maakKluis, registreerOrganisatie, systeemactor } from '../../toegang/index.ts'
import { voerOpdrachtUit } from '../main.ts'

const bytes = randomBytes(32)
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', bytes]]), opzoeksleutel: bytes })
const reeks = (naam: string) => ({ actief: naam, sleutels: new Map([[naam, bytes]]) })
let db: EigenDatabase
let map = ''

beforeAll(async () => {
  db = await maakEigenDatabase()
  map = mkdtempSync(join(tmpdir(), 'leerroute-controle-'))
  const ctx = { actor: systeemactor('proef'), nu: '2026-11-24T09:00:00.000Z' as Moment, kluis }
  await registreerOrganisatie(db.database, ctx, { soort: 'INSTELLING', naam: 'School 11VA', identificaties: [{ soort: 'BRIN', waarde: '11VA', geldigVan: '2020-08-01' }] } as never)
  await new Controlepuntschrijver(db.database, maakOndertekenaar('c1', bytes), join(map, 'c.jsonl')).zet('handmatig', '2026-11-24T09:05:00.000Z' as Moment)
})
afterAll(async () => {
  rmSync(map, { recursive: true })
  await db.weg()
})

async function draai(...argumenten: string[]) {
  let [uit, fout] = ['', '']
  const code = await voerOpdrachtUit(['beheer', 'controleer-logboek', ...argumenten], {
    schrijf: (tekst) => { uit += tekst }, meld: (tekst) => { fout += tekst }, opTerminal: false,
    metRegister: (werk) => werk({ database: db.database, kluis, nu: () => '2026-11-24T09:00:00.000Z' as Moment, logboek: { sleutels: { betrokkenen: reeks('b1'), controlepunten: reeks('c1') }, controlepunten: join(map, 'c.jsonl') } }),
  })
  return { code, uit, fout }
}

describe('leerroute beheer controleer-logboek', () => {
  it('een gave audit: 0', async () => {
    const { code, uit } = await draai()
    expect(uit).toMatch(/1 regel nagerekend, 1 controlepunt, het laatste van 2026-11-24 09:05 UTC/)
    expect(uit).toMatch(/Alles klopt\.\n$/)
    expect(code).toBe(0)
  })
  it('een kopie die er niet is, is een verkeerd getypte naam en geen geknoei: 2', async () => {
    const { code, fout } = await draai('--controlepunten', join(map, 'bestaat-niet.jsonl'))
    expect([code, fout]).toEqual([2, expect.stringContaining('bestaat niet. Controleer de naam')])
  })
  it('een ander, leeg bestand met controlepunten is een bevinding: 1', async () => {
    writeFileSync(join(map, 'niets.jsonl'), '')
    const { code, uit } = await draai('--controlepunten', join(map, 'niets.jsonl'))
    expect([code, uit]).toEqual([1, expect.stringContaining('controlepunten-weg')])
  })
  it('geknoei: 1, met wat en waar; met --json voor een machine', async () => {
    await db.database.pool.query(`update audit_regel set actor = 'iemand anders'`)
    const { code, uit } = await draai()
    expect([code, uit]).toEqual([1, expect.stringMatching(/FOUT {2}stroom \d+, regel 1 \(regel-veranderd\)/)])
    const json = await draai('--json')
    expect(JSON.parse(json.uit)).toMatchObject({ gevonden: 1, bevindingen: [{ soort: 'regel-veranderd' }] })
    expect(json.code).toBe(1)
  })
})
