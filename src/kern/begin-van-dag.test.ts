import { describe, expect, it } from 'vitest'
import { beginVanDag, datum, datumInNederland, vanDagnummer, dagnummer } from './datum.ts'

describe('beginVanDag', () => {
  it('T-20: is 00:00 in Nederland, ook op de dagen dat de klok verspringt', () => {
    expect(beginVanDag(datum('2027-02-01'))).toBe('2027-01-31T23:00:00.000Z')
    expect(beginVanDag(datum('2027-03-28'))).toBe('2027-03-27T23:00:00.000Z')
    expect(beginVanDag(datum('2027-03-29'))).toBe('2027-03-28T22:00:00.000Z')
    expect(beginVanDag(datum('2026-10-25'))).toBe('2026-10-24T22:00:00.000Z')
    expect(beginVanDag(datum('2026-10-26'))).toBe('2026-10-25T23:00:00.000Z')
  })

  it('T-20: op elke dag van 2000 tot 2050 hoort het moment bij die dag en een milliseconde ervoor bij de vorige', () => {
    const eerste = dagnummer(datum('2000-01-01'))
    const laatste = dagnummer(datum('2050-12-31'))
    const dagen = Array.from({ length: laatste - eerste + 1 }, (_, i) => eerste + i)
    const fout = dagen.filter((nummer) => {
      const begin = Date.parse(beginVanDag(vanDagnummer(nummer)))
      return datumInNederland(new Date(begin)) !== vanDagnummer(nummer) || datumInNederland(new Date(begin - 1)) !== vanDagnummer(nummer - 1)
    })
    expect(fout).toEqual([])
  })
})
