import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { leesRecord } from '../aanlevering/verwerking/record.ts'
import { laadNormen } from '../normen/index.ts'
import { type GeplantRegel, maakGebiedsleveringen } from './leveringen.ts'
import type { Regiowens } from './maak-student.ts'
import { STUDENTEN_PER_GEBIED } from './plan/index.ts'
import { organisatierecords, vakantierecords } from './referentierecords.ts'
import { maakRegio, type Regio } from './regio.ts'

const WENS: Regiowens = { studenten: 1_000, zaad: 1, peildatum: '2026-11-24', foutenProcent: 5, routesProcent: 1.5 }

function regio(wens: Partial<Regiowens> = {}): Regio {
  const gemaakt = maakRegio({ ...WENS, ...wens })
  if (!gemaakt.ok) throw new Error(gemaakt.reden)
  return gemaakt.waarde
}

function vingerafdruk(gemaakt: Regio): string {
  const { leveringen, geplant } = maakGebiedsleveringen(gemaakt, 0)
  const tekst = leveringen.map(({ bestand, regels }) => `${bestand}\n${regels.join('\n')}`).join('\n') + geplant.join('\n')
  return createHash('sha256').update(tekst).digest('hex').slice(0, 16)
}

describe('zelfde zaad, zelfde bytes', () => {
  test('de vingerafdruk ligt vast', () => {
    // Verandert dit, dan is een regio van gisteren niet meer na te maken: noem het in CHANGELOG.md.
    expect(vingerafdruk(regio({ studenten: 900 }))).toBe(VINGERAFDRUK)
    expect(vingerafdruk(regio({ studenten: 900 }))).toBe(vingerafdruk(regio({ studenten: 900 })))
  })

  test('een ander zaad geeft een andere regio', () => {
    expect(vingerafdruk(regio({ studenten: 900, zaad: 2 }))).not.toBe(VINGERAFDRUK)
  })

  test('een student hangt niet af van hoeveel er zijn', () => {
    const [klein, groot] = [regio({ studenten: 50 }), regio({ studenten: 2_000 })]
    for (let i = 0; i < 50; i += 1) expect(groot.maker.maak(i, groot.gebied(0))).toEqual(klein.maker.maak(i, klein.gebied(0)))
  })

  test('de dag binnen het schooljaar maakt niet uit', () => {
    expect(vingerafdruk(regio({ studenten: 100, peildatum: '2026-11-01' }))).toBe(vingerafdruk(regio({ studenten: 100, peildatum: '2027-07-31' })))
  })
})

describe('elk record past in de vorm van een leveringsrecord', () => {
  const gemaakt = regio({ studenten: 3_000, routesProcent: 20 })
  const gebied = maakGebiedsleveringen(gemaakt, 0)
  const lijst = gebied.geplant.map((regel) => JSON.parse(regel) as GeplantRegel)
  const kapot = new Set(lijst.filter(({ soort }) => soort === 'weigering').map(({ bestand, regel }) => `${bestand}:${regel}`))

  test('behalve wat met opzet niet deugt', () => {
    const fouten = gebied.leveringen.flatMap(({ bestand, regels }) => regels.flatMap((regel, i) => {
      if (kapot.has(`${bestand}:${i + 1}`)) return []
      const gekeurd = leesRecord(Buffer.from(regel))
      return gekeurd.ok ? [] : [`${bestand}:${i + 1} ${gekeurd.reden.fouten[0].veld} ${gekeurd.reden.fouten[0].regel}`]
    }))
    expect(fouten).toEqual([])
  })

  test('ook die van het beheer', () => {
    for (const record of [...vakantierecords(gemaakt.kalender), ...organisatierecords(gebied.gebied)]) expect(leesRecord(Buffer.from(JSON.stringify(record))), JSON.stringify(record)).toMatchObject({ ok: true })
  })

  test('een JSON-regel is wat JSON.stringify zou schrijven, en nooit meer dan een regel', () => {
    for (const { bestand, regels } of gebied.leveringen) {
      for (const [i, regel] of regels.entries()) {
        expect(regel.includes('\n')).toBe(false)
        if (!kapot.has(`${bestand}:${i + 1}`)) expect(JSON.stringify(JSON.parse(regel))).toBe(regel)
      }
    }
  })

  test('K-BRN-01: de stand van een inschrijving verandert door de tijd: fase, leerjaar en uitschrijving', () => {
    const regels = gebied.leveringen.flatMap((levering) => levering.regels.filter((regel) => regel.startsWith('{"soort":"inschrijving"')))
    const perSleutel = Map.groupBy(regels.flatMap((regel) => {
      try {
        const { inschrijving, persoon } = JSON.parse(regel) as { inschrijving: { brin: string; inschrijvingvolgnummer: string; datumUitschrijving?: string; perioden: { leerroutefase?: string }[] }; persoon: { persoonsnummer: string } }
        return [{ sleutel: `${persoon.persoonsnummer} ${inschrijving.brin} ${inschrijving.inschrijvingvolgnummer}`, inschrijving }]
      } catch {
        return []
      }
    }), ({ sleutel }) => sleutel)
    const standen = [...perSleutel.values()]
    expect(standen.filter((rij) => rij.length > 1).length).toBeGreaterThan(500)
    expect(standen.filter((rij) => rij.length > 1 && rij.at(-1)?.inschrijving.datumUitschrijving !== undefined && rij[0]?.inschrijving.datumUitschrijving === undefined).length).toBeGreaterThan(100)
    expect(standen.some((rij) => rij[0]?.inschrijving.perioden.at(-1)?.leerroutefase === 'VO' && rij.at(-1)?.inschrijving.perioden.at(-1)?.leerroutefase === 'MBO')).toBe(true)
  })
})

describe('verhoudingen', () => {
  const telling = maakGebiedsleveringen(regio({ studenten: STUDENTEN_PER_GEBIED }), 0).telling
  const deel = (van: Readonly<Record<string, number>>, naam: string): number => (van[naam] ?? 0) / STUDENTEN_PER_GEBIED

  test.each([['vmbo', 0.24, 0.30], ['mbo', 0.57, 0.66], ['gediplomeerd', 0.055, 0.08], ['vertrokken', 0.018, 0.035], ['vso', 0.005, 0.018], ['dlr', 0.03, 0.06], ['glr', 0.005, 0.02]] as const)('%s tussen %d en %d', (soort, min, max) => {
    expect(deel(telling.levenslopen, soort)).toBeGreaterThan(min)
    expect(deel(telling.levenslopen, soort)).toBeLessThan(max)
  })

  test('bpv, diploma\'s en onderdelen in de orde van een groot ROC (1,6, 0,25 en 1,3 per mbo-student)', () => {
    const mbo = (telling.levenslopen['mbo'] ?? 0) + (telling.levenslopen['gediplomeerd'] ?? 0) + (telling.levenslopen['vertrokken'] ?? 0)
    const perMbo = (soort: string): number => (telling.recordsoorten[soort] ?? 0) / mbo
    expect(perMbo('bpv')).toBeGreaterThan(1.1)
    expect(perMbo('bpv')).toBeLessThan(2)
    expect(perMbo('onderdeel')).toBeGreaterThan(0.8)
    expect(perMbo('onderdeel')).toBeLessThan(1.7)
    expect(perMbo('diploma')).toBeGreaterThan(0.2)
    expect(perMbo('diploma')).toBeLessThan(0.5)
  })

  test('K-DLR-03, K-DLR-05: een route zonder geplante fout kent geen signaal van niveau fout of waarschuwing', () => {
    const lijst = maakGebiedsleveringen(regio({ studenten: 2_000, foutenProcent: 0, routesProcent: 100 }), 0).geplant.map((regel) => JSON.parse(regel) as GeplantRegel)
    expect(lijst.length).toBeGreaterThan(20)
    for (const regel of lijst) expect(regel).toMatchObject({ soort: 'signaal', herkomst: 'vanzelf', niveau: expect.stringMatching(/^(taak|info)$/) })
  })
})

describe('een wens die niet kan', () => {
  test.each<[Partial<Regiowens>, string]>([
    [{ studenten: 0 }, '1 tot en met 4.000.000'], [{ studenten: 1.5 }, 'heel getal'], [{ studenten: 4_000_001 }, 'persoonsnummers'], [{ zaad: -1 }, 'zaad'], [{ zaad: 0.5 }, 'zaad'],
    [{ foutenProcent: 51 }, '0 tot en met 50'], [{ foutenProcent: NaN }, '0 tot en met 50'], [{ routesProcent: 101 }, '0 tot en met 100'], [{ peildatum: '2026-09-01' }, 'nog aan het leveren'],
  ])('%o', (wens, reden) => {
    expect(maakRegio({ ...WENS, ...wens })).toMatchObject({ ok: false, reden: expect.stringContaining(reden) })
  })
})

test('K-DLR-02: de regels kennen elke norm die het plan veronderstelt, in elk jaar dat een regio kan zijn', () => {
  const normen = laadNormen()
  for (let jaar = 2023; jaar <= 2060; jaar += 1) {
    const op = `${jaar}-11-24` as Parameters<typeof normen.getal>[1]
    expect([normen.getal('leerroute/jaren-fase-vo', op), normen.getal('leerroute/eerste-leerjaar', op), normen.getal('verzuim/drempel-uren', op)]).toMatchObject([{ waarde: 2 }, { waarde: 3 }, { waarde: 16 }])
  }
})

const VINGERAFDRUK = '9c098ede0bd06638'
