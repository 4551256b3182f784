import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OPGEVEN_NA_MS, volgendePoging } from './bezorgplan.ts'

test('S-44: steeds langer wachten met spreiding, hooguit 6 uur ertussen, en na 72 uur opgeven', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 80, maxLength: 80 }), (toevallen) => {
    let nuMs = 1_000
    const wachten: number[] = []
    for (const [i, toeval] of toevallen.entries()) {
      const volgende = volgendePoging({ pogingen: i + 1, eersteMs: 1_000, nuMs, toeval })
      if (volgende === undefined) break
      wachten.push(volgende - nuMs)
      nuMs = volgende
    }
    expect(wachten[0]).toBeGreaterThanOrEqual(2_500)
    expect(wachten[0]).toBeLessThanOrEqual(5_000)
    for (const [i, wacht] of wachten.entries()) {
      const vol = Math.min(6 * 3_600_000, 5_000 * 2 ** i)
      expect(wacht).toBeGreaterThanOrEqual(Math.floor(vol / 2))
      expect(wacht).toBeLessThanOrEqual(vol)
    }
    expect(nuMs - 1_000).toBeLessThanOrEqual(OPGEVEN_NA_MS)
    // Er wordt tot kort voor de grens geprobeerd, niet na een paar keer opgegeven.
    expect(nuMs - 1_000).toBeGreaterThan(OPGEVEN_NA_MS - 6 * 3_600_000)
  }))
})

test('S-44: vraagt de ontvanger te wachten, dan wachten wij, maar nooit langer dan 6 uur', () => {
  const basis = { pogingen: 1, eersteMs: 0, nuMs: 0, toeval: 1 }
  expect(volgendePoging({ ...basis, gevraagdMs: 60_000 })).toBe(60_000)
  expect(volgendePoging({ ...basis, gevraagdMs: 1_000 })).toBe(5_000)
  expect(volgendePoging({ ...basis, gevraagdMs: 999_999_999 })).toBe(6 * 3_600_000)
})
