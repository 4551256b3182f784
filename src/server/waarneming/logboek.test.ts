import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { maakLogboek } from './logboek.ts'
import type { Logkeuze, Verzoekregel } from './logregel.ts'

const VERZOEK: Verzoekregel = { kenmerk: 'AB12CD34', trace: '4bf92f3577b34da6a3ce929d0e0e4736', methode: 'GET', route: '/v1/deelnemers/:deelnemerId', status: 200, ms: 3.2, aanroeper: 'koppeling-1' }

function maak(keuze: Partial<Logkeuze> = {}) {
  const regels: string[] = []
  return { regels, log: maakLogboek({ vorm: 'json', niveau: 'info', bestand: undefined, ...keuze }, (regel) => regels.push(regel)) }
}

describe('logboek', () => {
  test('JSON: een regel per verzoek met vaste velden', () => {
    const { log, regels } = maak()
    log.verzoek(VERZOEK)
    expect(regels).toHaveLength(1)
    const { tijd, ...rest } = JSON.parse(regels[0] ?? '') as Record<string, unknown>
    expect(rest).toEqual({ niveau: 'info', soort: 'verzoek', ...VERZOEK })
    expect(tijd).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(regels[0]?.endsWith('}\n')).toBe(true)
  })

  test('tekst: leesbaar op een terminal', () => {
    const { log, regels } = maak({ vorm: 'tekst' })
    log.verzoek(VERZOEK)
    log.storing('AB12CD34', new Error('stuk'))
    expect(regels[0]).toMatch(/^\d\d:\d\d:\d\d GET \/v1\/deelnemers\/:deelnemerId 200 3\.2 ms \[AB12CD34\] koppeling-1\n$/)
    expect(regels[1]).toMatch(/ FOUT Storing AB12CD34: Error, stuk bij src\/server\/waarneming\/logboek\.test\.ts/)
  })

  test('gezondheid en stijl staan er pas op niveau fijn in, een fout daarbij altijd', () => {
    for (const vorm of ['json', 'tekst'] as const) {
      const { log, regels } = maak({ vorm })
      log.verzoek({ ...VERZOEK, route: '/healthz' })
      log.verzoek({ ...VERZOEK, route: '/stijl/:bestand' })
      log.verzoek({ ...VERZOEK, route: '/readyz', status: 503 })
      expect(regels).toHaveLength(1)
    }
    const fijn = maak({ niveau: 'fijn' })
    fijn.log.verzoek({ ...VERZOEK, route: '/healthz' })
    expect(fijn.regels).toHaveLength(1)
  })

  test('uit is uit', () => {
    const { log, regels } = maak({ vorm: 'uit' })
    log.storing('X', new Error('stuk'))
    expect(regels).toEqual([])
  })

  test('S-90: een persoonsnummer in een melding verlaat het proces niet', () => {
    for (const vorm of ['json', 'tekst'] as const) {
      const { log, regels } = maak({ vorm })
      log.meld('levering van 999900006 mislukt')
      expect(regels.join('')).toContain('levering van ######### mislukt')
    }
  })

  test('een bestand groeit aan en is alleen voor de eigenaar', () => {
    const map = mkdtempSync(join(tmpdir(), 'leerroute-log-'))
    const bestand = join(map, 'sub', 'log.json')
    for (let keer = 0; keer < 2; keer++) maakLogboek({ vorm: 'json', niveau: 'info', bestand }).verzoek(VERZOEK)
    expect(readFileSync(bestand, 'utf8').trim().split('\n')).toHaveLength(2)
    expect(statSync(bestand).mode & 0o077).toBe(0)
    rmSync(map, { recursive: true })
  })
})
