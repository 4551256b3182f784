import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, importPKCS8, jwtVerify, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alleScopes, BASIS, bel, clientVan, EINDPUNT, haalToken, JWT_BEARER, type Machineproef, maakAssertie, maakMachineproef, nieuwJti, vraagToken } from '../../../test/machineproef.ts'
import { datum } from '../../kern/datum.ts'
import { geefToken, maakTokensleutels, trekMachineIn, trekMandaatIn, wisselTokensleutel } from '../../toegang/index.ts'

let proef: Machineproef
let clientId = ''
let mandaatId = ''
beforeAll(async () => { proef = await maakMachineproef() })
afterAll(() => proef.weg())
beforeEach(async () => {
  proef.klok.ms = Date.parse('2026-11-24T10:00:00.000Z')
  await proef.database.pool.query('delete from mandaat')
  clientId = await proef.maakClient()
  mandaatId = await proef.geef()
})

const metAssertie = async (assertie: string | Promise<string>, extra: Readonly<Record<string, string>> = {}, server = proef.servers[0]) => vraagToken(server, { client_assertion_type: JWT_BEARER, client_assertion: await assertie, ...extra })
const assertie = (inhoud: Readonly<Record<string, unknown>> = {}, kop: Readonly<Record<string, unknown>> = {}) => maakAssertie(proef.pki, { clientId, klok: proef.klok, inhoud, kop })
const beheerder = () => proef.ctx({ id: 'beheerder', soort: 'school', rollen: [], organisatieId: proef.org.bestuur, isBeheerder: true })

describe('een token vragen', () => {
  test('M-01, S-26: client x organisatie geeft een JWT (RFC 9068) van een kwartier, niet te bewaren', async () => {
    const { status, json, koppen } = await metAssertie(assertie())
    expect([status, json['token_type'], json['expires_in'], json['scope'], koppen['cache-control']]).toEqual([200, 'Bearer', 900, 'bron:lezen bron:mbo:inschrijven', 'no-store'])
    const token = json['access_token'] ?? ''
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'PS256', typ: 'at+jwt', kid: expect.any(String) as string })
    expect(decodeJwt(token)).toMatchObject({ iss: BASIS, aud: `${BASIS}/v1`, sub: clientId, client_id: clientId, organisatie: proef.org.bestuur, mandaat: mandaatId, scope: json['scope'], exp: proef.klok.ms / 1000 + 900 })
  })
  test('S-26: de openbare sleutels staan op jwks.json, zonder geheim deel, en het bestand is alleen voor de eigenaar', async () => {
    const token = await haalToken(proef, clientId)
    const jwks = (await proef.servers[1].app.inject({ url: '/oauth/jwks.json' })).json<{ keys: Record<string, string>[] }>()
    expect(Object.keys(jwks.keys[0] ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
    await expect(jwtVerify(token, createLocalJWKSet(jwks), { currentDate: new Date(proef.klok.ms) })).resolves.toBeDefined()
    expect(readFileSync(join(proef.map, 'tokensleutels.json'), 'utf8')).toContain('"d"')
  })
  test('S-26: na het wisselen van sleutel gelden oude tokens nog, en tekent de nieuwe', async () => {
    const oud = await haalToken(proef, clientId)
    const kid = await wisselTokensleutel({ bestand: join(proef.map, 'tokensleutels.json'), productie: false })
    proef.klok.ms += 5_000
    const nieuw = await haalToken(proef, clientId)
    expect(decodeProtectedHeader(nieuw).kid).toBe(kid)
    for (const server of proef.servers) for (const token of [oud, nieuw]) expect((await bel(server, token)).status).toBe(200)
  })
  test('M-01: zonder mandaat geen token, ook niet met een mandaat van gisteren, van morgen of van een andere leverancier', async () => {
    await proef.database.pool.query('update mandaat set geldig_van = \'2026-11-20\', geldig_tot_en_met = \'2026-11-23\'')
    expect(await metAssertie(assertie())).toMatchObject({ status: 400, json: { error: 'unauthorized_client' } })
    await proef.database.pool.query('update mandaat set geldig_van = \'2026-11-25\', geldig_tot_en_met = null')
    expect(await metAssertie(assertie())).toMatchObject({ status: 400, json: { error: 'unauthorized_client' } })
    await proef.database.pool.query('update mandaat set geldig_van = \'2026-11-24\', leverancier_oin = \'00000099000000020000\'')
    expect(await metAssertie(assertie())).toMatchObject({ status: 400, json: { error: 'unauthorized_client' } })
  })
  test('S-23, M-02: bij meer mandaten moet de organisatie genoemd worden, met OIN, BRIN of bestuursnummer; een school zonder mandaat is er niet', async () => {
    await proef.geef({ organisatieId: proef.org.ander })
    expect(await metAssertie(assertie())).toMatchObject({ status: 400, json: { error: 'invalid_request' } })
    for (const [organisatie, org] of [['50001', proef.org.bestuur], ['21MB', proef.org.bestuur], ['12VB', proef.org.ander]] as const) {
      const { json } = await metAssertie(assertie(), { organisatie })
      expect(decodeJwt(json['access_token'] ?? '')['organisatie']).toBe(org)
    }
    expect(await metAssertie(assertie(), { organisatie: '33XX' })).toMatchObject({ status: 400, json: { error: 'unauthorized_client' } })
  })
  test('M-07: minder scopes mag, meer of een sterretje niet', async () => {
    expect((await metAssertie(assertie(), { scope: 'bron:lezen' })).json['scope']).toBe('bron:lezen')
    for (const scope of ['bron:lezen verzuim:melden', '*', 'bron:*', 'openid']) expect(await metAssertie(assertie(), { scope })).toMatchObject({ status: 400, json: { error: 'invalid_scope' } })
  })
  test.each([
    ['zonder grant_type', 'client_id=x', 'invalid_request'], ['met een wachtwoord', 'grant_type=client_credentials&client_id=x&client_secret=y', 'invalid_client'], ['met een ander soort', 'grant_type=authorization_code', 'unsupported_grant_type'],
    ['met refresh_token', 'grant_type=refresh_token&refresh_token=x', 'unsupported_grant_type'], ['met een dubbel veld', 'grant_type=client_credentials&scope=a&scope=b', 'invalid_request'], ['met een assertion zonder soort', 'grant_type=client_credentials&client_assertion=a.b.c', 'invalid_request'],
    ['met een assertion die geen JWT is', `grant_type=client_credentials&client_assertion_type=${encodeURIComponent(JWT_BEARER)}&client_assertion=onzin`, 'invalid_client'], ['met een client die niet bestaat', 'grant_type=client_credentials&client_id=019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b', 'invalid_client'],
  ])('S-26: %s is de fout van RFC 6749', async (_naam, vorm, error) => {
    const { status, json } = await vraagToken(proef.servers[0], vorm)
    expect([status, json['error']]).toEqual([error === 'invalid_client' ? 401 : 400, error])
    expect(json['error_description']).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
  })
  test('S-26: gegevens in het adres, Basic, of JSON in plaats van een formulier worden geweigerd', async () => {
    const [{ app }] = proef.servers
    expect((await app.inject({ method: 'POST', url: '/oauth/token?grant_type=client_credentials', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'grant_type=client_credentials' })).json()).toMatchObject({ error: 'invalid_request' })
    expect((await vraagToken(proef.servers[0], {}, { authorization: 'Basic YTpi' })).json).toMatchObject({ error: 'invalid_client' })
    expect((await app.inject({ method: 'POST', url: '/oauth/token', headers: { 'content-type': 'application/json' }, payload: '{}' })).json()).toMatchObject({ error: 'invalid_request' })
  })
  test('S-18: wie raadt krijgt na twintig keer 429 met Retry-After, zonder dat er nog iets wordt opgezocht; een goede client telt niet mee', async () => {
    const krap = await maakMachineproef({ limietPerMinuut: 1_200 })
    try {
      const client = await krap.maakClient()
      await krap.geef()
      for (let i = 0; i < 25; i++) expect(await haalToken(krap, client)).toMatch(/^eyJ/)
      const statussen = [] as number[]
      for (let i = 0; i < 21; i++) statussen.push((await vraagToken(krap.servers[0], { client_id: `019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a${String(i).padStart(2, '0')}` })).status)
      expect(statussen).toEqual([...Array.from({ length: 20 }, () => 401), 429])
      expect((await vraagToken(krap.servers[0], { client_id: 'x' })).koppen['retry-after']).toBe('3')
    } finally {
      await krap.weg()
    }
  })
})

test('M-05: een client met een OIN om te proberen krijgt in productie geen token', async () => {
  const nodig = { database: proef.database, sleutels: maakTokensleutels({ bestand: join(proef.map, 'tokensleutels.json'), productie: true }), adressen: { uitgever: BASIS, ontvanger: `${BASIS}/v1` }, eindpunten: [EINDPUNT], haalJwks: () => Promise.resolve(undefined), nu: () => new Date(proef.klok.ms) }
  const vraag = async (productie: boolean) => geefToken({ ...nodig, productie }, { assertie: await assertie() })
  expect((await vraag(false)).ok).toBe(true)
  expect(await vraag(true)).toMatchObject({ ok: false, reden: { error: 'invalid_client', uitleg: 'Deze client heeft een OIN om te proberen; die werkt niet in productie.' } })
})

describe('client assertion', () => {
  test('M-04: dezelfde assertion werkt één keer, ook bij de andere server', async () => {
    const een = await assertie()
    expect((await metAssertie(een)).status).toBe(200)
    expect(await metAssertie(een)).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
    expect(await metAssertie(een, {}, proef.servers[1])).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
  })
  test('M-04: twaalf keer tegelijk bij twee servers geeft precies één token', async () => {
    const een = await assertie()
    const alle = await Promise.all(Array.from({ length: 12 }, (_leeg, i) => metAssertie(een, {}, proef.servers[i % 2 === 0 ? 0 : 1])))
    expect(alle.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(alle.filter(({ status }) => status === 401)).toHaveLength(11)
  })
  test('M-04: een andere handtekening onder dezelfde jti is ook hergebruik; een jti van een andere client niet', async () => {
    const jti = nieuwJti()
    expect((await metAssertie(assertie({ jti }))).status).toBe(200)
    expect((await metAssertie(assertie({ jti }))).status).toBe(401)
    const ander = await proef.maakClient()
    expect((await metAssertie(maakAssertie(proef.pki, { clientId: ander, klok: proef.klok, inhoud: { jti } }))).status).toBe(200)
  })
  test('M-04: een onbewezen assertion verbruikt niets: de echte met dezelfde jti werkt daarna nog', async () => {
    const jti = nieuwJti()
    expect((await metAssertie(maakAssertie(proef.pki, { clientId, klok: proef.klok, inhoud: { jti }, sleutel: clientVan(proef.pki, 'twee').sleutel }))).status).toBe(401)
    expect((await metAssertie(assertie({ jti }))).status).toBe(200)
  })
  test.each([
    ['verlopen', { iat: -100, exp: -40 }], ['te lang geldig', { exp: 61 }], ['uit de toekomst', { iat: 31, exp: 80 }],
  ])('M-04: %s is invalid_client', async (_naam, tijden: Readonly<Record<string, number>>) => {
    const nu = proef.klok.ms / 1000
    expect(await metAssertie(assertie(Object.fromEntries(Object.entries(tijden).map(([naam, bij]) => [naam, nu + bij]))))).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
  })
  test.each([['een ander', 'https://ander.example/oauth/token'], ['een lijst met een ander erbij', [EINDPUNT, 'https://ander.example']], ['de API', `${BASIS}/v1`], ['ons adres met een streep', `${EINDPUNT}/`]])('M-04: aud is %s: geweigerd', async (_naam, aud) => {
    expect(await metAssertie(assertie({ aud }))).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
  })
  test('M-04: aud mag de uitgever zijn', async () => {
    expect((await metAssertie(assertie({ aud: BASIS }))).status).toBe(200)
  })
  test('M-04: iss of sub van een andere client, of client_id ernaast, wordt geweigerd', async () => {
    const ander = await proef.maakClient()
    for (const inhoud of [{ iss: ander }, { iss: ander, sub: clientId }]) expect((await metAssertie(assertie(inhoud))).status).toBe(401)
    expect((await metAssertie(assertie(), { client_id: ander })).status).toBe(401)
    expect((await metAssertie(assertie(), { client_id: clientId })).status).toBe(200)
  })
  test('S-26, M-04: alg none en HS256 met de openbare sleutel als geheim worden geweigerd', async () => {
    const nu = proef.klok.ms / 1000
    const inhoud = { iss: clientId, sub: clientId, aud: EINDPUNT, iat: nu, exp: nu + 60, jti: nieuwJti() }
    expect((await metAssertie(new UnsecuredJWT(inhoud).encode())).status).toBe(401)
    const jwks = clientVan(proef.pki, 'een').jwks
    for (const geheim of [jwks, JSON.stringify((JSON.parse(jwks) as { keys: unknown[] }).keys[0]), clientVan(proef.pki, 'een').certificaat]) {
      const kid = (JSON.parse(jwks) as { keys: { kid: string }[] }).keys[0]?.kid ?? ''
      expect((await metAssertie(new SignJWT(inhoud).setProtectedHeader({ alg: 'HS256', kid }).sign(Buffer.from(geheim)))).status).toBe(401)
    }
  })
  test('M-08: jku, x5u en jwk in de kop doen niets: alleen de geregistreerde sleutels tellen', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const eigen = { ...publicKey.export({ format: 'jwk' }), kid: 'eigen', alg: 'ES256' }
    const nu = proef.klok.ms / 1000
    for (const kop of [{ jwk: eigen }, { jku: 'https://kwaad.example/jwks' }, { x5u: 'https://kwaad.example/x' }]) {
      const vals = await new SignJWT({ iss: clientId, sub: clientId, aud: EINDPUNT, iat: nu, exp: nu + 60, jti: nieuwJti() }).setProtectedHeader({ alg: 'ES256', ...kop } as never).sign(privateKey)
      expect((await metAssertie(vals)).status).toBe(401)
      // Met de goede handtekening is de kop alleen overbodig.
      expect((await metAssertie(assertie({}, kop))).status).toBe(200)
    }
  })
  test('S-26: een kop met crit die wij niet kennen wordt geweigerd', async () => {
    expect((await metAssertie(assertie({}, { crit: ['x'], x: 1 })).catch(() => ({ status: 401 }))).status).toBe(401)
  })
})

describe('een token gebruiken', () => {
  test('M-02: de actor is de machine bij de organisatie van het token, met rollen bij haar scholen', async () => {
    const { status, json } = await bel(proef.servers[1], await haalToken(proef, clientId))
    expect(status).toBe(200)
    expect(json.actor).toEqual({
      id: `machine:${clientId}:${proef.org.bestuur}`, soort: 'school', organisatieId: proef.org.bestuur,
      rollen: [{ rol: 'raadplegen', brin: '11VA' }, { rol: 'raadplegen', brin: '21MB' }, { rol: 'bron-inschrijving-mbo', brin: '21MB' }],
    })
  })
  test('M-07: wat buiten de scopes valt is 403, met de scopes die er wel bij horen', async () => {
    const token = await haalToken(proef, clientId, { scope: 'bron:lezen' })
    expect((await bel(proef.servers[0], token, 'deelnemer:lezen')).status).toBe(200)
    for (const recht of ['inschrijving:schrijven', 'aanbod:schrijven', 'verzuim:schrijven', 'bestand:ophalen', 'organisatie:schrijven'] as const) expect((await bel(proef.servers[0], token, recht)).status, recht).toBe(403)
    expect((await bel(proef.servers[0], token, 'verzuim:schrijven')).koppen['www-authenticate']).toBe('Bearer realm="leerroute", error="insufficient_scope", scope="verzuim:melden"')
  })
  test('M-02: een ingetrokken mandaat, een ingetrokken client en een verlopen mandaat werken bij het volgende verzoek niet meer, bij elke server', async () => {
    const token = await haalToken(proef, clientId)
    const statussen = async (t = token) => Promise.all(proef.servers.map(async (server) => (await bel(server, t)).status))
    expect(await statussen()).toEqual([200, 200])
    await trekMandaatIn(proef.database, beheerder(), mandaatId)
    expect(await statussen()).toEqual([401, 401])
    // Een nieuw mandaat maakt een oud token niet weer goed.
    await proef.geef()
    expect(await statussen()).toEqual([401, 401])
    const nieuw = await haalToken(proef, clientId)
    expect(await statussen(nieuw)).toEqual([200, 200])
    await trekMachineIn(proef.database, proef.ctx(), clientId)
    expect(await statussen(nieuw)).toEqual([401, 401])
    expect((await metAssertie(assertie())).status).toBe(401)
  })
  test('M-01: na de laatste dag geldt het mandaat niet meer, gerekend in Nederland', async () => {
    await proef.database.pool.query('delete from mandaat')
    proef.klok.ms = Date.parse('2026-11-24T22:55:00.000Z')
    await proef.geef({ geldigTotEnMet: datum('2026-11-24') })
    const token = await haalToken(proef, clientId)
    proef.klok.ms = Date.parse('2026-11-24T22:59:59.000Z')
    expect((await bel(proef.servers[0], token)).status).toBe(200)
    proef.klok.ms = Date.parse('2026-11-24T23:00:00.000Z')
    expect((await bel(proef.servers[0], token)).status).toBe(401)
  })
  test('M-02: een smaller mandaat maakt een token smaller', async () => {
    const token = await haalToken(proef, clientId)
    await proef.database.pool.query('update mandaat set scopes = array[\'bron:lezen\']')
    expect((await bel(proef.servers[0], token, 'inschrijving:schrijven')).status).toBe(403)
    expect((await bel(proef.servers[0], token, 'deelnemer:lezen')).status).toBe(200)
  })
  test('M-02: een token van een ander bestuur geeft geen rol bij deze scholen, wat er ook in het verzoek staat', async () => {
    await proef.geef({ organisatieId: proef.org.ander, scopes: alleScopes })
    const token = await haalToken(proef, clientId, { organisatie: '40001' })
    const { json } = await bel(proef.servers[0], token, 'aangemeld', { from: '21MB', 'x-organisatie': proef.org.bestuur })
    expect([...new Set(json.actor.rollen.map(({ brin }) => brin))]).toEqual(['12VB'])
    expect(json.actor.organisatieId).toBe(proef.org.ander)
  })
  test('S-26: na een kwartier is het token verlopen', async () => {
    const token = await haalToken(proef, clientId)
    proef.klok.ms += 900_000
    expect((await bel(proef.servers[0], token)).status).toBe(200)
    proef.klok.ms += 6_000
    const { status, json } = await bel(proef.servers[0], token)
    expect([status, json.detail]).toEqual([401, 'Dit token is verlopen of niet van deze server. Haal een nieuw token bij `/oauth/token`.'])
  })
  test('S-26: een token in het adres wordt geweigerd', async () => {
    const token = await haalToken(proef, clientId)
    expect((await proef.servers[0].app.inject({ url: `/v1/echo/aangemeld?access_token=${token}` })).statusCode).toBe(400)
  })
  test('S-26: alg none, HS256 met onze openbare sleutel, een ander typ, aud, iss of een eigen sleutel is geen token', async () => {
    const token = await haalToken(proef, clientId)
    const inhoud = decodeJwt(token)
    const { kid } = decodeProtectedHeader(token)
    const jwks = (await proef.servers[0].app.inject({ url: '/oauth/jwks.json' })).body
    const geheim = (JSON.parse(readFileSync(join(proef.map, 'tokensleutels.json'), 'utf8')) as { keys: { kid: string }[] }).keys.find((sleutel) => sleutel.kid === kid)
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const { createPrivateKey } = await import('node:crypto')
    const onze = await importPKCS8(createPrivateKey({ key: geheim as never, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }).toString(), 'PS256')
    const met = (anders: object, kop: object = {}, sleutel: Parameters<SignJWT['sign']>[0] = onze) => new SignJWT({ ...inhoud, ...anders }).setProtectedHeader({ alg: 'PS256', kid: kid ?? '', typ: 'at+jwt', ...kop }).sign(sleutel)
    expect((await bel(proef.servers[0], await met({}))).status).toBe(200)
    const vals = [
      new UnsecuredJWT(inhoud).encode(), `${token.split('.').slice(0, 2).join('.')}.`, await new SignJWT(inhoud).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: kid ?? '' }).sign(Buffer.from(jwks)),
      await met({}, { typ: 'JWT' }), await met({ aud: 'https://ander.example/v1' }), await met({ aud: [`${BASIS}/v1`, 'https://ander.example'] }), await met({ iss: 'https://ander.example' }), await met({}, {}, privateKey),
      await met({ exp: undefined }), await met({ nbf: proef.klok.ms / 1000 + 60 }), await met({}, { kid: 'onbekend' }),
    ]
    for (const [i, ander] of vals.entries()) expect((await bel(proef.servers[0], ander)).status, String(i)).toBe(401)
  })
  test('M-04: een client assertion is geen token', async () => {
    expect((await bel(proef.servers[0], await assertie())).status).toBe(401)
  })
})

test('M-02: een transactie van een school kan de toegang van een machine niet opvragen, en ziet geen mandaat of client van een ander', async () => {
  const client = await proef.database.pool.connect()
  try {
    await client.query('start transaction')
    await client.query("select set_config('role', 'leerroute_app', true), set_config('leerroute.rol', 'school', true), set_config('leerroute.organisatie', $1, true)", [proef.org.ander])
    for (const tabel of ['mandaat', 'machine_client', 'machine_certificaat']) expect((await client.query(`select 1 from ${tabel}`)).rows, tabel).toEqual([])
    await expect(client.query('select * from leerroute_machine_toegang($1, $2, $3, null, current_date)', [clientId, mandaatId, proef.org.bestuur])).rejects.toThrow('permission denied')
  } finally {
    await client.query('rollback')
    client.release()
  }
})

describe('P-07: wat de beveiliging hoort', () => {
  test('M-04, P-07: hergebruik, een verkeerde handtekening, en gebruik na het einde van een mandaat worden gemeld, met vaste woorden', async () => {
    const { gemeld } = proef.servers[0]
    gemeld.length = 0
    const een = await assertie()
    const token = (await metAssertie(een)).json['access_token'] ?? ''
    await metAssertie(een)
    await metAssertie(maakAssertie(proef.pki, { clientId, klok: proef.klok, sleutel: clientVan(proef.pki, 'twee').sleutel }))
    await metAssertie(assertie({ aud: 'https://ander.example' }))
    await trekMandaatIn(proef.database, beheerder(), mandaatId)
    await bel(proef.servers[0], token)
    await metAssertie(assertie())
    expect(gemeld).toEqual(['hergebruikt', 'handtekening', 'assertie-aud', 'mandaat-vervallen', 'geen-mandaat'].map((code) => `machine-geweigerd ${code}`))
  })
})

describe('mandaten geven', () => {
  test('M-01: alleen de beheerder van de eigen organisatie geeft en trekt in; een ander ziet niets', async () => {
    await expect(proef.geef({ organisatieId: proef.org.ander })).resolves.toBeDefined()
    const vreemd = proef.ctx({ id: 'x', soort: 'school', rollen: [{ rol: 'raadplegen', brin: '21MB' }], organisatieId: proef.org.bestuur })
    expect(await trekMandaatIn(proef.database, vreemd, mandaatId)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    const ander = proef.ctx({ id: 'y', soort: 'school', rollen: [], organisatieId: proef.org.ander, isBeheerder: true })
    expect(await trekMandaatIn(proef.database, ander, mandaatId)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await trekMandaatIn(proef.database, beheerder(), mandaatId)).toEqual({ ok: true, waarde: { uitkomst: 'ingetrokken' } })
    expect(await trekMandaatIn(proef.database, beheerder(), mandaatId)).toEqual({ ok: true, waarde: { uitkomst: 'ongewijzigd' } })
  })
  test.each([
    ['een tweede mandaat op dezelfde dag', {}, 'geldigVan'], ['een onbekende leverancier', { leverancierOin: '00000099000000990000' }, 'leverancierOin'], ['zonder scopes', { scopes: [] }, 'scopes'],
    ['met een sterretje', { scopes: ['*'] as never }, 'scopes'], ['vanaf gisteren', { geldigVan: datum('2026-11-23') }, 'geldigVan'], ['tot voor het begin', { geldigVan: datum('2026-12-01'), geldigTotEnMet: datum('2026-11-30') }, 'geldigTotEnMet'],
  ])('M-01: %s wordt geweigerd met het veld en wat te doen', async (_naam, anders, veld) => {
    await expect(proef.geef(anders)).rejects.toThrow(`"veld":"${veld}"`)
  })
  test('M-01: de audit weet wie wanneer wat gaf, en wie een token kreeg of niet', async () => {
    await haalToken(proef, clientId)
    await trekMandaatIn(proef.database, beheerder(), mandaatId)
    await metAssertie(assertie())
    const { rows } = await proef.database.pool.query<{ handeling: string; actor: string }>('select handeling, actor from audit_regel where object_sleutel in ($1, $2) order by audit_id', [clientId, mandaatId])
    expect(rows.map(({ handeling, actor }) => `${handeling} ${actor.split(':')[0]}`)).toEqual(['registreerMachine proef', 'geefMandaat beheerder', 'geefToken machine', 'trekMandaatIn beheerder', 'weigerToken machine'])
  })
})
