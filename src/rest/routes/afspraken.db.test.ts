import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakRestproef, mboInschrijving, persoon, type Restproef, voInschrijving } from '../../../test/rest-proef.ts'
import * as voorbeeld from './voorbeelden.ts'

let proef: Restproef
let deelnemerId = ''
const nummer = persoon(1).persoonsnummer
beforeAll(async () => {
  proef = await maakRestproef()
  const geleverd = await proef.bel({ methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving: mboInschrijving() } })
  deelnemerId = String(geleverd.json['deelnemerId'])
  await proef.bel({ als: 'vo', methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving: voInschrijving() } })
})
afterAll(() => proef.weg())

const regels = (json: unknown) => (json as { regels: unknown[] }).regels

describe('aangeboden opleidingen', () => {
  const adres = `/aangeboden-opleidingen/${encodeURIComponent('21MB-Zorg GLR 201A001')}`

  test('K-RIO-01: de hele weg, met spaties in de sleutel; iedereen leest, alleen de eigen school schrijft', async () => {
    const nieuw = await proef.bel({ methode: 'POST', url: '/aangeboden-opleidingen', lichaam: voorbeeld.AANBOD })
    expect([nieuw.status, nieuw.koppen['location']]).toEqual([201, `https://leerroute.example/v1${adres}`])
    expect((await proef.bel({ als: 'niemand', url: adres })).json['aanbod']).toMatchObject(voorbeeld.AANBOD)
    expect((await proef.bel({ als: 'vo', methode: 'POST', url: '/aangeboden-opleidingen', lichaam: voorbeeld.AANBOD })).status).toBe(404)
    expect((await proef.wijzig({ als: 'vo', methode: 'PUT', url: adres, lichaam: voorbeeld.AANBOD })).status).toBe(404)
    expect((await proef.wijzig({ als: 'vo', methode: 'DELETE', url: adres })).status).toBe(404)
    const einde = await proef.wijzig({ methode: 'PUT', url: adres, lichaam: { ...voorbeeld.AANBOD, einddatum: '2027-07-31' } })
    expect([einde.status, einde.json['aanbod']]).toEqual([200, expect.objectContaining({ einddatum: '2027-07-31' })])
    expect((await proef.wijzig({ methode: 'PUT', url: adres, lichaam: { ...voorbeeld.AANBOD, onderwijsaanbieder: '101A001', samenwerkendeOnderwijsaanbieders: ['201A001'], sector: 'VO' } })).status, 'een ander mag het ook niet overnemen').toBe(404)
    expect((await proef.wijzig({ methode: 'DELETE', url: adres })).status).toBe(204)
    expect((await proef.bel({ als: 'niemand', url: adres })).status).toBe(404)
  })

  test('K-RIO-02: een aanbieder van een andere sector wordt geweigerd met wat te doen', async () => {
    const fout = await proef.bel({ methode: 'POST', url: '/aangeboden-opleidingen', lichaam: { ...voorbeeld.AANBOD, sector: 'VO' } })
    expect([fout.status, fout.tekst.includes('sector')]).toEqual([400, true])
    expect(regels((await proef.bel({ als: 'niemand', url: '/aangeboden-opleidingen?brin=11VA' })).json).length).toBe(1)
  })
})

describe('samenwerkingsovereenkomsten', () => {
  const adres = `/samenwerkingsovereenkomsten/${encodeURIComponent('SOK 2026/12 % é')}`
  const bericht = { ...voorbeeld.OVEREENKOMST, kenmerk: 'SOK 2026/12 % é' }

  test('K-SOK-01: de hele weg; beide besturen lezen en wijzigen, een ander bestuur ziet niets', async () => {
    const nieuw = await proef.bel({ methode: 'POST', url: '/samenwerkingsovereenkomsten', lichaam: bericht })
    expect([nieuw.status, nieuw.koppen['location']]).toEqual([201, `https://leerroute.example/v1${adres}`])
    expect([regels((await proef.bel({ als: 'vo', url: '/samenwerkingsovereenkomsten' })).json).length, regels((await proef.bel({ als: 'ander', url: '/samenwerkingsovereenkomsten' })).json).length]).toEqual([2, 0])
    expect((await proef.bel({ als: 'ander', url: adres })).status).toBe(404)
    const korter = await proef.wijzig({ als: 'vo', methode: 'PUT', url: adres, lichaam: { ...bericht, brin: '11VA', tot: '2028-07-31' } })
    expect([korter.status, korter.json['overeenkomst']]).toEqual([200, expect.objectContaining({ tot: '2028-07-31', partijen: ['40001', '50001'] })])
    expect((await proef.wijzig({ als: 'ander', methode: 'DELETE', url: `${adres}?brin=12VB` })).status).toBe(404)
    expect((await proef.wijzig({ methode: 'DELETE', url: `${adres}?brin=11VA` })).status, 'niet namens een ander').toBe(404)
    expect((await proef.wijzig({ methode: 'DELETE', url: `${adres}?brin=21MB` })).status).toBe(204)
    expect((await proef.wijzig({ methode: 'DELETE', url: `${adres}?brin=21MB` })).status).toBe(404)
  })

  test('wie geen partij is legt niets vast, en een overeenkomst met een bestuur is er geen', async () => {
    expect((await proef.bel({ als: 'ander', methode: 'POST', url: '/samenwerkingsovereenkomsten', lichaam: { ...bericht, brin: '12VB' } })).status).toBe(404)
    const fout = await proef.bel({ methode: 'POST', url: '/samenwerkingsovereenkomsten', lichaam: { ...bericht, partijen: ['50001', '50001'] } })
    expect([fout.status, fout.tekst.includes('interne regeling')]).toEqual([400, true])
  })
})

test('K-SOK-02: interne regelingen, de hele weg', async () => {
  const bericht = { bevoegdGezag: '40002', van: '2026-08-01', brin: '12VB' }
  const adres = '/interne-regelingen/40002-2026-08-01'
  expect((await proef.bel({ als: 'vo', methode: 'POST', url: '/interne-regelingen', lichaam: { ...bericht, brin: '11VA' } })).status).toBe(404)
  expect((await proef.bel({ als: 'ander', methode: 'POST', url: '/interne-regelingen', lichaam: bericht })).status).toBe(201)
  expect((await proef.wijzig({ als: 'ander', methode: 'PUT', url: adres, lichaam: { ...bericht, tot: '2027-07-31' } })).json['regeling']).toMatchObject({ tot: '2027-07-31' })
  expect([regels((await proef.bel({ als: 'ander', url: '/interne-regelingen' })).json).length, (await proef.bel({ als: 'vo', url: adres })).status]).toEqual([1, 404])
  expect((await proef.wijzig({ als: 'ander', methode: 'DELETE', url: `${adres}?brin=12VB` })).status).toBe(204)
  for (const methode of ['GET', 'DELETE'] as const) {
    const url = `/interne-regelingen/40002-2026-02-30${methode === 'GET' ? '' : '?brin=12VB'}`
    expect((await proef.bel({ als: 'ander', methode, url, koppen: { 'if-match': '"x"' } })).status, 'een dag die niet bestaat').toBe(404)
  }
})

describe('afspraken over een leerling', () => {
  test('K-CAS-06: leerrouteplannen, de hele weg; een andere school ziet en doet niets', async () => {
    const adres = `/deelnemers/${deelnemerId}/leerrouteplannen/2026-08-01`
    const nieuw = await proef.bel({ methode: 'POST', url: '/leerrouteplannen', lichaam: { persoonsnummer: nummer, brin: '21MB', leerrouteplan: voorbeeld.LEERROUTEPLAN } })
    expect([nieuw.status, nieuw.koppen['location']]).toEqual([201, `https://leerroute.example/v1${adres}`])
    expect((await proef.bel({ als: 'vo', url: adres })).json['leerrouteplan']).toMatchObject(voorbeeld.LEERROUTEPLAN)
    const hoger = await proef.wijzig({ als: 'vo', methode: 'PUT', url: `${adres}?brin=11VA`, lichaam: { ...voorbeeld.LEERROUTEPLAN, beoogdNiveau: 'MBO-4' } })
    expect([hoger.status, hoger.json['leerrouteplan']]).toEqual([200, expect.objectContaining({ beoogdNiveau: 'MBO-4' })])
    expect((await proef.bel({ als: 'ander', url: adres })).status).toBe(404)
    expect((await proef.bel({ als: 'ander', methode: 'DELETE', url: `${adres}?brin=12VB`, koppen: { 'if-match': '"x"' } })).status).toBe(404)
    expect((await proef.wijzig({ methode: 'DELETE', url: `${adres}?brin=21MB` })).status).toBe(204)
    expect(regels((await proef.bel({ url: `/deelnemers/${deelnemerId}/leerrouteplannen` })).json)).toEqual([])
  })

  test('K-DLR-06: een school zet en wist alleen de eigen handtekening, en haalt een ondertekend oordeel niet weg', async () => {
    const adres = `/deelnemers/${deelnemerId}/gezamenlijke-oordelen/2026-06-20`
    const post = (oordeel: object, als: 'vo' | 'mbo') => proef.bel({ als, methode: 'POST', url: '/gezamenlijke-oordelen', lichaam: { persoonsnummer: nummer, brin: als === 'vo' ? '11VA' : '21MB', oordeel } })
    expect((await post(voorbeeld.OORDEEL, 'mbo')).status).toBe(201)
    const valsheid = await post({ ...voorbeeld.OORDEEL, ondertekendMbo: false, ondertekendVo: true }, 'vo')
    expect([valsheid.status, valsheid.tekst.includes('K-DLR-06')]).toEqual([400, true])
    const samen = await proef.wijzig({ als: 'vo', methode: 'PUT', url: `${adres}?brin=11VA`, lichaam: { ...voorbeeld.OORDEEL, ondertekendVo: true } })
    expect(samen.json['oordeel']).toMatchObject({ ondertekendVo: true, ondertekendMbo: true })
    expect((await proef.wijzig({ methode: 'DELETE', url: `${adres}?brin=21MB` })).status).toBe(400)
    expect((await proef.wijzig({ als: 'vo', methode: 'PUT', url: `${adres}?brin=11VA`, lichaam: voorbeeld.OORDEEL })).status).toBe(200)
    expect((await proef.wijzig({ methode: 'DELETE', url: `${adres}?brin=21MB` })).status).toBe(204)
    expect((await proef.bel({ als: 'vo', url: adres })).status).toBe(404)
  })
})
