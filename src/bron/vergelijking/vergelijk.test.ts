import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vergelijkBestanden } from '../actions/vergelijk-bestanden.ts'
import { ALLES_RO } from '../bestanden/fixtures/alles.ts'
import { BSNS, metBestand, ro, RO_NAAM, student } from '../bestanden/fixtures/proef.ts'
import { vergelijkBeelden, type Studentbeeld } from './beeld.ts'
import { sorteerBeelden } from './sorteren.ts'
import type { Vergelijking, Verschil } from './vergelijk.ts'

const [A = '', B = '', C = ''] = BSNS

async function vergelijk(a: string, b: string, namen: readonly [string, string] = [RO_NAAM, RO_NAAM]): Promise<{ uit: Vergelijking; verschillen: Verschil[] }> {
  const verschillen: Verschil[] = []
  const uit = await metBestand('A.CSV', a, (pa) => metBestand('B.CSV', b, (pb) => vergelijkBestanden({ bron: pa, naam: namen[0] }, { bron: pb, naam: namen[1] }, { ontvang: (v) => { verschillen.push(v) } })))
  if (!uit.ok) throw new Error(uit.reden.uitleg)
  return { uit: uit.waarde, verschillen }
}

describe('twee keer dezelfde soort', () => {
  it('een bestand is gelijk aan zichzelf, ook met de records door elkaar', async () => {
    const door = ALLES_RO.map((r, i) => ({ r, s: (i * 7919) % 101 })).toSorted((x, y) => x.s - y.s).map(({ r }) => r)
    const { uit } = await vergelijk(ro(ALLES_RO), ro(door))
    expect(uit).toMatchObject({ verschillen: 0, studenten: { gelijk: 3, anders: 0, alleenA: 0, alleenB: 0 }, beperktTot: null, nietVergeleken: [] })
  })

  it('K-BEK-02, K-FASE-06: noemt student, record en veld met beide waarden, en de regel en het signaal dat het raakt', async () => {
    const anders = student(A).map((r) => r.replace('DLR|MBO', 'DLR|VO').replace('|DLR|VO', r.includes('2023-08-01|29998') ? '||VO' : '|DLR|VO'))
    const { verschillen, uit } = await vergelijk(ro(student(A)), ro(anders))
    expect(verschillen).toEqual([
      { nummer: A, soort: 'anders', recordsoort: 'ISP', sleutel: 'E1 2023-08-01', veld: 'leerroute', a: 'DLR', b: '', regel: 'K-FASE-06', signaal: 'SIG-ROUTE-ONTBREEKT' },
      { nummer: A, soort: 'anders', recordsoort: 'ISP', sleutel: 'E1 2025-08-01', veld: 'leerroutefase', a: 'MBO', b: 'VO', regel: 'K-BEK-02', signaal: 'SIG-FASE-VERSCHIL' },
    ])
    expect(uit.perSignaal).toEqual({ 'SIG-ROUTE-ONTBREEKT': 1, 'SIG-FASE-VERSCHIL': 1 })
  })

  it('zegt wat maar aan één kant staat; van een ontbrekende inschrijving niet ook nog elke periode', async () => {
    const zonderDiploma = student(A).filter((r) => !r.startsWith('DIP'))
    const { verschillen, uit } = await vergelijk(ro([...student(A), ...student(B)]), ro([...zonderDiploma, ...student(C), `PER|${B}||2009-04-12|V`]))
    expect(verschillen.map(({ nummer, soort, recordsoort }) => [nummer, soort, recordsoort])).toEqual([
      [A, 'alleen-a', 'DIP'], [B, 'alleen-a', 'ISG'], [B, 'alleen-a', 'DIP'], [B, 'alleen-a', 'AMO'], [B, 'alleen-a', 'GEO'], [B, 'alleen-a', 'KZD'], [C, 'alleen-b', null],
    ])
    expect(uit.studenten).toEqual({ gelijk: 0, anders: 2, alleenA: 0, alleenB: 1 })
  })

  it('is symmetrisch: andersom dezelfde verschillen met de kanten omgewisseld', async () => {
    const een = ro([...student(A), ...student(B)])
    const ander = ro([...student(B).map((r) => r.replace('J|E1', 'N|E1').replace('|2026-06-20|', '|2026-06-21|')), ...student(C)])
    const [heen, terug] = [await vergelijk(een, ander), await vergelijk(ander, een)]
    const wissel = (v: Verschil): Verschil => ({ ...v, a: v.b, b: v.a, soort: v.soort === 'alleen-a' ? 'alleen-b' : v.soort === 'alleen-b' ? 'alleen-a' : v.soort })
    const opTekst = (lijst: readonly Verschil[]): readonly string[] => lijst.map((v) => JSON.stringify(v)).toSorted()
    expect(opTekst(heen.verschillen)).toEqual(opTekst(terug.verschillen.map(wissel)))
    expect(heen.verschillen.length).toBeGreaterThan(3)
  })

  it('beperkt zich tot het tijdvak dat ze allebei beslaan', async () => {
    const lang = ro([...student(A), `PER|${B}||2009-04-12|V`, `ISG|${B}||E1|2020-08-01|2021-07-31|2021-07-31|02`, `ISP|${B}||E1|2020-08-01|29998|BOL||J|||||`], { kop: 'VLP|99ZZ|2020-08-01|2026-07-31|2026-08-01' })
    const { uit } = await vergelijk(lang, ro(student(A)), ['RO_99ZZ_20200801_20260731.CSV', RO_NAAM])
    expect(uit).toMatchObject({ verschillen: 0, beperktTot: { inschrijvingen: { van: '2025-08-01', totEnMet: '2026-07-31' } } })
  })
})

const GRONDSLAG = (pgn: string): string => ['VLP;99ZZ;2025;20251119;V', `PER;${pgn};14;14;14;15;V;9900;;;;6030;6030;6030;;;0001;;;;;`, `ISG;${pgn};99ZZ;E1;20230801;20270731;;`, `ISP;${pgn};99ZZ;E1;20230801;20250731;29998;MBO-2;BOL;;1;999A001;999X001;DLR;VO`, `ISP;${pgn};99ZZ;E1;20250801;;29998;MBO-3;BOL;;1;999A001;999X001;DLR;VO`, 'SLR;1;1;2;0;0;0;0;0;0;0;0', ''].join('\r\n')
const GNAAM = 'GRONDSLAG_IP_MBO_99ZZ_20251119_2025.csv'
const TBGI = (nummer: string, fase: string): string => `<?xml version="1.0" encoding="utf-8"?>\r\n<Bekostigingsgrondslagen xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Inschrijving><BRIN>99ZZ</BRIN><Burgerservicenummer>${nummer}</Burgerservicenummer><Onderwijsnummer xsi:nil="true"/><Inschrijvingvolgnummer>E1</Inschrijvingvolgnummer><DatumInschrijving>2023-08-01</DatumInschrijving><DatumUitschrijvingGepland>2027-07-31</DatumUitschrijvingGepland><Teldatum><Teldatum>2025-10-01</Teldatum><DatumTijdBepalingBekostigingsgrondslagen>2025-11-21 10:00:00</DatumTijdBepalingBekostigingsgrondslagen><StatusBepalingBekostigingsstatus>V</StatusBepalingBekostigingsstatus><LeeftijdOpEenAugustusStudiejaar>16</LeeftijdOpEenAugustusStudiejaar><Opleidingcode>29998</Opleidingcode><Niveau>MBO-2</Niveau><Leertraject>BOL</Leertraject><Leerroutefase>${fase}</Leerroutefase><IndicatieBekostigbaar>true</IndicatieBekostigbaar><Bekostigingsstatus>true</Bekostigingsstatus><InschrijvingVoorCorrectiefactor>true</InschrijvingVoorCorrectiefactor><BBLBOLFactor>1</BBLBOLFactor></Teldatum></Inschrijving></Bekostigingsgrondslagen>`
const TNAAM = 'TBGI_99ZZ_2027_20251124.XML'

describe('twee soorten', () => {
  const isg = student(A).slice(0, 4)

  it('K-BEK-02: RO naast TBG-i: de periode die op de teldatum liep', async () => {
    expect((await vergelijk(ro(isg), TBGI(A, 'MBO'), [RO_NAAM, TNAAM])).uit).toMatchObject({ verschillen: 0, studenten: { gelijk: 1 } })
    const { verschillen } = await vergelijk(ro(isg), TBGI(A, 'VO'), [RO_NAAM, TNAAM])
    expect(verschillen).toMatchObject([{ recordsoort: 'TEL', sleutel: 'E1 2025-10-01', veld: 'leerroutefase', a: 'MBO', b: 'VO', regel: 'K-BEK-02', signaal: 'SIG-FASE-VERSCHIL' }])
  })

  it('RO naast GRONDSLAG met dezelfde nummers: gedeelde velden, geen einddatum van een periode en geen bedragen', async () => {
    const { verschillen } = await vergelijk(ro(isg.map((r) => r.replaceAll(A, 'BSN1'))), GRONDSLAG('BSN1'), [RO_NAAM, GNAAM])
    expect(verschillen.map(({ veld, a, b }) => [veld, a, b])).toEqual([['niveau', 'MBO-2', 'MBO-3'], ['leerroutefase', 'MBO', 'VO']])
  })

  it('weigert een GRONDSLAG met schuilnummers die aan de andere kant niet voorkomen', async () => {
    const uit = await metBestand(RO_NAAM, ro(isg), (a) => metBestand(GNAAM, GRONDSLAG('100001'), (b) => vergelijkBestanden({ bron: a }, { bron: b }, { ontvang: () => undefined })))
    expect(uit).toMatchObject({ ok: false, reden: { code: 'soort-past-niet', uitleg: expect.stringContaining('schuilnummers') as string } })
  })

  it.each([['leeg', ''], ['binair', 'PK\x03\x04'], ['zonder kop', ro(isg, { kop: null })]])('noemt de kant die %s is', async (_wat, inhoud) => {
    const uit = await metBestand(RO_NAAM, ro(isg), (a) => metBestand(RO_NAAM, inhoud, (b) => vergelijkBestanden({ bron: a }, { bron: b }, { ontvang: () => undefined })))
    expect(uit).toMatchObject({ ok: false, reden: { kant: 'b' } })
  })
})

it('sorteren via tijdelijke bestanden geeft hetzelfde als in het geheugen, en voegt dezelfde student samen', async () => {
  const beeld = fc.record({ klasse: fc.constantFrom<0 | 1>(0, 1), nummer: fc.integer({ min: 1, max: 40 }).map(String), rijen: fc.array(fc.record({ recordsoort: fc.constant('ISG'), sleutel: fc.string({ maxLength: 3 }), velden: fc.constant({}) }), { minLength: 1, maxLength: 3 }) })
  async function* stroom(lijst: readonly Studentbeeld[]): AsyncGenerator<readonly Studentbeeld[]> {
    for (const een of lijst) yield [een]
  }
  const alles = async (bron: AsyncIterable<Studentbeeld>): Promise<readonly Studentbeeld[]> => {
    const uit: Studentbeeld[] = []
    for await (const een of bron) uit.push(een)
    return uit
  }
  await fc.assert(fc.asyncProperty(fc.array(beeld, { maxLength: 60 }), async (lijst) => {
    const [klein, groot] = await Promise.all([7, 1_000_000].map((n) => alles(sorteerBeelden(stroom(lijst), n))))
    expect(klein).toEqual(groot)
    expect(klein?.every((een, i) => i === 0 || vergelijkBeelden(klein[i - 1] ?? een, een) < 0)).toBe(true)
    expect(klein?.reduce((som, een) => som + een.rijen.length, 0)).toBe(lijst.reduce((som, een) => som + een.rijen.length, 0))
  }), { numRuns: 30 })
})
