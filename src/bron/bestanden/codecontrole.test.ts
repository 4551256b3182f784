import { describe, expect, it } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { waardelijst } from '../../normen/index.ts'
import { laadBestandsregels } from './bestandsregels.ts'
import type { Bevinding } from './bevinding.ts'
import { leesGoed, ro, student } from './fixtures/proef.ts'
import { GRONDSLAG } from './grondslag.ts'
import { OBO } from './obo.ts'
import { RO } from './ro.ts'
import { TBGI_RECORDS } from './tbgi.ts'

const { lijsten } = laadBestandsregels()

/** Een student van wie de eerste periode op een dag begint, met een ander leertraject. */
const metLeertraject = (code: string, begin: string): string[] =>
  student().map((r) => (r.startsWith('ISG|') ? r.replace('2023-08-01', begin) : r.includes('|2023-08-01|29998|') ? r.replace('2023-08-01', begin).replace('|BOL|', `|${code}|`) : r))

async function over(records: readonly string[], veld: string): Promise<readonly Bevinding[]> {
  return (await leesGoed(ro(records))).bevindingen.filter((b) => b.veld === veld)
}

describe('K-BRN-02: een code geldt op de dag van het record', () => {
  it.each([
    ['BOL_DT', '2023-07-31', false], ['BOL_DT', '2023-08-01', true], ['ODT', '2018-12-31', true], ['ODT', '2019-01-01', false], ['BOL', '2010-08-01', false],
  ])('%s vanaf %s: afgekeurd is %s', async (code, begin, afgekeurd) => {
    const gemeld = await over(metLeertraject(code, begin), 'Leertraject')
    expect(gemeld.map(({ regel, ernst }) => [regel, ernst])).toEqual(afgekeurd ? [['K-BRN-02', 'afgekeurd']] : [])
  })
  it('noemt wat er was, de dag, en welke codes die dag wel gelden', async () => {
    expect(await over(metLeertraject('BOL_DT', '2023-08-01'), 'Leertraject')).toMatchObject([{
      waarde: 'BOL_DT', uitleg: 'BOL_DT (beroepsopleidende leerweg in deeltijd) geldt tot en met 2023-07-31. Dit record is van 2023-08-01.', verwacht: 'BOL, BBL, OVO, EX, ODT (op 2023-08-01)',
    }])
    expect(await over(metLeertraject('ODT', '2018-12-31'), 'Leertraject')).toMatchObject([{ verwacht: 'BOL, BBL, BOL_DT, OVO, EX (op 2018-12-31)' }])
  })
})

describe('een onbekende code: de lijst in regels/ zegt wat er gebeurt', () => {
  it('bewaren_en_melden: het leertraject gaat ongewijzigd mee, met een bevinding', async () => {
    const { studenten, bevindingen } = await leesGoed(ro(metLeertraject('HYBRIDE', '2023-08-01')))
    expect(studenten[0]?.persoon?.inschrijvingen[0]?.perioden[0]?.leertraject).toBe('HYBRIDE')
    expect(bevindingen.filter((b) => b.veld === 'Leertraject')).toMatchObject([{ regel: 'RO-ISP-07', ernst: 'kijk-na', verwacht: 'BOL, BBL, OVO, EX, ODT (op 2023-08-01)' }])
  })
  it('weigeren: een onbekend niveau keurt de student af', async () => {
    const { studenten, bevindingen } = await leesGoed(ro(student().map((r) => r.replace('|MBO-2|', '|MBO-5|'))))
    expect(studenten[0]?.persoon).toBeNull()
    expect(bevindingen.filter((b) => b.veld === 'Niveau')[0]).toMatchObject({ ernst: 'afgekeurd', verwacht: 'MBO-1, MBO-2, MBO-3, MBO-4, of leeg (op 2023-08-01)' })
  })
  it('zonder dag in het record noemt de bevinding elke code van de lijst', async () => {
    expect(await over(student().map((r) => r.replace('|2009-04-12|V', '|2009-04-12|X')), 'Geslacht')).toMatchObject([{ ernst: 'afgekeurd', verwacht: 'M, V, O' }])
  })
  it('een fase op een dag waarop geen enkele fase gold, krijgt dat te horen', async () => {
    const oud = student().map((r) => (r.startsWith('ISG|') ? r.replace('2023-08-01', '2019-08-01') : r.replace('2023-08-01|29998', '2019-08-01|29998').replace('|DLR|VO', '||HBO')))
    expect((await over(oud, 'Leerroutefase'))[0]?.verwacht).toBe('niets: op die dag geldt geen enkele code, of leeg (op 2019-08-01)')
  })
  it.each([['5', '05'], ['99', '99']])('reden %s wordt gelezen als %s', async (code, gelezen) => {
    const { studenten, bevindingen } = await leesGoed(ro(student().map((r) => (r.startsWith('ISG|') ? `${r.slice(0, -1)}2026-07-31|${code}` : r))))
    expect(studenten[0]?.persoon?.inschrijvingen[0]?.reden).toBe(gelezen)
    expect(bevindingen.filter((b) => b.veld === 'Reden uitschrijving').map(({ ernst }) => ernst)).toEqual([code === '5' ? 'anders-gelezen' : 'kijk-na'])
  })
})

describe('de lijsten komen uit regels/', () => {
  it.each(['geslacht', 'leertraject', 'leerroute', 'leerroutefase', 'niveau', 'reden-uitschrijving', 'status-bepaling'] as const)('%s', (naam) => {
    expect([...lijsten[naam].codes]).toEqual(waardelijst(naam).codes.map(({ code }) => code))
    expect(lijsten[naam].onbekendeCode).toBe(waardelijst(naam).onbekendeCode)
    expect(lijsten[naam].geldigOp(datum('2026-10-01')).length).toBeGreaterThan(0)
  })
})

describe('K-ROD-03, K-BEK-07: waar route en fase staan', () => {
  const soortVan = (indeling: typeof RO, sleutel: string) => indeling.records.get('ISP')?.velden.find((v) => v.sleutel === sleutel)
  it.each([['RO', RO], ['GRONDSLAG', GRONDSLAG], ['OBO', OBO]] as const)('K-ROD-03: ISP van %s heeft Leerroute (AN3) en Leerroutefase, allebei optioneel in de vorm', (_naam, indeling) => {
    const [route, fase] = [soortVan(indeling, 'leerroute'), soortVan(indeling, 'leerroutefase')]
    expect(route).toMatchObject({ naam: 'Leerroute', verplicht: false })
    expect(route?.soort.soort === 'patroon' && [route.soort.patroon.test('DLR'), route.soort.patroon.test('GLR'), route.soort.patroon.test('ABCD')]).toEqual([true, true, false])
    expect(fase).toMatchObject({ naam: 'Leerroutefase', verplicht: false, soort: { soort: 'codes', lijst: 'leerroutefase' } })
  })
  it('K-ROD-03: bij een student met een route gaan beide mee, en één zonder de ander is een fout', async () => {
    const { studenten } = await leesGoed(ro(student()))
    expect(studenten[0]?.persoon?.inschrijvingen[0]?.perioden.map(({ leerroute, leerroutefase }) => [leerroute, leerroutefase])).toEqual([['DLR', 'VO'], ['DLR', 'MBO']])
    const signalen = async (van: string, naar: string) => (await leesGoed(ro(student().map((r) => r.replace(van, naar))))).bevindingen.flatMap(({ signaal }) => signaal ?? [])
    expect(await signalen('|DLR|MBO', '|DLR|')).toEqual(['SIG-FASE-ONTBREEKT'])
    expect(await signalen('|DLR|MBO', '||MBO')).toEqual(['SIG-ROUTE-ONTBREEKT'])
  })
  it('K-BEK-07: TBG-i noemt alleen de fase, per teldatum; OBO noemt route en fase per periode', () => {
    const inschrijving = TBGI_RECORDS.get('inschrijving')
    const teldatum = inschrijving?.groepen.get('teldatum')
    expect([...(teldatum?.velden.keys() ?? [])].filter((naam) => naam.startsWith('leerroute'))).toEqual(['leerroutefase'])
    expect([...(inschrijving?.velden.keys() ?? [])].filter((naam) => naam.startsWith('leerroute'))).toEqual([])
    for (const recordsoort of ['ISG', 'DIP', 'BPV']) expect(OBO.records.get(recordsoort)?.velden.some((v) => v.sleutel.startsWith('leerroute'))).toBe(false)
    expect(OBO.records.get('ISP')?.velden.map((v) => v.sleutel).filter((sleutel) => sleutel.startsWith('leerroute'))).toEqual(['leerroute', 'leerroutefase'])
  })
})
