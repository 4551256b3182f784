import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBsn, isOnderwijsnummer } from '../../kern/persoonsnummer.ts'
import { foutPersoonsnummer, MEESTE_STUDENTEN, NIEMANDS_NUMMER, persoonsnummerVan } from './persoonsnummers.ts'

const student = fc.integer({ min: 0, max: MEESTE_STUDENTEN - 1 })

describe('S-96: nummers die niemand heeft', () => {
  test('elk nummer haalt een van de twee elfproeven, en ligt in een bereik dat niet wordt uitgegeven', () => {
    expect(() => fc.assert(fc.property(student, (i) => {
      const nummer = persoonsnummerVan(i)
      // Een BSN alleen in het proefbereik 9999; een onderwijsnummer begint met 9, terwijl uitgegeven nummers met 10 beginnen.
      if (isBsn(nummer)) return nummer.startsWith('9999') && !isOnderwijsnummer(nummer)
      return isOnderwijsnummer(nummer) && /^9(?!999)/.test(nummer)
    }), { numRuns: 5_000 })).not.toThrow()
  })

  test('geen twee studenten delen een nummer, en niemand heeft dat van niemand', () => {
    const nummers = new Set<string>()
    for (let i = 0; i < MEESTE_STUDENTEN; i += 1) {
      // De hele eerste honderdduizend, en daarna rond elke overgang naar een nieuwe reeks.
      if (i < 100_000 || i % 998_983 < 2_000) {
        const nummer = persoonsnummerVan(i)
        expect(nummers.has(nummer), nummer).toBe(false)
        nummers.add(nummer)
      }
    }
    expect(nummers.has(NIEMANDS_NUMMER)).toBe(false)
    expect(isOnderwijsnummer(NIEMANDS_NUMMER)).toBe(true)
  })

  test('de verzonnen regio in wereld/ (9999 tot 99996) houdt haar eigen nummers', () => {
    for (let i = 0; i < 10_000; i += 1) expect(persoonsnummerVan(i) < '999900000' || persoonsnummerVan(i) >= '999960000').toBe(true)
  })

  test('een fout nummer heeft negen cijfers en haalt geen van beide elfproeven', () => {
    expect(() => fc.assert(fc.property(student, (i) => {
      const fout = foutPersoonsnummer(persoonsnummerVan(i))
      return /^\d{9}$/.test(fout) && !isBsn(fout) && !isOnderwijsnummer(fout)
    }), { numRuns: 2_000 })).not.toThrow()
  })
})
