import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grofNetwerkVan, maakGrens, maakLimiet, netwerkVan, organisatieVan } from './limiet.ts'

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

describe('S-18: de grens per organisatie', () => {
  test('S-18: veel accounts samen doen niet meer dan drie keer wat een account mag, en wie niet mag verliest zelf niets', () => {
    const grens = maakGrens(10)
    const eerste = Array.from({ length: 30 }, (_, i) => grens({ aanroeper: `a${i}`, organisatie: 'school' }, 0))
    expect(eerste.every((uit) => uit === undefined)).toBe(true)
    expect(grens({ aanroeper: 'a31', organisatie: 'school' }, 0)).toEqual({ van: 'organisatie', seconden: 2 })
    expect(grens({ aanroeper: 'a31', organisatie: 'ander' }, 0)).toBeUndefined()
    for (let i = 0; i < 9; i += 1) expect(grens({ aanroeper: 'a31' }, 0)).toBeUndefined()
    expect(grens({ aanroeper: 'a31' }, 0)).toEqual({ van: 'aanroeper', seconden: 6 })
  })
  test('zonder organisatie tellen de scholen; wie nergens iets mag telt alleen zelf', () => {
    expect(organisatieVan({ organisatieId: 'o', rollen: [{ rol: 'raadplegen', brin: '11VA' }] })).toBe('o')
    expect(organisatieVan({ rollen: [{ rol: 'verzuim', brin: '21MB' }, { rol: 'raadplegen', brin: '11VA' }, { rol: 'verzuim', brin: '11VA' }] })).toBe('11VA 21MB')
    expect(organisatieVan({ rollen: [] })).toBeUndefined()
  })
})

test('S-18: van IPv6 telt het netwerk, zodat een blok adressen niet meer mag dan een adres', () => {
  expect(['192.0.2.7', '::ffff:192.0.2.7', '2001:db8:0:7::1', '2001:DB8:0000:0007:aaaa:bbbb:cccc:dddd', '2001:db8::8', '::1'].map(netwerkVan)).toEqual(['192.0.2.7', '192.0.2.7', '2001:db8:0:7::/64', '2001:db8:0:7::/64', '2001:db8:0:0::/64', '0:0:0:0::/64'])
})

test('S-18: een rij bij drukte deel je met je /24 of je /48', () => {
  expect(['192.0.2.7', '::ffff:192.0.2.250', '2001:db8:7:1::1', '2001:DB8:0007:ffff::2', '2001:db8::8', '::1'].map(grofNetwerkVan)).toEqual(['192.0.2.0/24', '192.0.2.0/24', '2001:db8:7::/48', '2001:db8:7::/48', '2001:db8:0::/48', '0:0:0::/48'])
})
