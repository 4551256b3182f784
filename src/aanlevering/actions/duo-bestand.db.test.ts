import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { importeerBestand } from '../../bron/index.ts'
import { BSNS, ro, RO_NAAM, student } from '../../bron/bestanden/fixtures/proef.ts'
import type { Database } from '../../database/index.ts'
import type { Actor } from '../../toegang/index.ts'
import { alleAntwoorden, kluis, maakScholen, MBO, normen, NU, op, SYSTEEM } from '../fixtures/proef.ts'
import { neemAanleveringAan, toonAanlevering, verwerkAanleveringen } from '../index.ts'

const SCHOOL: Actor = { id: 'school-99ZZ', soort: 'school', rollen: [{ rol: 'bron-inschrijving-mbo', brin: '99ZZ' }] }
const b = (i: number): string => BSNS[i] ?? ''

let eigen: EigenDatabase
let ander: EigenDatabase
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  ander = await maakEigenDatabase()
  for (const { database } of [eigen, ander]) await maakScholen(database)
})
afterAll(async () => {
  await eigen.weg()
  await ander.weg()
})

async function lever(inhoud: string, actor: Actor = SCHOOL) {
  const ctx = op(actor)
  const bytes = Buffer.from(inhoud)
  const stukken = Array.from({ length: Math.ceil(bytes.length / 999) }, (_leeg, i) => bytes.subarray(i * 999, (i + 1) * 999))
  const aangenomen = await neemAanleveringAan(eigen.database, ctx, Readable.from(stukken), { naam: RO_NAAM })
  if (!aangenomen.ok) throw new Error(JSON.stringify(aangenomen.reden))
  const { aanleveringId } = aangenomen.waarde
  await verwerkAanleveringen({ database: eigen.database, kluis, normen, nu: () => new Date(NU) })
  const stand = await toonAanlevering(eigen.database, ctx, aanleveringId)
  if (!stand.ok) throw new Error('niet te zien')
  return { stand: stand.waarde, antwoorden: await alleAntwoorden(eigen.database, ctx, aanleveringId) }
}

async function register({ pool }: Database): Promise<unknown> {
  const hash = (tabel: string) => `select '${tabel}' || encode(d.persoonsnummer_sleutel, 'hex') || t.brin || encode(t.inhoud_hash, 'hex') as rij from ${tabel} t join deelnemer d using (deelnemer_id) where t.vastgelegd_tot is null`
  const { rows } = await pool.query<{ rij: string }>(`${['inschrijving_stand', 'bpv_stand', 'diploma_stand', 'resultaat_stand'].map(hash).join(' union all ')} order by 1`)
  return rows.map(({ rij }) => rij)
}

describe('een RO of GRONDSLAG als aanlevering', () => {
  test('K-BRN-01: geeft per record een antwoord op zijn regel, en hetzelfde register als importeren', async () => {
    const inhoud = ro([...student(b(0)), ...student(b(1)), ...student(b(2))])
    const { stand, antwoorden } = await lever(inhoud)
    expect(stand).toMatchObject({ soort: 'RO', staat: 'klaar', records: 18, verwerkt: 18, tellingen: { nieuw: 18 } })
    expect(antwoorden.slice(0, 6).map(({ regelnummer, soort, uitkomst }) => [regelnummer, soort, uitkomst])).toEqual([[3, 'inschrijving', 'nieuw'], [7, 'bpv', 'nieuw'], [8, 'diploma', 'nieuw'], [9, 'onderdeel', 'nieuw'], [10, 'onderdeel', 'nieuw'], [11, 'onderdeel', 'nieuw']])
    expect(antwoorden[0]?.signalen).toEqual(expect.any(Array))
    const map = mkdtempSync(join(tmpdir(), 'leerroute-aanlevering-'))
    writeFileSync(join(map, RO_NAAM), inhoud)
    expect((await importeerBestand(ander.database, op(SYSTEEM), join(map, RO_NAAM))).ok).toBe(true)
    rmSync(map, { recursive: true })
    expect(await register(eigen.database)).toEqual(await register(ander.database))
    expect((await lever(inhoud)).stand.tellingen).toMatchObject({ ongewijzigd: 18 })
  })

  test('een student met een fout krijgt een antwoord met alle fouten en regels; de andere gaan door', async () => {
    const fout = student(b(10)).map((regel) => regel.replace('|MBO-2|J|', '|MBO-9|J|').replace('|2026-06-20|', '|20260-6-20|'))
    const { stand, antwoorden } = await lever(ro([...fout, ...student(b(11))]))
    expect(stand.tellingen).toMatchObject({ nieuw: 6, afgekeurd: 1 })
    expect(antwoorden[0]).toMatchObject({ regelnummer: 2, soort: 'student', uitkomst: 'afgekeurd', deelnemerId: null })
    expect(antwoorden[0]?.fouten.map(({ regelnummer }) => regelnummer)).toEqual([4, 5, 8])
    for (const { veld, regel, watTeDoen, regelId } of antwoorden[0]?.fouten ?? []) expect([veld, regel, watTeDoen, regelId].every((deel) => (deel ?? '').length > 3)).toBe(true)
    expect(JSON.stringify(antwoorden)).not.toContain(b(10))
  })

  test('studenten van wie de records verspreid staan worden bij elkaar gezocht, zonder tijdelijk bestand', async () => {
    const [een, twee] = [student(b(20)), student(b(21))]
    const { stand } = await lever(ro(een.flatMap((regel, i) => [regel, twee[i] ?? ''])))
    expect(stand).toMatchObject({ staat: 'klaar', tellingen: { nieuw: 12 } })
  })

  test('een bestand van een andere school: geen recht, niets vastgelegd', async () => {
    const { antwoorden } = await lever(ro(student(b(30))), MBO)
    expect(antwoorden).toMatchObject([{ soort: 'student', uitkomst: 'geen-recht', fouten: [{ veld: 'brin' }] }])
  })

  test.each([
    ['zonder sluitregel', ro(student(b(40)), { slot: null }), /sluitregel/i],
    ['met bytes die geen tekst zijn', `${ro(student(b(40)))}\u0000`, /nulbytes|binair|tekst/i],
  ])('%s mislukt met uitleg, en er blijft geen inhoud staan', async (_naam, inhoud, uitleg) => {
    const ctx = op(SCHOOL)
    const aangenomen = await neemAanleveringAan(eigen.database, ctx, Readable.from([Buffer.from(inhoud)]))
    if (!aangenomen.ok) return expect(JSON.stringify(aangenomen.reden)).toMatch(uitleg)
    await verwerkAanleveringen({ database: eigen.database, kluis, normen, nu: () => new Date(NU) })
    expect(await toonAanlevering(eigen.database, ctx, aangenomen.waarde.aanleveringId)).toMatchObject({ ok: true, waarde: { staat: 'mislukt', mislukking: { uitleg: expect.stringMatching(uitleg), watTeDoen: expect.stringMatching(/.{10}/) } } })
    expect((await eigen.database.pool.query('select 1 from aanlevering_deel where inhoud is not null')).rowCount).toBe(0)
  })
})
