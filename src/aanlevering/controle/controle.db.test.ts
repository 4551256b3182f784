import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { momentVan } from '../../kern/datum.ts'
import type { Actor } from '../../toegang/index.ts'
import { alleAntwoorden, bestand, inschrijving, kluis, maakScholen, MBO, normen, NU, NUMMERS, op, VO } from '../fixtures/proef.ts'
import {
  biedBestandAan, type Controledoel, leverControle, ruimControlesOp, stopControle, stroomBevindingen, toonBevindingen, toonControle, toonControles, verwerkAanleveringen, voerControleUit,
} from '../index.ts'
import { MEESTE_CONTROLES } from './controle.ts'

const RO = readFileSync(new URL('../../../docs/voorbeelden/RO_21MB_20250801_20270731.CSV', import.meta.url), 'utf8')
const LEZER: Actor = { id: 'lezer-21MB', soort: 'school', rollen: [{ rol: 'raadplegen', brin: '21MB' }] }
const INZIEN: Actor = { ...MBO, id: 'inzien-21MB' }
let eigen: EigenDatabase
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await maakScholen(eigen.database)
})
afterAll(() => eigen.weg())

const omgeving = () => ({ database: eigen.database, kluis, normen, nu: () => new Date(NU) })
const rijen = async (wat: string, id: string): Promise<number> => (await eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from ${wat} where controle_id = $1`, [id])).rows[0]?.n ?? 0

async function bied(inhoud: readonly unknown[] | string, { actor = MBO, doel = 'controleren', naam = 'bestand', id = randomUUID() }: { actor?: Actor; doel?: Controledoel; naam?: string; id?: string } = {}) {
  return biedBestandAan(eigen.database, op(actor), { controleId: id, doel, bestandsnaam: naam }, bestand(typeof inhoud === 'string' ? [inhoud] : inhoud))
}

async function controleer(inhoud: readonly unknown[] | string, keuze: Parameters<typeof bied>[1] = {}) {
  const id = await bied(inhoud, keuze)
  if (!id.ok) throw new Error(JSON.stringify(id.reden))
  expect(await voerControleUit(omgeving(), id.waarde)).toBe(true)
  const gelezen = await toonControle(eigen.database, op(keuze.actor ?? MBO), keuze.doel ?? 'controleren', id.waarde)
  if (!gelezen.ok || gelezen.waarde.verslag === null) throw new Error('geen verslag')
  return { ...gelezen.waarde, verslag: gelezen.waarde.verslag }
}

describe('controleren zonder vast te leggen', () => {
  test('S-73: een RO geeft bevindingen in stapels, met de regel, het veld en geen leesbaar persoonsnummer', async () => {
    const { staat, soort, verslag } = await controleer(RO, { naam: 'RO_21MB_20250801_20270731.CSV' })
    expect([staat, soort, verslag.regels, verslag.studenten, verslag.brin]).toEqual(['klaar', 'RO', 45, 7, '21MB'])
    const fase = verslag.groepen.find(({ regels }) => regels.includes('K-FASE-06'))
    expect(fase).toMatchObject({ soort: 'moet-u-verbeteren', aantal: 1, studenten: 1 })
    expect(fase?.voorbeelden[0]).toMatchObject({ regelnummer: 30, veldnummer: 14, fragment: { veld: '', na: '' } })
    expect(fase?.voorbeelden[0]?.fragment?.voor).toMatch(/^ISP\|•+251\|\|.*\|DLR\|$/)
    expect(JSON.stringify(verslag)).not.toMatch(/9999\d{5}/)
    expect(verslag.tellingen).not.toBeNull()
    expect((await eigen.database.pool.query('select 1 from inschrijving_stand')).rowCount, 'er is niets vastgelegd').toBe(0)
  })

  test('records die mee kunnen en een dat niet kan: aantallen per uitkomst, de fout met het veld', async () => {
    const { verslag } = await controleer([inschrijving(NUMMERS[0] ?? ''), inschrijving(NUMMERS[1] ?? '', { sector: 'XX' })])
    expect(verslag).toMatchObject({ regels: 2, tellingen: { nieuw: 1, afgekeurd: 1 } })
    expect(verslag.groepen.filter(({ soort }) => soort === 'moet-u-verbeteren').flatMap(({ voorbeelden }) => voorbeelden.map(({ regelnummer }) => regelnummer))).toContain(2)
    // Een signaal van het register houdt de levering niet tegen.
    expect(verslag.groepen.filter(({ regels }) => regels.some((regel) => regel.startsWith('K-FASE'))).every(({ soort }) => soort === 'kijk-na')).toBe(true)
  })

  test('P-01: in de database staat geen regel van het bestand leesbaar', async () => {
    const { controleId } = await controleer(RO)
    for (const tabel of ['controle_deel', 'controle_bevinding']) {
      const { rows } = await eigen.database.pool.query<{ inhoud: Buffer }>(`select inhoud from ${tabel} where controle_id = $1`, [controleId])
      expect(rows.length, tabel).toBeGreaterThan(0)
      for (const { inhoud } of rows) expect(inhoud.toString('latin1')).not.toMatch(/999990|ISP/)
    }
  })

  test('alle bevindingen zijn te bladeren en in een keer op te halen', async () => {
    const fout = RO.split('\n').map((regel) => regel.replace(/\|(VO|MBO)\r?$/, '|')).join('\n')
    const controle = await controleer(fout, { naam: 'RO_21MB_20250801_20270731.CSV' })
    const totaal = controle.verslag.groepen.reduce((som, { aantal, soort }) => som + (soort === 'anders-gelezen' ? 0 : aantal), 0)
    let gestroomd = 0
    for await (const [groep, regels] of stroomBevindingen(eigen.database, op(MBO), controle, null)) if (groep.soort !== 'anders-gelezen') gestroomd += regels.length
    expect(gestroomd).toBe(totaal)
    const [groep] = controle.verslag.groepen
    expect(await toonBevindingen(eigen.database, op(MBO), 'controleren', controle.controleId, groep?.nummer ?? -1, 99)).toMatchObject({ ok: false })
  })

  test('een uitkomst van DUO is te controleren en niet te leveren; een ingepakt of onbekend bestand wordt meteen geweigerd en niet bewaard', async () => {
    const obo = await controleer('VLP|21MB|||\r\nCTR|0|0|0|0|0\r\n', { naam: 'OBO_21MB_2025_20260401.CSV' })
    expect(await leverControle(eigen.database, op(MBO), obo.controleId)).toMatchObject({ ok: false, reden: { soort: 'ongeldig' } })
    for (const inhoud of ['PK\u0003\u0004bom', '\u001f\u008b\u0008', 'zomaar wat', '', '[{}]']) {
      const id = randomUUID()
      expect(await bied(inhoud, { id }), inhoud).toMatchObject({ ok: false, reden: { soort: 'ongeldig' } })
      expect(await rijen('controle', id)).toBe(0)
    }
  })

  test('een bestand in een verkeerde tekenset is niet te leveren en zegt waarom', async () => {
    async function* latin1() { yield Buffer.concat([Buffer.from(RO), Buffer.from([0x50, 0x45, 0x52, 0x7c, 0xe9, 0xff, 0x0a])]) }
    const ander = randomUUID()
    await biedBestandAan(eigen.database, op(MBO), { controleId: ander, doel: 'controleren', bestandsnaam: 'latin1' }, latin1())
    await voerControleUit(omgeving(), ander)
    const gelezen = await toonControle(eigen.database, op(MBO), 'controleren', ander)
    expect(gelezen).toMatchObject({ ok: true, waarde: { staat: 'klaar', verslag: { onleesbaar: { uitleg: expect.stringContaining('UTF-8') as string } } } })
    expect(await leverControle(eigen.database, op(MBO), ander)).toMatchObject({ ok: false })
  })
})

describe('leveren wat gecontroleerd is', () => {
  test('3.3.7, S-17: dezelfde bytes gaan zonder opnieuw sturen, twee keer tegelijk versturen geeft een levering', async () => {
    const { controleId } = await controleer([inschrijving(NUMMERS[10] ?? ''), inschrijving(NUMMERS[11] ?? '')])
    const [een, twee] = await Promise.all([leverControle(eigen.database, op(MBO), controleId), leverControle(eigen.database, op(MBO), controleId)])
    expect(een).toEqual(twee)
    if (!een.ok) throw new Error('niet geleverd')
    expect(await rijen('controle_deel', controleId), 'het gecontroleerde bestand is weg').toBe(0)
    await verwerkAanleveringen(omgeving())
    expect((await alleAntwoorden(eigen.database, op(MBO), een.waarde)).map(({ regelnummer, uitkomst }) => [regelnummer, uitkomst])).toEqual([[1, 'nieuw'], [2, 'nieuw']])
  })

  test('wat nog niet gecontroleerd is, is nog niet te leveren', async () => {
    const id = await bied([inschrijving(NUMMERS[12] ?? '')])
    expect(id.ok && await leverControle(eigen.database, op(MBO), id.waarde)).toMatchObject({ ok: false, reden: { soort: 'ongeldig' } })
  })
})

describe('van wie een bestand is', () => {
  test('Z-02: een ander account van dezelfde school ziet, levert en stopt het niet', async () => {
    const { controleId } = await controleer([inschrijving(NUMMERS[20] ?? '')])
    const ander = op(INZIEN)
    expect(await toonControle(eigen.database, ander, 'controleren', controleId)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await leverControle(eigen.database, ander, controleId)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await stopControle(eigen.database, ander, controleId)).toBe(false)
    expect((await toonControles(eigen.database, ander, 'controleren')).map((c) => c.controleId)).not.toContain(controleId)
  })

  test('Z-01: wie niet mag leveren biedt niets aan; vergelijken vraagt het recht om een bestand op te halen', async () => {
    expect(await bied(RO, { actor: LEZER })).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await bied(RO, { actor: VO, doel: 'vergelijken' })).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  })

  test('S-17: hetzelfde formulier twee keer versturen geeft een controle', async () => {
    const id = randomUUID()
    expect(await bied(RO, { id })).toEqual(await bied('iets heel anders', { id }))
    expect((await toonControles(eigen.database, op(MBO), 'controleren')).filter((c) => c.controleId === id)).toHaveLength(1)
    await stopControle(eigen.database, op(MBO), id)
    expect(await rijen('controle_deel', id), 'gestopt is meteen leeg').toBe(0)
  })

  test('breekt de stroom af, dan blijft er niets', async () => {
    const id = randomUUID()
    async function* half() {
      yield Buffer.from(RO)
      throw new Error('verbinding weg')
    }
    await expect(biedBestandAan(eigen.database, op(MBO), { controleId: id, doel: 'controleren', bestandsnaam: null }, half())).rejects.toThrow('verbinding weg')
    expect(await rijen('controle', id)).toBe(0)
  })

  test('S-94: na een dag is alles weg', async () => {
    const { controleId } = await controleer(RO)
    const later = momentVan(Date.parse(NU) + 25 * 3_600_000)
    expect(await toonControle(eigen.database, op(MBO, later), 'controleren', controleId)).toMatchObject({ ok: false })
    expect(await ruimControlesOp(eigen.database, new Date(later))).toBeGreaterThan(0)
    for (const tabel of ['controle', 'controle_deel', 'controle_bevinding']) expect(await rijen(tabel, controleId)).toBe(0)
  })
})

describe('vergelijken met het register', () => {
  test('zegt per soort verschil hoe vaak, zonder leesbaar nummer; een student die u ziet heeft een link', async () => {
    const { verslag } = await controleer(RO, { doel: 'vergelijken', naam: 'RO_21MB_20250801_20270731.CSV' })
    expect(verslag.vergelijking).toMatchObject({ alleenBestand: 7, gelijk: 0 })
    expect(verslag.groepen.map(({ soort, onderwerp, aantal }) => [soort, onderwerp, aantal])).toContainEqual(['alleen-bestand', 'student', 7])
    expect(JSON.stringify(verslag)).not.toMatch(/9999\d{5}/)
  })

  test('Z-02: het bestand van een andere school geeft uitleg en geen verschil', async () => {
    const { verslag } = await controleer(RO.replaceAll('21MB', '22MB'), { doel: 'vergelijken', naam: 'RO_22MB_20250801_20270731.CSV' })
    expect(verslag.groepen).toEqual([])
    expect(verslag.onleesbaar?.uitleg).toContain('school')
  })
})

test('S-18: wie veel bestanden tegelijk verstuurt, komt niet over de grens van zijn account', async () => {
  const actor: Actor = { ...MBO, id: 'druk-21MB' }
  const uitkomsten = await Promise.all(Array.from({ length: MEESTE_CONTROLES + 6 }, () => bied([inschrijving(NUMMERS[0] ?? '')], { actor })))
  expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(MEESTE_CONTROLES)
  expect(await toonControles(eigen.database, op(actor), 'controleren')).toHaveLength(MEESTE_CONTROLES)
})
