import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Antwoord, maakRestproef, mboInschrijving, persoon, type Restproef, voInschrijving } from '../rest-proef.ts'

let proef: Restproef
beforeAll(async () => { proef = await maakRestproef() })
afterAll(() => proef.weg())

let volgnummer = 100
const nieuwPersoon = (anders: object = {}): ReturnType<typeof persoon> => ({ ...persoon(volgnummer += 10), ...anders })

/** Een school die een BSN kent, levert daarvoor een inschrijving. */
async function lever(als: 'vo' | 'mbo' | 'ander', wie: object, inschrijving: object): Promise<string> {
  const uit = await proef.bel({ als, methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: wie, inschrijving } })
  expect([200, 201]).toContain(uit.status)
  return String(uit.json['deelnemerId'])
}
const bij12VB = (fase: 'VO' | 'MBO' | null = 'VO'): object => {
  const basis = voInschrijving(fase) as { perioden: readonly object[] }
  return { ...basis, brin: '12VB', perioden: basis.perioden.map((vak) => ({ ...vak, onderwijsaanbieder: '102A001' })) }
}
const brinsIn = (antwoord: Antwoord): readonly string[] => (antwoord.json['regels'] as unknown as readonly { inschrijvingId: string }[]).map(({ inschrijvingId }) => inschrijvingId.slice(0, 4)).sort()
const inschrijvingenVan = (als: 'vo' | 'mbo' | 'ander' | 'duo', id: string): Promise<Antwoord> => proef.bel({ als, url: `/deelnemers/${id}/inschrijvingen` })

describe('een school die een BSN kent en er een inschrijving voor levert (Z-02, P-05)', () => {
  test('P-05: ziet de kant van de andere scholen niet zonder geregistreerde samenwerking, ook niet met een route', async () => {
    const wie = nieuwPersoon()
    const id = await lever('vo', wie, voInschrijving('VO'))
    await lever('mbo', wie, mboInschrijving('VO'))
    expect(await lever('ander', wie, bij12VB())).toBe(id)
    expect(brinsIn(await inschrijvingenVan('ander', id))).toEqual(['12VB'])
    expect(brinsIn(await inschrijvingenVan('vo', id))).toEqual(['11VA', '21MB'])
    // Het mbo werkt samen met 11VA; een claim van 12VB laat haar de claimer niet zien, en andersom ook niet.
    expect(brinsIn(await inschrijvingenVan('mbo', id))).toEqual(['11VA', '21MB'])
    expect(brinsIn(await inschrijvingenVan('duo', id))).toEqual(['11VA', '12VB', '21MB'])
  })

  test('P-05: ziet naam en geboortedatum van de ander niet, en overschrijft ze niet', async () => {
    const wie = nieuwPersoon({ naam: 'Echte Naam' })
    const id = await lever('vo', wie, voInschrijving('VO'))
    await lever('ander', { persoonsnummer: wie.persoonsnummer, geboortedatum: '2001-01-01', geslacht: 'M', naam: 'Valse Naam' }, bij12VB(null))
    expect((await proef.bel({ als: 'ander', url: `/deelnemers/${id}` })).json).toMatchObject({ naam: 'Valse Naam', geboortedatum: '2001-01-01' })
    for (const als of ['vo', 'duo'] as const) expect((await proef.bel({ als, url: `/deelnemers/${id}` })).json).toMatchObject({ naam: 'Echte Naam', geboortedatum: '2009-04-12' })
    // Zonder naam te leveren krijgt zij die van de ander ook niet te zien.
    const ander = nieuwPersoon({ naam: 'Geheime Naam' })
    const tweede = await lever('vo', ander, voInschrijving(null))
    await lever('ander', { persoonsnummer: ander.persoonsnummer, geboortedatum: '2009-04-12' }, bij12VB(null))
    const gezien = await proef.bel({ als: 'ander', url: `/deelnemers/${tweede}` })
    expect(gezien.json).toMatchObject({ naam: null })
    expect(gezien.tekst).not.toContain('Geheime')
  })

  test('P-05: krijgt voor een bekend en een onbekend BSN hetzelfde antwoord', async () => {
    const bekend = nieuwPersoon()
    await lever('vo', bekend, voInschrijving('VO'))
    const zonderSleutels = ({ status, tekst }: Antwoord) => [status, tekst.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')]
    const antwoorden = []
    for (const wie of [bekend, nieuwPersoon()]) {
      antwoorden.push(zonderSleutels(await proef.bel({ als: 'ander', methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: { ...wie, naam: 'X' }, inschrijving: bij12VB() } })))
    }
    expect(antwoorden[0]).toEqual(antwoorden[1])
  })

  test('Z-02: ziet na het verwijderen van haar inschrijving de deelnemer niet meer', async () => {
    const wie = nieuwPersoon()
    const id = await lever('vo', wie, voInschrijving('VO'))
    await lever('mbo', wie, mboInschrijving('VO'))
    expect(brinsIn(await inschrijvingenVan('mbo', id))).toEqual(['11VA', '21MB'])
    expect((await proef.wijzig({ als: 'mbo', methode: 'DELETE', url: `/deelnemers/${id}/inschrijvingen/21MB-E1` })).status).toBe(204)
    const onbekend = await proef.bel({ als: 'mbo', url: '/deelnemers/0197a1b2-0000-7000-8000-000000000000/inschrijvingen' })
    const weg = await inschrijvingenVan('mbo', id)
    expect([weg.status, weg.json['code']]).toEqual([onbekend.status, onbekend.json['code']])
    expect((await proef.bel({ als: 'mbo', url: `/deelnemers/${id}` })).status).toBe(404)
    // De partner ziet haar eigen kant nog, en het mbo niet meer.
    expect(brinsIn(await inschrijvingenVan('vo', id))).toEqual(['11VA'])
  })
})

describe('een samenwerking van een kant geeft geen zicht (Z-02)', () => {
  const bekijk = async (wie: object): Promise<readonly string[]> => brinsIn(await inschrijvingenVan('mbo', await lever('mbo', wie, mboInschrijving('VO'))))

  test('Z-02: een overeenkomst die alleen het mbo vastlegde niet; bevestigt de ander haar, dan wel', async () => {
    const wie = nieuwPersoon()
    await lever('ander', wie, bij12VB())
    const overeenkomst = { kenmerk: 'SOK eenzijdig', partijen: ['40002', '50001'], van: '2020-08-01', brin: '21MB' }
    const leg = (als: 'mbo' | 'ander', brin: string) => proef.bel({ als, methode: 'POST', url: '/samenwerkingsovereenkomsten', lichaam: { ...overeenkomst, brin } })
    expect((await leg('mbo', '21MB')).status).toBe(201)
    expect(await bekijk(wie)).toEqual(['21MB'])
    const bevestigd = await leg('ander', '12VB')
    expect(bevestigd.status).toBe(200)
    expect(await bekijk({ ...wie, naam: 'opnieuw' })).toEqual(['12VB', '21MB'])
  })

  test('Z-02: een eigen leerrouteplan dat de andere school noemt niet', async () => {
    const wie = nieuwPersoon()
    const id = await lever('vo', wie, voInschrijving(null))
    await lever('mbo', wie, mboInschrijving('VO'))
    const plan = await proef.bel({ als: 'mbo', methode: 'POST', url: '/leerrouteplannen', lichaam: { persoonsnummer: wie.persoonsnummer, brin: '21MB', leerrouteplan: { van: '2026-08-01', voOnderwijsaanbieder: '101A001', mboOnderwijsaanbieder: '201A001' } } })
    expect(plan.status).toBe(201)
    expect(brinsIn(await inschrijvingenVan('mbo', id))).toEqual(['21MB'])
    // De school zonder route-inschrijving is nu wel genoemd door haar partner, en ziet de kant die het mbo deelt.
    expect(brinsIn(await inschrijvingenVan('vo', id))).toEqual(['11VA', '21MB'])
  })

  test('Z-02: de partner die een leerrouteplan maakt laat de genoemde school zien dat haar inschrijving ontbreekt (K-ROD-05)', async () => {
    const wie = nieuwPersoon()
    const id = await lever('vo', wie, voInschrijving('MBO'))
    expect((await inschrijvingenVan('mbo', id)).status).toBe(404)
    await proef.bel({ als: 'vo', methode: 'POST', url: '/leerrouteplannen', lichaam: { persoonsnummer: wie.persoonsnummer, brin: '11VA', leerrouteplan: { van: '2024-08-01', voOnderwijsaanbieder: '101A001', mboOnderwijsaanbieder: '201A001' } } })
    expect(brinsIn(await inschrijvingenVan('mbo', id))).toEqual(['11VA'])
  })

  test('Z-02: een school legt geen plan vast waarin zij niet staat, en vervangt of schrapt er geen van anderen', async () => {
    const wie = nieuwPersoon()
    const id = await lever('vo', wie, voInschrijving('VO'))
    await lever('ander', wie, bij12VB(null))
    const leg = (als: 'vo' | 'ander', brin: string, voOnderwijsaanbieder: string) => proef.bel({ als, methode: 'POST', url: '/leerrouteplannen', lichaam: { persoonsnummer: wie.persoonsnummer, brin, leerrouteplan: { van: '2024-08-01', voOnderwijsaanbieder, mboOnderwijsaanbieder: '201A001' } } })
    expect((await leg('ander', '12VB', '101A001')).json).toMatchObject({ status: 400, errors: [{ code: 'Z-02' }] })
    expect((await leg('vo', '11VA', '101A001')).status).toBe(201)
    expect((await leg('ander', '12VB', '102A001')).status).toBe(400)
    expect((await proef.wijzig({ als: 'ander', methode: 'DELETE', url: `/deelnemers/${id}/leerrouteplannen/2024-08-01?brin=12VB` })).status).toBe(404)
    expect((await proef.bel({ als: 'vo', url: `/deelnemers/${id}/leerrouteplannen/2024-08-01` })).json['leerrouteplan']).toMatchObject({ voOnderwijsaanbieder: '101A001' })
  })
})
