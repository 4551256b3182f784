import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Uitvoerbestand } from './uitvoerbestand.ts'

let map: string
beforeEach(() => { map = mkdtempSync(join(tmpdir(), 'leerroute-uitvoer-')) })
afterEach(() => { rmSync(map, { recursive: true, force: true }) })

const BRON = pathToFileURL(join(import.meta.dirname, 'uitvoerbestand.ts')).href

it('ruimt bij de volgende keer op wat een proces na kill -9 liet staan', async () => {
  const code = `const { Uitvoerbestand } = await import(${JSON.stringify(BRON)}); const b = await Uitvoerbestand.maak(${JSON.stringify(map)}); await b.schrijf('x'.repeat(2 << 20)); console.log('klaar'); setInterval(() => b.bytes, 1e6)`
  const proces = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(proces.stdout, 'data')
  const buiten = readdirSync(map)
  expect(buiten).toHaveLength(1)

  const tijdens = await Uitvoerbestand.maak(map)
  expect(readdirSync(map)).toEqual(expect.arrayContaining(buiten))
  await tijdens.ruimOp()

  proces.kill('SIGKILL')
  await once(proces, 'exit')
  const daarna = await Uitvoerbestand.maak(map)
  await daarna.geefNaam('uit.csv', false)
  expect(readdirSync(map)).toEqual(['uit.csv'])
}, 30_000)

it('ruimt ook resten zonder bekend proces op na een dag, en laat andere bestanden staan', async () => {
  const oud = new Date(Date.now() - 25 * 60 * 60_000)
  for (const naam of ['.leerroute-0123456789ab.bezig', '.leerroute-ffffffff-1-0123456789ab.bezig', '.leerroute-anders.bezig', 'ander.csv']) {
    writeFileSync(join(map, naam), 'x')
    utimesSync(join(map, naam), oud, oud)
  }
  writeFileSync(join(map, '.leerroute-ffffffff-999999999-0123456789ab.bezig'), 'van nu, op een andere computer')
  const uit = await Uitvoerbestand.maak(map)
  await uit.ruimOp()
  expect(readdirSync(map).sort()).toEqual(['.leerroute-anders.bezig', '.leerroute-ffffffff-999999999-0123456789ab.bezig', 'ander.csv'])
})
