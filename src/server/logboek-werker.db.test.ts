import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import { startLogboekwerker } from './logboek-werker.ts'

let eigen: EigenDatabase
let map = ''
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  map = mkdtempSync(join(tmpdir(), 'leerroute-werker-'))
})
afterAll(async () => {
  rmSync(map, { recursive: true, force: true })
  await eigen.weg()
})

const reeks = (naam: string) => ({ actief: naam, sleutels: new Map([[naam, randomBytes(32)]]) })
const sleutels = { betrokkenen: reeks('b1'), controlepunten: reeks('c1') }
const redenen = (pad: string): readonly string[] => readFileSync(pad, 'utf8').trim().split('\n').map((regel) => (JSON.parse(regel) as { reden: string }).reden)

async function wachtOp(klaar: () => boolean): Promise<void> {
  while (!klaar()) await new Promise((verder) => setTimeout(verder, 5))
}

test('een controlepunt bij het starten, op de klok, als de dag om is, en bij netjes stoppen', async () => {
  const pad = join(map, 'a.jsonl')
  let nu = new Date('2026-11-24T22:30:00.000Z')
  const werker = startLogboekwerker({ database: eigen.database, sleutels, controlepunten: pad, nu: () => nu, register: new Registry(), meld: (fout) => { throw fout }, rustMs: 20 })
  await wachtOp(() => { try { return redenen(pad).includes('tijd') } catch { return false } })
  // In Nederland is het een nieuwe dag.
  nu = new Date('2026-11-24T23:00:00.000Z')
  await wachtOp(() => redenen(pad).includes('dageinde'))
  await werker.stop()
  expect(werker.laatste()).toBe('2026-11-24T23:00:00.000Z')
  const alle = redenen(pad)
  expect([alle[0], alle.at(-1), alle.filter((reden) => reden === 'dageinde').length]).toEqual(['start', 'stop', 1])
})

test('P-07: een controlepunt dat niet te schrijven is, is een alarm in het logboek en in de metingen', async () => {
  const register = new Registry()
  const gemeld: unknown[] = []
  // Een map op de plaats van het bestand.
  const werker = startLogboekwerker({ database: eigen.database, sleutels, controlepunten: map, nu: () => new Date(), register, meld: (fout) => gemeld.push(fout) })
  await werker.stop()
  expect(werker.laatste()).toBeNull()
  expect(gemeld).toHaveLength(2)
  expect(await register.metrics()).toMatch(/leerroute_controlepunten_mislukt_total 2/)
  expect(await register.metrics()).toMatch(/leerroute_controlepunt_age_seconds \d/)
})
