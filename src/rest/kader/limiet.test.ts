import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maakLimiet } from './limiet.ts'

describe('S-18: de grens per aanroeper', () => {
  test('in geen enkele minuut gaan er meer door dan een volle emmer plus wat er in die minuut bijkomt', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.nat({ max: 5_000 }), { maxLength: 300 }), (perMinuut, pauzes) => {
      const limiet = maakLimiet(perMinuut)
      let nu = 0
      const door: number[] = []
      for (const pauze of pauzes) {
        nu += pauze
        if (limiet.wachtSeconden('a', nu) === 0) door.push(nu)
      }
      for (const begin of door) expect(door.filter((op) => op >= begin && op < begin + 60_000).length).toBeLessThanOrEqual(2 * perMinuut)
    }))
  })
  test('wie de genoemde seconden wacht, mag weer', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat({ max: 1e9 }), (perMinuut, begin) => {
      const limiet = maakLimiet(perMinuut)
      for (let i = 0; i < perMinuut; i++) expect(limiet.wachtSeconden('a', begin)).toBe(0)
      const wacht = limiet.wachtSeconden('a', begin)
      expect(wacht).toBeGreaterThan(0)
      expect(limiet.wachtSeconden('a', begin + wacht * 1_000)).toBe(0)
    }), { numRuns: 40 })
  })
  test('0 is geen grens, en de een merkt niets van de ander', () => {
    const vrij = maakLimiet(0)
    for (let i = 0; i < 10_000; i++) expect(vrij.wachtSeconden('a', 0)).toBe(0)
    const krap = maakLimiet(1)
    expect([krap.wachtSeconden('a', 0), krap.wachtSeconden('b', 0), krap.wachtSeconden('a', 0)]).toEqual([0, 0, 60])
  })
})
