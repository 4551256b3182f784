import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Moment } from '../../../kern/datum.ts'
import { laadNormen } from '../../../normen/index.ts'
import { leesOverstapgrenzen } from '../grenzen.ts'
import { beoordeelPoging, type Foutentelling, wachttijdSeconden } from './bewijsgrenzen.ts'

const GRENZEN = leesOverstapgrenzen(laadNormen(), '2026-11-24T10:00:00.000Z' as Moment)
const GEEN: Foutentelling = { opNaam: 0, opNaamOpRij: 0, laatsteFoutMs: null, opMiddel: 0, opOrganisatie: 0 }
const NU = Date.parse('2026-11-24T10:00:00Z')
const oordeel = (telling: Partial<Foutentelling>) => beoordeelPoging({ ...GEEN, ...telling }, GRENZEN, NU)

describe('T-12: grenzen aan het raden', () => {
  test('de grenzen zijn 5 per start en 10 per account', () => {
    expect([GRENZEN.bewijsfoutenPerStart, GRENZEN.bewijsfoutenPerAccount, GRENZEN.bewijsfoutenPerMiddel, GRENZEN.bewijsfoutenPerOrganisatie]).toEqual([5, 10, 20, 100])
  })
  test.each([
    ['account', { opNaam: 9 }, { opNaam: 10 }],
    ['middel', { opMiddel: 19 }, { opMiddel: 20 }],
    ['organisatie', { opOrganisatie: 99 }, { opOrganisatie: 100 }],
  ])('op de grens van %s stopt het, een fout eerder nog niet', (grens, eronder, erop) => {
    expect(oordeel(eronder)).toEqual({ soort: 'mag' })
    expect(oordeel(erop)).toEqual({ soort: 'te-vaak', grens })
  })
  test('na elke fout verdubbelt de wachttijd, tot een kwartier', () => {
    expect([0, 1, 2, 3, 4, 10, 11, 500].map((fouten) => wachttijdSeconden(fouten, GRENZEN.wachttijdMinuten))).toEqual([0, 1, 2, 4, 8, 512, 900, 900])
    expect(oordeel({ opNaam: 3, opNaamOpRij: 3, laatsteFoutMs: NU - 3_001 })).toEqual({ soort: 'wacht', seconden: 1 })
    expect(oordeel({ opNaam: 3, opNaamOpRij: 3, laatsteFoutMs: NU - 4_000 })).toEqual({ soort: 'mag' })
  })
  test('wie de genoemde seconden wacht, mag daarna weer', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 600_000 }), (fouten, geleden) => {
      const telling = { ...GEEN, opNaam: fouten, opNaamOpRij: fouten, laatsteFoutMs: NU - geleden }
      const nu = beoordeelPoging(telling, GRENZEN, NU)
      expect(beoordeelPoging(telling, GRENZEN, NU + (nu.soort === 'wacht' ? nu.seconden : 0) * 1000)).toEqual({ soort: 'mag' })
    }))
  })
})
