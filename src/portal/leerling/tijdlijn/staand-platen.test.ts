import { describe, expect, it } from 'vitest'
import { ruimsteVak } from './staand-platen.ts'

describe('het woord op de fasekolom van de telefoon', () => {
  it('staat in het midden als er niets is', () => {
    expect(ruimsteVak(100, 300, [])).toEqual({ midden: 200, hoog: 200 })
  })
  it('wijkt uit naar het grootste vrije stuk', () => {
    expect(ruimsteVak(100, 300, [250])).toEqual({ midden: 168.5, hoog: 137 })
    expect(ruimsteVak(100, 300, [100, 180])).toEqual({ midden: 246.5, hoog: 107 })
  })
  it('rekent overlappende spelden niet dubbel en geeft niets als het vol is', () => {
    expect(ruimsteVak(100, 120, [105, 112]).hoog).toBeLessThanOrEqual(0)
  })
  it('een speld buiten het vlak doet niet mee', () => {
    expect(ruimsteVak(100, 300, [50, 350])).toEqual({ midden: 200, hoog: 200 })
  })
})
