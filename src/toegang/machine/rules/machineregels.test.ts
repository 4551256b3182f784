import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { magErgens } from '../../mag-ergens.ts'
import type { Recht } from '../../actor.ts'
import { controleerAssertie } from './assertie.ts'
import { leesOin, magOin } from './oin.ts'
import { leesScopes, rollenVan, SCOPEBETEKENIS, SCOPES, scopesVoor } from './scopes.ts'
import { leesTokeninhoud, maakTokeninhoud } from './tokeninhoud.ts'

describe('OIN', () => {
  test.each([
    ['00000001001562264000', undefined], ['00000001123456782000', 'RSIN'], ['00000001123456789000', undefined], ['00000003123456780000', 'KVK'], ['00000003123456780001', undefined],
    ['00000004000000012345', 'SUBOIN'], ['00000007000021MB0000', 'BRIN'], ['0000000700021MB0000', undefined], ['00000007000021mb0000', undefined], ['00000099000000010000', 'PROEF'],
    ['0000009900000001000', undefined], ['000000990000000100000', undefined], [' 00000099000000010000', undefined], ['00000099000000010000\n', undefined], ['00000005123456780000', undefined], ['', undefined],
  ] as const)('M-05, S-20: %j is %s', (tekst, soort) => {
    expect(leesOin(tekst)?.soort).toBe(soort)
  })
  test('M-05: een OIN om te proberen werkt niet in productie, een echt OIN wel', () => {
    const [proef, echt] = [leesOin('00000099000000010000'), leesOin('00000003123456780000')]
    if (proef === undefined || echt === undefined) throw new Error('onleesbaar')
    expect([magOin(proef, true), magOin(proef, false), magOin(echt, true)]).toEqual([false, true, true])
  })
  test('M-05: wat geen 20 tekens met een bekend voorvoegsel is, is nooit een OIN', () => {
    fc.assert(fc.property(fc.string({ maxLength: 30 }), (tekst) => {
      expect(leesOin(tekst) === undefined || /^000000(01|03|04|07|99)[0-9A-Z]{12}$/.test(tekst)).toBe(true)
    }))
  })
})

describe('scopes', () => {
  const scholen = [{ brin: '21MB', sectoren: ['MBO'] }, { brin: '11VA', sectoren: ['VO'] }, { brin: '99ZZ', sectoren: [] }] as const
  test.each(['*', 'bron:*', '', ' ', 'bron:lezen ', 'bron:lezen bron:lezen', 'bron:lezen,rio:lezen', 'BRON:LEZEN', 'openid'])('M-07: %j is geen lijst van scopes; een sterretje bestaat niet', (tekst) => {
    expect(leesScopes(tekst)).toBeUndefined()
  })
  test('M-07: de scopes zijn precies die van de lijst', () => {
    expect(SCOPES).toEqual(['rio:lezen', 'rio:aanbod:schrijven', 'bron:vo:inschrijven', 'bron:mbo:inschrijven', 'bron:lezen', 'verzuim:melden'])
  })
  test('M-07: een scope geeft een rol bij elke school van de sector, en nergens anders', () => {
    expect(rollenVan(['bron:mbo:inschrijven'], scholen)).toEqual([{ rol: 'bron-inschrijving-mbo', brin: '21MB' }])
    expect(rollenVan(['bron:vo:inschrijven'], scholen)).toEqual([{ rol: 'bron-inschrijving-vo', brin: '11VA' }])
    expect(rollenVan(['bron:lezen'], scholen).map(({ brin }) => brin)).toEqual(['21MB', '11VA', '99ZZ'])
    expect(rollenVan(['rio:lezen'], scholen)).toEqual([])
    expect(rollenVan(SCOPES, [])).toEqual([])
  })
  test('M-07: geen scope geeft beheer, of inzage in persoonsnummers', () => {
    const rollen = rollenVan(SCOPES, scholen)
    expect(rollen.map(({ rol }) => rol)).not.toContain('bsn-inzien')
    expect(scopesVoor('organisatie:schrijven')).toEqual([])
    expect(scopesVoor('koppeling:beheren')).toEqual([])
  })
  test('M-07: wat een scope volgens het document bereikt, is wat mag() ervan vindt', () => {
    const rechten: readonly Recht[] = ['deelnemer:lezen', 'bestand:ophalen', 'inschrijving:schrijven', 'aanbod:schrijven', 'afspraak:schrijven', 'verzuim:schrijven', 'organisatie:schrijven', 'signaal:afhandelen', 'abonnement:beheren', 'koppeling:beheren']
    for (const recht of rechten) {
      for (const scope of SCOPES) {
        const rollen = rollenVan([scope], [{ brin: '21MB', sectoren: ['VO', 'MBO'] }])
        expect(scopesVoor(recht).includes(scope), `${scope} ${recht}`).toBe(rollen.length > 0 && magErgens({ id: 'm', soort: 'school', rollen }, recht))
      }
    }
    expect(scopesVoor('verzuim:schrijven')).toEqual(['verzuim:melden'])
    for (const scope of SCOPES) expect(SCOPEBETEKENIS[scope].uitleg).toMatch(/^[A-Z].*\.$/)
  })
})

describe('client assertion', () => {
  const NU = 1_800_000_000
  const eisen = { clientId: 'c1', ontvangers: ['https://as.example', 'https://as.example/oauth/token'], nu: NU }
  const goed = { iss: 'c1', sub: 'c1', aud: 'https://as.example/oauth/token', iat: NU, exp: NU + 60, jti: 'a'.repeat(22) }
  test.each([
    ['M-04: een andere iss', { iss: 'c2' }, 'iss'], ['M-04: een andere sub', { sub: 'c2' }, 'sub'], ['M-04: iss als lijst', { iss: ['c1'] }, 'iss'],
    ['M-04: aud van een ander', { aud: 'https://ander.example' }, 'aud'], ['M-04: aud als begin van het adres', { aud: 'https://as.example/oauth' }, 'aud'], ['M-04: aud met een streep erachter', { aud: 'https://as.example/' }, 'aud'],
    ['M-04: aud als lijst van twee', { aud: ['https://as.example', 'https://ander.example'] }, 'aud'], ['M-04: aud als lijst van twee keer wij', { aud: ['https://as.example', 'https://as.example'] }, 'aud'], ['M-04: aud als lege lijst', { aud: [] }, 'aud'],
    ['M-04: aud als lijst in een lijst', { aud: [['https://as.example']] }, 'aud'], ['M-04: zonder aud', { aud: undefined }, 'aud'],
    ['M-04: verlopen, net buiten de speling', { exp: NU - 30, iat: NU - 60 }, 'exp'], ['M-04: zonder exp', { exp: undefined }, 'exp'], ['M-04: exp als tekst', { exp: String(NU + 60) }, 'exp'],
    ['M-04: 61 seconden geldig', { exp: NU + 61 }, 'te-lang-geldig'], ['M-04: exp voor iat', { iat: NU + 10, exp: NU + 5 }, 'te-lang-geldig'],
    ['M-04: iat in de toekomst', { iat: NU + 31, exp: NU + 60 }, 'iat'], ['M-04: zonder iat', { iat: undefined }, 'iat'], ['M-04: nbf in de toekomst', { nbf: NU + 31 }, 'nbf'],
    ['M-04: jti van 21 tekens', { jti: 'a'.repeat(21) }, 'jti'], ['M-04: zonder jti', { jti: undefined }, 'jti'], ['M-04: jti als getal', { jti: 1234567890 }, 'jti'],
  ])('%s: %j', (_naam, anders, fout) => {
    expect(controleerAssertie({ ...goed, ...anders }, eisen)).toBe(fout)
  })
  test.each([['precies goed', {}], ['verlopen binnen de speling van 30 s', { exp: NU - 29, iat: NU - 60 }], ['klok 30 s voor', { iat: NU + 30, exp: NU + 90 }], ['aud als uitgever', { aud: 'https://as.example' }], ['aud als lijst van een', { aud: ['https://as.example'] }], ['nbf nu', { nbf: NU }]])('M-04: %s gaat door', (_naam, anders) => {
    expect(controleerAssertie({ ...goed, ...anders }, eisen)).toMatchObject({ jti: goed.jti })
  })
  test('M-04: nooit gaat iets door dat langer leeft dan 60 s, of dat buiten de speling ligt', () => {
    const tijd = fc.integer({ min: NU - 200, max: NU + 200 })
    fc.assert(fc.property(tijd, tijd, (iat, exp) => {
      const uit = controleerAssertie({ ...goed, iat, exp }, eisen)
      const mag = exp > iat && exp - iat <= 60 && exp > NU - 30 && iat <= NU + 30
      expect(typeof uit === 'object').toBe(mag)
    }))
  })
})

describe('inhoud van een token', () => {
  const uuid = fc.uuid()
  const token = fc.record({ clientId: uuid, organisatieId: uuid, mandaatId: uuid, scopes: fc.uniqueArray(fc.constantFrom(...SCOPES), { minLength: 1 }) })
  test('M-01, M-02: wat erin gaat komt er zo weer uit', () => {
    fc.assert(fc.property(token, fc.option(fc.constant('A'.repeat(43)), { nil: undefined }), (inhoud, vingerafdruk) => {
      const heel = { ...inhoud, ...(vingerafdruk === undefined ? {} : { vingerafdruk }) }
      expect(leesTokeninhoud({ ...maakTokeninhoud(heel), sub: inhoud.clientId })).toEqual(heel)
    }))
  })
  test.each([['een cnf zonder vingerafdruk die wij kennen', { cnf: { jkt: 'x' } }], ['cnf als null', { cnf: null }], ['een andere sub', { sub: 'x' }], ['een scope die niet bestaat', { scope: 'bron:lezen *' }], ['zonder mandaat', { mandaat: undefined }]])('M-03: %s is geen los token maar geen token', (_naam, anders) => {
    const id = '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b'
    const goed = { ...maakTokeninhoud({ clientId: id, organisatieId: id, mandaatId: id, scopes: ['bron:lezen'] }), sub: id }
    expect(leesTokeninhoud(goed)).toBeDefined()
    expect(leesTokeninhoud({ ...goed, ...anders })).toBeUndefined()
  })
})
