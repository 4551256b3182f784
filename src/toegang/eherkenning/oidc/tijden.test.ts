import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KLOKVERSCHIL_S, leesTijden } from './tijden.ts'

const NU_S = 1_795_000_000
const nu = new Date(NU_S * 1000)
const GOED = { iat: NU_S, exp: NU_S + 300, nbf: NU_S, auth_time: NU_S }
const lees = (anders: Readonly<Record<string, unknown>>, begonnen = NU_S) => {
  const uitkomst = leesTijden({ ...GOED, ...anders }, new Date(begonnen * 1000), nu)
  return uitkomst.ok ? 'goed' : uitkomst.reden.code
}

describe('A-08: de tijden van een bewijs', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['precies vijf minuten geldig', {}, 'goed'],
    ['een seconde langer', { exp: NU_S + 301 }, 'OIDC-TE-LANG-GELDIG'],
    ['eindigt voor het begint', { exp: NU_S }, 'OIDC-TE-LANG-GELDIG'],
    ['net niet verlopen, met klokverschil', { iat: NU_S - 290, exp: NU_S - 29, nbf: undefined, auth_time: NU_S - 30 }, 'goed'],
    ['verlopen op de seconde, met klokverschil', { iat: NU_S - 290, exp: NU_S - 30, nbf: undefined, auth_time: NU_S - 30 }, 'OIDC-VERLOPEN'],
    ['uitgegeven over 30 s', { iat: NU_S + 30, exp: NU_S + 60 }, 'goed'],
    ['uitgegeven over 31 s', { iat: NU_S + 31, exp: NU_S + 60 }, 'OIDC-TOEKOMST'],
    ['geldig vanaf over 31 s', { nbf: NU_S + 31 }, 'OIDC-TOEKOMST'],
    ['ingelogd over 31 s', { auth_time: NU_S + 31 }, 'OIDC-TOEKOMST'],
    ['een tijd als tekst', { iat: String(NU_S) }, 'OIDC-TIJD-ONTBREEKT'],
    ['een tijd met een breuk', { auth_time: NU_S + 0.5 }, 'OIDC-TIJD-ONTBREEKT'],
    ['geen einde', { exp: undefined }, 'OIDC-TIJD-ONTBREEKT'],
    ['nbf als tekst', { nbf: 'nu' }, 'OIDC-TIJD-ONTBREEKT'],
    ['oneindig', { exp: Number.POSITIVE_INFINITY }, 'OIDC-TIJD-ONTBREEKT'],
  ])('A-08: %s', (_naam, anders, verwacht) => {
    expect(lees(anders)).toBe(verwacht)
  })

  it('A-08: een inlog hoort na het begin, en is hooguit vijf minuten oud', () => {
    expect(lees({ auth_time: NU_S - 30 })).toBe('goed')
    expect(lees({ auth_time: NU_S - 31 })).toBe('OIDC-NIET-OPNIEUW-INGELOGD')
    expect(lees({ auth_time: NU_S - 330 }, NU_S - 600)).toBe('goed')
    expect(lees({ auth_time: NU_S - 331 }, NU_S - 600)).toBe('OIDC-INLOG-TE-OUD')
  })

  it('A-08: wat er ook in staat, goed is alleen een bewijs dat nu geldt en hooguit vijf minuten duurt', () => {
    const tijd = fc.integer({ min: NU_S - 1000, max: NU_S + 1000 })
    fc.assert(fc.property(tijd, tijd, fc.option(tijd, { nil: undefined }), tijd, tijd, (iat, exp, nbf, authTime, begonnen) => {
      if (lees({ iat, exp, nbf, auth_time: authTime }, begonnen) !== 'goed') return
      expect(exp - iat).toBeLessThanOrEqual(300)
      expect(Math.max(iat, nbf ?? iat, authTime)).toBeLessThanOrEqual(NU_S + KLOKVERSCHIL_S)
      expect(exp).toBeGreaterThan(NU_S - KLOKVERSCHIL_S)
      expect(authTime).toBeGreaterThanOrEqual(begonnen - KLOKVERSCHIL_S)
    }), { numRuns: 2000 })
  })
})
