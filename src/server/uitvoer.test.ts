import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { maakUitvoer } from './uitvoer.ts'

const map = mkdtempSync(join(tmpdir(), 'leerroute-uitvoer-'))
afterAll(() => rmSync(map, { recursive: true, force: true }))
const opDicht = (): Error => new Error('dicht')

describe('uitvoer', () => {
  it.each([true, false])('schrijft alles, op volgorde en in UTF-8 (meteen: %s)', (meteen) => {
    const pad = join(map, `uit-${meteen}`)
    const fd = openSync(pad, 'w')
    const uitvoer = maakUitvoer(fd, { meteen, opDicht })
    const delen = Array.from({ length: 40_000 }, (_, i) => `é${i}\n`)
    for (const deel of delen) uitvoer.schrijf(deel)
    if (meteen) expect(readFileSync(pad, 'utf8')).toBe(delen.join(''))
    uitvoer.sluit()
    uitvoer.sluit()
    closeSync(fd)
    expect(readFileSync(pad, 'utf8')).toBe(delen.join(''))
  })
  it('geeft een andere fout dan een dichte pijp gewoon door', () => {
    const fd = openSync(join(map, 'lees'), 'w+')
    closeSync(fd)
    expect(() => maakUitvoer(fd, { meteen: true, opDicht }).schrijf('x')).toThrow('EBADF')
  })
})
