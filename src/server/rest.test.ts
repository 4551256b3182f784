import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { momentVan } from '../kern/datum.ts'
import { maakProefbron } from '../portal/leerling/fixtures/bron.ts'
import { maakProefdeur, maakProefsessies } from '../portal/leerling/fixtures/sessies.ts'
import { herkenAanroeper, maakPogingen, maakVerbindingslezer, type Sleutelbronnen } from '../rest/index.ts'
import { geheimhash, systeemactor } from '../toegang/index.ts'
import { bouwApp } from './app.ts'
import { maakRest } from './rest.ts'

const NU = new Date('2026-11-24T10:04:00Z')
const config = { basisUrl: 'http://localhost:8080', limietPerMinuut: 0, maxBestand: 1_000, machinepoort: undefined, modus: 'ontwikkeling' as const, proxyAdressen: [], tokensleutelBestand: '/nergens/tokensleutels.json' }
const lezer = maakVerbindingslezer({ controle: () => undefined, proxyAdressen: [], nu: () => NU })
const app = bouwApp({
  config: { host: '127.0.0.1', ontwikkeling: true }, bron: maakProefbron(), sessies: maakProefsessies(momentVan(NU)), deur: maakProefdeur(() => NU), sleutels: { sessie: Buffer.alloc(32, 7) }, nu: () => NU, isGereed: () => Promise.resolve(true),
  rest: maakRest({ config, https: false, klaar: () => undefined, lezer, nu: () => NU, meldStoring: () => undefined }),
})
let poort = 0
beforeAll(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  poort = (app.server.address() as { port: number }).port
})
afterAll(() => app.close())

/** Schrijft kale bytes, zoals een slordige of kwaadwillende beller. */
function kaal(tekst: string): Promise<string> {
  return new Promise((klaar) => {
    let alles = ''
    const lijn = connect(poort, '127.0.0.1', () => lijn.write(tekst))
    lijn.on('data', (stuk) => { alles += String(stuk) }).on('error', () => undefined).on('close', () => klaar(alles))
  })
}

describe('fouten voordat de REST-deur aan de beurt is', () => {
  const begin = 'POST /v1/inschrijvingen HTTP/1.1\r\nHost: localhost\r\n'
  test.each([
    ['geen HTTP', 'hallo\r\n\r\n', 400],
    ['twee lengtes', `${begin}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`, 400],
    ['lengte en stukken tegelijk (smokkelen)', `${begin}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ['een onmogelijk stuk', `${begin}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, 400],
    ['een kop met een stuurteken', `${begin}X-A: a\u0000b\r\n\r\n`, 400],
    ['koppen van 40 kB', `${begin}X-A: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
  ])('S-10, S-101: %s geeft problem+json met alle koppen, en niets terug van het verzoek', async (_naam, bytes, status) => {
    const antwoord = await kaal(bytes)
    expect(antwoord).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(antwoord).toMatch(/api-version: 1\.0\.0[\s\S]*content-type: application\/problem\+json/)
    expect(antwoord).not.toMatch(/hallo|X-A|aaaa/)
  })
  test.each([['/v1/%ff', 'localhost', 400, 'adres-onleesbaar'], ['/v1/niets', 'kwaad.example', 421, 'verkeerd-adres'], ['/v1/niets', 'localhost', 404, 'niet-gevonden'], ['/v1', 'localhost', 404, 'niet-gevonden']])('S-03, S-10: %s op %s geeft %i als problem+json', async (url, host, status, code) => {
    const antwoord = await app.inject({ url, headers: { host, accept: 'text/html' } })
    expect([antwoord.statusCode, antwoord.headers['api-version'], antwoord.json<{ type: string }>().type]).toEqual([status, '1.0.0', `http://localhost:8080/v1/problemen/${code}`])
  })
  test('de voet van het portaal wijst naar de documentatie, en die is er voordat de database er is', async () => {
    const bladzijde = await app.inject({ url: '/v1/docs', headers: { host: 'localhost' } })
    expect([bladzijde.statusCode, bladzijde.body.includes('Koppelvlak voor systemen'), bladzijde.body.includes('href="/v1/docs"')]).toEqual([200, true, true])
    expect(bladzijde.body.match(/ style="|<style|<script(?! src=)|(src|href|action)="(https?:)?\/\/[^"]*/g)).toBeNull()
  })
})

describe('wie er belt', () => {
  const koppeling = { id: 'koppeling:1', soort: 'school', rollen: [{ rol: 'verzuim', brin: '21MB' }] } as const
  const bronnen = (proef: boolean): Sleutelbronnen => ({
    proefactoren: new Map(proef ? [['duo-behandelaar', { id: 'duo', soort: 'duo', rollen: [] }]] : []),
    pogingen: maakPogingen(0, () => NU),
    koppelingVan: (hash) => Promise.resolve(hash.equals(geheimhash('leerroute_goed')) ? koppeling : undefined),
  })
  const herken = (authorization: string | undefined, ip = '127.0.0.1', proef = true) => herkenAanroeper(bronnen(proef), { authorization, ip })

  test('een proefsleutel werkt alleen in de proefomgeving en vanaf dezelfde computer', async () => {
    expect(await herken('Bearer proef-duo-behandelaar')).toEqual({ actor: { id: 'duo', soort: 'duo', rollen: [] } })
    expect(await herken('Bearer proef-beheer', '::1')).toEqual({ actor: systeemactor('proef-beheer') })
    expect(await herken('Bearer proef-beheer', '192.0.2.7')).toEqual({ onherkend: 'onbekend' })
    expect(await herken('Bearer proef-beheer', '127.0.0.1', false)).toEqual({ onherkend: 'onbekend' })
    expect(await herken('Bearer proef-niemand')).toEqual({ onherkend: 'onbekend' })
  })
  test('een sleutel van een koppeling werkt overal', async () => {
    expect(await herken('bearer leerroute_goed', '192.0.2.7', false)).toEqual({ actor: koppeling })
    expect(await herken('Bearer leerroute_fout')).toEqual({ onherkend: 'onbekend' })
  })
  test.each([[undefined, 'geen-sleutel'], ['', 'geen-sleutel'], ['Basic abc', 'andere-vorm'], ['Bearer', 'andere-vorm'], ['Bearer a b', 'andere-vorm'], [`Bearer ${'a'.repeat(5_000)}`, 'andere-vorm'], [`Bearer ${'a'.repeat(300)}`, 'onbekend'], ['Bearer eyJhbGciOiJub25lIn0.e30.', 'onbekend']])('Authorization: %s is %s', async (kop, onherkend) => {
    expect(await herken(kop)).toEqual({ onherkend })
  })
  test('S-18: raden naar sleutels kost eerst een poging en dan pas een vraag aan de database; wie klopt, wacht niet op het raden van een ander', async () => {
    let gevraagd = 0
    const bron: Sleutelbronnen = { ...bronnen(false), pogingen: maakPogingen(1_200, () => NU), koppelingVan: (hash) => { gevraagd += 1; return bronnen(false).koppelingVan?.(hash) ?? Promise.resolve(undefined) } }
    const als = (sleutel: string, ip: string) => herkenAanroeper(bron, { authorization: `Bearer ${sleutel}`, ip })
    expect(await als('leerroute_goed', '192.0.2.7')).toEqual({ actor: koppeling })
    for (let i = 0; i < 30; i++) expect(await als(`leerroute_fout${i}`, '192.0.2.7')).toEqual({ onherkend: 'onbekend' })
    expect(gevraagd).toBe(31)
    expect(await als('leerroute_fout', '192.0.2.7')).toEqual({ wachtSeconden: 2 })
    expect(gevraagd).toBe(31)
    expect(await als('leerroute_goed', '192.0.2.7')).toEqual({ actor: koppeling })
    expect(await als('leerroute_fout', '192.0.2.8')).toEqual({ onherkend: 'onbekend' })
  })
  test('ADR 0032: zonder LEERROUTE_SLEUTELS=ja werkt een sleutel van een koppeling in productie niet, en is er geen vraag aan de database', async () => {
    const { koppelingVan: _uit, ...zonder } = bronnen(false)
    expect(await herkenAanroeper(zonder, { authorization: 'Bearer leerroute_goed', ip: '127.0.0.1' })).toEqual({ onherkend: 'onbekend' })
  })
})
