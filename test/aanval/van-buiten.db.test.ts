/** Aanvallen op de luisterende server, byte voor byte: koppen die liegen, verzoeken die twee dingen tegelijk zeggen, en regels die het log willen vervalsen. */
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leesMedewerkers } from '../../src/makelaar/index.ts'
import { MEDEWERKERS_BESTAND } from '../../src/server/wereld-medewerkers.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'

let server: HeleServer
let poort = 0
const log: string[] = []
beforeAll(async () => {
  server = await startHeleServer({ niveau: 'fijn', log: (regel) => log.push(regel), omgeving: { LEERROUTE_LIMIET_PER_MINUUT: '40' } })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  poort = (server.app.server.address() as AddressInfo).port
}, 60_000)
afterAll(() => server.weg())

/** Stuurt deze regels zoals zij zijn en geeft alles wat terugkomt tot de server ophangt. */
function stuurRuw(regels: readonly string[], lichaam = ''): Promise<string> {
  return new Promise((klaar, mis) => {
    let terug = ''
    const lijn = connect(poort, '127.0.0.1', () => lijn.write(`${regels.join('\r\n')}\r\n\r\n${lichaam}`))
    lijn.setEncoding('utf8').on('data', (stuk: string) => { terug += stuk }).on('end', () => klaar(terug)).on('error', mis)
  })
}
const HOST = 'Host: 127.0.0.1'
const SLUIT = 'Connection: close'
const statussen = (antwoord: string): readonly number[] => [...antwoord.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
const kop = (antwoord: string, naam: string): string => new RegExp(`^${naam}: (.*)$`, 'im').exec(antwoord)?.[1]?.trim() ?? ''
const formulier = (pad: string, velden: Readonly<Record<string, string>>, koppen: readonly string[] = []): Promise<string> => {
  const lichaam = new URLSearchParams(velden).toString()
  return stuurRuw([`POST ${pad} HTTP/1.1`, HOST, SLUIT, 'Content-Type: application/x-www-form-urlencoded', `Content-Length: ${lichaam.length}`, ...koppen], lichaam)
}

describe('koppen die liegen', () => {
  it('M-06: een andere X-Forwarded-For bij elk verzoek ontwijkt de grens op raden niet', async () => {
    const raad = (i: number) => formulier('/oauth/token', { grant_type: 'client_credentials', client_id: 'x', client_assertion: 'x' }, [`X-Forwarded-For: 198.51.100.${i}`, `Forwarded: for=198.51.100.${i}`, `X-Real-IP: 198.51.100.${i}`])
    const uit: number[] = []
    // Op een trage machine loopt de voorraad onderweg weer wat vol.
    for (let i = 0; i < 100 && uit.at(-1) !== 429; i += 1) uit.push(...statussen(await raad(i)))
    expect([uit.slice(0, 5).includes(429), uit.at(-1)]).toEqual([false, 429])
  })
  it('A-12: een vreemde Host krijgt niets, en X-Forwarded-Host stuurt niemand naar een andere site', async () => {
    expect(statussen(await stuurRuw(['GET /inloggen HTTP/1.1', 'Host: kwaad.example', SLUIT]))).toEqual([421])
    const door = await stuurRuw(['GET /inloggen/start HTTP/1.1', HOST, SLUIT, 'X-Forwarded-Host: kwaad.example', 'Forwarded: host=kwaad.example;proto=https', 'X-Original-URL: https://kwaad.example/', 'X-Rewrite-URL: /beheer/gebruikers'])
    expect([statussen(door), kop(door, 'location').startsWith('http://127.0.0.1'), door.includes('kwaad.example')]).toEqual([[303], true, false])
  })
  it('M-06: een certificaat in een kop, en een andere methode in een kop, doen niets', async () => {
    const anoniem = await stuurRuw(['GET /v1/deelnemers HTTP/1.1', HOST, SLUIT, 'Client-Cert: :MIIB:', 'X-Client-Cert: x', 'X-SSL-Client-Verify: SUCCESS'])
    expect(statussen(anoniem)).toEqual([401])
    const [gewoon, anders] = [await stuurRuw(['GET /regels HTTP/1.1', HOST, SLUIT]), await stuurRuw(['GET /regels HTTP/1.1', HOST, SLUIT, 'X-HTTP-Method-Override: DELETE', 'X-Method-Override: POST'])]
    expect([statussen(gewoon), statussen(anders)]).toEqual([[200], [200]])
  })
})

describe('een verzoek dat twee dingen tegelijk zegt', () => {
  it.each([
    ['een lengte en stukken tegelijk', ['Content-Length: 4', 'Transfer-Encoding: chunked']],
    ['twee lengtes', ['Content-Length: 4', 'Content-Length: 40']],
    ['een onbekende codering', ['Transfer-Encoding: xchunked']],
    ['een spatie voor de dubbele punt', ['Content-Length : 40']],
  ])('request smuggling: %s is een verzoek dat niet te lezen is, en het gesmokkelde verzoek krijgt geen antwoord', async (_naam, koppen) => {
    const terug = await stuurRuw(['POST /inloggen/token HTTP/1.1', HOST, 'Content-Type: application/x-www-form-urlencoded', ...koppen], `0\r\n\r\nGET /v1/openapi.json HTTP/1.1\r\n${HOST}\r\n${SLUIT}\r\n\r\n`)
    expect(statussen(terug)).toEqual([400])
  })
  it('A-12: een heel adres in de eerste regel kiest geen andere site en geeft geen storing', async () => {
    for (const pad of ['http://kwaad.example/inloggen/terug?state=x', 'http://kwaad.example/inloggen/start', '//kwaad.example/inloggen/start', '/\\kwaad.example']) {
      const terug = await stuurRuw([`GET ${pad} HTTP/1.1`, HOST, SLUIT])
      const [status = 0] = statussen(terug)
      expect([pad, status >= 400 && status < 500, terug.includes('kwaad')]).toEqual([pad, true, false])
    }
  })
})

describe('regels die het log willen vervalsen', () => {
  const VALS = '{"niveau":"fout","melding":"VALSE-REGEL"}'
  it('log injection: wat iemand ook stuurt, elke logregel blijft een regel en draagt niets van hem', async () => {
    const voor = log.length
    await stuurRuw([`GET /studenten/%0d%0a${encodeURIComponent(VALS)} HTTP/1.1`, HOST, SLUIT, `User-Agent: ${VALS}`, `X-Request-Id: ${VALS}`, `Referer: ${VALS}`, `traceparent: 00-${VALS}`])
    await formulier('/inloggen/token', { gebruikersnaam: `x\r\n${VALS}`, wachtwoord: VALS, code: `1\n${VALS}` }, ['Origin: http://127.0.0.1'])
    await stuurRuw(['GET /v1/deelnemers HTTP/1.1', HOST, SLUIT, `Authorization: Bearer ${VALS.replaceAll(' ', '')}`])
    await stuurRuw([`GET /${VALS} HTTP/1.1`, HOST, SLUIT])
    const nieuw = log.slice(voor)
    expect(nieuw.length).toBeGreaterThanOrEqual(3)
    for (const regel of nieuw) expect([regel.includes('VALSE-REGEL'), typeof JSON.parse(regel)]).toEqual([false, 'object'])
  })
})

describe('een trage verzender', () => {
  it('S-101: een lichaam dat druppelt houdt een verbinding hooguit een kwartier, koppen een halve minuut, en er is een grens aan verbindingen', () => {
    const { requestTimeout, headersTimeout, maxConnections } = server.app.server
    expect({ requestTimeout, headersTimeout, maxConnections }).toEqual({ requestTimeout: 900_000, headersTimeout: 30_000, maxConnections: 5_000 })
  })
  it('S-101: een half verzoek houdt een ander niet op, en na ophangen is er niets gebeurd', async () => {
    const halve = Array.from({ length: 30 }, () => connect(poort, '127.0.0.1'))
    await Promise.all(halve.map((lijn) => new Promise<void>((klaar) => { lijn.once('connect', () => lijn.write(`POST /inloggen/token HTTP/1.1\r\n${HOST}\r\nOrigin: http://127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\ngebruikersnaam=`, () => klaar())) })))
    expect(statussen(await stuurRuw(['GET /healthz HTTP/1.1', HOST, SLUIT]))).toEqual([200])
    const poging = async (): Promise<unknown> => (await server.eigen.database.pool.query('select count(*)::int as n from bewijspoging')).rows
    const voor = await poging()
    for (const lijn of halve) lijn.destroy()
    expect(statussen(await stuurRuw(['GET /readyz HTTP/1.1', HOST, SLUIT]))).toEqual([200])
    expect(await poging()).toEqual(voor)
  })
})

it('P-01: het wachtwoord van een oud account komt bij een mislukte inlog niet in het log of het antwoord', async () => {
  const token = leesMedewerkers(MEDEWERKERS_BESTAND).find(({ id }) => id === 'veldhoorn-overstapper')?.token
  const voor = log.length
  const terug = await formulier('/inloggen/token', { gebruikersnaam: token?.gebruikersnaam ?? '', wachtwoord: token?.wachtwoord ?? '', code: '000000' }, ['Origin: http://127.0.0.1'])
  expect(statussen(terug)).toEqual([403])
  expect([terug.includes(token?.wachtwoord ?? 'x'), log.slice(voor).join('\n').includes(token?.wachtwoord ?? 'x')]).toEqual([false, false])
})

// Als laatste: hierna is de voorraad van dit adres op.
it('S-18: inloggen blijven proberen, elke keer onder een ander adres in een kop, stopt met een bladzijde die zegt hoe lang', async () => {
  let laatste = ''
  for (let i = 0; i < 200 && statussen(laatste)[0] !== 429; i += 1) laatste = await formulier('/inloggen/terug', { SAMLResponse: 'x' }, [`X-Forwarded-For: 198.51.100.${i}`])
  expect([statussen(laatste), Number(kop(laatste, 'retry-after')) > 0]).toEqual([[429], true])
  expect(laatste).toMatch(/te veel (bladzijden|pogingen om in te loggen)\..*Probeer het over \d+ seconden? opnieuw\./s)
})
