import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakRestproef, mboInschrijving, persoon, type Restproef } from '../../../test/rest-proef.ts'
import { controleer } from '../kader/controle.ts'
import { VergelijkingVorm } from '../vormen/vergelijking.ts'

const RO = '/exportbestanden/ro?brin=21MB&van=2025-08-01&totEnMet=2027-07-31'
let proef: Restproef
beforeAll(async () => {
  proef = await maakRestproef()
  await proef.bel({ methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving: mboInschrijving('MBO') } })
})
afterAll(() => proef.weg())

/** Een bestand is geen JSON; `proef.bel` leest alleen JSON. */
async function haal(url: string, als = 'mbo'): Promise<{ status: number; koppen: Record<string, unknown>; tekst: string }> {
  const uit = await proef.app.inject({ method: 'GET', url: `/v1${url}`, headers: { authorization: `Bearer ${als}` } })
  return { status: uit.statusCode, koppen: uit.headers, tekst: uit.body }
}

async function vergelijk(inhoud: string, opties: { als?: string; naam?: string; query?: string; mediatype?: string } = {}) {
  const uit = await proef.app.inject({
    method: 'POST', url: `/v1/vergelijkingen${opties.query ?? ''}`, payload: inhoud,
    headers: { authorization: `Bearer ${opties.als ?? 'mbo'}`, 'content-type': opties.mediatype ?? 'text/csv', 'content-disposition': `attachment; filename="${opties.naam ?? 'RO_21MB_20250801_20270731.CSV'}"` },
  })
  return { status: uit.statusCode, tekst: uit.body, json: JSON.parse(uit.body) as Record<string, unknown> }
}

describe('GET exportbestanden', () => {
  test('S-12: het bestand als download met de naam van DUO, nooit te bewaren, met een auditregel', async () => {
    const { status, koppen, tekst } = await haal(RO)
    expect([status, koppen['content-type'], koppen['cache-control'], koppen['content-disposition']]).toEqual([200, 'text/csv', 'no-store', 'attachment; filename="RO_21MB_20250801_20270731.CSV"'])
    expect([koppen['content-length'], koppen['leerroute-studenten'], koppen['leerroute-niet-geschreven']]).toEqual([String(Buffer.byteLength(tekst)), '1', '0'])
    expect(tekst).toMatch(/^VLP\|21MB\|2025-08-01\|2027-07-31\|2026-11-24\r\nPER\|[0-9]{9}\|\|/)
    const { rows } = await proef.database.pool.query("select actor, brin, object_sleutel from audit_regel where handeling = 'exporteerBestand'")
    expect(rows).toEqual([{ actor: 'administratie-21MB', brin: '21MB', object_sleutel: 'RO_21MB_20250801_20270731.CSV' }])
  })

  test.each([['/exportbestanden/tbgi?brin=21MB&bekostigingsjaar=2028', 'application/xml', '<?xml'], ['/exportbestanden/grondslag?brin=21MB&studiejaar=2026', 'text/csv', 'VLP;21MB'], ['/exportbestanden/obo?brin=21MB&studiejaar=2026', 'text/csv', 'VLP|21MB']])('%s', async (url, mediatype, begin) => {
    const { status, koppen, tekst } = await haal(url)
    expect([status, koppen['content-type'], tekst.startsWith(begin)]).toEqual([200, mediatype, true])
  })

  test.each([['vo', 404], ['ander', 404], ['duo', 403], ['niemand', 401], ['kijker', 403], ['mbo', 200]])('Z-01, Z-02: als %s: %i', async (als, status) => {
    expect((await haal(RO, als)).status).toBe(status)
  })

  test.each([['/exportbestanden/ro?brin=21MB&van=2025-08-01', 'totEnMet'], ['/exportbestanden/ro?brin=21MB&van=2025-08-01&totEnMet=2025-07-31', 'tot'], ['/exportbestanden/ro?brin=21MB&van=2025-02-30&totEnMet=2025-07-31', 'van'], ['/exportbestanden/tbgi?brin=21MB&bekostigingsjaar=2001', 'jaar']])('S-10, S-11: %s is 400 en noemt %s', async (url, veld) => {
    const { status, koppen, tekst } = await haal(url)
    expect([status, String(koppen['content-type']).startsWith('application/problem+json'), tekst.includes(veld)]).toEqual([400, true, true])
  })
})

describe('POST vergelijkingen', () => {
  test('gelijk aan het register, en anders met beide waarden; het nummer is afgeschermd tenzij gevraagd', async () => {
    const { tekst } = await haal(RO)
    const nummer = /PER\|([0-9]{9})/.exec(tekst)?.[1] ?? ''
    const gelijk = await vergelijk(tekst)
    expect([gelijk.status, gelijk.json]).toMatchObject([200, { verschillen: [], samenvatting: { gelijk: 1, verschillen: 0 } }])
    const anders = await vergelijk(tekst.replace('|DLR|MBO', '|DLR|VO'))
    expect(anders.json['verschillen']).toMatchObject([{ student: 1, recordsoort: 'ISP', veld: 'leerroutefase', a: 'VO', b: 'MBO', regel: 'K-BEK-02', signaal: 'SIG-FASE-VERSCHIL' }])
    expect(anders.tekst).not.toContain(nummer)
    expect((await vergelijk(tekst.replace('|DLR|MBO', '|DLR|VO'), { query: '?nummers=volledig' })).tekst).toContain(nummer)
    expect(controleer({ lichaam: VergelijkingVorm }, { params: {}, query: {}, lichaam: anders.json })).toEqual([])
  })

  test('Z-02: een bestand van een andere school is er niet; er wordt niets bewaard', async () => {
    const voor = await proef.tel('inschrijving_stand')
    const { tekst } = await haal(RO)
    expect((await vergelijk(tekst.replaceAll('21MB', '99ZZ'))).status).toBe(404)
    expect((await vergelijk(tekst, { als: 'ander' })).status).toBe(404)
    expect(await proef.tel('inschrijving_stand')).toBe(voor)
  })

  test.each([['leeg', ''], ['binair', 'PK\x03\x04'], ['geen bestand van DUO', 'naam;adres\r\n']])('S-10: een bestand dat %s is, is 400 met wat te doen', async (_wat, inhoud) => {
    const { status, json } = await vergelijk(inhoud)
    expect([status, JSON.stringify(json).includes('watTeDoen')]).toEqual([400, true])
  })

  test('S-101: een ander mediatype is 415', async () => {
    expect((await vergelijk('x', { mediatype: 'image/png' })).status).toBe(415)
  })
})
