import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakAansluiting } from './aansluiting.ts'
import { leesConfig } from './config.ts'

const map = mkdtempSync(join(tmpdir(), 'leerroute-makelaar-'))
afterAll(() => rmSync(map, { recursive: true, force: true }))
let sleutel: JWK
beforeAll(async () => {
  sleutel = { ...(await exportJWK((await generateKeyPair('PS256', { extractable: true })).privateKey)), kid: 'leerroute-1' }
})

const PRODUCTIE = { LEERROUTE_MODUS: 'productie', LEERROUTE_BASIS_URL: 'https://leerroute.example' }

function maak(omgeving: Readonly<Record<string, string>>, inhoud?: string | object, rechten = 0o600) {
  const pad = join(map, 'makelaar.json')
  if (inhoud !== undefined) {
    writeFileSync(pad, typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud))
    chmodSync(pad, rechten)
  }
  const config = leesConfig({ ...omgeving, ...(inhoud === undefined ? {} : { LEERROUTE_MAKELAAR_BESTAND: pad }) })
  if (!config.ok) throw new Error(JSON.stringify(config.reden))
  return maakAansluiting(config.waarde, () => undefined)
}

const oidc = (anders: object = {}) => ({ protocol: 'OIDC', issuer: 'https://makelaar.example', clientId: 'leerroute', serviceUuid: '11111111-2222-4333-8444-555555555555', sleutel, ...anders })

describe('welke makelaar', () => {
  it('zonder bestand is er in productie geen, en dat staat in de waarschuwingen', async () => {
    expect((await maak(PRODUCTIE)).inlog).toBeUndefined()
    const config = leesConfig(PRODUCTIE)
    expect(config.ok && config.waarde.waarschuwingen.join('\n')).toContain('LEERROUTE_MAKELAAR_BESTAND ontbreekt')
  })

  it('zonder bestand is er in ontwikkeling de proefmakelaar, maar niet op een server die van buiten te bereiken is', async () => {
    const proef = await maak({})
    expect([proef.inlog?.protocol, proef.medewerkers.length > 20]).toEqual(['OIDC', true])
    const open = await maak({ HOST: '0.0.0.0' })
    expect([open.inlog, open.medewerkers]).toEqual([undefined, []])
    expect((await maak({ LEERROUTE_BASIS_URL: 'https://leerroute.example' })).inlog).toBeUndefined()
  })

  it('met een bestand is het die makelaar, ook in ontwikkeling', async () => {
    expect((await maak(PRODUCTIE, oidc())).inlog?.protocol).toBe('OIDC')
    expect((await maak({}, oidc({ profiel: 'signicat' }))).inlog?.protocol).toBe('OIDC')
  })

  it.each<[string, string | object, string]>([
    ['een ander protocol', { protocol: 'LDAP' }, 'protocol: moet OIDC of SAML zijn'],
    ['geen JSON', '{"sleutel": "geheim-stuk', 'het bestand is geen JSON-object'],
    ['een verkeerd veld', { protocol: 'OIDC', issuer: 'http://makelaar.example' }, 'issuer: moet het https-adres'],
    ['een leeg SAML-bestand', { protocol: 'SAML' }, 'LEERROUTE_MAKELAAR_BESTAND'],
  ])('weigert %s met uitleg, en zonder inhoud van het bestand', async (_naam, inhoud, uitleg) => {
    await expect(maak(PRODUCTIE, inhoud)).rejects.toThrow(uitleg)
    await expect(maak(PRODUCTIE, inhoud)).rejects.not.toThrow('geheim-stuk')
  })

  it('weigert in productie een bestand dat anderen kunnen lezen', async () => {
    await expect(maak(PRODUCTIE, oidc(), 0o640)).rejects.toThrow('Zet de rechten op 0600')
    expect((await maak({}, oidc(), 0o640)).inlog?.protocol).toBe('OIDC')
  })

  it('weigert een bestand dat er niet is', async () => {
    await expect(maak({ LEERROUTE_MAKELAAR_BESTAND: join(map, 'bestaat-niet.json') })).rejects.toThrow('het bestand is er niet')
  })
})

it('LEERROUTE_MAKELAAR_POORT is een poort', () => {
  expect(leesConfig({ LEERROUTE_MAKELAAR_POORT: '70000' })).toMatchObject({ ok: false, reden: [{ instelling: 'LEERROUTE_MAKELAAR_POORT' }] })
  expect(leesConfig({ LEERROUTE_MAKELAAR_POORT: '8099' })).toMatchObject({ ok: true, waarde: { makelaarPoort: 8099 } })
})
