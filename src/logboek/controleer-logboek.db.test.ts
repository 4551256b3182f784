import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import { canoniek, inTransactie, schakel, schrijfAudit } from '../database/index.ts'
import type { Moment } from '../kern/datum.ts'
import { alsActor, systeemactor } from '../toegang/index.ts'
import { controleerLogboek } from './actions/controleer-logboek.ts'
import { Controlepuntschrijver } from './actions/zet-controlepunt.ts'
import { controlesleutelsVan, leesRegel, maakOndertekenaar, schrijfRegel, vingerafdruk } from './controlepunt.ts'
import { leesStroom } from './store/audit.ts'

const zaad = randomBytes(32)
const ondertekenaar = maakOndertekenaar('c1', zaad)
const sleutels = controlesleutelsVan(new Map([['c1', zaad]]))
let eigen: EigenDatabase
let map = ''
let pad = ''
let goed = ''
const op = (minuut: number): Moment => `2026-11-24T10:${String(minuut).padStart(2, '0')}:00.000Z` as Moment

async function schrijf(aantal: number): Promise<void> {
  for (let n = 0; n < aantal; n++) {
    await inTransactie(eigen.database, { organisaties: [], rol: 'systeem', actor: 'proef' }, (trx) =>
      schrijfAudit(trx, { op: op(n % 60), actor: `proef-${n}`, handeling: 'legOvereenkomstVast', brin: null, deelnemerId: null, object: ['overeenkomst', `S ${n}`], gegevens: { n } }))
  }
}

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  // Een stroom, zodat elke regel een vaste plaats heeft.
  await eigen.database.pool.query('delete from audit_kop where stroom <> 5')
  map = mkdtempSync(join(tmpdir(), 'leerroute-logboek-'))
  pad = join(map, 'controlepunten.jsonl')
  const schrijver = new Controlepuntschrijver(eigen.database, ondertekenaar, pad)
  await schrijver.zet('start', op(0))
  await schrijf(12)
  await schrijver.zet('tijd', op(5))
  await schrijf(12)
  await schrijver.zet('tijd', op(10))
  await schrijf(3)
  goed = readFileSync(pad, 'utf8')
  await eigen.database.pool.query('create table bewaard as select * from audit_regel; create table kop_bewaard as select * from audit_kop')
})
afterEach(async () => {
  writeFileSync(pad, goed)
  await eigen.database.pool.query('delete from audit_regel; insert into audit_regel select * from bewaard; delete from audit_kop; insert into audit_kop select * from kop_bewaard')
})
afterAll(async () => {
  rmSync(map, { recursive: true })
  await eigen.weg()
})

const sql = (tekst: string, waarden: unknown[] = []) => eigen.database.pool.query(tekst, waarden)
const controleer = () => controleerLogboek(eigen.database, { controlepunten: pad, sleutels })
const bevonden = async (): Promise<readonly string[]> => (await controleer()).bevindingen.map(({ soort, plaats }) => `${soort}: ${plaats}`)

/** De stroom met de meeste regels, en haar lengte: schrijvers na elkaar nemen steeds dezelfde. */
async function langste(): Promise<{ stroom: number; lengte: number }> {
  const { rows } = await sql('select stroom, count(*)::int as lengte from audit_regel group by 1 order by 2 desc limit 1')
  return rows[0] as { stroom: number; lengte: number }
}

/** Doet wat een aanvaller met alle rechten op de database doet: de keten vanaf hier kloppend herschrijven. */
async function herschrijf(stroom: number, vanaf: number): Promise<void> {
  const regels = await alsActor(eigen.database, systeemactor('proef'), (trx) => leesStroom(trx, stroom, vanaf - 2, 10_000))
  let vorige = regels[0]?.hash ?? Buffer.alloc(32)
  for (const { post, volgnummer } of regels.slice(1)) {
    vorige = schakel(vorige, canoniek(post), stroom, volgnummer)
    await sql('update audit_regel set hash = $3 where stroom = $1 and volgnummer = $2', [stroom, volgnummer, vorige])
  }
  await sql('update audit_kop set hash = $2, laatste = $3 where stroom = $1', [stroom, vorige, regels.at(-1)?.volgnummer])
}

describe('controleer-logboek', () => {
  test('een gewone audit klopt; regels na het laatste controlepunt zijn nog niet bevestigd', async () => {
    expect(await controleer()).toMatchObject({ regels: 27, controlepunten: 3, laatsteControlepunt: op(10), nogNietBevestigd: 3, bevindingen: [], gevonden: 0, vanVoorDeKeten: 0 })
    expect(statSync(pad).mode & 0o777).toBe(0o600)
  })

  test.each(['actor', 'handeling', 'brin', 'object_soort', 'object_sleutel'])('een veranderde %s valt op, op de regel zelf', async (kolom) => {
    const { stroom } = await langste()
    await sql(`update audit_regel set ${kolom} = 'anders' where stroom = $1 and volgnummer = 4`, [stroom])
    expect(await bevonden()).toEqual([`regel-veranderd: stroom ${stroom}, regel 4`])
  })

  test.each([['op', `op + interval '1 ms'`], ['gegevens', `'{"n": 99}'`], ['deelnemer_id', 'gen_random_uuid()'], ['trace_id', 'gen_random_uuid()'], ['operation_id', `'\\x0102030405060708'`], ['audit_id', 'gen_random_uuid()'], ['hash', `sha256('x')`]])('een veranderde %s valt op', async (kolom, waarde) => {
    const { stroom } = await langste()
    await sql(`update audit_regel set ${kolom} = ${waarde} where stroom = $1 and volgnummer = 5`, [stroom])
    expect((await bevonden()).length).toBeGreaterThan(0)
  })

  test('een gewiste regel is een gat, ook als de keten erna klopt', async () => {
    const { stroom } = await langste()
    await sql('delete from audit_regel where stroom = $1 and volgnummer in (3, 4)', [stroom])
    const { bevindingen } = await controleer()
    expect(bevindingen).toEqual([{ soort: 'gat', plaats: `stroom ${stroom}, regel 3`, uitleg: 'Deze regel en de volgende 1 zijn gewist.' }])
  })

  test('twee verwisselde regels vallen allebei op', async () => {
    const { stroom } = await langste()
    await sql('update audit_regel set volgnummer = case volgnummer when 3 then 1003 else 1005 end where stroom = $1 and volgnummer in (3, 5)', [stroom])
    await sql('update audit_regel set volgnummer = case volgnummer when 1003 then 5 else 3 end where stroom = $1 and volgnummer in (1003, 1005)', [stroom])
    expect(await bevonden()).toEqual(expect.arrayContaining([`regel-veranderd: stroom ${stroom}, regel 3`, `regel-veranderd: stroom ${stroom}, regel 5`]))
  })

  test('een regel uit een andere stroom of een verzonnen regel ertussen valt op', async () => {
    const { stroom, lengte } = await langste()
    await sql(`insert into audit_regel select gen_random_uuid(), op, actor, handeling, brin, deelnemer_id, object_soort, object_sleutel, gegevens, trace_id, operation_id, stroom, $2, hash from audit_regel where stroom = $1 and volgnummer = 2`, [stroom, lengte + 1])
    expect(await bevonden()).toEqual([`regel-veranderd: stroom ${stroom}, regel ${lengte + 1}`, `kop-veranderd: stroom ${stroom}, regel ${lengte + 1}`])
    await sql('update audit_regel set stroom = 999 where stroom = $1 and volgnummer = $2', [stroom, lengte + 1])
    expect(await bevonden()).toEqual(['vreemde-stroom: audit_regel'])
  })

  test('een afgebroken staart valt op door de kop; met de kop mee teruggezet door het controlepunt', async () => {
    const { stroom, lengte } = await langste()
    await sql('delete from audit_regel where stroom = $1 and volgnummer = $2', [stroom, lengte])
    expect(await bevonden()).toEqual([`staart-weg: stroom ${stroom}, regel ${lengte}`])
    await sql('delete from audit_regel where stroom = $1 and volgnummer > 6', [stroom])
    await sql('update audit_kop k set laatste = 6, hash = (select hash from audit_regel where stroom = $1 and volgnummer = 6) where stroom = $1', [stroom])
    expect(await bevonden()).toEqual([`staart-weg: stroom ${stroom}, regel 7`])
  })

  test('een kloppend herschreven staart valt op door het controlepunt ervoor, ook als een later controlepunt het herschrevene ondertekende', async () => {
    const { stroom, lengte } = await langste()
    await sql(`update audit_regel set actor = 'een ander' where stroom = $1 and volgnummer = 4`, [stroom])
    await herschrijf(stroom, 4)
    expect((await bevonden())[0]).toMatch(/^herschreven: stroom/)
    // De server draait door en ondertekent wat hij nu ziet.
    await new Controlepuntschrijver(eigen.database, ondertekenaar, pad).zet('dageinde', op(15))
    const { bevindingen, nogNietBevestigd } = await controleer()
    expect(nogNietBevestigd).toBe(0)
    expect(bevindingen.map(({ soort }) => soort)).toContain('herschreven')
    expect(lengte).toBe(27)
  })

  test('zonder controlepunt ervoor is een kloppend herschreven staart niet te zien: daarom bestaan zij', async () => {
    const { stroom, lengte } = await langste()
    await sql(`update audit_regel set actor = 'een ander' where stroom = $1 and volgnummer = $2`, [stroom, lengte])
    await herschrijf(stroom, lengte)
    expect(await controleer()).toMatchObject({ bevindingen: [], nogNietBevestigd: 3 })
  })

  test('een veranderde kop in de database valt op', async () => {
    const { stroom } = await langste()
    await sql(`update audit_kop set hash = sha256('x') where stroom = $1`, [stroom])
    expect((await bevonden())[0]).toMatch(/^kop-veranderd/)
  })

  test('een regel van voor de keten die verdwijnt of verandert valt op', async () => {
    await sql('update audit_begin set aantal = aantal + 1')
    expect(await bevonden()).toEqual(['voorgeschiedenis: regels van voor de keten'])
    await sql('update audit_begin set aantal = aantal - 1')
  })
})

describe('het bestand met controlepunten', () => {
  const regels = (): string[] => goed.trim().split('\n')
  const zet = (nieuw: readonly string[]) => writeFileSync(pad, `${nieuw.join('\n')}\n`)

  test('een veranderd teken, een andere sleutel of een regel zonder vorm is vals', async () => {
    const [een = '', twee = '', drie = ''] = regels()
    zet([een, twee.replace(/"10:|T10:05/, 'T10:06'), drie])
    expect((await bevonden())[0]).toBe('controlepunt-vals: controlepunten, regel 2')
    const ander = maakOndertekenaar('c1', randomBytes(32))
    const gelezen = leesRegel(drie, sleutels)
    if (!('punt' in gelezen)) throw new Error('geen controlepunt')
    zet([een, twee, schrijfRegel(gelezen.punt, ander)])
    expect(await bevonden()).toEqual(['controlepunt-vals: controlepunten, regel 3'])
    zet([een, twee, schrijfRegel(gelezen.punt, maakOndertekenaar('c9', randomBytes(32)))])
    expect((await controleer()).bevindingen[0]?.uitleg).toContain('"c9" staat niet in het sleutelbestand')
    zet([een, 'geen json', drie])
    expect(await bevonden()).toContain('controlepunt-vals: controlepunten, regel 2')
  })

  test('een weggehaalde of verwisselde regel breekt de volgorde', async () => {
    const [een = '', twee = '', drie = ''] = regels()
    zet([een, drie])
    expect(await bevonden()).toEqual(['controlepunten-verwisseld: controlepunten, regel 2'])
    zet([een, drie, twee])
    expect((await bevonden()).filter((b) => b.startsWith('controlepunten-verwisseld')).length).toBeGreaterThanOrEqual(1)
  })

  test('geen bestand is een bevinding, geen stilte', async () => {
    rmSync(pad)
    expect(await bevonden()).toEqual(['controlepunten-weg: controlepunten'])
  })

  test('elk controlepunt noemt de vorige regel; tijd noemt alleen wat verder ging, een dageinde alles', async () => {
    const punten = regels().map((regel) => leesRegel(regel, sleutels))
    const vorige = punten.map((p) => ('punt' in p ? p.punt.vorige : 'fout'))
    expect(vorige).toEqual(['', vingerafdruk(regels()[0] ?? ''), vingerafdruk(regels()[1] ?? '')])
    const schrijver = new Controlepuntschrijver(eigen.database, ondertekenaar, pad)
    const alles = await schrijver.zet('dageinde', op(20))
    expect((await schrijver.zet('tijd', op(25))).koppen).toEqual([])
    expect((await schrijver.zet('stop', op(26))).koppen).toEqual(alles.koppen)
  })
})
