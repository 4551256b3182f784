/** Klopt de lijst van een regio met wat de regels zeggen, tot op de letter? De lijst komt uit het plan; hier komen beide voor het eerst samen. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beslis } from '../../src/beslissing/index.ts'
import type { Datum } from '../../src/kern/datum.ts'
import { SIGNAALCODES } from '../../src/kern/signaalcode.ts'
import { type GeplantRegel, maakGebiedsleveringen } from '../../src/regio/leveringen.ts'
import { MISSTAPPEN, WEIGERINGEN } from '../../src/regio/misstappen/index.ts'
import { organisatierecords, vakantierecords } from '../../src/regio/referentierecords.ts'
import { maakRegio } from '../../src/regio/regio.ts'
import { normen } from '../dossier-bouwer.ts'
import { leesDossiers } from './dossiers.ts'

interface Proef {
  readonly studenten: number
  readonly zaad: number
  readonly fouten?: number
  readonly routes?: number
  readonly peildatum?: string
}

/** Elk verschil tussen de lijst en de regels, op drie dagen: de peildatum en de eerste en laatste dag waarop de lijst geldt. */
function verschillen({ studenten, zaad, fouten = 5, routes = 1.5, peildatum = '2026-11-24' }: Proef, verknoei: (regels: GeplantRegel[]) => GeplantRegel[] = (regels) => regels) {
  const gemaakt = maakRegio({ studenten, zaad, foutenProcent: fouten, routesProcent: routes, peildatum })
  if (!gemaakt.ok) throw new Error(gemaakt.reden)
  const { waarde: regio } = gemaakt
  const gebied = maakGebiedsleveringen(regio, 0)
  const lijst = verknoei(gebied.geplant.map((regel) => JSON.parse(regel) as GeplantRegel))
  const perStudent = Map.groupBy(lijst.filter((regel) => regel.soort === 'signaal'), ({ bestand, regel }) => `${bestand}:${regel}`)
  const overslaan = new Set(lijst.filter(({ soort }) => soort === 'weigering').map(({ bestand, regel }) => `${bestand}:${regel}`))
  const dossiers = leesDossiers(gebied, [...organisatierecords(gebied.gebied), ...vakantierecords(regio.kalender)], overslaan)
  expect(dossiers.size).toBe(studenten)
  const { jaar, peildatum: dag } = regio.kalender
  return [...dossiers.values()].flatMap(({ dossier, verwijzing }) => {
    const wil = (perStudent.get(verwijzing) ?? []).map(({ code, scholen }) => `${code} ${scholen.join(',')}`).sort()
    return [dag, `${jaar}-11-01` as Datum, `${jaar + 1}-07-31` as Datum].flatMap((op) => {
      const is = beslis(dossier, { peildatum: op, bekendOp: null }, normen).signalen.map(({ code, voor }) => `${code} ${[...voor].sort().join(',')}`).sort()
      return is.join() === wil.join() ? [] : [{ op, verwijzing, misstap: perStudent.get(verwijzing)?.[0]?.misstap ?? null, wil, is }]
    })
  })
}

describe('de lijst van een regio is precies wat de regels vinden', () => {
  test.each<Proef>([
    { studenten: 6_000, zaad: 1 },
    { studenten: 3_000, zaad: 2, fouten: 50, routes: 50 },
    { studenten: 3_000, zaad: 3, fouten: 0, routes: 100 },
    { studenten: 2_000, zaad: 4, fouten: 10, routes: 30, peildatum: '2024-07-31' },
    { studenten: 2_000, zaad: 5, fouten: 10, routes: 30, peildatum: '2025-11-01' },
    { studenten: 2_000, zaad: 6, fouten: 10, routes: 30, peildatum: '2029-03-15' },
  ])('$studenten studenten, zaad $zaad', (proef) => {
    expect(verschillen(proef)).toEqual([])
  }, 60_000)

  test('voor elk zaad, jaar en aandeel', () => {
    expect(() => fc.assert(fc.property(
      fc.record({ studenten: fc.integer({ min: 1, max: 120 }), zaad: fc.nat(), fouten: fc.integer({ min: 0, max: 50 }), routes: fc.integer({ min: 0, max: 100 }), jaar: fc.integer({ min: 2023, max: 2060 }) }),
      ({ jaar, ...proef }) => verschillen({ ...proef, peildatum: `${jaar}-11-24` }).length === 0,
    ), { numRuns: 60 })).not.toThrow()
  }, 120_000)

  test('een signaal dat uit de lijst verdwijnt, of een school die ontbreekt, valt op', () => {
    const proef = { studenten: 700, zaad: 1 }
    expect(verschillen(proef, ([eerste, ...rest]) => (eerste?.soort === 'weigering' ? [eerste, ...rest.slice(1)] : rest)).length).toBeGreaterThan(0)
    expect(verschillen(proef, (regels) => regels.map((regel) => (regel.soort === 'signaal' ? { ...regel, scholen: regel.scholen.slice(1) } : regel))).length).toBeGreaterThan(10)
  })
})

describe('een regio van een paar honderd studenten heeft alles', () => {
  const regels = (() => {
    const gemaakt = maakRegio({ studenten: 700, zaad: 3, foutenProcent: 5, routesProcent: 1.5, peildatum: '2026-11-24' })
    if (!gemaakt.ok) throw new Error(gemaakt.reden)
    return maakGebiedsleveringen(gemaakt.waarde, 0).geplant.map((regel) => JSON.parse(regel) as GeplantRegel)
  })()

  test.each(SIGNAALCODES)('%s is geplant', (code) => {
    const manieren = MISSTAPPEN[code].map(({ naam }) => naam)
    expect(regels.some((regel) => regel.soort === 'signaal' && regel.herkomst === 'geplant' && regel.code === code && manieren.includes(regel.misstap ?? ''))).toBe(true)
  })

  test.each(WEIGERINGEN.map(({ naam }) => naam))('een record dat afgekeurd moet worden: %s', (naam) => {
    expect(regels.some((regel) => regel.soort === 'weigering' && regel.misstap === naam)).toBe(true)
  })

  test('elke manier om een fout te planten heeft een eigen naam', () => {
    const namen = [...Object.values(MISSTAPPEN).flat(), ...WEIGERINGEN].map(({ naam }) => naam)
    expect(new Set(namen).size).toBe(namen.length)
  })
})
