import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakEigenDatabase, type EigenDatabase } from '../../../test/eigen-database.ts'
import { ALLES_RO } from '../../bron/bestanden/fixtures/alles.ts'
import { BSNS, leesGoed, ONRS, ro } from '../../bron/bestanden/fixtures/proef.ts'
import { importeerBestand } from '../../bron/index.ts'
import { datum, type Moment } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { maakKluis, systeemactor, type Actiecontext, type Actor } from '../../toegang/index.ts'
import { exporteerBestand } from './exporteer-bestand.ts'
import type { Exportvraag } from './exportvraag.ts'
import type { Exportverslag } from './exportwerk.ts'

const sleutel = new Uint8Array(32).fill(7)
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', sleutel]]), opzoeksleutel: sleutel })
const ctx = (actor: Actor = systeemactor('proef'), nu = '2026-08-01T09:00:00.000Z'): Actiecontext => ({ actor, nu: nu as Moment, kluis })
const school = (rol: Actor['rollen'][number]['rol'], brin = '99ZZ'): Actor => ({ id: `school-${rol}`, soort: 'school', rollen: [{ rol, brin }] })
const RO_VRAAG: Exportvraag = { soort: 'RO', brin: '99ZZ', van: datum('2025-08-01'), totEnMet: datum('2026-07-31') }
const normen = laadNormen()
const [A = '', B = ''] = BSNS
const ONR = ONRS[0] ?? ''

let db: EigenDatabase
let map = ''
beforeAll(async () => {
  db = await maakEigenDatabase()
  map = mkdtempSync(join(tmpdir(), 'leerroute-export-'))
  await importeer('RO_99ZZ_20250801_20260731.CSV', ro(ALLES_RO))
})
afterAll(async () => {
  rmSync(map, { recursive: true, force: true })
  await db.weg()
})

async function importeer(naam: string, inhoud: string | Buffer, soepel = false): Promise<void> {
  const pad = join(map, naam)
  writeFileSync(pad, inhoud)
  const uit = await importeerBestand(db.database, ctx(), pad, soepel ? { nummers: 'soepel' } : {})
  if (!uit.ok) throw new Error(uit.reden.uitleg)
  expect(uit.waarde.geweigerdeStudenten).toBe(0)
}

async function importeerStudent(brin: string, records: readonly string[]): Promise<void> {
  const nummer = records[0]?.split('|')[1] ?? ''
  await importeer(`RO_${brin}_20250801_20260731.CSV`, ro([`PER|${nummer}||2008-01-01|V`, ...records], { kop: `VLP|${brin}|2025-08-01|2026-07-31|2026-08-01` }))
}

async function exporteer(vraag: Exportvraag, context = ctx()): Promise<{ tekst: string; verslag: Exportverslag }> {
  let tekst = ''
  const uit = await exporteerBestand(db.database, context, vraag, { schrijf: async (stuk) => { tekst += stuk } }, normen)
  if (!uit.ok) throw new Error(JSON.stringify(uit.reden))
  return { tekst, verslag: uit.waarde }
}

const regels = (tekst: string): readonly string[] => tekst.split('\r\n').slice(0, -1)

describe('K-ROD-03: een RO dat gelezen, bewaard en weer geschreven wordt', () => {
  it('is byte voor byte gelijk, met elke recordsoort en elk veld gevuld', async () => {
    const { tekst, verslag } = await exporteer(RO_VRAAG)
    expect(tekst).toBe(ro(ALLES_RO))
    expect(verslag).toMatchObject({
      naam: 'RO_99ZZ_20250801_20260731.CSV', studenten: 3, regels: ALLES_RO.length + 2, nietGeschreven: {}, leeg: {},
      tellingen: { PER: 3, ISG: 4, ISP: 5, ISE: 2, BPV: 2, DIP: 2, AMO: 2, GEO: 3, KZD: 3 },
    })
  })

  it('kiest inschrijvingen en resultaten van het tijdvak, en de resultaten die bij zo\'n inschrijving horen (PvE 15)', async () => {
    const { tekst } = await exporteer({ soort: 'RO', brin: '99ZZ', van: datum('2025-10-01'), totEnMet: datum('2025-10-31') })
    // E1 liep tot en met 30 september; diploma R1 hoort bij E1 en valt ook buiten oktober.
    expect(tekst).not.toContain(`ISG|${A}||E1`)
    expect(tekst).not.toContain('|R1|')
    expect(tekst).toContain(`DIP|${A}||R20|`)
    // R7 en R8 zijn later behaald, maar horen bij E2.
    expect(regels(tekst).filter((r) => r.startsWith('AMO') || r.startsWith('GEO')).map((r) => r.split('|')[5])).toEqual(['R7', 'R8'])
  })

  it('K-BRN-03: schrijft geen nummer dat de elfproef niet haalt, tenzij soepel, en zegt hoeveel', async () => {
    await importeer('RO_88YY_20250801_20260731.CSV', ro([`PER|999000001||2007-01-01|M`, `ISG|999000001||1|2025-08-01|2027-07-31||`, `ISP|999000001||1|2025-08-01|29995|BOL||J|||||`], { kop: 'VLP|88YY|2025-08-01|2026-07-31|2026-08-01' }), true)
    const streng = await exporteer({ ...RO_VRAAG, brin: '88YY' })
    expect(streng.verslag).toMatchObject({ studenten: 0, nietGeschreven: { elfproef: 1 } })
    expect(regels(streng.tekst)).toEqual(['VLP|88YY|2025-08-01|2026-07-31|2026-08-01', 'SLR|0|0|0|0|0|0|0|0|0'])
    expect((await exporteer({ ...RO_VRAAG, brin: '88YY', soepel: true })).tekst).toContain('PER|999000001||2007-01-01|M')
  })

  it('schrijft geen student met een teken dat het bestand zou breken', async () => {
    await importeerStudent('77XX', [`ISG|${BSNS[5]}||1|2025-08-01|2027-07-31|2026-01-01|02`, `ISP|${BSNS[5]}||1|2025-08-01|29995|BOL||J|||||`])
    // Een REST-levering mag hier vrije tekst hebben.
    await db.database.pool.query("update inschrijving_stand set reden_uitschrijving = 'a|b' where brin = '77XX'")
    expect((await exporteer({ ...RO_VRAAG, brin: '77XX' })).verslag).toMatchObject({ studenten: 0, nietGeschreven: { 'teken-in-waarde': 1 } })
  })
})

describe('wie een bestand mag ophalen', () => {
  it.each(['bsn-inzien', 'bron-inschrijving-mbo'] as const)('Z-01: de eigen school met de rol %s, met een auditregel zonder nummers', async (rol) => {
    const { tekst } = await exporteer(RO_VRAAG, ctx(school(rol)))
    expect(tekst).toBe(ro(ALLES_RO))
    const { rows } = await db.database.pool.query<{ handeling: string; brin: string; object_sleutel: string; t: string }>('select handeling, brin, object_sleutel, gegevens::text as t from audit_regel where actor = $1', [`school-${rol}`])
    expect(rows).toMatchObject([{ handeling: 'exporteerBestand', brin: '99ZZ', object_sleutel: 'RO_99ZZ_20250801_20260731.CSV' }])
    expect(rows[0]?.t).not.toContain(A)
  })

  it.each([
    ['een andere school', school('bsn-inzien', '21MB')], ['de rol raadplegen alleen', school('raadplegen')], ['de rol verzuim', school('verzuim')], ['de rol voor het vo', school('bron-inschrijving-vo')],
    ['DUO', { id: 'duo', soort: 'duo', rollen: [] } satisfies Actor],
  ])('Z-02: %s krijgt niets, en het antwoord verraadt niet of de school bestaat', async (_wie, actor) => {
    const uit = await exporteerBestand(db.database, ctx(actor), RO_VRAAG, { schrijf: () => Promise.reject(new Error('er is geschreven')) }, normen)
    expect(uit).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  })

  it('stopt netjes als het schrijven onderweg mislukt: geen auditregel, en de verbindingen blijven bruikbaar', async () => {
    const actor: Actor = { ...school('bsn-inzien'), id: 'volle-schijf' }
    for (const vraag of [RO_VRAAG, { soort: 'TBGI', brin: '99ZZ', bekostigingsjaar: 2027 } as const]) {
      let stukken = 0
      const vol = exporteerBestand(db.database, ctx(actor), vraag, { schrijf: () => (++stukken === 2 ? Promise.reject(new Error('de schijf is vol')) : Promise.resolve()) }, normen)
      await expect(vol).rejects.toThrow('de schijf is vol')
    }
    const { rows } = await db.database.pool.query("select 1 from audit_regel where actor = 'volle-schijf'")
    expect(rows).toEqual([])
    expect((await exporteer(RO_VRAAG)).tekst).toBe(ro(ALLES_RO))
  })

  it.each<[string, Partial<Exportvraag>, string]>([
    ['een RO zonder begin', { soort: 'RO', brin: '99ZZ' }, 'van'], ['een RO zonder einde', { soort: 'RO', brin: '99ZZ', van: datum('2025-08-01') }, 'tot'],
    ['een RO dat eindigt voor het begint', { soort: 'RO', brin: '99ZZ', van: datum('2025-08-01'), totEnMet: datum('2025-07-31') }, 'tot'],
    ['een TBG-i zonder jaar', { soort: 'TBGI', brin: '99ZZ' }, 'jaar'], ['een TBG-i van voor de norm', { soort: 'TBGI', brin: '99ZZ', bekostigingsjaar: 2010 }, 'jaar'],
    ['een OBO zonder studiejaar', { soort: 'OBO', brin: '99ZZ' }, 'studiejaar'], ['een GRONDSLAG met een half jaar', { soort: 'GRONDSLAG', brin: '99ZZ', studiejaar: 2025.5 }, 'studiejaar'],
    ['een BRIN die geen BRIN is', { soort: 'OBO', brin: 'abc', studiejaar: 2025 }, 'brin'],
  ])('weigert %s en noemt het veld', async (_wat, vraag, veld) => {
    const uit = await exporteerBestand(db.database, ctx(), vraag as Exportvraag, { schrijf: () => Promise.reject(new Error('er is geschreven')) }, normen)
    expect(uit).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld }] } })
  })
})

describe('OBO en GRONDSLAG uit het register', () => {
  it('schrijft een OBO dat foutloos gelezen wordt, met de juiste controlegetallen en de bpv van wie bbl doet', async () => {
    const { tekst, verslag } = await exporteer({ soort: 'OBO', brin: '99ZZ', studiejaar: 2025 })
    expect(verslag.naam).toBe('OBO_99ZZ_2025_20260801.CSV')
    expect(regels(tekst)).toEqual([
      'VLP|99ZZ|||',
      `PER|${A}||2006-04-12|V`, `ISG|${A}||E1|2023-08-01|2025-09-30|N|N`, `ISP|${A}||E1|2023-08-01|29998|BOL|MBO-2|DLR|VO|J|N|N`, `ISP|${A}||E1|2025-08-01|29998|BBL|MBO-2|DLR|MBO|J|N|N`,
      `BPV|${A}||E1|2|2025-07-20|2025-08-01|2025-09-30|29998`, `BPV|${A}||E1|10|2025-01-20|2025-02-01|2025-07-15|`,
      `ISG|${A}||E2|2025-10-01||J|J`, `ISP|${A}||E2|2025-10-01|29997|BBL|MBO-3|||N|J|J`,
      `DIP|${A}||R1|29998|2025-09-30|J|E1`, `DIP|${A}||R20|29990|2025-10-02|N|`,
      `PER|${B}||2007-00-00|M`, `ISG|${B}||1|2025-08-01||J|J`, `ISP|${B}||1|2025-08-01|29995|OVO||VM||N|J|J`,
      `PER||${ONR}|2008-11-00|O`, `ISG||${ONR}|E7|2025-08-01||J|J`, `ISP||${ONR}|E7|2025-08-01|29997|BBL|MBO-3|GLR|MBO|J|J|J`,
      // 2×29998 + 29998 (bpv) + 29997 + 29995 + 29997 + 29998 + 29990 (dip) = 239.971; daarbij 4 ISG, 4 keer J en 2 DIP.
      'CTR|4|2|239971|239981|4',
    ])
    const gelezen = await leesGoed(tekst, verslag.naam)
    expect(gelezen.bevindingen.filter(({ regel }) => regel.startsWith('BST-'))).toEqual([])
    expect(verslag.leeg).toEqual({ 'DIP/Inschrijvingvolgnummer': 1 })
  })

  it('schrijft een GRONDSLAG met schuilnummers, einddatums en ons voorlopige oordeel; factoren blijven leeg', async () => {
    const { tekst, verslag } = await exporteer({ soort: 'GRONDSLAG', brin: '99ZZ', studiejaar: 2025 })
    expect(verslag.naam).toBe('GRONDSLAG_IP_MBO_99ZZ_20260801_2025.csv')
    for (const nummer of [A, B, ONR]) expect(tekst).not.toContain(nummer)
    expect(regels(tekst)[0]).toBe('VLP;99ZZ;2025;20260801;V')
    const pgn = Object.fromEntries(regels(tekst).filter((r) => r.startsWith('PER')).map((r) => [r.split(';')[6] ?? '', r.split(';')[1]]))
    expect(Object.values(pgn)).toHaveLength(3)
    expect(regels(tekst).filter((r) => r.startsWith('PER')).map((r) => r.split(';')[1])).toEqual(['100001', '100002', '100003'])
    for (const regel of [
      `PER;${pgn['V']};;;;;V;;;;;;;;;;;;;;;`,
      `ISP;${pgn['V']};99ZZ;E1;20230801;20250731;29998;MBO-2;BOL;V12345678901;1;999A001;999X001;DLR;VO`,
      `BII;${pgn['V']};99ZZ;E2;20251001;20260801 110000;V;N;N;;;;;`,
      // Fase MBO, bbl zonder bpv: zeker niet.
      `BII;${pgn['O']};99ZZ;E7;20251001;20260801 110000;V;N;N;;;;;`,
      `KZD;${pgn['V']};99ZZ;R1;R5;K9998;BEHAALD;1;20250622;E1;999A001`,
      `BID;${pgn['V']};99ZZ;R1;MBO-2;;;;20260801 110000;V;;`,
    ]) expect(regels(tekst)).toContain(regel)
    const gelezen = await leesGoed(tekst, verslag.naam)
    expect(gelezen.bevindingen.filter(({ ernst, regel }) => ernst === 'afgekeurd' || regel.startsWith('BST-'))).toEqual([])
    expect(gelezen.studenten.map(({ persoon }) => persoon?.inschrijvingen.length).toSorted()).toEqual([1, 1, 2])
  })
})

describe('K-BEK-07: een TBG-i uit het register', () => {
  it('zegt per teldatum wat wij weten, en laat nil wat niemand hier weet', async () => {
    const { tekst, verslag } = await exporteer({ soort: 'TBGI', brin: '99ZZ', bekostigingsjaar: 2027 })
    expect(verslag).toMatchObject({ naam: 'TBGI_99ZZ_2027_20260801.XML', studenten: 3, tellingen: { Inschrijving: 4, Teldatum: 6, Diploma: 2 } })
    const e1 = tekst.slice(tekst.indexOf('<Inschrijvingvolgnummer>E1<'), tekst.indexOf('<Inschrijvingvolgnummer>E2<'))
    // E1 was op 1 oktober al beëindigd: geen teldatum, dus niet bekostigd (PvE 16.1).
    expect(e1).not.toContain('<Teldatum>')
    const e7 = tekst.slice(tekst.indexOf('<Inschrijvingvolgnummer>E7<'))
    for (const deel of ['<Teldatum>2025-10-01</Teldatum>', '<LeeftijdOpEenAugustusStudiejaar>16</', '<Leerroutefase>MBO</', '<Bekostigingsstatus>false</', '<BBLBOLFactor xsi:nil="true"/>', '<Signaalcode xsi:nil="true"/>']) expect(e7).toContain(deel)
    expect(tekst.endsWith('</Bekostigingsgrondslagen>')).toBe(true)
    const gelezen = await leesGoed(tekst, verslag.naam)
    const afgekeurd = gelezen.bevindingen.filter(({ ernst }) => ernst === 'afgekeurd').map(({ recordsoort, veld }) => `${recordsoort}/${veld}`)
    // Alleen velden die het verslag zelf al leeg noemt.
    expect([...new Set(afgekeurd)].toSorted()).toEqual(Object.keys(verslag.leeg).toSorted())
  })

  it('bondig laat lege groepen weg en leest gelijk', async () => {
    const { tekst } = await exporteer({ soort: 'TBGI', brin: '99ZZ', bekostigingsjaar: 2027, stijl: 'bondig' })
    expect(tekst).not.toContain('<Signaal>')
    expect(tekst).toContain('<Onderwijsnummer xsi:nil="true"/>')
  })

  it('K-BEK-03: fase MBO, bol en indicatie J is voorlopig bekostigd; bij twee inschrijvingen blijft het open', async () => {
    const p = `${BSNS[7]}|`
    const inschrijving = (nummer: string) => [`ISG|${p}|${nummer}|2025-08-01|2027-07-31||`, `ISP|${p}|${nummer}|2025-08-01|29995|BOL|MBO-2|J||||DLR|MBO`]
    await importeerStudent('66WW', [...inschrijving('1'), `DIP|${p}|D1|29995|2025-06-30||N|1|`])
    const een = await exporteer({ soort: 'TBGI', brin: '66WW', bekostigingsjaar: 2027 })
    expect(een.tekst.match(/<Bekostigingsstatus>true</g)).toHaveLength(2)
    // Het diploma staat op niet bekostigbaar; het niveau volgt uit de inschrijving voor dezelfde opleiding.
    expect(een.tekst).toMatch(/<Niveau>MBO-2<\/Niveau>[\s\S]*<Bekostigingsstatus>false<\/Bekostigingsstatus>\r\n\t\t<BijdrageDiplomawaarde xsi:nil/)
    await importeerStudent('66WW', [...inschrijving('1'), ...inschrijving('2')])
    const twee = await exporteer({ soort: 'TBGI', brin: '66WW', bekostigingsjaar: 2027 })
    expect(twee.verslag.onbekend).toEqual({ 'meer-inschrijvingen': 4 })
    expect(twee.tekst).not.toContain('<Bekostigingsstatus>true<')
  })
})

/** Map met de openbare proefbestanden (docs/bestanden.md); zij zitten niet bij het project. */
const ECHT = process.env['LEERROUTE_DUO_BESTANDEN'] ?? ''
if (!existsSync(ECHT)) console.warn('OVERGESLAGEN: de openbare proefbestanden van DUO. Zet LEERROUTE_DUO_BESTANDEN op de map waarin ze staan.')
describe.skipIf(!existsSync(ECHT))('de openbare proefbestanden, gelezen, bewaard en weer geschreven', () => {
  it.each(existsSync(ECHT) ? readdirSync(ECHT).filter((naam) => naam.startsWith('RO_')) : [])('%s', async (naam) => {
    const inhoud = readFileSync(join(ECHT, naam), 'utf8')
    await importeer(naam, inhoud, true)
    const [, brin = '', van = '', tot = ''] = /^RO_(....)_(\d{8})_(\d{8})/.exec(naam) ?? []
    const dag = (t: string) => datum(`${t.slice(0, 4)}-${t.slice(4, 6)}-${t.slice(6)}`)
    const { tekst } = await exporteer({ soort: 'RO', brin, van: dag(van), totEnMet: dag(tot), soepel: true })
    // De kop noemt de dag van vandaag, de sluitregel telt wat er echt staat: het proefbestand is een uittreksel.
    const inhoudsregels = (t: string): readonly string[] => t.split(/\r?\n/).filter((r) => r !== '' && !/^(VLP|SLR)/.test(r))
    expect(inhoudsregels(tekst)).toEqual(inhoudsregels(inhoud).map(normaliseer))
  })
})

/** Een rekenblad schrijft datums als d-m-jjjj, met puntkomma's, en laat lege velden achteraan weg; de reden verliest zijn nul. */
function normaliseer(regel: string): string {
  if (!regel.includes(';')) return regel
  const VELDEN: Readonly<Record<string, number>> = { PER: 5, ISG: 8, ISP: 14, ISE: 6, BPV: 13, DIP: 10, AMO: 11, GEO: 16, KZD: 12 }
  const delen = regel.split(';').map((d) => d.replace(/^(\d{1,2})-(\d{1,2})-(\d{4})$/, (_t, d1: string, m: string, j: string) => `${j}-${m.padStart(2, '0')}-${d1.padStart(2, '0')}`))
  if (delen[0] === 'ISG') delen[7] = (delen[7] ?? '').padStart(delen[7] ? 2 : 0, '0')
  return Array.from({ length: VELDEN[delen[0] ?? ''] ?? 0 }, (_n, i) => delen[i] ?? '').join('|')
}
