import { describe, expect, test } from 'vitest'
import { maakToeval } from './toeval.ts'

describe('toeval', () => {
  test('dezelfde getallen geven op elke machine dezelfde stroom', () => {
    const toeval = maakToeval(7, 1, 42)
    // Vastgelegd: verandert dit, dan verandert elke regio van elk zaad.
    expect([1, 2, 3, 4, 5].map(() => toeval.tussen(0, 999_999))).toEqual(VAST)
  })

  test('een buurman of een ander zaad geeft een andere stroom, ook boven 32 bits', () => {
    const eerste = (...getallen: number[]): number => maakToeval(...getallen).deel()
    expect(new Set([eerste(7, 1, 42), eerste(7, 1, 43), eerste(8, 1, 42), eerste(7, 2, 42), eerste(7 + 2 ** 40, 1, 42)]).size).toBe(5)
  })

  test('tussen raakt beide grenzen en komt er niet buiten; kansen kloppen ongeveer', () => {
    const toeval = maakToeval(1)
    const worpen = Array.from({ length: 12_000 }, () => toeval.tussen(1, 6))
    for (let ogen = 1; ogen <= 6; ogen += 1) expect(worpen.filter((worp) => worp === ogen).length).toBeGreaterThan(1_800)
    expect(worpen.every((worp) => worp >= 1 && worp <= 6)).toBe(true)
    const gewogen = Array.from({ length: 10_000 }, () => toeval.gewogen([[90, 'a'], [10, 'b'], [0, 'c']] as const))
    expect(gewogen.filter((letter) => letter === 'b').length).toBeGreaterThan(850)
    expect(gewogen.filter((letter) => letter === 'b').length).toBeLessThan(1_150)
    expect(gewogen).not.toContain('c')
  })

  test('uit niets valt niets te kiezen', () => {
    expect(() => maakToeval(1).kies([])).toThrow('lege lijst')
    expect(() => maakToeval(1).gewogen([])).toThrow('minstens een regel')
  })
})

const VAST = [899_264, 348_699, 810_104, 574_532, 947_411]
