import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { maakEigenDatabase } from '../eigen-database.ts'
import { doeProef } from './regio/proef.ts'

it('K-BRN-01: een regio gaat er door REST in en als RO weer uit; elke geplante fout is gevonden, en niets anders', async () => {
  const [eerste, tweede] = await Promise.all([maakEigenDatabase(), maakEigenDatabase()])
  const map = mkdtempSync(join(tmpdir(), 'leerroute-regio-'))
  try {
    const verslag = await doeProef({ studenten: 700, zaad: 7, databaseUrl: eerste.url, tweedeUrl: tweede.url, map, meld: () => undefined })
    expect(verslag.bevindingen).toEqual([])
    expect(verslag.geplant).toMatch(/^\d+ gepland, (\d+) gevonden, 0 ontbreken, 0 anders, 0 onverwacht\.$/)
    expect(verslag.ro.inschrijvingen).toBeGreaterThan(400)
  } finally {
    await Promise.all([eerste.weg(), tweede.weg()])
    rmSync(map, { recursive: true, force: true })
  }
}, 300_000)
