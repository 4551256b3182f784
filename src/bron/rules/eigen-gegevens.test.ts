import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Leveraar, magGedeeldeGegevensVeranderen } from './eigen-gegevens.ts'

const CLAIMER: Leveraar = { brin: '12VB', isDuo: false, geleverdDoor: '11VA', elderGeregistreerd: true, elderIngeschreven: false, zagAlles: false }

describe('Z-02, P-05: wie de gedeelde persoonsgegevens verandert', () => {
  it.each<[string, Partial<Leveraar>, boolean]>([
    ['een andere school, ook als er nergens meer een inschrijving loopt: nee', {}, false],
    ['een andere school, als DUO of het systeem ze leverde: nee', { geleverdDoor: null }, false],
    ['DUO: ja', { isDuo: true }, true],
    ['de school die ze leverde: ja', { geleverdDoor: '12VB' }, true],
    ['de enige school die iets over de persoon registreerde: ja', { elderGeregistreerd: false }, true],
    ['een partner van alle andere scholen, als daar niets meer loopt: ja', { zagAlles: true }, true],
    ['een partner, terwijl er elders nog een inschrijving loopt: nee', { zagAlles: true, elderIngeschreven: true }, false],
  ])('%s', (_wat, anders, mag) => {
    expect(magGedeeldeGegevensVeranderen({ ...CLAIMER, ...anders })).toBe(mag)
  })
  it('een school met alleen een eigen levering verandert nooit wat een ander leverde', () => {
    fc.assert(fc.property(fc.option(fc.constantFrom('11VA', '21MB')), fc.boolean(), (geleverdDoor, elderIngeschreven) => {
      expect(magGedeeldeGegevensVeranderen({ ...CLAIMER, geleverdDoor, elderIngeschreven })).toBe(false)
    }))
  })
})
