import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakOidcAansluiting } from './aansluiting.ts'
import { type Nepmakelaar, startNepmakelaar } from './fixtures/nepmakelaar.ts'
import { maakVerbinding } from './verbinding.ts'

let makelaar: Nepmakelaar
let gegevens: Nepmakelaar['gegevens']
beforeAll(async () => {
  makelaar = await startNepmakelaar()
  gegevens = makelaar.gegevens
})
afterAll(() => makelaar.weg())

const UUR = 60 * 60 * 1000
const MINUUT = 60 * 1000

function metAdres(naam: string): Nepmakelaar['gegevens'] {
  return { ...gegevens, authorization_endpoint: `${makelaar.issuer}/${naam}` }
}

describe('de gegevens van de makelaar', () => {
  it('worden een uur bewaard en daarna ververst', async () => {
    let klok = 0
    const verbinding = maakVerbinding(makelaar.instelling, () => klok)
    const adres = async () => (await verbinding.haal()).serverMetadata().authorization_endpoint?.split('/').at(-1)
    makelaar.gegevens = metAdres('eerst')
    expect(await adres()).toBe('eerst')
    makelaar.gegevens = metAdres('later')
    klok = UUR - 1
    expect(await adres()).toBe('eerst')
    klok = UUR
    expect(await adres()).toBe('later')
  })

  it('blijven staan als de makelaar bij het verversen weg is, en worden een minuut later weer gevraagd', async () => {
    let klok = 0
    const verbinding = maakVerbinding(makelaar.instelling, () => klok)
    makelaar.gegevens = metAdres('goed')
    const eerste = await verbinding.haal()
    makelaar.gegevens = null
    klok = UUR
    expect(await verbinding.haal()).toBe(eerste)
    makelaar.gegevens = metAdres('terug')
    expect(await verbinding.haal()).toBe(eerste)
    klok = UUR + MINUUT
    expect((await verbinding.haal()).serverMetadata().authorization_endpoint).toContain('/terug')
  })

  it('worden een keer gehaald voor wie tegelijk komt', async () => {
    makelaar.gegevens = metAdres('samen')
    const verbinding = maakVerbinding(makelaar.instelling)
    const gehaald = await Promise.all(Array.from({ length: 20 }, () => verbinding.haal()))
    expect(new Set(gehaald).size).toBe(1)
    // Elk verzoek aan de makelaar heeft een grens.
    expect(gehaald[0]?.timeout).toBe(8)
  })

  it('A-07: http mag alleen bij de proefmakelaar', async () => {
    makelaar.gegevens = gegevens
    await expect(maakVerbinding({ ...makelaar.instelling, opLoopback: false }).haal()).rejects.toThrow('only requests to HTTPS are allowed')
  })

  it('A-03: gegevens die ineens een andere issuer noemen, vervangen de goede niet', async () => {
    let klok = 0
    makelaar.gegevens = gegevens
    const verbinding = maakVerbinding(makelaar.instelling, () => klok)
    const goed = await verbinding.haal()
    makelaar.gegevens = { ...gegevens, issuer: 'http://127.0.0.1:1' }
    klok = UUR
    expect(await verbinding.haal()).toBe(goed)
  })
})

describe('ondertekende gegevens van de makelaar', () => {
  const met = () => ({ ...makelaar.instelling, metadataSleutels: [makelaar.openbareSleutel] })
  const onderteken = (inhoud: object, issuer = makelaar.issuer) => new SignJWT({ ...inhoud }).setProtectedHeader({ alg: 'PS256', kid: 'makelaar-1' }).setIssuer(issuer).sign(makelaar.sleutel)
  const begin = () => maakOidcAansluiting(() => Promise.resolve(met())).begin(new Date())

  it('A-03: met een sleutel tellen alleen de ondertekende adressen, niet die ernaast', async () => {
    makelaar.gegevens = { ...metAdres('vervalst'), signed_metadata: await onderteken(metAdres('echt') ?? {}) }
    expect((await maakVerbinding(met()).haal()).serverMetadata().authorization_endpoint).toContain('/echt')
    expect((await begin()).ok).toBe(true)
  })

  it.each<[string, () => Promise<string | undefined>]>([
    ['ontbreken', () => Promise.resolve(undefined)],
    ['van een ander zijn', async () => (await onderteken(metAdres('echt') ?? {})).replace(/.{10}$/, 'AAAAAAAAAA')],
    ['een andere issuer noemen', () => onderteken(metAdres('echt') ?? {}, 'https://ander.example')],
    ['niet ondertekend zijn', () => Promise.resolve(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.`)],
  ])('A-03, A-04: een makelaar waarvan ze %s, wordt niet gebruikt', async (_naam, maak) => {
    makelaar.gegevens = { ...gegevens, signed_metadata: await maak() }
    expect(await begin()).toEqual({ ok: false, reden: { soort: 'ONGELDIG', code: 'OIDC-GEGEVENS-HANDTEKENING' } })
  })
})
