import { createServer, type Server } from 'node:https'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { maakJwksOphaler } from './jwks-ophaler.ts'
import { maakProefpki, type Proefpki } from './pki/proefpki.ts'

let pki: Proefpki
let server: Server
let adres = ''
let antwoord: (pad: string) => { readonly status: number; readonly inhoud: string; readonly koppen?: Record<string, string> } = () => ({ status: 500, inhoud: '' })
const gevraagd: string[] = []

beforeAll(async () => {
  pki = await maakProefpki(new Date(), ['localhost', '127.0.0.1'], [{ naam: 'een', oin: '00000099000000010000' }])
  server = createServer({ key: pki.server.sleutel, cert: pki.server.certificaat + pki.uitgever }, (verzoek, uit) => {
    gevraagd.push(verzoek.url ?? '')
    const { status, inhoud, koppen } = antwoord(verzoek.url ?? '')
    uit.writeHead(status, { 'content-type': 'application/json', ...koppen }).end(inhoud)
  })
  await new Promise<void>((open) => { server.listen(0, '127.0.0.1', open) })
  const { port } = server.address() as { port: number }
  adres = `https://localhost:${port}`
})
afterAll(() => { server.closeAllConnections(); server.close() })
beforeEach(() => { gevraagd.length = 0; antwoord = () => ({ status: 200, inhoud: pki.clients[0]?.jwks ?? '' }) })

const zoekOp = (adressen: readonly string[]) => () => Promise.resolve(adressen.map((address) => ({ address, family: 4 })))
const maak = (anders: object = {}, nuMs = () => 0) => maakJwksOphaler({ loopbackMag: true, ca: pki.wortel, geduldMs: 2_000, zoekOp: zoekOp(['127.0.0.1']), ...anders }, nuMs)

describe('sleutels ophalen bij jwks_uri', () => {
  test('M-08: een geregistreerd https-adres geeft sleutels, en die worden vijf minuten bewaard', async () => {
    let ms = 0
    const haal = maak({}, () => ms)
    expect((await haal(`${adres}/jwks`, false))?.keys).toHaveLength(1)
    ms = 299_999
    await haal(`${adres}/jwks`, false)
    expect(gevraagd).toHaveLength(1)
    ms = 300_000
    await haal(`${adres}/jwks`, false)
    expect(gevraagd).toHaveLength(2)
  })
  test('M-08: een onbekende sleutel haalt ze opnieuw, maar hooguit een keer per dertig seconden; een storing ook', async () => {
    let ms = 0
    const haal = maak({}, () => ms)
    await haal(`${adres}/jwks`, false)
    for (const op of [1, 29_999]) { ms = op; await haal(`${adres}/jwks`, true) }
    expect(gevraagd).toHaveLength(1)
    ms = 30_000
    antwoord = () => ({ status: 500, inhoud: '' })
    expect(await haal(`${adres}/jwks`, true)).toBeUndefined()
    ms = 59_999
    expect(await haal(`${adres}/jwks`, false)).toBeUndefined()
    expect(gevraagd).toHaveLength(2)
  })
  test('M-08: tien tegelijk is een verzoek', async () => {
    const haal = maak()
    await Promise.all(Array.from({ length: 10 }, () => haal(`${adres}/jwks`, false)))
    expect(gevraagd).toHaveLength(1)
  })
  test.each([
    ['te groot', { status: 200, inhoud: `{"keys":[],"x":"${'a'.repeat(70_000)}"}` }], ['geen JSON', { status: 200, inhoud: 'hallo' }], ['geen JWK Set', { status: 200, inhoud: '[]' }], ['een geheime sleutel', { status: 200, inhoud: '{"keys":[{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"c"}]}' }],
    ['een symmetrische sleutel', { status: 200, inhoud: '{"keys":[{"kty":"oct","k":"YQ"}]}' }], ['een omleiding', { status: 302, inhoud: '', koppen: { location: '/jwks2' } }], ['niet gevonden', { status: 404, inhoud: '{}' }],
  ])('M-08: een antwoord dat %s is, geeft niets', async (_naam, gegeven) => {
    antwoord = () => gegeven
    expect(await maak()(`${adres}/jwks`, false)).toBeUndefined()
    expect(gevraagd).toEqual(['/jwks'])
  })
  test.each([['10.0.0.1'], ['169.254.169.254'], ['::ffff:192.168.1.1'], ['127.0.0.1']])('M-08: een naam die naar %s wijst wordt niet gebeld', async (ip) => {
    expect(await maak({ loopbackMag: false, zoekOp: zoekOp([ip]) })(`${adres.replace('localhost', 'sleutels.example')}/jwks`, false)).toBeUndefined()
    expect(gevraagd).toEqual([])
  })
  test('M-08: een naam met één verkeerd adres ertussen wordt niet gebeld', async () => {
    expect(await maak({ zoekOp: zoekOp(['127.0.0.1', '10.0.0.1']) })(`${adres}/jwks`, false)).toBeUndefined()
    expect(gevraagd).toEqual([])
  })
  test.each([['http://localhost:1/jwks'], ['https://10.0.0.1/jwks'], ['https://naam:geheim@localhost/jwks'], ['file:///etc/passwd'], ['onzin']])('M-08: %s is geen adres om te bellen', async (uri) => {
    expect(await maak({ loopbackMag: false })(uri, false)).toBeUndefined()
    expect(gevraagd).toEqual([])
  })
  test('M-08: een server met een certificaat van een onbekende uitgever wordt niet vertrouwd', async () => {
    expect(await maak({ ca: undefined })(`${adres}/jwks`, false)).toBeUndefined()
    expect(gevraagd).toEqual([])
  })
})
