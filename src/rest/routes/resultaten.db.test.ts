import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakRestproef, mboInschrijving, persoon, type Restproef, voInschrijving } from '../../../test/rest-proef.ts'
import * as voorbeeld from './voorbeelden.ts'

let proef: Restproef
let deelnemerId = ''
const nummer = persoon(1).persoonsnummer
beforeAll(async () => {
  proef = await maakRestproef()
  const inschrijving = mboInschrijving('MBO', { inschrijvingvolgnummer: 'E9001' })
  const geleverd = await proef.bel({ methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving } })
  deelnemerId = String(geleverd.json['deelnemerId'])
  await proef.bel({ als: 'vo', methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving: voInschrijving() } })
})
afterAll(() => proef.weg())

const DINGEN = [
  { naam: 'diploma', lijst: 'diplomas', id: '21MB-D1', bericht: voorbeeld.DIPLOMA, anders: { datum: '2026-11-21' } },
  { naam: 'onderdeel', lijst: 'onderdelen', id: '21MB-KEUZEDEEL-O1', bericht: { ...voorbeeld.ONDERDEEL, bijzonderheden: { cijfer: '7' } }, anders: { behaald: false } },
  { naam: 'bpv', lijst: 'praktijkovereenkomsten', id: '21MB-E9001_B1', bericht: voorbeeld.BPV, anders: { datumEindeWerkelijk: '2026-12-31' } },
] as const

describe.each(DINGEN)('$lijst', ({ naam, lijst, id, bericht, anders }) => {
  const post = (inhoud: object, persoonsnummer = nummer, als: 'mbo' | 'ander' | 'kijker' = 'mbo') => proef.bel({ als, methode: 'POST', url: `/${lijst}`, lichaam: { persoonsnummer, [naam]: inhoud } })
  const adres = (wie = deelnemerId) => `/deelnemers/${wie}/${lijst}/${id}`

  test('de hele weg: maken, lezen, terugsturen, wijzigen, vervallen (S-07, S-16)', async () => {
    const nieuw = await post(bericht)
    expect([nieuw.status, nieuw.koppen['location']]).toEqual([201, `https://leerroute.example/v1${adres()}`])
    expect((await post(bericht)).json['uitkomst']).toBe('ongewijzigd')
    const gelezen = await proef.bel({ url: adres() })
    expect(gelezen.json[naam]).toMatchObject(bericht)
    const terug = await proef.wijzig({ methode: 'PUT', url: adres(), lichaam: gelezen.json[naam] })
    expect([terug.status, terug.koppen['etag']]).toEqual([200, gelezen.koppen['etag']])
    const gewijzigd = await proef.wijzig({ methode: 'PUT', url: adres(), lichaam: { ...bericht, ...anders } })
    expect([gewijzigd.status, gewijzigd.json[naam]]).toEqual([200, expect.objectContaining(anders)])
    expect(((await proef.bel({ url: `/deelnemers/${deelnemerId}/${lijst}` })).json['regels'] as unknown as unknown[]).length).toBe(1)
    expect((await proef.bel({ methode: 'DELETE', url: adres() })).status).toBe(428)
    expect((await proef.wijzig({ methode: 'DELETE', url: adres() })).status).toBe(204)
    expect((await proef.wijzig({ methode: 'DELETE', url: adres() })).status).toBe(404)
    expect((await proef.bel({ url: adres() })).status).toBe(404)
    expect((await post(bericht)).status).toBe(201)
  })

  test('Z-02, P-05: een school zonder relatie krijgt voor bestaand en onbekend hetzelfde, lezend en schrijvend; raadplegen schrijft niet', async () => {
    const onbekend = '01890000-0000-7000-8000-00000000dead'
    for (const vraag of [{}, { methode: 'DELETE', koppen: { 'if-match': '"x"' } }, { methode: 'PUT', koppen: { 'if-match': '"x"' }, lichaam: bericht }] as const) {
      const [vreemd, weg] = [await proef.bel({ als: 'ander', url: adres(), ...vraag }), await proef.bel({ als: 'ander', url: adres(onbekend), ...vraag })]
      expect([vreemd.status, vreemd.tekst.replaceAll(deelnemerId, 'ID')]).toEqual([404, weg.tekst.replaceAll(onbekend, 'ID')])
    }
    const [anderen, niemand] = [await post({ ...bericht, brin: '12VB' }, nummer, 'ander'), await post({ ...bericht, brin: '12VB' }, persoon(999).persoonsnummer, 'ander')]
    expect([anderen.status, anderen.tekst]).toEqual([niemand.status, niemand.tekst])
    expect((await post(bericht, nummer, 'kijker')).status).toBe(403)
  })

  test('het adres en het bericht gaan over hetzelfde; een fout bericht slaat niets op', async () => {
    expect((await proef.wijzig({ methode: 'PUT', url: adres(), lichaam: { ...bericht, brin: '22MC' } })).status).toBe(400)
    const voor = await proef.tel('audit_regel')
    const fout = await post({ ...bericht, ...(naam === 'bpv' ? { datumEindeGepland: '2020-01-01' } : { datum: '2026-02-30' }) })
    expect([fout.status, fout.tekst.includes(naam === 'bpv' ? 'datumEindeGepland' : 'datum')]).toEqual([400, true])
    expect(fout.tekst).not.toContain(nummer)
    expect(await proef.tel('audit_regel')).toBe(voor)
  })
})

describe('wat een andere school in de leerroute ziet', () => {
  test('diploma en praktijkovereenkomst wel, losse onderdelen niet', async () => {
    const ziet = async (lijst: string) => ((await proef.bel({ als: 'vo', url: `/deelnemers/${deelnemerId}/${lijst}` })).json['regels'] as unknown as unknown[]).length
    expect([await ziet('diplomas'), await ziet('praktijkovereenkomsten'), await ziet('onderdelen')]).toEqual([1, 1, 0])
    expect((await proef.bel({ als: 'vo', url: `/deelnemers/${deelnemerId}/onderdelen/21MB-KEUZEDEEL-O1` })).status).toBe(404)
    expect((await proef.wijzig({ als: 'vo', methode: 'DELETE', url: `/deelnemers/${deelnemerId}/diplomas/21MB-D1` })).status).toBe(404)
    expect((await proef.bel({ als: 'duo', url: `/deelnemers/${deelnemerId}/onderdelen/21MB-KEUZEDEEL-O1` })).status).toBe(200)
  })
})
