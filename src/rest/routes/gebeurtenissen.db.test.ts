import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GEHEIM } from '../../../test/gebeurtenis/ontvanger.ts'
import { maakRestproef, mboInschrijving, persoon, type Restproef } from '../../../test/rest-proef.ts'
import { publiceer } from '../../gebeurtenis/index.ts'

let proef: Restproef
let deelnemerId = ''
beforeAll(async () => {
  proef = await maakRestproef()
  const geleverd = await proef.bel({ methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving: mboInschrijving() } })
  deelnemerId = String(geleverd.json['deelnemerId'])
  await publiceer(proef.database, '00000099000000001000')
})
afterAll(() => proef.weg())

const regels = (json: unknown): Record<string, never>[] => (json as { regels: Record<string, never>[] }).regels

describe('het logboek over REST', () => {
  test('S-45: met `na` verder lezen geeft elke gebeurtenis een keer; de verwijzing brengt naar de inhoud', async () => {
    const ids: unknown[] = []
    let na = ''
    for (let i = 0; i < 100; i += 1) {
      const { status, json, koppen } = await proef.bel({ url: `/gebeurtenissen?pageSize=2${na === '' ? '' : `&na=${na}`}` })
      expect(status).toBe(200)
      ids.push(...regels(json).map((g) => g['id']))
      na = String(json['volgende'])
      expect(koppen['link'] !== undefined).toBe(json['meer'] as boolean)
      if (!(json['meer'] as boolean)) break
    }
    expect(ids.length).toBeGreaterThan(2)
    expect(new Set(ids).size).toBe(ids.length)
    const gebeurtenis = (await proef.bel({ url: '/gebeurtenissen?soort=inschrijvingen.vastgelegd' })).json['regels'][0]
    expect(gebeurtenis).toMatchObject({ specversion: '1.0', type: 'nl.onderwijs.inschrijvingen.vastgelegd.v1', subject: deelnemerId, data: { school: '21MB' } })
    expect(gebeurtenis).not.toHaveProperty('sequence')
    const inhoud = await proef.bel({ url: String(gebeurtenis?.['data']['verwijzing']).replace('https://leerroute.example/v1', '') })
    expect([inhoud.status, inhoud.tekst.includes('21MB')]).toEqual([200, true])
    const signaal = (await proef.bel({ url: '/gebeurtenissen?soort=signalen.geopend' })).json['regels'][0]
    expect((await proef.bel({ url: String(signaal?.['data']['verwijzing']).replace('https://leerroute.example/v1', '') })).json['signaalId']).toBe(signaal?.['subject'])
  })

  test('Z-02: een andere school leest niets, zonder sleutel 401, een vreemde cursor of soort is een fout', async () => {
    expect((await proef.bel({ als: 'ander', url: '/gebeurtenissen' })).json['regels']).toEqual([])
    expect((await proef.bel({ als: 'niemand', url: '/gebeurtenissen' })).status).toBe(401)
    const fout = await proef.bel({ url: '/gebeurtenissen?na=x' })
    expect([fout.status, fout.tekst.includes('volgende')]).toEqual([400, true])
    expect((await proef.bel({ url: '/gebeurtenissen?soort=alles' })).status).toBe(400)
  })

  test('S-43: dataschema is een bladzijde met het schema, zonder sleutel te lezen', async () => {
    const { dataschema } = (await proef.bel({ url: '/gebeurtenissen?pageSize=1' })).json['regels'][0] as unknown as { dataschema: string }
    const schema = await proef.bel({ als: 'niemand', url: dataschema.replace('https://leerroute.example/v1', '') })
    expect([schema.status, schema.json['$id'], Object.keys(schema.json['properties'] ?? {})]).toEqual([200, dataschema, ['school', 'verwijzing']])
  })
})

describe('abonnementen over REST', () => {
  const lichaam = { url: 'https://sis.school.example/leerroute', soorten: ['signalen.geopend'], geheim: GEHEIM }

  test('S-16, S-17, S-44: maken, tonen, wijzigen en opzeggen; het geheim komt in geen enkel antwoord', async () => {
    const nieuw = await proef.bel({ methode: 'POST', url: '/abonnementen', lichaam, sleutel: 'abonnement-1' })
    expect([nieuw.status, nieuw.json['staat'], nieuw.json['school']]).toEqual([201, 'wacht-op-controle', '21MB'])
    const adres = `/abonnementen/${String(nieuw.json['abonnementId'])}`
    expect(nieuw.koppen['location']).toBe(`https://leerroute.example/v1${adres}`)
    const herhaald = await proef.bel({ methode: 'POST', url: '/abonnementen', lichaam, sleutel: 'abonnement-1' })
    expect(herhaald.json['abonnementId']).toBe(nieuw.json['abonnementId'])
    expect(regels((await proef.bel({ url: '/abonnementen' })).json).length).toBe(1)
    for (const als of ['vo', 'ander', 'duo'] as const) expect([403, 404]).toContain((await proef.bel({ als, url: adres })).status)
    expect((await proef.bel({ als: 'kijker', url: '/abonnementen' })).status).toBe(403)
    expect((await proef.bel({ methode: 'PUT', url: adres, lichaam: { url: lichaam.url, soorten: [] } })).status).toBe(428)
    const anders = await proef.wijzig({ methode: 'PUT', url: adres, lichaam: { url: `${lichaam.url}/2`, soorten: [] } })
    expect([anders.status, anders.json['url'], anders.json['soorten']]).toEqual([200, `${lichaam.url}/2`, []])
    expect((await proef.bel({ url: `${adres}/afleveringen?staat=opgegeven` })).json).toEqual({ regels: [], volgende: null })
    expect((await proef.bel({ methode: 'POST', url: `${adres}/afleveringen/01930000-0000-7000-8000-00000000dead/herhalingen` })).status).toBe(404)
    const alles = await proef.database.pool.query<{ t: string }>(`select i::text as t from idempotentie i union all select a::text from abonnement a`)
    for (const tekst of [nieuw.tekst, herhaald.tekst, anders.tekst, ...alles.rows.map(({ t }) => t)]) expect(tekst.includes(GEHEIM.slice(6, 26))).toBe(false)
    expect((await proef.wijzig({ methode: 'DELETE', url: adres })).status).toBe(204)
    expect((await proef.bel({ url: adres })).status).toBe(404)
  })

  test.each([
    [{ url: 'http://sis.school.example/' }, 'https'], [{ url: 'https://169.254.169.254/' }, 'openbare internet'], [{ geheim: 'kort' }, 'openssl'], [{ soorten: ['x.y'] }, 'soorten'],
    [{ soorten: ['signalen.geopend', 'signalen.geopend'] }, 'soorten'], [{ school: '11VA' }, ''], [{ extra: 1 }, 'extra'],
  ])('S-44: geweigerd met uitleg: %j', async (anders, noemt) => {
    const fout = await proef.bel({ methode: 'POST', url: '/abonnementen', lichaam: { ...lichaam, ...anders } })
    expect([[400, 404].includes(fout.status), fout.tekst.includes(noemt), fout.tekst.includes(GEHEIM)]).toEqual([true, true, false])
  })
})
