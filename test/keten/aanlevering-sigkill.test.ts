import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'
import { doeProef } from './sigkill/proef.ts'

let eigen: EigenDatabase
let dataMap: string
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  dataMap = mkdtempSync(join(tmpdir(), 'leerroute-sigkill-'))
}, 60_000)
afterAll(async () => {
  rmSync(dataMap, { recursive: true, force: true })
  await eigen.weg()
})

describe('een aanlevering terwijl de server steeds gedood wordt', () => {
  test('S-17: maakt zichzelf af; niets verloren, niets dubbel, en een aanlevering hoe vaak zij ook verstuurd is', async () => {
    let stap = 0
    const verslag = await doeProef({
      databaseUrl: eigen.url, dataMap, studenten: 1_500, keren: 3, servers: 1, eerstePoort: await vrijePoort(), steekproef: 60, meld: () => undefined,
      toeval: () => [0.1, 0.5, 0.2, 0.8][stap++ % 4] ?? 0,
    })
    expect(verslag.bevindingen).toEqual([])
    expect(verslag.gedoodTijdensOntvangst + verslag.gedoodTijdensVerwerken).toBeGreaterThanOrEqual(2)
  }, 300_000)
})

async function vrijePoort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((klaar) => { server.listen(0, '127.0.0.1', klaar) })
  const adres = server.address()
  await new Promise((klaar) => { server.close(klaar) })
  return typeof adres === 'object' && adres !== null ? adres.port : 0
}
