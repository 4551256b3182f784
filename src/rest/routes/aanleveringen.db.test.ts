import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verwerkAanleveringen } from '../../aanlevering/index.ts'
import { inschrijving, NUMMERS } from '../../aanlevering/fixtures/proef.ts'
import { maakRestproef, type Restproef } from '../../../test/rest-proef.ts'

let proef: Restproef
beforeAll(async () => { proef = await maakRestproef() }, 60_000)
afterAll(() => proef.weg())

const NDJSON = 'application/x-ndjson'
const n = (i: number): string => NUMMERS[i] ?? ''

async function stuur(pad: string, inhoud: string, mediatype: string, sleutel?: string, als = 'mbo') {
  const antwoord = await proef.app.inject({
    method: 'POST', url: `/v1${pad}`, payload: inhoud,
    headers: { authorization: `Bearer ${als}`, 'content-type': mediatype, 'content-disposition': 'attachment; filename="proef.ndjson"', ...(sleutel === undefined ? {} : { 'idempotency-key': sleutel }) },
  })
  return { status: antwoord.statusCode, koppen: antwoord.headers, json: (antwoord.body === '' ? null : JSON.parse(antwoord.body)) as Record<string, unknown> }
}

async function haal(pad: string, als = 'mbo') {
  const antwoord = await proef.app.inject({ method: 'GET', url: `/v1${pad}`, headers: { authorization: `Bearer ${als}` } })
  return { status: antwoord.statusCode, koppen: antwoord.headers, tekst: antwoord.body, json: () => JSON.parse(antwoord.body) as Record<string, unknown> & { regels: Record<string, unknown>[]; volgende: string | null } }
}

const verwerk = () => verwerkAanleveringen({ database: proef.database, kluis: proef.deur.kluis, normen: proef.deur.normen, nu: proef.deur.nu })
const bestand = (records: readonly unknown[]): string => records.map((record) => JSON.stringify(record)).join('\n')

describe('aanleveren via REST', () => {
  test('S-17: 202 met Location; dezelfde sleutel nog eens geeft hetzelfde antwoord en geen tweede aanlevering', async () => {
    const inhoud = bestand([inschrijving(n(0)), inschrijving(n(1), { sector: 'XX' })])
    const eerste = await stuur('/aanleveringen', inhoud, NDJSON, 'sleutel-een-0001')
    expect(eerste).toMatchObject({ status: 202, json: { staat: 'wachtend', records: 2, bestandsnaam: 'proef.ndjson', soort: 'NDJSON' } })
    expect(eerste.koppen['location']).toMatch(/\/v1\/aanleveringen\/[0-9a-f-]{36}$/)
    const tweede = await stuur('/aanleveringen', inhoud, NDJSON, 'sleutel-een-0001')
    expect([tweede.status, tweede.json['aanleveringId']]).toEqual([202, eerste.json['aanleveringId']])
    expect((await haal('/aanleveringen')).json().regels).toHaveLength(1)
    expect(await stuur('/aanleveringen', inhoud, NDJSON)).toMatchObject({ status: 400 })
  })

  test('S-15: de terugkoppelingen bladeren en in een keer, met fout, regel en wat te doen; een ander ziet 404', async () => {
    const { json } = await stuur('/aanleveringen', bestand(Array.from({ length: 9 }, (_leeg, i) => inschrijving(n(10 + i), i % 3 === 0 ? { datumUitschrijving: '2026-01-01' } : {}))), NDJSON, 'sleutel-twee-0002')
    const pad = `/aanleveringen/${String(json['aanleveringId'])}`
    await verwerk()
    expect((await haal(pad)).json()).toMatchObject({ staat: 'klaar', verwerkt: 9, voortgang: 1, tellingen: { nieuw: 6, afgekeurd: 3 } })
    const regels: Record<string, unknown>[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const blad = (await haal(`${pad}/terugkoppelingen?pageSize=4${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)).json()
      regels.push(...blad.regels)
      cursor = blad.volgende
    }
    expect(regels.map(({ regelnummer }) => regelnummer)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(regels[0]).toMatchObject({ uitkomst: 'afgekeurd', fouten: [{ veld: 'inschrijving.datumUitschrijving', regel: expect.stringMatching(/./), watTeDoen: expect.stringMatching(/./) }, {}] })
    const alles = await haal(`${pad}/terugkoppelingsbestand?uitkomst=afgekeurd`)
    expect([alles.status, alles.koppen['content-type'], alles.tekst.trim().split('\n').length]).toEqual([200, NDJSON, 3])
    for (const adres of [pad, `${pad}/terugkoppelingen`, `${pad}/terugkoppelingsbestand`]) expect((await haal(adres, 'vo')).status, adres).toBe(404)
  })

  test('S-10: wat geen levering is krijgt 400 of 415 met uitleg, en er is niets bewaard', async () => {
    const voor = await proef.tel('aanlevering')
    expect(await stuur('/aanleveringen', '[{}]', NDJSON, 'sleutel-drie-0003')).toMatchObject({ status: 400, json: { errors: [{ pointer: '#/bestand', regel: expect.stringContaining('één record per regel') }] } })
    expect((await stuur('/aanleveringen', '{}', 'text/plain', 'sleutel-vier-0004')).status).toBe(415)
    expect((await stuur('/aanleveringen', '{}', NDJSON, 'sleutel-vijf-0005', 'duo')).status).toBe(404)
    expect(await proef.tel('aanlevering')).toBe(voor)
  })

  test('toetsen geeft fouten en signalen in dezelfde woorden, en legt niets vast', async () => {
    const voor = [await proef.tel('deelnemer'), await proef.tel('signaal')]
    const uitslag = await stuur('/toetsen', JSON.stringify(inschrijving(n(30))), 'application/json')
    expect(uitslag).toMatchObject({ status: 200, json: { soort: 'NDJSON', records: 1, tellingen: { nieuw: 1 } } })
    expect(JSON.stringify(uitslag.json['regels'])).toContain('SIG-FASE-ONTBREEKT')
    expect([await proef.tel('deelnemer'), await proef.tel('signaal')]).toEqual(voor)
  })
})
