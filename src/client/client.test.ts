import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { maakClienttypen } from '../../scripts/clienttypen.ts'
import { Adresfout, maakClient } from './client.ts'
import { wachttijd } from './herhalen.ts'
import { zegServerfout } from './serverfout.ts'

type Antwoord = readonly [status: number, koppen: Record<string, string>, inhoud: unknown]
let server: Server | undefined
afterEach(() => server?.close())

/** Een server die op volgorde deze antwoorden geeft, en onthoudt wat er gevraagd werd. 0 = de verbinding verbreken. */
async function serveer(...antwoorden: readonly Antwoord[]) {
  const gevraagd: { methode: string; pad: string; koppen: IncomingMessage['headers'] }[] = []
  const beantwoord = (request: IncomingMessage, response: ServerResponse): void => {
    gevraagd.push({ methode: request.method ?? '', pad: request.url ?? '', koppen: request.headers })
    const [status, koppen, inhoud] = antwoorden[gevraagd.length - 1] ?? [500, {}, {}]
    if (status === 0) return void request.socket.destroy()
    response.writeHead(status, { 'content-type': 'application/json', ...koppen }).end(JSON.stringify(inhoud))
  }
  const gestart = createServer(beantwoord)
  server = gestart
  await new Promise<void>((klaar) => gestart.listen(0, '127.0.0.1', klaar))
  const adres = gestart.address()
  return { gevraagd, adres: `http://127.0.0.1:${typeof adres === 'object' ? adres?.port : ''}` }
}

const TELLING = { brin: '21MB', studenten: 3 }
const telling = (client: ReturnType<typeof maakClient>) => client.vraag((api, poging) => api.GET('/tellingen/{brin}/{teldatum}', { ...poging, params: { path: { brin: '21MB', teldatum: '2026-10-01' } } }))
const casus = (client: ReturnType<typeof maakClient>) => client.vraag((api, poging) => api.POST('/casus', { ...poging, body: {} as never }))
const PROBLEEM = { type: 'https://x/v1/problemen/verzoek-ongeldig', title: 'Het verzoek klopt niet', status: 400, detail: 'Een of meer gegevens kloppen niet.', watTeDoen: 'Verbeter alle fouten.', kenmerk: 'AB12', errors: [{ in: 'body', pointer: '#/perioden/1/datumBegin', code: 'K-BRN-01', regel: 'De periode begint te vroeg.', watTeDoen: 'Verbeter de datum.' }] }

describe('de client', () => {
  it('geeft de waarde, met de sleutel in de kop en zonder Idempotency-Key bij GET', async () => {
    const { adres, gevraagd } = await serveer([200, {}, TELLING])
    expect(await telling(maakClient({ adres: `${adres}/v1/`, sleutel: 'geheim' }))).toEqual({ ok: true, waarde: TELLING })
    expect(gevraagd).toMatchObject([{ methode: 'GET', pad: '/v1/tellingen/21MB/2026-10-01', koppen: { authorization: 'Bearer geheim' } }])
    expect(gevraagd[0]?.koppen).not.toHaveProperty('idempotency-key')
  })

  it('S-17, S-18: herhaalt bij 503, 429 en een verbroken verbinding, met dezelfde Idempotency-Key', async () => {
    const { adres, gevraagd } = await serveer([503, { 'retry-after': '0' }, {}], [429, { 'retry-after': '0' }, {}], [0, {}, {}], [200, {}, { goed: true }])
    const gewacht: number[] = []
    expect(await casus(maakClient({ adres, opWachten: (ms) => gewacht.push(ms) }))).toMatchObject({ ok: true })
    expect(new Set(gevraagd.map(({ koppen }) => koppen['idempotency-key'])).size).toBe(1)
    expect(gevraagd[0]?.koppen['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/)
    expect(gewacht.slice(0, 2)).toEqual([0, 0])
    expect([gevraagd.length, gewacht.length]).toEqual([4, 3])
  })

  it('een volgende vraag heeft een nieuwe Idempotency-Key', async () => {
    const { adres, gevraagd } = await serveer([200, {}, {}], [200, {}, {}])
    const client = maakClient({ adres })
    await casus(client)
    await casus(client)
    expect(new Set(gevraagd.map(({ koppen }) => koppen['idempotency-key'])).size).toBe(2)
  })

  it('S-10: problem+json wordt een waarde met de Nederlandse tekst, en wordt niet herhaald', async () => {
    const { adres, gevraagd } = await serveer([400, { 'content-type': 'application/problem+json; charset=utf-8' }, PROBLEEM])
    const uitkomst = await casus(maakClient({ adres }))
    expect(uitkomst).toMatchObject({ ok: false, reden: { soort: 'probleem', status: 400, code: 'verzoek-ongeldig', errors: [{ pointer: '#/perioden/1/datumBegin' }], kenmerk: 'AB12' } })
    expect(gevraagd.length).toBe(1)
    expect(uitkomst.ok ? '' : zegServerfout(uitkomst.reden)).toBe('Het verzoek klopt niet. Een of meer gegevens kloppen niet.\n  - perioden.1.datumBegin: De periode begint te vroeg. Verbeter de datum.\nKenmerk: AB12')
  })

  it('geeft op na het afgesproken aantal pogingen, en meteen als de server om lang wachten vraagt', async () => {
    const steeds: Antwoord = [503, { 'retry-after': '0' }, {}]
    const vaak = await serveer(steeds, steeds, steeds)
    expect(await casus(maakClient({ adres: vaak.adres, pogingen: 2 }))).toMatchObject({ ok: false, reden: { status: 503 } })
    expect(vaak.gevraagd.length).toBe(2)
    server?.close()
    const lang = await serveer([429, { 'retry-after': '3600' }, {}])
    expect(await casus(maakClient({ adres: lang.adres }))).toMatchObject({ ok: false, reden: { status: 429 } })
  })

  it('een foutbladzijde van iets anders, een dichte poort en een doorverwijzing zijn ook waarden', async () => {
    const { adres, gevraagd } = await serveer([502, { 'content-type': 'text/html' }, '<html>'], [302, { location: 'http://example.org/' }, {}])
    expect(await telling(maakClient({ adres }))).toMatchObject({ ok: false, reden: { soort: 'onverwacht', status: 502 } })
    // Met een doorverwijzing zou de sleutel naar een ander adres kunnen gaan.
    expect(await telling(maakClient({ adres, sleutel: 's' }))).toMatchObject({ ok: false, reden: { soort: 'onbereikbaar' } })
    expect(gevraagd.length).toBe(2)
    server?.closeAllConnections()
    await new Promise((klaar) => server?.close(klaar))
    expect(await telling(maakClient({ adres }))).toMatchObject({ ok: false, reden: { soort: 'onbereikbaar', uitleg: expect.stringContaining('er luistert niets op dit adres') } })
  })

  it.each(['leerroute.example', 'ftp://leerroute.example', 'https://a:b@leerroute.example', 'https://leerroute.example/?x=1'])('weigert het adres %s', (adres) => expect(() => maakClient({ adres })).toThrow(Adresfout))
  it('stuurt een sleutel niet zonder https naar een andere computer', () => {
    expect(() => maakClient({ adres: 'http://leerroute.example', sleutel: 's' })).toThrow('alleen over https')
    for (const adres of ['http://localhost:8080', 'http://[::1]:8080', 'https://leerroute.example']) expect(() => maakClient({ adres, sleutel: 's' })).not.toThrow()
  })
})

describe('S-18: hoe lang er gewacht wordt', () => {
  const NU = Date.parse('2026-11-24T09:00:00Z')
  it.each<[number, string | null, number, number | undefined]>([
    [1, null, 1, 500], [1, null, 0, 250], [4, null, 1, 4_000], [20, null, 1, 30_000], [1, '7', 0, 7_000], [1, '120', 0, 120_000], [1, '121', 0, undefined],
    [1, 'Tue, 24 Nov 2026 09:00:05 GMT', 0, 5_000], [1, 'Tue, 24 Nov 2026 08:00:00 GMT', 0, 0], [1, 'straks', 1, 500],
  ])('poging %i, Retry-After %j, toeval %d: %s ms', (poging, kop, toeval, ms) => expect(wachttijd(poging, kop, NU, toeval)).toBe(ms))
})

it('S-01: src/client/api.ts loopt niet achter bij de routes; zo wel: npm run client', async () => {
  expect(readFileSync('src/client/api.ts', 'utf8') === (await maakClienttypen()), 'src/client/api.ts loopt achter bij de routes. Schrijf het opnieuw met: npm run client').toBe(true)
})
