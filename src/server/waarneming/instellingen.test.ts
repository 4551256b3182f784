import { describe, expect, test } from 'vitest'
import { leesWaarneming } from './instellingen.ts'

function lees(omgeving: Record<string, string>, opTerminal = false) {
  const fouten: { instelling: string; waarde: string; uitleg: string }[] = []
  return { keuze: leesWaarneming((naam) => omgeving[naam], (pad) => `/basis/${pad}`, fouten, opTerminal), fouten }
}

describe('instellingen van de waarneming', () => {
  test('zonder keuze: leesbaar op een terminal, anders JSON; alleen deze computer leest /metrics; geen traces', () => {
    expect(lees({}, true).keuze.log).toEqual({ vorm: 'tekst', niveau: 'info', bestand: undefined })
    expect(lees({}).keuze).toEqual({ log: { vorm: 'json', niveau: 'info', bestand: undefined }, metrics: { token: undefined, adressen: [], versheidMs: 15_000 }, otlpAdres: undefined })
    expect(lees({ LEERROUTE_LOG_BESTAND: 'log.json' }, true).keuze.log).toMatchObject({ vorm: 'json', bestand: '/basis/log.json' })
  })

  test.each([
    ['LEERROUTE_LOG', 'xml', /json, tekst of uit/], ['LEERROUTE_LOG_NIVEAU', 'debug', /fout, waarschuwing, info of fijn/],
    ['LEERROUTE_METRICS_ADRESSEN', '10.0.0.0/33', /adressen of reeksen/], ['LEERROUTE_METRICS_ADRESSEN', 'meter.example', /adressen of reeksen/],
    ['LEERROUTE_METRICS_VERSHEID', '-1', /seconden/], ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', /http/],
  ])('%s=%s wordt geweigerd met wat te doen', (instelling, waarde, uitleg) => {
    const { fouten } = lees({ [instelling]: waarde })
    expect(fouten).toMatchObject([{ instelling, waarde }])
    expect(fouten[0]?.uitleg).toMatch(uitleg)
  })

  test('een te kort token wordt geweigerd zonder het te tonen', () => {
    const { fouten } = lees({ LEERROUTE_METRICS_TOKEN: 'kort' })
    expect(fouten).toMatchObject([{ instelling: 'LEERROUTE_METRICS_TOKEN', waarde: '(niet getoond)' }])
  })
})
