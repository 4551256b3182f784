import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACTOREN, maakRestproef, mboInschrijving, persoon, type Restproef, voInschrijving } from '../../../test/rest-proef.ts'
import { toonLeerling } from '../../beslissing/index.ts'
import { datum } from '../../kern/datum.ts'
import { alsActor } from '../../toegang/index.ts'
import { controleer } from '../kader/controle.ts'
import { BesluitVorm, CasusantwoordVorm, TijdlijnVorm } from '../vormen/besluit.ts'
import { CASUS, CASUSANTWOORD } from './voorbeelden-besluit.ts'

let proef: Restproef
let adres = ''
let deelnemerId = ''
beforeAll(async () => {
  proef = await maakRestproef()
  deelnemerId = String((await proef.bel({ methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving: mboInschrijving('MBO') } })).json['deelnemerId'])
  await proef.bel({ als: 'vo', methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(1), inschrijving: voInschrijving('VO') } })
  adres = `/deelnemers/${deelnemerId}`
})
afterAll(() => proef.weg())

describe('GET besluiten', () => {
  test('K-FASE-05: dezelfde uitkomst en dezelfde zinnen als het portaal, met regels, normen, bronnen en zekerheid erbij', async () => {
    const rest = await proef.bel({ als: 'vo', url: `${adres}/besluiten?peildatum=2026-10-01` })
    const scherm = await alsActor(proef.database, ACTOREN.vo, (trx) => toonLeerling(trx, ACTOREN.vo, deelnemerId, { peildatum: datum('2026-10-01'), bekendOp: null }, datum('2026-11-24'), proef.deur.normen))
    if (!scherm.ok) throw new Error('het scherm toont niets')
    const { besluit } = scherm.waarde
    const besluitRest = rest.json as unknown as { fase: string; signalen: { code: string; uitleg: string; zekerheid: string; bronnen: { titel: string }[]; regels: { id: string; titel: string }[] }[]; motivering: { uitleg: string; uitkomst: string; normen: unknown[]; regels: { id: string }[] }[] }
    expect([rest.status, besluitRest.fase]).toEqual([200, 'onbepaald'])
    expect(besluitRest).toMatchObject(({ ...besluit, signalen: besluit.signalen.map(({ code, uitleg, voor }) => ({ code, uitleg, voor })), motivering: besluit.motivering.map(({ onderwerp, uitkomst, uitleg }) => ({ onderwerp, uitkomst, uitleg })) }))
    const verschil = besluitRest.signalen.find(({ code }) => code === 'SIG-FASE-VERSCHIL')
    expect(verschil?.regels[0]).toMatchObject({ id: expect.stringMatching(/^K-/), titel: expect.stringMatching(/\w{3}/) })
    expect(verschil?.bronnen.length).toBeGreaterThan(0)
    expect(besluitRest.motivering.some(({ normen }) => normen.length > 0)).toBe(true)
    expect(controleer({ lichaam: BesluitVorm }, { params: {}, query: {}, lichaam: rest.json })).toEqual([])
  })

  test('K-CAS-01: zonder peildatum is het vandaag; met bekendOp de kennis van toen; een kennisdag die nog komt wordt geweigerd', async () => {
    expect((await proef.bel({ url: `${adres}/besluiten` })).json).toMatchObject({ peildatum: '2026-11-24', bekendOp: null })
    expect((await proef.bel({ url: `${adres}/besluiten?peildatum=2026-11-24&bekendOp=2026-11-01` })).json).toMatchObject({ fase: null, signalen: [] })
    const komt = await proef.bel({ url: `${adres}/besluiten?bekendOp=2027-01-01` })
    expect([komt.status, komt.tekst.includes('bekendOp')]).toEqual([400, true])
    expect((await proef.bel({ url: `${adres}/besluiten?peildatum=2026-02-30` })).status).toBe(400)
  })

  test('de tijdlijn: tijdvakken sluiten aan, signalen met uitleg; hooguit tien jaar', async () => {
    const { status, json } = await proef.bel({ url: `${adres}/tijdlijn?van=2024-08-01&totEnMet=2026-11-24` })
    const vakken = json['tijdvakken'] as unknown as { van: string; totEnMet: string; fase: string | null }[]
    expect([status, vakken[0]?.van, vakken.at(-1)]).toEqual([200, '2024-08-01', expect.objectContaining({ totEnMet: '2026-11-24', fase: 'onbepaald' })])
    expect(controleer({ lichaam: TijdlijnVorm }, { params: {}, query: {}, lichaam: json })).toEqual([])
    expect((await proef.bel({ url: `${adres}/tijdlijn?van=2010-01-01` })).tekst).toContain('tien jaar')
    expect((await proef.bel({ url: `${adres}/tijdlijn?van=2026-01-02&totEnMet=2026-01-01` })).status).toBe(400)
  })

  test('Z-02: een andere school en een onbekende deelnemer geven hetzelfde', async () => {
    for (const wat of ['besluiten', 'tijdlijn']) {
      const [vreemd, onbekend] = [await proef.bel({ als: 'ander', url: `${adres}/${wat}` }), await proef.bel({ als: 'ander', url: `/deelnemers/01890000-0000-7000-8000-00000000dead/${wat}` })]
      expect([vreemd.status, onbekend.status]).toEqual([404, 404])
    }
  })
})

describe('POST /casus', () => {
  test('beslist zonder sleutel en zonder iets op te slaan; het voorbeeld in de beschrijving klopt met de regels', async () => {
    const voor = await proef.tel('audit_regel')
    const antwoord = await proef.app.inject({ method: 'POST', url: '/v1/casus', payload: CASUS })
    expect(antwoord.statusCode).toBe(200)
    expect(controleer({ lichaam: CasusantwoordVorm }, { params: {}, query: {}, lichaam: antwoord.json() })).toEqual([])
    const [vraag] = antwoord.json().beslissingen[0].vragen
    const verwacht = CASUSANTWOORD.beslissingen[0]?.vragen[0]
    const kern = ({ motivering: _m, signalen, ...rest }: { motivering: unknown; signalen: readonly { code: string }[] }) => ({ ...rest, signalen: signalen.map(({ code }) => code) })
    expect(kern(vraag)).toEqual(verwacht && kern(verwacht))
    expect(await proef.tel('audit_regel')).toBe(voor)
  })

  test('alle fouten tegelijk met het veld erbij: een onbekende sleutel, een dag die niet bestaat, een onbekende aanbieder', async () => {
    const stuur = async (casus: object) => (await proef.app.inject({ method: 'POST', url: '/v1/casus', payload: casus })).body
    const fout = await stuur({ ...CASUS, leerling: { geboortedatum: '2008-02-30', leeftijd: 3 } })
    expect(fout).toContain('geboortedatum')
    expect(fout).toContain('leeftijd')
    expect(await stuur({ ...CASUS, leerrouteplannen: [{ van: '2024-08-01', voOnderwijsaanbieder: '999A999', mboOnderwijsaanbieder: '201A001' }] })).toContain('leerrouteplannen[0].voOnderwijsaanbieder'.slice(0, 16))
  })
})
