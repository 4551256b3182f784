import { describe, expect, test } from 'vitest'
import { breekRegels, pasIn, tekstbreedte } from './tekstbreedte.ts'

describe('breedte van tekst zonder browser', () => {
  // Gemeten in Chromium met Source Sans 3 uit dit pakket.
  test.each([['Geïntegreerde leerroute', 14, false, 143], ['fase MBO', 14, true, 55]] as const)('%s', (tekst, grootte, vet, px) => {
    expect(Math.abs(tekstbreedte(tekst, grootte, vet) - px)).toBeLessThan(5)
  })
  test('wat niet past, wordt korter met een beletselteken', () => {
    const kort = pasIn('Interconfessionele Scholengemeenschap', 100, 14)
    expect(kort).toMatch(/^Interconf.*…$/)
    expect(tekstbreedte(kort, 14)).toBeLessThanOrEqual(100)
    expect(pasIn('Kok', 100, 14)).toBe('Kok')
  })
  test('een naam breekt op spaties, en de laatste regel eindigt op … als er meer was', () => {
    const regels = breekRegels('Groene Delta mbo, vestiging Zorg, Welzijn en Sport', 110, 14, 2)
    expect(regels[0]).toBe('Groene Delta mbo,')
    expect(regels).toHaveLength(2)
    expect(regels[1]).toMatch(/…$/)
  })
})
