/** Omwegen waarlangs een school met alleen een BSN toch bij een ander komt (docs/adr/0028). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verwerkAanleveringen } from '../../src/aanlevering/index.ts'
import { maakRestproef, mboInschrijving, persoon, type Restproef, voInschrijving } from '../rest-proef.ts'

let proef: Restproef
let nummer = 500
beforeAll(async () => { proef = await maakRestproef() })
afterAll(() => proef.weg())

type Wie = 'vo' | 'mbo' | 'ander'
const lever = async (als: Wie, wie: object, inschrijving: object): Promise<string> => String((await proef.bel({ als, methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: wie, inschrijving } })).json['deelnemerId'])
const bij12VB = (): object => {
  const basis = voInschrijving('VO') as { perioden: readonly object[] }
  return { ...basis, brin: '12VB', perioden: basis.perioden.map((vak) => ({ ...vak, onderwijsaanbieder: '102A001' })) }
}
const nieuw = (anders: object = {}) => ({ ...persoon(nummer += 10), ...anders })

describe('een gezamenlijk oordeel van twee andere scholen (Z-02)', () => {
  const BRIN: Readonly<Record<Wie, string>> = { vo: '11VA', mbo: '21MB', ander: '12VB' }
  const teken = async (als: Wie, persoonsnummer: string, ondertekendVo: boolean, ondertekendMbo: boolean): Promise<number> =>
    (await proef.bel({ als, methode: 'POST', url: '/gezamenlijke-oordelen', lichaam: { persoonsnummer, brin: BRIN[als], oordeel: { datum: '2025-06-10', ondertekendVo, ondertekendMbo } } })).status
  const oordelen = async (als: Wie, id: string) => ((await proef.bel({ als, url: `/deelnemers/${id}/gezamenlijke-oordelen` })).json['regels'] as unknown as readonly { oordeel: object }[]).map(({ oordeel }) => oordeel)

  test('Z-02: een derde school die de leerling claimt wist, zet en leest de handtekening van het vo niet; de partners wel', async () => {
    const wie = nieuw()
    const id = await lever('vo', wie, voInschrijving('VO'))
    await lever('mbo', wie, mboInschrijving('VO'))
    expect([await teken('vo', wie.persoonsnummer, true, false), await teken('mbo', wie.persoonsnummer, true, true)]).toEqual([201, 200])
    await lever('ander', wie, bij12VB())
    expect([await teken('ander', wie.persoonsnummer, false, true), await teken('ander', wie.persoonsnummer, true, true)]).toEqual([400, 400])
    expect(await oordelen('ander', id)).toEqual([])
    expect(await oordelen('mbo', id)).toMatchObject([{ ondertekendVo: true, ondertekendMbo: true }])
    expect(await teken('vo', wie.persoonsnummer, false, true)).toBe(200)
    expect((await proef.bel({ als: 'ander', methode: 'DELETE', url: `/deelnemers/${id}/gezamenlijke-oordelen/2025-06-10?brin=12VB`, koppen: { 'if-match': '*' } })).status).toBeGreaterThanOrEqual(400)
    expect(await oordelen('mbo', id)).toMatchObject([{ ondertekendVo: false, ondertekendMbo: true }])
  })
  test('K-DLR-06: wie door de partner in het plan is genoemd tekent nog voor haar inschrijving er is', async () => {
    const wie = nieuw()
    await lever('vo', wie, voInschrijving('VO'))
    await proef.bel({ als: 'vo', methode: 'POST', url: '/leerrouteplannen', lichaam: { persoonsnummer: wie.persoonsnummer, brin: '11VA', leerrouteplan: { van: '2024-08-01', voOnderwijsaanbieder: '101A001', mboOnderwijsaanbieder: '201A001' } } })
    expect([await teken('mbo', wie.persoonsnummer, false, true), await teken('vo', wie.persoonsnummer, true, true)]).toEqual([201, 200])
  })
})

describe('een leerrouteplan als omweg (P-05)', () => {
  const plan = (als: Wie, brin: string, vo: string, persoonsnummer: string) => proef.bel({
    als, methode: 'POST', url: '/leerrouteplannen', lichaam: { persoonsnummer, brin, leerrouteplan: { van: '2026-08-01', voOnderwijsaanbieder: vo, mboOnderwijsaanbieder: '201A001' } },
  })
  test('K-CAS-06, Z-02: het plan van een claimer vervangt in het besluit van DUO dat van het paar niet, en staat in een signaal', async () => {
    const wie = nieuw()
    const id = await lever('vo', wie, voInschrijving('VO'))
    const vanPaar = await proef.bel({ als: 'vo', methode: 'POST', url: '/leerrouteplannen', lichaam: { persoonsnummer: wie.persoonsnummer, brin: '11VA', leerrouteplan: { van: '2024-08-01', voOnderwijsaanbieder: '101A001', mboOnderwijsaanbieder: '201A001', beoogdNiveau: 'MBO-2' } } })
    expect(vanPaar.status).toBe(201)
    const besluit = async () => (await proef.bel({ als: 'duo', url: `/deelnemers/${id}/besluiten?peildatum=2026-10-01` })).json as unknown as { registraties: object; signalen: readonly { code: string; uitleg: string; voor: readonly string[] }[] }
    const zonder = await besluit()
    expect(zonder.signalen.map(({ code }) => code)).not.toContain('SIG-SOK-ONTBREEKT')
    await lever('ander', wie, { ...bij12VB(), perioden: [{ datumBegin: '2024-08-01', leerjaar: 3, leerweg: 'BB', onderwijsaanbieder: '102A001', indicatieBekostigbaar: 'N' }] })
    const claim = await proef.bel({ als: 'ander', methode: 'POST', url: '/leerrouteplannen', lichaam: { persoonsnummer: wie.persoonsnummer, brin: '12VB', leerrouteplan: { van: '2026-09-01', voOnderwijsaanbieder: '102A001', mboOnderwijsaanbieder: '999A999', beoogdNiveau: 'MBO-1' } } })
    expect(claim.status).toBe(201)
    const met = await besluit()
    const kanten = ({ signalen }: typeof met) => signalen.filter(({ code }) => code.startsWith('SIG-RIO') || code === 'SIG-ENTREE' || code === 'SIG-MBO-INSCHRIJVING-ONTBREEKT')
    expect(kanten(met)).toEqual(kanten(zonder))
    const melding = met.signalen.find(({ code }) => code === 'SIG-SOK-ONTBREEKT')
    expect(melding?.uitleg).toContain('legde een leerrouteplan vast vanaf 1 september 2026')
    expect(melding?.voor).toEqual(expect.arrayContaining(['11VA', '12VB', '21MB']))
    const bijPaar = (await proef.bel({ als: 'vo', url: `/deelnemers/${id}/besluiten?peildatum=2026-10-01` })).tekst
    expect([bijPaar.includes('12VB'), bijPaar.includes('SIG-SOK-ONTBREEKT')]).toEqual([false, false])
  })
  test('P-05: wie een claimer in zijn plan noemt krijgt zijn versie te zien, niet de naam die een ander leverde', async () => {
    const overeenkomst = { kenmerk: 'SOK omweg', partijen: ['40002', '50001'], van: '2020-08-01' }
    for (const [als, brin] of [['mbo', '21MB'], ['ander', '12VB']] as const) await proef.bel({ als, methode: 'POST', url: '/samenwerkingsovereenkomsten', lichaam: { ...overeenkomst, brin } })
    const wie = nieuw({ naam: 'Geheime Naam' })
    const id = await lever('vo', wie, voInschrijving('VO'))
    await lever('ander', { persoonsnummer: wie.persoonsnummer, geboortedatum: '2001-01-01' }, bij12VB())
    expect((await plan('ander', '12VB', '102A001', wie.persoonsnummer)).status).toBe(201)
    const gezien = await proef.bel({ als: 'mbo', url: `/deelnemers/${id}` })
    expect([gezien.status, gezien.tekst.includes('Geheime')]).toEqual([200, false])
    expect(gezien.json).toMatchObject({ naam: null, geboortedatum: '2001-01-01' })
    expect((await proef.bel({ als: 'duo', url: `/deelnemers/${id}` })).json).toMatchObject({ naam: 'Geheime Naam' })
  })
  test('K-ROD-05: noemt de school die de gegevens leverde haar partner, dan ziet die de echte naam', async () => {
    const wie = nieuw({ naam: 'Gewone Naam' })
    const id = await lever('vo', wie, voInschrijving('VO'))
    await plan('vo', '11VA', '101A001', wie.persoonsnummer)
    expect((await proef.bel({ als: 'mbo', url: `/deelnemers/${id}` })).json).toMatchObject({ naam: 'Gewone Naam' })
  })
})

describe('een student die nergens meer staat ingeschreven (P-05)', () => {
  const voorbij = { datumUitschrijving: '2026-07-31', redenUitschrijving: '01' }
  const persoonBij = async (als: Wie | 'duo', id: string) => (({ naam, geboortedatum, geslacht }) => [naam, geboortedatum, geslacht])((await proef.bel({ als, url: `/deelnemers/${id}` })).json as unknown as Record<string, unknown>)
  test('Z-02: wie voor zijn BSN een inschrijving levert verandert naam, geboortedatum en geslacht niet, ook niet bij herhaling', async () => {
    const wie = nieuw({ naam: 'Echte Naam', geslacht: 'V' })
    const id = await lever('vo', wie, voInschrijving('VO', voorbij))
    const vals = { persoonsnummer: wie.persoonsnummer, geboortedatum: '2001-01-01', naam: 'Valse Naam', geslacht: 'M' }
    for (const keer of [1, 2]) {
      await lever('ander', vals, bij12VB())
      for (const als of ['vo', 'duo'] as const) expect([keer, als, ...(await persoonBij(als, id))]).toEqual([keer, als, 'Echte Naam', '2009-04-12', 'V'])
    }
    expect(await persoonBij('ander', id)).toEqual(['Valse Naam', '2001-01-01', 'M'])
  })
  test('Z-02: ook niet met een grote levering', async () => {
    const wie = nieuw({ naam: 'Echte Naam', geslacht: 'V' })
    const id = await lever('vo', wie, voInschrijving('VO', voorbij))
    const record = { soort: 'inschrijving', persoon: { persoonsnummer: wie.persoonsnummer, geboortedatum: '2001-01-01', naam: 'Valse Naam', geslacht: 'M' }, inschrijving: bij12VB() }
    const gestuurd = await proef.app.inject({
      method: 'POST', url: '/v1/aanleveringen', payload: JSON.stringify(record),
      headers: { authorization: 'Bearer ander', 'content-type': 'application/x-ndjson', 'content-disposition': 'attachment; filename="claim.ndjson"', 'idempotency-key': 'sleutel-claim-0001' },
    })
    expect(gestuurd.statusCode).toBe(202)
    await verwerkAanleveringen({ database: proef.database, kluis: proef.deur.kluis, normen: proef.deur.normen, nu: proef.deur.nu })
    expect(await persoonBij('duo', id)).toEqual(['Echte Naam', '2009-04-12', 'V'])
    expect(await persoonBij('ander', id)).toEqual(['Valse Naam', '2001-01-01', 'M'])
  })
  test('K-BRN-01: de school die de student had en de enige school verbeteren wel', async () => {
    const wie = nieuw({ naam: 'Oude Naam' })
    const id = await lever('vo', wie, voInschrijving('VO', voorbij))
    await lever('ander', wie, bij12VB())
    await lever('vo', { ...wie, naam: 'Nieuwe Naam' }, voInschrijving('VO', voorbij))
    expect(await persoonBij('duo', id)).toEqual(['Nieuwe Naam', '2009-04-12', null])
  })
  test('K-BRN-01: de partner die de student verder heeft verbetert wat het vo leverde, als daar niets meer loopt', async () => {
    const wie = nieuw({ naam: 'Oude Naam' })
    const id = await lever('vo', wie, voInschrijving('VO'))
    await lever('mbo', wie, mboInschrijving('VO'))
    await lever('mbo', { ...wie, naam: 'Te vroeg' }, mboInschrijving('MBO'))
    expect(await persoonBij('duo', id)).toEqual(['Oude Naam', '2009-04-12', null])
    await lever('vo', wie, voInschrijving('VO', { datumUitschrijving: '2026-10-31', redenUitschrijving: '01' }))
    await lever('mbo', { ...wie, naam: 'Nieuwe Naam' }, mboInschrijving('MBO'))
    expect(await persoonBij('duo', id)).toEqual(['Nieuwe Naam', '2009-04-12', null])
  })
  test('P-05: wie voor zijn BSN een inschrijving levert leest niet wat de vorige school leverde', async () => {
    const wie = nieuw({ naam: 'Geheime Naam' })
    const basis = voInschrijving(null) as { inschrijvingvolgnummer: string }
    const id = await lever('vo', wie, { ...basis, datumUitschrijving: '2026-07-31', redenUitschrijving: '01' })
    expect((await proef.bel({ als: 'vo', url: `/deelnemers/${id}/inschrijvingen` })).tekst).toContain('"datumUitschrijving":"2026-07-31"')
    await lever('ander', { persoonsnummer: wie.persoonsnummer, geboortedatum: '2009-04-12' }, bij12VB())
    for (const keer of [1, 2]) {
      const gezien = await proef.bel({ als: 'ander', url: `/deelnemers/${id}` })
      expect([keer, gezien.status, gezien.json['naam'], gezien.tekst.includes('Geheime')]).toEqual([keer, 200, null, false])
      await lever('ander', { persoonsnummer: wie.persoonsnummer, geboortedatum: '2009-04-12' }, bij12VB())
    }
    expect((await proef.bel({ als: 'vo', url: `/deelnemers/${id}` })).json).toMatchObject({ naam: 'Geheime Naam' })
  })
})

test('Z-02, K-ROD-06: een derde school die de leerling claimt zet of wist de laatste vo-dag van de andere school niet', async () => {
  const wie = nieuw()
  const id = await lever('vo', wie, voInschrijving('VO'))
  const zet = (als: Wie, brin: string, afgerondOp: string) => proef.wijzig({ als, methode: 'PUT', url: `/deelnemers/${id}/vo-afrondingen/${brin}`, lichaam: { afgerondOp } })
  const dag = async (als: Wie | 'duo') => (await proef.bel({ als, url: `/deelnemers/${id}` })).json['voActiviteitenAfgerondOp']
  expect((await zet('vo', '11VA', '2026-07-10')).status).toBe(200)
  await lever('ander', { persoonsnummer: wie.persoonsnummer, geboortedatum: '2009-04-12' }, bij12VB())
  expect((await zet('ander', '12VB', '2026-06-01')).status).toBe(200)
  expect([await dag('vo'), await dag('duo'), await dag('ander')]).toEqual(['2026-07-10', '2026-07-10', '2026-06-01'])
})
