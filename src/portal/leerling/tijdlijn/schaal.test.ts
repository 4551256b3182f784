import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datum, vanDagnummer } from '../../../kern/datum.ts'
import { bepaalBereik, maakSchaal, schooljaren } from './schaal.ts'

describe('het bereik van de tijdlijn', () => {
  const vandaag = datum('2026-11-24')

  test('loopt van 1 augustus van het eerste record tot en met 31 juli van dit schooljaar', () => {
    expect(bepaalBereik([datum('2025-02-01'), datum('2024-09-12')], [null, null], vandaag)).toEqual({ van: '2024-08-01', totEnMet: '2027-07-31' })
  })
  test('eindigt in het schooljaar van het laatste record als alles gesloten is', () => {
    expect(bepaalBereik([datum('2019-08-01')], [datum('2023-07-10'), datum('2024-07-05')], vandaag)).toEqual({ van: '2019-08-01', totEnMet: '2024-07-31' })
  })
  test('een einde in de toekomst telt als nog open', () => {
    expect(bepaalBereik([datum('2026-08-01')], [datum('2027-02-01')], vandaag)).toEqual({ van: '2026-08-01', totEnMet: '2027-07-31' })
  })
  test('begint een inschrijving later dan vandaag, dan is er toch een schooljaar te zien', () => {
    expect(bepaalBereik([datum('2027-08-01')], [null], vandaag)).toEqual({ van: '2026-08-01', totEnMet: '2027-07-31' })
  })
  test('zonder records is het het schooljaar van vandaag', () => {
    expect(bepaalBereik([], [], vandaag)).toEqual({ van: '2026-08-01', totEnMet: '2027-07-31' })
  })
})

describe('de schaal', () => {
  const schaal = maakSchaal({ van: datum('2024-08-01'), totEnMet: datum('2027-07-31') }, 188, 1156)

  test('begint links en eindigt rechts, ook met een schrikkeldag erin', () => {
    expect(schaal.x(datum('2024-08-01'))).toBe(188)
    expect(schaal.xEinde(datum('2027-07-31'))).toBe(1156)
  })
  test('elke dag ligt rechts van de vorige en het einde van een dag is het begin van de volgende', () => {
    fc.assert(fc.property(fc.integer({ min: 19936, max: 21029 }), (nummer) => {
      const [dag, volgende] = [vanDagnummer(nummer), vanDagnummer(nummer + 1)]
      expect(schaal.xEinde(dag)).toBeCloseTo(schaal.x(volgende), 8)
      expect(schaal.x(volgende)).toBeGreaterThan(schaal.x(dag))
    }))
  })
  test('er staat een lijn op elke 1 augustus', () => {
    expect(schooljaren(schaal)).toEqual(['2024-08-01', '2025-08-01', '2026-08-01'])
  })
})
