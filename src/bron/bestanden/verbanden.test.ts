import { describe, expect, it } from 'vitest'
import { stapel } from './bevinding.ts'
import { BSN, BSNS, leesGoed, ro, student } from './fixtures/proef.ts'

const [PER, ISG, ISP1, ISP2, ISE, BPV, DIP, AMO, GEO, KZD] = student() as [string, string, string, string, string, string, string, string, string, string]
const vervang = (van: string, naar: string): string[] => student().map((r) => (r === van ? naar : r))
const zonder = (...weg: string[]): string[] => student().filter((r) => !weg.includes(r))

async function bevindingen(records: readonly string[]): Promise<readonly { regel: string; ernst: string; stapel: string; signaal: string | undefined; regelnummer: number | null }[]> {
  const { bevindingen: b } = await leesGoed(ro(records))
  return b.map((x) => ({ regel: x.regel, ernst: x.ernst, stapel: stapel(x), signaal: x.signaal, regelnummer: x.regelnummer }))
}

describe('verbanden tussen records', () => {
  it('zwijgt bij een goede student', async () => expect(await bevindingen(student())).toEqual([]))

  it.each<[string, string, string, string[]]>([
    ['K-BRN-03', 'afgekeurd', 'twee nummers', student().map((r) => r.replace(`${BSN}|`, `${BSN}|101000012`))],
    ['K-BRN-03', 'afgekeurd', 'geen nummer', student().map((r) => r.replace(`${BSN}|`, '|'))],
    ['REL-PER-ONTBREEKT', 'afgekeurd', 'ISG zonder PER', zonder(PER)],
    ['REL-PER-DUBBEL', 'afgekeurd', 'twee verschillende PER', [PER, PER.replace('2009', '2010'), ...student().slice(1)]],
    ['REL-PER-DUBBEL', 'anders-gelezen', 'twee gelijke PER', [PER, ...student()]],
    ['REL-ISG-DUBBEL', 'afgekeurd', 'dubbel volgnummer', [...student(), ISG]],
    ['REL-ISG-EINDE', 'afgekeurd', 'uitgeschreven voor inschrijving', vervang(ISG, ISG.replace('2027-07-31||', '2027-07-31|2023-07-31|05'))],
    ['REL-ISG-GEPLAND', 'afgekeurd', 'gepland voor inschrijving', vervang(ISG, ISG.replace('2027-07-31', '2023-07-31'))],
    ['REL-ISG-REDEN', 'kijk-na', 'uitgeschreven zonder reden', vervang(ISG, ISG.replace('2027-07-31||', '2027-07-31|2026-07-31|'))],
    ['REL-ISG-REDEN', 'kijk-na', 'reden zonder uitschrijving', vervang(ISG, `${ISG}05`)],
    ['REL-ISG-ZONDER-ISP', 'afgekeurd', 'geen periode', zonder(ISP1, ISP2)],
    ['REL-ISP-ZONDER-ISG', 'afgekeurd', 'periode zonder inschrijving', vervang(ISP2, ISP2.replace('|E1|', '|E9|'))],
    ['REL-ISE-ZONDER-ISG', 'afgekeurd', 'ondersteuning zonder inschrijving', vervang(ISE, ISE.replace('|E1|', '|E9|'))],
    ['REL-BPV-ZONDER-ISG', 'afgekeurd', 'bpv zonder inschrijving', vervang(BPV, BPV.replace('|E1|', '|E9|'))],
    ['REL-ISP-EERSTE', 'afgekeurd', 'periode voor inschrijving', vervang(ISP1, ISP1.replace('2023-08-01', '2023-07-31'))],
    ['REL-ISP-EERSTE', 'kijk-na', 'eerste periode later', vervang(ISP1, ISP1.replace('2023-08-01', '2023-08-02'))],
    ['REL-ISP-DUBBEL', 'afgekeurd', 'twee perioden op een dag', vervang(ISP2, ISP2.replace('2025-08-01', '2023-08-01'))],
    ['REL-ISP-NA-EINDE', 'afgekeurd', 'periode na uitschrijving', vervang(ISG, ISG.replace('2027-07-31||', '2027-07-31|2025-07-31|05'))],
    ['REL-ISP-LOCATIE', 'kijk-na', 'geen onderwijslocatie', vervang(ISP2, ISP2.replace('999X001', ''))],
    ['REL-ISP-NIVEAU', 'anders-gelezen', 'niveau leeg', vervang(ISP2, ISP2.replace('MBO-2', ''))],
    ['RO-ISP-13', 'kijk-na', 'onbekende route', vervang(ISP2, ISP2.replace('DLR', 'VM'))],
    ['K-BRN-02', 'afgekeurd', 'BOL_DT na 31-07-2023', vervang(ISP1, ISP1.replace('|BOL|', '|BOL_DT|'))],
    ['REL-ISE-EINDE', 'afgekeurd', 'ondersteuning eindigt eerder', vervang(ISE, `${ISE}2025-08-31`)],
    ['REL-ISE-DUBBEL', 'afgekeurd', 'dubbele ondersteuning', [...student(), ISE]],
    ['REL-BPV-DUBBEL', 'afgekeurd', 'dubbele bpv', [...student(), BPV]],
    ['REL-BPV-EINDE', 'afgekeurd', 'bpv gepland einde te vroeg', vervang(BPV, BPV.replace('2026-07-31', '2026-01-31'))],
    ['REL-BPV-EINDE', 'kijk-na', 'bpv werkelijk einde te vroeg', vervang(BPV, BPV.replace('2026-07-31|', '2026-07-31|2026-01-31'))],
    ['REL-BPV-VOOR-ISG', 'kijk-na', 'bpv voor inschrijving', vervang(BPV, BPV.replace('2026-02-01', '2023-02-01'))],
    ['REL-BPV-DOEL', 'kijk-na', 'bpv met twee doelen', vervang(BPV, `${BPV}K9998`)],
    ['REL-BPV-DOEL', 'kijk-na', 'bpv zonder doel', vervang(BPV, BPV.replace('29998|', '|'))],
    ['REL-DIP-DUBBEL', 'afgekeurd', 'dubbel diploma', [...student(), DIP]],
    ['REL-AMO-DUBBEL', 'afgekeurd', 'dubbel onderdeel', [...student(), AMO]],
    ['REL-RES-ZONDER-ISG', 'kijk-na', 'diploma bij andere inschrijving', vervang(DIP, DIP.replace('|E1|', '|E9|'))],
    ['REL-RES-ZONDER-DIP', 'kijk-na', 'onderdeel bij ander diploma', vervang(GEO, GEO.replace('|R1|', '|R9|'))],
    ['REL-RES-DATUM', 'kijk-na', 'los onderdeel zonder datum', vervang(KZD, KZD.replace('2026-02-10', ''))],
    ['BST-VELDEN', 'afgekeurd', 'een veld te veel', vervang(ISP2, `${ISP2}|extra`)],
    ['BST-RECORDSOORT', 'afgekeurd', 'onbekende recordsoort', [...student(), `XYZ|${BSN}|`]],
  ])('%s (%s): %s', async (regel, ernst, _, records) => {
    expect(await bevindingen(records)).toContainEqual(expect.objectContaining({ regel, ernst }))
  })
})

describe('ketenregels aan één bestand', () => {
  it.each<[string, string | undefined, string, string[]]>([
    ['K-DLR-01', 'SIG-ROUTE-VOOR-2020', 'route voor 2020', [PER, ISG.replace('2023', '2019'), ISP1.replace('2023', '2019'), ISP2]],
    ['K-FASE-06', 'SIG-FASE-ONTBREEKT', 'route zonder fase', vervang(ISP2, ISP2.replace('DLR|MBO', 'DLR|'))],
    ['K-FASE-06', 'SIG-ROUTE-ONTBREEKT', 'fase zonder route', vervang(ISP2, ISP2.replace('DLR|MBO', '|MBO'))],
    ['K-ROD-10', 'SIG-ENTREE', 'route naar entree', vervang(ISP2, ISP2.replace('MBO-2', 'MBO-1'))],
    ['K-ROD-10', 'SIG-GLR-NIVEAU', 'GLR met niveau 3', vervang(ISP2, ISP2.replace('MBO-2', 'MBO-3').replace('DLR', 'GLR'))],
    ['K-BEK-06', 'SIG-BEKOSTIGBAAR', 'route en niet bekostigbaar', vervang(ISP2, ISP2.replace('|J|', '|N|'))],
  ])('%s %s: %s moet verbeterd, maar houdt de student niet tegen', async (regel, signaal, _, records) => {
    expect(await bevindingen(records)).toContainEqual(expect.objectContaining({ regel, signaal, stapel: 'moet-u-verbeteren', ernst: 'kijk-na' }))
  })

  it('K-FASE-04 SIG-FASE-AFWIJKEND: fase VO langer dan twee schooljaren; op de laatste dag van jaar 2 nog niet', async () => {
    const lang = await bevindingen(zonder(ISP2))
    expect(lang).toContainEqual(expect.objectContaining({ signaal: 'SIG-FASE-AFWIJKEND', stapel: 'kijk-na' }))
    expect((await bevindingen(student())).filter((b) => b.signaal)).toEqual([])
    const later = vervang(ISP2, ISP2.replace('2025-08-01', '2025-08-02'))
    expect(await bevindingen(later)).toContainEqual(expect.objectContaining({ signaal: 'SIG-FASE-AFWIJKEND' }))
  })

  it('K-DLR-04: SIG-ENTREE komt in plaats van SIG-GLR-NIVEAU', async () => {
    const codes = (await bevindingen(vervang(ISP2, ISP2.replace('MBO-2', 'MBO-1').replace('DLR', 'GLR')))).map((b) => b.signaal)
    expect(codes).toContain('SIG-ENTREE')
    expect(codes).not.toContain('SIG-GLR-NIVEAU')
  })
})

describe('het bestand als geheel', () => {
  const regels = async (inhoud: string, naam?: string): Promise<readonly string[]> => (await leesGoed(inhoud, naam)).bevindingen.map((b) => `${b.regel} ${b.ernst}`)
  const goed = ro(student())

  it('geeft niets door als de kop of de sluitregel ontbreekt of dubbel is', async () => {
    for (const [wat, inhoud] of [['kop', ro(student(), { kop: null })], ['slot', ro(student(), { slot: null })], ['dubbel', goed + goed], ['afgebroken', goed.slice(0, goed.indexOf('KZD') + 20)]] as const) {
      const { verslag, studenten } = await leesGoed(inhoud)
      expect([wat, verslag.bestandAfgekeurd, verslag.afgekeurdeStudenten, studenten.length]).toEqual([wat, true, 1, 0])
    }
  })

  it.each<[string, string, string?]>([
    ['BST-TELLING kijk-na', ro(student(), { slot: 'SLR|1|1|3|1|1|1|1|1|1' })], ['BST-BOM anders-gelezen', `\ufeff${goed}`], ['BST-REGELEINDE anders-gelezen', goed.replaceAll('\r\n', '\n')],
    ['BST-SCHEIDING anders-gelezen', goed.replaceAll('|', ';')], ['BST-LEGE-REGEL anders-gelezen', goed.replace('ISG', '\r\nISG')], ['BST-AANHALING anders-gelezen', goed.replace('29998|BOL', '"29998"|BOL')],
    ['BST-SPATIES anders-gelezen', goed.replace('29998|BOL', ' 29998 |BOL')], ['BST-VELDEN anders-gelezen', goed.replaceAll('\r\n', '||||||||\r\n')],
    ['BST-SOORT kijk-na', goed, 'GRONDSLAG_IP_MBO_99ZZ_20251119_2025.csv'], ['BST-NAAM kijk-na', goed, 'RO_88YY_20250801_20260731.CSV'], ['BST-NAAM kijk-na', goed, 'RO_99ZZ_20240801_20260731.CSV'],
  ])('%s', async (verwacht, inhoud, naam) => expect(await regels(inhoud, naam)).toContain(verwacht))

  it('leest een bestand waarin alles anders staat als hetzelfde', async () => {
    const studenten = BSNS.slice(0, 5).flatMap((b) => student(b))
    const gewoon = await leesGoed(ro(studenten))
    const [kop, ...rest] = ro(studenten.toSorted((a, b) => (a.slice(5) < b.slice(5) ? 1 : -1) || 0).toReversed().toSorted((a, b) => (a.slice(0, 3) < b.slice(0, 3) ? -1 : 1)), { einde: '\n' }).trimEnd().split('\n')
    const slot = rest.pop() ?? ''
    const anders = [slot, ...rest, kop].map((r) => `${(r ?? '').replaceAll('|', ';').replace(/(\d{4})-(\d{2})-(\d{2})/g, (_m, j: string, m: string, d: string) => `${Number(d)}-${Number(m)}-${j}`)};;;`).join('\n')
    const gelezen = await leesGoed(`${anders}\n`)
    const zonderRegels = (g: typeof gewoon): unknown => g.studenten.map((s) => JSON.parse(JSON.stringify(s.persoon, (k, v: unknown) => (k === 'regelnummer' ? undefined : Array.isArray(v) && k !== 'perioden' ? v : v)))).toSorted((a, b) => (a.nummer.waarde < b.nummer.waarde ? -1 : 1))
    expect(zonderRegels(gelezen)).toEqual(zonderRegels(gewoon))
    expect(gelezen.bevindingen.map((b) => b.regel)).toContain('BST-VOLGORDE')
    expect(gelezen.bevindingen.every((b) => b.ernst === 'anders-gelezen')).toBe(true)
  })

  it('weigert alleen de student met de fout', async () => {
    const slecht = student(BSNS[1]).map((r) => r.replace('|MBO-2|', '|MBO-9|'))
    const { studenten, verslag } = await leesGoed(ro([...student(), ...slecht, ...student(BSNS[2])]))
    expect(studenten.map((s) => s.persoon !== null)).toEqual([true, false, true])
    expect(verslag).toMatchObject({ studenten: 3, afgekeurdeStudenten: 1, bestandAfgekeurd: false })
  })

  it('REL-ISG-DUBBEL: een student die n keer in het bestand staat geeft n keer zoveel bevindingen, niet n keer n', async () => {
    const aantal = async (keer: number): Promise<number> => (await leesGoed(ro(Array.from({ length: keer }, () => student()).flat()))).bevindingen.length
    const [twee, vier, veertig] = [await aantal(2), await aantal(4), await aantal(40)]
    const perHerhaling = (vier - twee) / 2
    expect(perHerhaling).toBeGreaterThan(0)
    expect(veertig).toBe(twee + 38 * perHerhaling)
  })

  it('houdt het geheugen vast als alle regels hetzelfde nummer dragen', async () => {
    const { bevindingen: b } = await leesGoed(ro([...student(), ...Array.from({ length: 6_000 }, (_, i) => BPV.replace('|P1|', `|Q${i}|`))]))
    expect(b.map((x) => x.regel)).toContain('BST-STUDENT')
  })
})
