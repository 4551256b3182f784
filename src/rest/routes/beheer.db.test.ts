import { afterAll, beforeAll, expect, test } from 'vitest'
import { maakRestproef, type Restproef } from '../../../test/rest-proef.ts'
import * as voorbeeld from './voorbeelden.ts'

let proef: Restproef
beforeAll(async () => { proef = await maakRestproef() })
afterAll(() => proef.weg())

test('organisaties: openbaar te lezen, alleen beheer schrijft; wat GET geeft kan terug met PUT', async () => {
  const lijst = await proef.bel({ als: 'niemand', url: '/organisaties?pageSize=2' })
  expect(lijst.json['regels']).toMatchObject([{ brin: '11VA', bevoegdGezag: '40001', onderwijsaanbieders: [{ code: '101A001', sector: 'VO' }] }, { brin: '12VB' }])
  const volgende = await proef.bel({ als: 'niemand', url: `/organisaties?pageSize=2&cursor=${lijst.json['volgende']}` })
  expect([volgende.json['regels'], volgende.json['volgende']]).toMatchObject([[{ brin: '21MB' }], null])
  for (const als of ['mbo', 'duo'] as const) expect([als, (await proef.bel({ als, methode: 'POST', url: '/organisaties', lichaam: voorbeeld.ORGANISATIE })).status]).toEqual([als, 403])
  const nieuw = await proef.bel({ als: 'beheer', methode: 'POST', url: '/organisaties', lichaam: voorbeeld.ORGANISATIE })
  expect([nieuw.status, nieuw.koppen['location']]).toEqual([201, 'https://leerroute.example/v1/organisaties/15VD'])
  const adres = '/organisaties/15VD'
  const gelezen = await proef.bel({ als: 'niemand', url: adres })
  const terug = await proef.wijzig({ als: 'beheer', methode: 'PUT', url: adres, lichaam: gelezen.json })
  expect([terug.status, terug.koppen['etag']]).toEqual([200, gelezen.koppen['etag']])
  const anders = await proef.wijzig({ als: 'beheer', methode: 'PUT', url: adres, lichaam: { ...(gelezen.json as unknown as object), naam: 'De Oude Kade' } })
  expect([anders.json['naam'], anders.koppen['etag'] === gelezen.koppen['etag']]).toEqual(['De Oude Kade', false])
  expect((await proef.wijzig({ als: 'beheer', methode: 'PUT', url: adres, lichaam: { ...voorbeeld.ORGANISATIE, identificaties: [{ soort: 'BRIN', waarde: '16VE', geldigVan: '2026-08-01' }] } })).status).toBe(400)
  expect((await proef.bel({ als: 'niemand', url: '/organisaties/99ZZ' })).status).toBe(404)
})

test('een code die bij een ander hoort wordt geweigerd met wat te doen, en dan is er niets vastgelegd', async () => {
  const bericht = { ...voorbeeld.ORGANISATIE, naam: 'Dief', identificaties: [{ soort: 'BRIN', waarde: '17VF', geldigVan: '2026-08-01' }, { soort: 'VESTIGING', waarde: '11VA00', geldigVan: '2026-08-01' }], onderwijsaanbieders: [{ code: '101A001', sector: 'VO', geldigVan: '2026-08-01' }] }
  const fout = await proef.bel({ als: 'beheer', methode: 'POST', url: '/organisaties', lichaam: bericht })
  expect([fout.status, fout.tekst.includes('identificaties')]).toEqual([400, true])
  expect((await proef.bel({ als: 'niemand', url: '/organisaties/17VF' })).status).toBe(404)
})

test('schoolvakanties: openbaar te lezen, alleen beheer schrijft', async () => {
  expect((await proef.bel({ methode: 'POST', url: '/schoolvakanties', lichaam: voorbeeld.SCHOOLVAKANTIE })).status).toBe(403)
  expect((await proef.bel({ als: 'beheer', methode: 'POST', url: '/schoolvakanties', lichaam: voorbeeld.SCHOOLVAKANTIE })).status).toBe(201)
  expect((await proef.bel({ als: 'beheer', methode: 'POST', url: '/schoolvakanties', lichaam: voorbeeld.SCHOOLVAKANTIE })).json['uitkomst']).toBe('ongewijzigd')
  expect((await proef.bel({ als: 'niemand', url: '/schoolvakanties' })).json['regels']).toEqual([voorbeeld.SCHOOLVAKANTIE])
  expect((await proef.bel({ als: 'beheer', methode: 'POST', url: '/schoolvakanties', lichaam: { van: '2027-10-24', tot: '2027-10-16' } })).status).toBe(400)
})
