import { afterAll, beforeAll, expect, test } from 'vitest'
import { maakRestproef, mboInschrijving, persoon, type Restproef, voInschrijving } from '../../../test/rest-proef.ts'
import * as voorbeeld from './voorbeelden.ts'

let proef: Restproef
let deelnemerId = ''
const over = { persoonsnummer: persoon(1).persoonsnummer, brin: '21MB' }
beforeAll(async () => {
  proef = await maakRestproef()
  deelnemerId = String((await proef.bel({ methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving: mboInschrijving() } })).json['deelnemerId'])
  await proef.bel({ als: 'vo', methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving: voInschrijving() } })
})
afterAll(() => proef.weg())

const regels = (json: unknown) => (json as { regels: unknown[] }).regels

test('K-VZM-07: gemiste uren vastleggen, vervangen en met 0 intrekken; de partner in de leerroute ziet ze, een andere school niet', async () => {
  const post = (afwezigheid: object, als: 'mbo' | 'vo' = 'mbo') => proef.bel({ als, methode: 'POST', url: '/afwezigheden', lichaam: { ...over, afwezigheid } })
  expect((await post(voorbeeld.AFWEZIGHEID)).status).toBe(201)
  expect((await post({ ...voorbeeld.AFWEZIGHEID, uren: 2 })).json['uitkomst']).toBe('gewijzigd')
  const adres = `/deelnemers/${deelnemerId}/afwezigheden`
  expect(regels((await proef.bel({ als: 'vo', url: adres })).json)).toMatchObject([{ brin: '21MB', afwezigheid: { datum: '2026-11-20', uren: 2, geoorloofd: false } }])
  expect((await proef.bel({ als: 'ander', url: adres })).status).toBe(404)
  expect((await post(voorbeeld.AFWEZIGHEID, 'vo')).status, 'namens een ander').toBe(404)
  const fout = await post({ ...voorbeeld.AFWEZIGHEID, uren: 3.333 })
  expect([fout.status, fout.tekst.includes('uren')]).toEqual([400, true])
  expect((await post({ ...voorbeeld.AFWEZIGHEID, uren: 0 })).status).toBe(200)
  expect(regels((await proef.bel({ url: adres })).json)).toEqual([])
})

test('K-VZM-06: melden, nog eens melden, intrekken, en niet voor de dag van indienen', async () => {
  const post = () => proef.bel({ methode: 'POST', url: '/verzuimmeldingen', lichaam: { ...over, verzuimmelding: { ...voorbeeld.MELDING, ingediendOp: '2026-11-21' } } })
  const eerste = await post()
  const weer = await post()
  expect([eerste.status, weer.status, weer.json['uitkomst'], weer.json['meldingId']]).toEqual([201, 200, 'ongewijzigd', eerste.json['meldingId']])
  const adres = `/deelnemers/${deelnemerId}/verzuimmeldingen/${eerste.json['meldingId']}`
  expect(eerste.koppen['location']).toBe(`https://leerroute.example/v1${adres}`)
  expect((await proef.bel({ als: 'vo', url: adres })).json).toMatchObject({ melding: voorbeeld.MELDING, ingetrokkenOp: null })
  const trekIn = (ingetrokkenOp: string, als: 'mbo' | 'vo' | 'ander' = 'mbo') => proef.bel({ als, methode: 'POST', url: `${adres}/intrekkingen`, lichaam: { ingetrokkenOp } })
  expect([(await trekIn('2026-11-22', 'ander')).status, (await trekIn('2026-11-22', 'vo')).status]).toEqual([404, 404])
  const teVroeg = await trekIn('2026-11-20')
  expect([teVroeg.status, teVroeg.tekst.includes('K-VZM-06')]).toEqual([400, true])
  expect([(await trekIn('2026-11-22')).json['uitkomst'], (await trekIn('2026-11-22')).json['uitkomst']]).toEqual(['gewijzigd', 'ongewijzigd'])
  expect((await proef.bel({ url: adres })).json['ingetrokkenOp']).toBe('2026-11-22')
  expect(regels((await proef.bel({ url: `/deelnemers/${deelnemerId}/verzuimmeldingen` })).json).length).toBe(1)
  expect((await proef.bel({ url: adres.replace(/[0-9a-f]{4}$/, 'dead') })).status).toBe(404)
})

test('K-ROD-06: de vo-school legt de afronding vast en trekt haar in; het mbo niet; ETag telt', async () => {
  const adres = `/deelnemers/${deelnemerId}/vo-afrondingen/11VA`
  const leeg = await proef.bel({ als: 'vo', url: adres })
  expect(leeg.json).toEqual({ brin: '11VA', afgerondOp: null })
  const gezet = await proef.wijzig({ als: 'vo', methode: 'PUT', url: adres, lichaam: { afgerondOp: '2026-07-31' } })
  expect([gezet.status, gezet.json['afgerondOp']]).toEqual([200, '2026-07-31'])
  expect((await proef.bel({ als: 'vo', methode: 'PUT', url: adres, lichaam: { afgerondOp: '2026-06-30' }, koppen: { 'if-match': leeg.koppen['etag'] ?? '' } })).status).toBe(412)
  expect((await proef.bel({ url: `/deelnemers/${deelnemerId}` })).json['voActiviteitenAfgerondOp']).toBe('2026-07-31')
  expect((await proef.bel({ als: 'ander', url: adres })).status).toBe(404)
  expect((await proef.bel({ methode: 'DELETE', url: adres, koppen: { 'if-match': gezet.koppen['etag'] ?? '' } })).status, 'het mbo gaat niet over het vo').toBe(404)
  expect((await proef.wijzig({ als: 'vo', methode: 'DELETE', url: adres })).status).toBe(204)
  expect((await proef.bel({ als: 'vo', url: adres })).json['afgerondOp']).toBeNull()
})
