import { describe, expect, test } from 'vitest'
import { csrfVan, klopt, leesKoekje, nieuweSessie, schrijfKoekje } from './sessie.ts'

const SLEUTEL = Buffer.alloc(32, 1)
const NU = Date.UTC(2026, 10, 24)
const kop = (koekje: string) => koekje.split(';')[0] ?? ''

describe('sessie', () => {
  test('komt terug zoals hij is geschreven, tot 8 uur later', () => {
    const sessie = nieuweSessie('fatima', NU)
    const koekje = kop(schrijfKoekje(sessie, SLEUTEL, false))
    expect(leesKoekje(koekje, SLEUTEL, NU + 8 * 3_600_000 - 1)).toEqual(sessie)
    expect(leesKoekje(koekje, SLEUTEL, NU + 8 * 3_600_000)).toBeUndefined()
  })
  test('een gewijzigde inhoud of een andere sleutel telt niet', () => {
    const koekje = kop(schrijfKoekje(nieuweSessie('fatima', NU), SLEUTEL, false))
    const [, handtekening] = koekje.split('.')
    const vals = Buffer.from(JSON.stringify({ ...nieuweSessie('joris', NU) })).toString('base64url')
    expect(leesKoekje(`leerroute-sessie=${vals}.${handtekening}`, SLEUTEL, NU)).toBeUndefined()
    expect(leesKoekje(koekje, Buffer.alloc(32, 2), NU)).toBeUndefined()
    expect(leesKoekje('leerroute-sessie=rommel', SLEUTEL, NU)).toBeUndefined()
    expect(leesKoekje(undefined, SLEUTEL, NU)).toBeUndefined()
  })
  test('het bewijs van een formulier is geen handtekening onder een koekje', () => {
    const sessie = nieuweSessie('fatima', NU)
    expect(leesKoekje(`leerroute-sessie=csrf:${sessie.id}.${csrfVan(sessie, SLEUTEL)}`, SLEUTEL, NU)).toBeUndefined()
  })
  test('staat op HttpOnly en SameSite, en op Secure achter https', () => {
    expect(schrijfKoekje(nieuweSessie('x', NU), SLEUTEL, true)).toMatch(/; HttpOnly; SameSite=Lax; .*; Secure$/)
  })
  test('het bewijs in een formulier hoort bij één sessie', () => {
    const [een, ander] = [nieuweSessie('x', NU), nieuweSessie('x', NU)]
    expect(klopt(csrfVan(een, SLEUTEL), een, SLEUTEL)).toBe(true)
    expect(klopt(csrfVan(een, SLEUTEL), ander, SLEUTEL)).toBe(false)
    expect(klopt(undefined, een, SLEUTEL)).toBe(false)
  })
})
