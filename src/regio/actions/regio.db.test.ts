import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { verwerkOutbox } from '../../beslissing/index.ts'
import { leverInschrijving } from '../../bron/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import { SIGNAALCODES } from '../../kern/signaalcode.ts'
import { laadNormen } from '../../normen/index.ts'
import { maakKluis, systeemactor } from '../../toegang/index.ts'
import type { GeplantRegel } from '../leveringen.ts'
import { WEIGERINGEN } from '../misstappen/index.ts'
import { maakRegio, type Regio } from '../regio.ts'
import { controleerRegio } from './controleer-regio.ts'
import { kijkLokaal } from './kijk-lokaal.ts'
import { type Laadomgeving, laadRegio } from './laad-regio.ts'
import { schrijfRegio } from './schrijf-regio.ts'

const NU = '2026-11-24T10:00:00.000Z' as Moment
const STUDENTEN = 480
let eigen: EigenDatabase
let map: string
let omgeving: Laadomgeving
let regio: Regio

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  map = join(mkdtempSync(join(tmpdir(), 'regio-db-')), 'regio')
  const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
  omgeving = { database: eigen.database, kluis, normen: laadNormen(), nu: () => NU }
  // Een op de twaalf: zo past elke code en elke weigering in een kleine regio.
  const gemaakt = maakRegio({ studenten: STUDENTEN, zaad: 11, peildatum: '2026-11-24', foutenProcent: 8, routesProcent: 10 })
  if (!gemaakt.ok) throw new Error(gemaakt.reden)
  regio = gemaakt.waarde
  const geschreven = await schrijfRegio(regio, map, { draden: 1 })
  if (!geschreven.ok) throw new Error(geschreven.reden)
  const geladen = await laadRegio(regio, omgeving)
  expect(geladen).toMatchObject({ ok: true, waarde: { studenten: STUDENTEN, afwijkingen: [] } })
}, 180_000)

afterAll(async () => {
  await eigen.weg()
  rmSync(join(map, '..'), { recursive: true })
})

const tel = async (vraag: string): Promise<number> => (await eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from ${vraag}`)).rows[0]?.n ?? 0
const lijst = (): GeplantRegel[] => readFileSync(join(map, 'geplant.ndjson'), 'utf8').trimEnd().split('\n').map((regel) => JSON.parse(regel) as GeplantRegel)

async function controleer() {
  const verslag = await controleerRegio(map, await kijkLokaal(omgeving))
  if (!verslag.ok) throw new Error(verslag.reden)
  return verslag.waarde
}

describe('een regio in het register', () => {
  test('elke geplante fout is gevonden en niets anders: elke code, elke soort weigering', async () => {
    const verslag = await controleer()
    expect(verslag).toMatchObject({ ontbreekt: 0, onverwacht: 0, anders: 0, nietVerwerkt: 0, afwijkingen: [] })
    expect(verslag.gevonden).toBe(verslag.gepland)
    const regels = lijst()
    expect(new Set(regels.flatMap((regel) => (regel.soort === 'signaal' ? [regel.code] : []))).size).toBe(SIGNAALCODES.length)
    expect(new Set(regels.flatMap((regel) => (regel.soort === 'weigering' ? [regel.misstap] : []))).size).toBe(WEIGERINGEN.length)
  })

  test('K-CAS-01: elke stand heeft het moment van zijn ronde, niet dat van nu', async () => {
    const { rows } = await eigen.database.pool.query<{ van: string }>('select distinct vastgelegd_van as van from inschrijving_stand order by 1')
    const momenten = regio.kalender.rondes.map(({ moment }) => moment)
    expect(rows.length).toBeGreaterThan(8)
    for (const { van } of rows) expect(momenten).toContain(van)
    expect(await tel('inschrijving_stand where vastgelegd_tot is not null')).toBeGreaterThan(200)
  })

  test('Z-02: alleen de eigen school leverde, onder haar eigen naam in de audit', async () => {
    expect(await tel(`audit_regel where handeling = 'leverInschrijving' and actor <> 'verzonnen-regio-' || brin`)).toBe(0)
    expect(await tel(`audit_regel where handeling = 'leverInschrijving'`)).toBeGreaterThan(STUDENTEN)
  })

  test('een tweede keer laden kan niet, en verandert niets', async () => {
    const voor = await tel('audit_regel')
    expect(await laadRegio(regio, omgeving)).toMatchObject({ ok: false, reden: expect.stringContaining('al een verzonnen regio') })
    expect(await tel('audit_regel')).toBe(voor)
  })

  test('een regio uit de toekomst past niet in het register van nu', async () => {
    expect(await laadRegio(regio, { ...omgeving, nu: () => '2026-10-01T10:00:00.000Z' as Moment })).toMatchObject({ ok: false, reden: expect.stringContaining('2026-10-31') })
  })
})

describe('de controle ziet een register dat afwijkt', () => {
  test('een map die geen regio is, of een dag waarop de regio niet geldt', async () => {
    expect(await controleerRegio(join(map, '60AA'), await kijkLokaal(omgeving))).toMatchObject({ ok: false, reden: expect.stringContaining('geen map van een verzonnen regio') })
    expect(await controleerRegio(map, { ...(await kijkLokaal(omgeving)), vandaag: '2027-08-01' as Datum })).toMatchObject({ ok: false, reden: expect.stringContaining('2027-07-31') })
  })

  test('een geplante fout die niet in het register zit ontbreekt; een andere code is onverwacht', async () => {
    const goed = readFileSync(join(map, 'geplant.ndjson'), 'utf8')
    const plek = lijst().findIndex((regel) => regel.soort === 'signaal' && regel.code === 'SIG-FASE-VERSCHIL')
    writeFileSync(join(map, 'geplant.ndjson'), goed.split('\n').map((regel, i) => (i === plek ? regel.replace('SIG-FASE-VERSCHIL', 'SIG-ENTREE') : regel)).join('\n'))
    const { ontbreekt, onverwacht, afwijkingen } = await controleer()
    writeFileSync(join(map, 'geplant.ndjson'), goed)
    expect([ontbreekt, onverwacht]).toEqual([2, 2])
    expect(afwijkingen.map(({ uitleg }) => uitleg).join('\n')).toMatch(/SIG-ENTREE bij \w{4} staat niet open[\s\S]*SIG-FASE-VERSCHIL bij \w{4} staat open, maar hoort er niet/)
  })

  test('een weigering met een ander veld, of die er niet was, en een die niet gepland was', async () => {
    const goed = readFileSync(join(map, 'geplant.ndjson'), 'utf8')
    const regels = lijst()
    const [eerste, tweede, derde] = regels.filter((regel) => regel.soort === 'weigering' && regel.veld !== null)
    const anders = regels.flatMap((regel) => (regel === eerste ? [{ ...eerste, veld: 'persoon.naam' }] : regel === tweede ? [{ ...tweede, regel: 1 }] : regel === derde ? [] : [regel]))
    writeFileSync(join(map, 'geplant.ndjson'), anders.map((regel) => JSON.stringify(regel)).join('\n'))
    const verslag = await controleer()
    writeFileSync(join(map, 'geplant.ndjson'), goed)
    expect(verslag).toMatchObject({ anders: 1, ontbreekt: 1, onverwacht: 2 })
    expect(verslag.afwijkingen.find(({ wat }) => wat === 'anders')?.uitleg).toContain('persoon.naam')
  })

  test('een school levert iets wat niet in de regio hoort: de student die klopte staat met zijn eerste record in de lijst', async () => {
    const regel = readFileSync(join(map, '60AJ', '13-2026-begin-60AJ.ndjson'), 'utf8').split('\n').find((tekst) => !tekst.includes('leerroute') && tekst.startsWith('{"soort":"inschrijving"')) ?? ''
    const { persoon, inschrijving } = JSON.parse(regel) as Parameters<typeof leverInschrijving>[2]
    const ctx = { actor: systeemactor('proef'), nu: NU, kluis: omgeving.kluis }
    const fout = { ...inschrijving, perioden: [...inschrijving.perioden, { ...inschrijving.perioden[0], datumBegin: '2026-11-20' as typeof inschrijving.datumInschrijving, indicatieBekostigbaar: 'J' as const, leerroutefase: 'MBO' }] }
    expect(await leverInschrijving(eigen.database, ctx, { persoon, inschrijving: fout })).toMatchObject({ ok: true })
    await verwerkOutbox(eigen.database, { nu: NU }, omgeving.normen)
    const { onverwacht, afwijkingen } = await controleer()
    expect(onverwacht).toBe(1)
    expect(afwijkingen[0]).toMatchObject({ plaats: expect.stringMatching(/^60A[A-L]\/\d\d-\d{4}-\w+-60A[A-L]\.ndjson:\d+$/), uitleg: expect.stringContaining('SIG-ROUTE-ONTBREEKT bij 60AJ') })
    expect(await leverInschrijving(eigen.database, ctx, { persoon, inschrijving })).toMatchObject({ ok: true })
    expect((await controleer()).afwijkingen).toEqual([])
  })
})
