import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ro, student } from './fixtures/proef.ts'

const STUDENTEN = 20_000
const HEAP_MB = 48
const LEZER = fileURLToPath(new URL('lees-bestand.ts', import.meta.url))

/** Een bestand van ruim 11 MB, gelezen met een geheugen waar het ontleed niet in past. */
describe('vast geheugen', () => {
  let map = ''
  beforeAll(async () => {
    map = await mkdtemp(join(tmpdir(), 'leerroute-groot-'))
    await schrijf('oplopend.csv', (i) => i)
    await schrijf('verspreid.csv', (i) => (i * 7_919) % STUDENTEN)
  })
  afterAll(() => rm(map, { recursive: true, force: true }))

  it.each(['oplopend.csv', 'verspreid.csv'])('%s', (naam) => {
    const script = `import { leesBestand } from ${JSON.stringify(LEZER)}
      let goed = 0
      const r = await leesBestand(${JSON.stringify(join(map, naam))}, { meld: () => undefined, nummers: 'soepel' }, (s) => { goed += s.filter((x) => x.persoon !== null).length })
      console.log(JSON.stringify({ ok: r.ok, goed, studenten: r.ok && r.waarde.studenten }))`
    const uit = spawnSync(process.execPath, [`--max-old-space-size=${HEAP_MB}`, '--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(uit.stderr).not.toContain('heap')
    expect(JSON.parse(uit.stdout)).toEqual({ ok: true, goed: STUDENTEN, studenten: STUDENTEN })
  }, 120_000)

  async function schrijf(naam: string, plaats: (i: number) => number): Promise<void> {
    const stroom = createWriteStream(join(map, naam))
    const leeg = ro([], { slot: null })
    stroom.write(leeg)
    const sjabloon = student('NUMMER')
    const verspreid = naam.startsWith('verspreid')
    // Verspreid: eerst alle PER en ISG, dan de rest; elke student komt dus terug.
    for (const deel of verspreid ? [sjabloon.slice(0, 2), sjabloon.slice(2)] : [sjabloon]) {
      for (let i = 0; i < STUDENTEN; i++) {
        const tekst = deel.join('\r\n').replaceAll('NUMMER', `S${String(100_000 + plaats(i))}`)
        if (!stroom.write(`${tekst}\r\n`)) await once(stroom, 'drain')
      }
    }
    stroom.end(`SLR${`|${STUDENTEN}`.repeat(2)}|${STUDENTEN * 2}${`|${STUDENTEN}`.repeat(6)}\r\n`)
    await once(stroom, 'close')
  }
})
