import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, mag, type Recht, type Rol, systeemactor } from './actor.ts'

const ROLLEN: readonly Rol[] = ['rio-beheer', 'bron-inschrijving-vo', 'bron-inschrijving-mbo', 'raadplegen', 'verzuim']
const RECHTEN: readonly Recht[] = ['deelnemer:lezen', 'inschrijving:schrijven', 'aanbod:schrijven', 'afspraak:schrijven', 'verzuim:schrijven', 'organisatie:schrijven']
const school = (...rollen: Rol[]): Actor => ({ id: 'a', soort: 'school', rollen: rollen.map((rol) => ({ rol, brin: '11VA' })) })

describe('mag', () => {
  test('Z-01, Z-02: geen enkele rol bij de eigen school geeft iets bij een andere school', () => {
    fc.assert(fc.property(fc.subarray([...ROLLEN]), fc.constantFrom(...RECHTEN), fc.constantFrom('VO', 'VSO', 'MBO', undefined), (rollen, recht, sector) => {
      expect(mag(school(...rollen), recht, { brin: '12VB', ...(sector ? { sector } : {}) })).toBe(false)
    }))
  })

  test('toegang 4.2: vo schrijft geen mbo, mbo geen vo, raadplegen en verzuim schrijven geen inschrijvingen', () => {
    const schrijft = (rol: Rol, sector: 'VO' | 'VSO' | 'MBO') => mag(school(rol), 'inschrijving:schrijven', { brin: '11VA', sector })
    expect(ROLLEN.filter((rol) => schrijft(rol, 'VO'))).toEqual(['bron-inschrijving-vo'])
    expect(ROLLEN.filter((rol) => schrijft(rol, 'VSO'))).toEqual(['bron-inschrijving-vo'])
    expect(ROLLEN.filter((rol) => schrijft(rol, 'MBO'))).toEqual(['bron-inschrijving-mbo'])
    expect(ROLLEN.filter((rol) => mag(school(rol), 'inschrijving:schrijven', { brin: '11VA' }))).toEqual([])
  })

  test('DUO leest alles en schrijft niets van een school; een school registreert geen organisaties; het systeem mag alles', () => {
    const duo: Actor = { id: 'd', soort: 'duo', rollen: [] }
    expect(RECHTEN.filter((recht) => mag(duo, recht, { brin: '11VA', sector: 'VO' }))).toEqual(['deelnemer:lezen'])
    expect(mag(school(...ROLLEN), 'organisatie:schrijven', { brin: '11VA' })).toBe(false)
    expect(RECHTEN.every((recht) => mag(systeemactor('s'), recht, { brin: '11VA' }))).toBe(true)
  })
})
