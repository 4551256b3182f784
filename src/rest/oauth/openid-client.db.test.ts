/** Een client van buiten (openid-client) spreekt met ons tokeneindpunt: wat wij beloven, begrijpt een ander zonder onze code. */
import { request } from 'node:https'
import { importPKCS8 } from 'jose'
import { clientCredentialsGrant, Configuration, customFetch, discovery, PrivateKeyJwt, TlsClientAuth } from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bel, belTls, clientVan, type Machineproef, maakMachineproef, type Proefserver } from '../../../test/machineproef.ts'

let proef: Machineproef
const ISSUER = 'https://leerroute.example'
beforeAll(async () => { proef = await maakMachineproef({ begin: new Date() }) })
afterAll(() => proef.weg())

function inhoudVan(body: unknown): { readonly payload?: string } {
  return body === undefined || body === null ? {} : { payload: String(body) }
}

/** Brengt verzoeken voor ons adres bij de server van de test; verder verandert er niets aan. */
function naarServer({ app }: Proefserver): typeof fetch {
  return async (adres, opties) => {
    const url = new URL(String(adres))
    const uit = await app.inject({ method: (opties?.method ?? 'GET') as 'GET' | 'POST', url: url.pathname + url.search, headers: Object.fromEntries(new Headers(opties?.headers as never)), ...inhoudVan(opties?.body) })
    return new Response(uit.body, { status: uit.statusCode, headers: { 'content-type': String(uit.headers['content-type']) } })
  }
}

/** Over de machinepoort, met het certificaat van deze client. */
function langsTls(server: Proefserver, naam: string): typeof fetch {
  return (adres, opties) => new Promise((klaar, misluk) => {
    const url = new URL(String(adres))
    const vraag = request({ host: '127.0.0.1', port: server.poort(), servername: 'localhost', path: url.pathname, method: opties?.method ?? 'GET', agent: false, ca: proef.pki.wortel, cert: clientVan(proef.pki, naam).certificaat + proef.pki.uitgever, key: clientVan(proef.pki, naam).sleutel, headers: { ...Object.fromEntries(new Headers(opties?.headers as never)), connection: 'close' } }, (antwoord) => {
      let tekst = ''
      antwoord.on('data', (stuk) => { tekst += String(stuk) }).on('end', () => klaar(new Response(tekst, { status: antwoord.statusCode ?? 0, headers: { 'content-type': String(antwoord.headers['content-type']) } })))
    })
    vraag.on('error', misluk).end(inhoudVan(opties?.body).payload)
  })
}

describe('openid-client als client van buiten', () => {
  test('S-26, M-04: discovery (RFC 8414) en client credentials met private_key_jwt', async () => {
    const clientId = await proef.maakClient()
    await proef.geef()
    const sleutel = await importPKCS8(clientVan(proef.pki, 'een').sleutel, 'ES256')
    const config = await discovery(new URL(ISSUER), clientId, undefined, PrivateKeyJwt(sleutel), { algorithm: 'oauth2', [customFetch]: naarServer(proef.servers[0]) as never })
    expect(config.serverMetadata()).toMatchObject({ issuer: ISSUER, token_endpoint: `${ISSUER}/oauth/token`, jwks_uri: `${ISSUER}/oauth/jwks.json`, grant_types_supported: ['client_credentials'], token_endpoint_auth_methods_supported: ['private_key_jwt', 'tls_client_auth'] })
    const token = await clientCredentialsGrant(config, { scope: 'bron:lezen' })
    expect([token.token_type, token.expires_in, token.scope]).toEqual(['bearer', 900, 'bron:lezen'])
    expect((await bel(proef.servers[0], token.access_token)).status).toBe(200)
    await expect(clientCredentialsGrant(config, { scope: 'verzuim:melden' })).rejects.toMatchObject({ error: 'invalid_scope', status: 400 })
  })
  test('S-26, M-03: client credentials met tls_client_auth (RFC 8705) over mTLS, langs mtls_endpoint_aliases', async () => {
    const clientId = await proef.maakClient({ methode: 'tls_client_auth', vingerafdrukken: [clientVan(proef.pki, 'een').vingerafdruk] })
    const { json: metadata } = { json: (await proef.servers[0].app.inject({ url: '/.well-known/oauth-authorization-server' })).json<Record<string, never>>() }
    expect(metadata).toMatchObject({ mtls_endpoint_aliases: { token_endpoint: 'https://localhost/oauth/token' }, tls_client_certificate_bound_access_tokens: true })
    const config = new Configuration(metadata as never, clientId, { use_mtls_endpoint_aliases: true }, TlsClientAuth())
    config[customFetch] = langsTls(proef.servers[0], 'een') as never
    const token = await clientCredentialsGrant(config)
    const met = await belTls(proef.servers[1], proef.pki, clientVan(proef.pki, 'een'), { pad: '/v1/echo/aangemeld', koppen: { authorization: `Bearer ${token.access_token}` } })
    expect([met.status, (await bel(proef.servers[0], token.access_token)).status]).toEqual([200, 401])
    config[customFetch] = langsTls(proef.servers[0], 'twee') as never
    await expect(clientCredentialsGrant(config)).rejects.toMatchObject({ error: 'invalid_client', status: 401 })
  })
})

