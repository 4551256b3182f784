import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { BSNS, ro, RO_NAAM, student } from './fixtures/proef.ts'
import { leesBestand } from './lees-bestand.ts'

afterEach(() => vi.unstubAllEnvs())

it('leest verspreide studenten heel, en heeft dan al geen bestand met persoonsnummers meer dat na kill -9 blijft staan', async () => {
  const map = mkdtempSync(join(tmpdir(), 'leerroute-groepen-'))
  try {
    const studenten = BSNS.slice(0, 40).map((b) => student(b))
    const door = studenten.flatMap((s) => s.slice(0, 2)).concat(studenten.flatMap((s) => s.slice(2)))
    const pad = join(map, RO_NAAM)
    writeFileSync(pad, ro(door))
    const tijdelijk = mkdtempSync(join(map, 'tmp-'))
    vi.stubEnv('TMPDIR', tijdelijk)
    const gezien: string[] = []
    let heel = 0
    const uit = await leesBestand(pad, { meld: () => undefined }, (groep) => {
      gezien.push(...readdirSync(tijdelijk))
      heel += groep.filter((s) => s.persoon !== null && s.regels === student().length).length
    })
    expect(uit.ok).toBe(true)
    expect([heel, gezien]).toEqual([40, []])
  } finally {
    rmSync(map, { recursive: true, force: true })
  }
})
