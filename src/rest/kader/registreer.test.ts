import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { afterAll, describe, expect, test } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { bel, LEZER, proefroute, proefserver } from './fixtures/proefserver.ts'
import { PROBLEMEN } from './probleem.ts'
import { type Route, route } from './route.ts'

const maakBoek = route({
  operationId: 'maakBoek', methode: 'POST', pad: '/boeken', groep: 'Aanbod', titel: 'Maak een boek', omschrijving: 'Maakt een boek.', toegang: 'inschrijving:schrijven',
  vraag: {
    query: Type.Object({ pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 250 })) }),
    lichaam: Type.Object({
      titel: Type.String({ minLength: 1 }), aantal: Type.Integer({ minimum: 0 }), verschenen: Type.Optional(Type.Union([Type.String({ format: 'date' }), Type.Null()])),
      soort: Type.Optional(Type.Union([Type.Literal('roman'), Type.Literal('gedicht')])), persoonsnummer: Type.Optional(Type.String({ pattern: '^[0-9]{9}$' })),
    }, { additionalProperties: false }),
  },
  antwoorden: { 200: { omschrijving: 'Gemaakt.', schema: Type.Object({}) } },
  verwerk: ({ lichaam, query }) => Promise.resolve({ status: 200, inhoud: { lichaam, query } }),
})
const leverBestand = route({
  operationId: 'leverBestand', methode: 'POST', pad: '/bestanden', groep: 'Bestanden', titel: 'Lever', omschrijving: 'Levert.', toegang: 'aangemeld', vraag: { bestand: ['text/csv'] },
  antwoorden: { 200: { omschrijving: 'Ontvangen.', schema: Type.Object({}) } },
  verwerk: async ({ bestand }) => {
    let lengte = 0
    for await (const stuk of bestand.stroom) lengte += (stuk as Buffer).length
    return { status: 200, inhoud: { lengte, naam: bestand.naam } }
  },
})
const stuk = proefroute({ operationId: 'stuk', pad: '/stuk', vraag: {}, verwerk: () => Promise.reject(new Error('select geheim from tabel')) })
const weg = proefroute({ operationId: 'weg', pad: '/weg', vraag: {}, verwerk: () => Promise.reject(Object.assign(new Error('weg'), { code: 'ECONNREFUSED' })) })
const routes: readonly Route[] = [proefroute(), maakBoek, leverBestand, stuk, weg]
const app = proefserver(routes)
const JSONTYPE = { 'content-type': 'application/json' }
const post = (payload: unknown, headers: Record<string, string> = JSONTYPE) => bel(app, { method: 'POST', url: '/v1/boeken', headers, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) })

const KOPPEN = { 'api-version': /^\d+\.\d+\.\d+$/, 'cache-control': /^no-store$/, 'content-security-policy': /default-src 'none'; frame-ancestors 'none'/, 'x-content-type-options': /^nosniff$/, 'x-frame-options': /^DENY$/, 'referrer-policy': /^no-referrer$/, 'strict-transport-security': /max-age/ }

describe('koppen en vorm van elk antwoord', () => {
  const gevallen: readonly (readonly [string, number, Parameters<typeof bel>[1]])[] = [
    ['gelukt', 200, { url: '/v1/boeken/b1' }],
    ['HEAD', 200, { method: 'HEAD', url: '/v1/boeken/b1' }],
    ['OPTIONS', 204, { method: 'OPTIONS', url: '/v1/boeken/b1' }],
    ['ongeldig', 400, { method: 'POST', url: '/v1/boeken', headers: JSONTYPE, payload: '{}' }],
    ['onleesbaar', 400, { method: 'POST', url: '/v1/boeken', headers: JSONTYPE, payload: '{"titel":' }],
    ['geen UTF-8', 400, { method: 'POST', url: '/v1/boeken', headers: JSONTYPE, payload: Buffer.from([0x22, 0xff, 0x22]) }],
    ['zonder sleutel', 401, { url: '/v1/boeken/b1', als: '' }],
    ['onbekende sleutel', 401, { url: '/v1/boeken/b1', als: 'xyz' }],
    ['geen recht', 403, { method: 'POST', url: '/v1/boeken', als: 'lezer', headers: JSONTYPE, payload: '{}' }],
    ['onbekend adres', 404, { url: '/v1/niets' }],
    ['schuine streep', 404, { url: '/v1/boeken/b1/' }],
    ['andere methode', 405, { method: 'DELETE', url: '/v1/boeken/b1' }],
    ['andere vorm', 406, { url: '/v1/boeken/b1', headers: { accept: 'text/html' } }],
    ['te groot', 413, { method: 'POST', url: '/v1/boeken', headers: JSONTYPE, payload: JSON.stringify({ titel: 'x'.repeat(1_100_000) }) }],
    ['ander soort inhoud', 415, { method: 'POST', url: '/v1/boeken', headers: { 'content-type': 'text/plain' }, payload: 'x' }],
    ['andere codering', 415, { method: 'POST', url: '/v1/boeken', headers: { 'content-type': 'application/json; charset=utf-16' }, payload: '{}' }],
    ['storing', 500, { url: '/v1/stuk' }],
    ['database weg', 503, { url: '/v1/weg' }],
  ]
  test.each(gevallen)('S-03, S-10, S-12: %s geeft %i met alle koppen', async (_naam, verwacht, verzoek) => {
    const { status, koppen, tekst, json } = await bel(app, verzoek)
    expect(status).toBe(verwacht)
    for (const [kop, vorm] of Object.entries(KOPPEN)) expect(koppen[kop], kop).toMatch(vorm)
    expect(koppen['access-control-allow-origin']).toBeUndefined()
    if (status < 400) return
    expect(koppen['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String), watTeDoen: expect.any(String) })
    expect(String(json()['type'])).toMatch(/^https:\/\/leerroute\.example\/v1\/problemen\/[a-z-]+$/)
    expect(tekst).not.toMatch(/select|geheim|\bat .*\.ts/)
  })
  test('S-10: voor de database er is, is elk antwoord 503 met Retry-After', async () => {
    const antwoord = await bel(proefserver(routes, { deur: () => undefined }), { url: '/v1/boeken/b1' })
    expect([antwoord.status, antwoord.koppen['retry-after'], antwoord.json()['type']]).toEqual([503, '5', 'https://leerroute.example/v1/problemen/niet-gereed'])
  })
  test.each([
    Object.assign(new Error('x'), { code: '57P01' }), Object.assign(new Error('x'), { code: '55000' }), new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'), new Error('buitenkant', { cause: Object.assign(new Error('x'), { code: '08006' }) }),
  ])('S-10: zonder database is het antwoord 503 met Retry-After: %s', async (fout) => {
    const antwoord = await bel(proefserver([proefroute({ verwerk: () => Promise.reject(fout) })]), { url: '/v1/boeken/b1' })
    expect([antwoord.status, antwoord.koppen['retry-after']]).toEqual([503, '5'])
  })
  test('S-10: een storing geeft een kenmerk, en het log de fout', async () => {
    const gemeld: unknown[] = []
    const met = proefserver(routes, { meldStoring: (kenmerk, fout) => gemeld.push(kenmerk, fout) })
    const { json } = await bel(met, { url: '/v1/stuk' })
    expect(gemeld).toEqual([json()['kenmerk'], new Error('select geheim from tabel')])
  })
  test('elke probleemcode is een stabiel pad en heeft een foutstatus', () => {
    for (const [code, { status }] of Object.entries(PROBLEMEN)) {
      expect(code).toMatch(/^[a-z-]+$/)
      expect(status).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('inhoud van een verzoek', () => {
  test('S-11: alle fouten tegelijk, uit adres en inhoud samen, elk met plaats, regel en wat te doen', async () => {
    const { status, json } = await bel(app, { method: 'POST', url: '/v1/boeken?pageSize=251&vreemd=1', headers: JSONTYPE, payload: JSON.stringify({ aantal: '3', verschenen: '2025-02-30', soort: 'strip', extra: 1 }) })
    expect(status).toBe(400)
    const errors = json()['errors'] as readonly { in: string; pointer: string; code: string; regel: string; watTeDoen: string }[]
    expect(errors.map((fout) => `${fout.in} ${fout.pointer} ${fout.code}`).toSorted()).toEqual([
      'body #/aantal soort', 'body #/extra onbekend-veld', 'body #/soort keuze', 'body #/titel verplicht', 'body #/verschenen vorm', 'query #/pageSize grens', 'query #/vreemd onbekend-veld',
    ])
    for (const fout of errors) expect(`${fout.regel} ${fout.watTeDoen}`).toMatch(/^[A-Z].*\. [A-Z].*\.$/)
  })
  test('een waarde of veldnaam van de afzender komt nooit terug in een fout', async () => {
    const { tekst } = await post({ titel: 'x', aantal: 1, persoonsnummer: '99990001', '999900018': 1 })
    expect(tekst).not.toMatch(/9999000/)
  })
  test('een lichaam wordt niet omgezet of aangevuld; een getal in het adres wordt wel gelezen', async () => {
    const { json } = await bel(app, { method: 'POST', url: '/v1/boeken?pageSize=5', headers: JSONTYPE, payload: JSON.stringify({ titel: 'x', aantal: 1, verschenen: null }) })
    expect(json()).toEqual({ lichaam: { titel: 'x', aantal: 1, verschenen: null }, query: { pageSize: 5 } })
  })
  test('een verzoek zonder inhoud zegt dat de inhoud ontbreekt', async () => {
    const { status, json } = await bel(app, { method: 'POST', url: '/v1/boeken' })
    expect([status, json()['errors']]).toMatchObject([400, [{ in: 'body', pointer: '#', code: 'verplicht' }]])
  })
  test('een veld dat twee keer voorkomt is een fout: anders verdwijnt er ongemerkt een', async () => {
    const { status, json, tekst } = await post('{"titel":"x","aantal":1,"aantal":2,"999900006":1,"999900006":2}')
    expect([status, json()['errors']]).toMatchObject([400, [{ pointer: '#/aantal', code: 'dubbel' }, { pointer: '#/*********', code: 'dubbel' }]])
    expect(tekst).not.toContain('999900006')
  })
  test('te veel waarden is geen bericht maar een aanval', async () => {
    expect((await post(`[${'0,'.repeat(200_000)}0]`)).status).toBe(400)
  })
  test('een half teken (losse surrogaat) in een waarde of een veldnaam wordt geweigerd', async () => {
    for (const lichaam of ['{"titel":"\\ud800","aantal":1}', '{"titel":"x","aantal":1,"\\udc00":1}', '{"titel":"x","aantal":1,"\\ud800":null}']) expect((await post(lichaam)).status).toBe(400)
    expect((await post('{"titel":"\\ud83d\\ude00","aantal":1}')).status).not.toBe(400)
  })
  test('__proto__ als veld wordt geweigerd', async () => {
    expect((await post('{"titel":"x","aantal":1,"__proto__":{"a":1}}')).status).toBe(400)
  })
  test('een bestand komt als stroom binnen, met zijn naam', async () => {
    const { json } = await bel(app, { method: 'POST', url: '/v1/bestanden', headers: { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="../map/levering.csv"' }, payload: 'a,b\n' })
    expect(json()).toEqual({ lengte: 4, naam: 'levering.csv' })
  })
  test('S-10: een te groot bestand zonder Content-Length wordt tijdens het lezen geweigerd', async () => {
    const { status } = await bel(app, { method: 'POST', url: '/v1/bestanden', headers: { 'content-type': 'text/csv' }, payload: Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(100))) })
    expect(status).toBe(413)
  })
})

describe('adressen en methoden', () => {
  test('TRACE en CONNECT zijn er niet en sturen niets terug (ASVS V13.4.4)', async () => {
    for (const method of ['TRACE', 'CONNECT'] as const) {
      const uit = await app.inject({ method: method as 'GET', url: '/v1/boeken/b1', headers: { 'x-proef': 'echo-mij' } })
      expect([uit.statusCode, uit.body.includes('echo-mij')]).toEqual([405, false])
    }
  })
  test('S-05: een schuine streep aan het eind is een ander adres, voor elke route', async () => {
    for (const { methode, pad } of routes) expect((await bel(app, { method: methode, url: `/v1${pad.replaceAll(/\{\w+\}/g, 'b1')}/`, headers: JSONTYPE, ...(methode === 'POST' ? { payload: '{}' } : {}) })).status, pad).toBe(404)
  })
  test('405 noemt de methoden die er wel zijn', async () => {
    expect((await bel(app, { method: 'PUT', url: '/v1/boeken/b1' })).koppen['allow']).toBe('GET, HEAD, OPTIONS')
  })
  test('S-16: met dezelfde ETag komt 304 zonder inhoud, met een zwakke ETag ook', async () => {
    const { koppen } = await bel(app, { url: '/v1/boeken/b1' })
    expect(koppen['etag']).toMatch(/^"[\w-]+"$/)
    for (const etag of [String(koppen['etag']), `W/${String(koppen['etag'])}, "x"`, '*']) {
      const opnieuw = await bel(app, { url: '/v1/boeken/b1', headers: { 'if-none-match': etag } })
      expect([opnieuw.status, opnieuw.tekst, opnieuw.koppen['api-version'], opnieuw.koppen['etag']]).toEqual([304, '', '1.0.0', koppen['etag']])
    }
    expect((await bel(app, { url: '/v1/boeken/b1', headers: { 'if-none-match': '"oud"' } })).status).toBe(200)
  })
  test.each([['*/*', 200], ['application/*;q=0.2', 200], ['text/html, application/json;q=0', 406], ['application/json', 200], ['onzin', 406], ['', 200]])('Accept: %s geeft %i', async (accept, status) => {
    expect((await bel(app, { url: '/v1/boeken/b1', headers: { accept } })).status).toBe(status)
  })
})

describe('wie', () => {
  test('een 401 zegt hoe u zich aanmeldt, en een sleutel in het adres wordt geweigerd', async () => {
    const zonder = await bel(app, { url: '/v1/boeken/b1', als: '' })
    expect(zonder.koppen['www-authenticate']).toBe('Bearer realm="leerroute"')
    expect((await bel(app, { url: '/v1/boeken/b1', als: 'x' })).koppen['www-authenticate']).toContain('invalid_token')
    const inAdres = await bel(app, { url: '/v1/boeken/b1?access_token=abc123', als: '' })
    expect([inAdres.status, inAdres.tekst.includes('abc123')]).toEqual([400, false])
  })
  test('S-18: na de grens komt 429 met Retry-After, per aanroeper', async () => {
    const krap = proefserver(routes, { limietPerMinuut: 2 })
    const statussen = [] as number[]
    for (let i = 0; i < 3; i++) statussen.push((await bel(krap, { url: '/v1/boeken/b1' })).status)
    expect(statussen).toEqual([200, 200, 429])
    expect((await bel(krap, { url: '/v1/boeken/b1' })).koppen['retry-after']).toBe('30')
    expect((await bel(krap, { url: '/v1/boeken/b1', als: 'lezer' })).status).toBe(200)
  })
})

test('S-18: een school met veel systemen doet samen niet meer dan drie keer de grens; een andere school merkt er niets van', async () => {
  const krap = proefserver(routes, { limietPerMinuut: 2, herken: ({ authorization = '' }) => Promise.resolve({ actor: { ...LEZER, id: authorization, organisatieId: authorization.includes('ander') ? 'ander' : 'school' } }) })
  const statussen = [] as number[]
  for (let i = 0; i < 7; i++) statussen.push((await bel(krap, { url: '/v1/boeken/b1', als: `systeem-${i}` })).status)
  expect(statussen).toEqual([200, 200, 200, 200, 200, 200, 429])
  const { koppen, json } = await bel(krap, { url: '/v1/boeken/b1', als: 'systeem-8' })
  expect([koppen['retry-after'], json()['detail']]).toEqual(['10', 'Alle systemen en mensen van uw organisatie samen doen nu te veel verzoeken. Wacht 10 s.'])
  expect((await bel(krap, { url: '/v1/boeken/b1', als: 'ander-1' })).status).toBe(200)
})

test('S-18: een operatie met een eigen grens geeft daarna 429, per aanroeper; andere operaties gaan door', async () => {
  const krap = proefserver(routes.map((route) => (route.pad === '/boeken/{boekId}' && route.methode === 'GET' ? { ...route, eigenLimiet: 2 } : route)), { limietPerMinuut: 1_000 })
  const statussen = [] as number[]
  for (let i = 0; i < 3; i++) statussen.push((await bel(krap, { url: '/v1/boeken/b1' })).status)
  expect(statussen).toEqual([200, 200, 429])
  expect((await bel(krap, { url: '/v1/boeken/b1' })).koppen['retry-after']).toBe('30')
  expect((await bel(krap, { url: '/v1/boeken/b1', als: 'lezer' })).status).toBe(200)
  expect((await bel(krap, { url: '/v1/stuk' })).status, 'een andere operatie').not.toBe(429)
})

describe('zonder sleutel', () => {
  const weergave = { documentatie: () => '<h1>Docs</h1>', problemen: () => '<h1>Alle</h1>', probleem: ({ titel }: { titel: string }) => `<h1>${titel}</h1>` }
  const met = proefserver(routes, { weergave })
  test('S-01: het OpenAPI-document is voor iedereen, ook van een andere bladzijde; de rest niet', async () => {
    const { status, koppen, json } = await bel(met, { url: '/v1/openapi.json', als: '' })
    expect([status, koppen['access-control-allow-origin'], koppen['content-type'], json()['openapi']]).toEqual([200, '*', 'application/json; charset=utf-8', '3.1.0'])
    expect(Object.keys(Object(json()['paths']))).toEqual(['/boeken/{boekId}', '/boeken', '/bestanden', '/stuk', '/weg'])
    const ingepakt = await met.inject({ url: '/v1/openapi.json', headers: { 'accept-encoding': 'br' } })
    expect([ingepakt.headers['content-encoding'], ingepakt.headers['vary']]).toEqual(['br', 'accept-encoding'])
  })
  test('S-10: achter elk type staat een bladzijde, als html en als json', async () => {
    for (const [code, { titel, status }] of Object.entries(PROBLEMEN)) {
      const html = await bel(met, { url: `/v1/problemen/${code}`, als: '', headers: { accept: 'text/html,*/*' } })
      const json = await bel(met, { url: `/v1/problemen/${code}`, als: '' })
      expect([html.status, html.tekst, json.json()]).toMatchObject([200, `<h1>${titel}</h1>`, { code, titel, status }])
    }
    expect((await bel(met, { url: '/v1/problemen/verzonnen', als: '' })).status).toBe(404)
  })
  test('S-12: de documentatie laadt niets van buiten en mag in geen ander venster', async () => {
    const { koppen } = await bel(met, { url: '/v1/docs', als: '' })
    expect(String(koppen['content-security-policy'])).toMatch(/^default-src 'none'; .*connect-src 'self'.*frame-ancestors 'none'$/)
    expect(koppen['api-version']).toBe('1.0.0')
    expect((await bel(met, { method: 'POST', url: '/v1/docs', als: '' })).koppen['allow']).toBe('GET, HEAD, OPTIONS')
  })
  test('S-14: een operatie die verdwijnt zegt sinds wanneer, tot wanneer en waar de uitleg staat', async () => {
    const oud = proefserver([proefroute({ verouderd: { sinds: datum('2026-12-01'), verdwijntOp: datum('2027-12-01'), inPlaatsDaarvan: 'toonBoekNieuw' } })])
    const { koppen } = await bel(oud, { url: '/v1/boeken/b1' })
    expect([koppen['deprecation'], koppen['sunset'], koppen['link']]).toEqual(['@1796083200', 'Wed, 01 Dec 2027 00:00:00 GMT', '</v1/docs#wijzigingen>; rel="deprecation"; type="text/html"'])
  })
  test.each(['authorization', 'content-type', 'host', 'idempotency-key'])('S-101: een dubbele kop %s is 400, nooit 5xx', async (kop) => {
    await met.listen({ port: 0, host: '127.0.0.1' }).catch(() => undefined)
    const poort = (met.server.address() as { port: number }).port
    const tekst = await new Promise<string>((klaar) => {
      const lijn = connect(poort, '127.0.0.1', () => lijn.end(`GET /v1/boeken/b1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer school\r\nContent-Type: application/json\r\nIdempotency-Key: a\r\n${kop}: b\r\nConnection: close\r\n\r\n`))
      let alles = ''
      lijn.on('data', (stuk) => { alles += String(stuk) }).on('close', () => klaar(alles))
    })
    expect(tekst).toMatch(/^HTTP\/1\.1 400 /)
  })
  afterAll(() => met.close())
})
