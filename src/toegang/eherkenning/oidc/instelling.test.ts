import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { leesOidcInstelling } from './instelling.ts'

const TERUG = 'https://leerroute.example/inloggen/terug'
let sleutel: JWK
beforeAll(async () => {
  const { privateKey } = await generateKeyPair('PS256', { extractable: true })
  sleutel = { ...(await exportJWK(privateKey)), kid: 'leerroute-1' }
})

const lees = (anders: Readonly<Record<string, unknown>> = {}) => leesOidcInstelling({
  protocol: 'OIDC', issuer: 'https://makelaar.example', clientId: 'leerroute', serviceUuid: '11111111-2222-4333-8444-555555555555', sleutel, ...anders,
}, TERUG)

describe('het makelaarbestand voor OIDC', () => {
  it('heeft aan vijf velden genoeg', async () => {
    expect(await lees()).toMatchObject({ ok: true, waarde: { issuer: 'https://makelaar.example', redirectAdres: TERUG, ondertekening: 'PS256', profiel: { naam: 'etoegang' }, opLoopback: false } })
  })

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['issuer', { issuer: 'http://makelaar.example' }], ['issuer', { issuer: 'https://makelaar.example/?x=1' }], ['issuer', { issuer: undefined }],
    ['clientId', { clientId: '' }], ['serviceUuid', { serviceUuid: 'geen-uuid' }], ['serviceUuid', { serviceUuid: '11111111-2222-4333-8444-55555555555A' }],
    ['ondertekening', { ondertekening: 'none' }], ['ondertekening', { ondertekening: 'HS256' }],
    ['profiel', { profiel: 'onbekend' }], ['profiel', { profiel: { basis: 'etoegang', standaardniveau: 'EH3' } }], ['profiel', { profiel: { basis: 'etoegang', niveau: { pad: ['acr'], tabel: { x: 'EH9' } } } }], ['profiel', { profiel: '__proto__' }],
    ['acrWaarden', { acrWaarden: [] }], ['acrWaarden', { acrWaarden: ['met spatie'] }],
    ['sleutel', { sleutel: undefined }], ['sleutel', { sleutel: { kty: 'RSA', kid: 'x', n: 'AQAB', e: 'AQAB' } }],
    ['metadataSleutels', { metadataSleutels: [{ kty: 'oct', k: 'AAAA', kid: 'x' }] }], ['metadataSleutels', { metadataSleutels: [{ kty: 'RSA', kid: 'x', n: 'AQAB', e: 'AQAB', d: 'AQAB' }] }],
    ['standaardniveau', { standaardniveau: 'EH3' }],
  ])('A-10, A-04: weigert een verkeerd veld %s, zonder de waarde te noemen', async (veld, anders) => {
    const uitkomst = await lees(anders)
    expect(uitkomst.ok ? [] : uitkomst.reden.map((fout) => fout.veld)).toEqual([veld])
    expect(JSON.stringify(uitkomst)).not.toContain(sleutel.d)
  })

  it('weigert een te korte sleutel', async () => {
    const { generateKeyPairSync } = await import('node:crypto')
    const kort = { ...generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'jwk' }), kid: 'kort' }
    expect(await lees({ sleutel: kort })).toMatchObject({ ok: false, reden: [{ veld: 'sleutel' }] })
  })

  it('een eigen profiel wijkt alleen af in namen en tabellen', async () => {
    const uitkomst = await lees({ profiel: { basis: 'signicat', niveau: { pad: ['loa'], tabel: { hoog: 'EH4' } }, vestigingsnummer: ['vestiging', 'nummer'] } })
    expect(uitkomst).toMatchObject({ ok: true, waarde: { profiel: { niveau: { tabel: { hoog: 'EH4' } }, vestigingsnummer: ['vestiging', 'nummer'], persoon: { pad: ['eherkenningPseudo'] } } } })
  })
})
