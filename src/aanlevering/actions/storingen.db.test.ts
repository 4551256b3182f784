import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import type { Moment } from '../../kern/datum.ts'
import { maakKluis } from '../../toegang/index.ts'
import { alleAntwoorden, bestand, inschrijving, kluis, lever, maakScholen, MBO, normen, NU, NUMMERS, op } from '../fixtures/proef.ts'
import { neemAanleveringAan, toonAanlevering, verwerkAanleveringen } from '../index.ts'

let eigen: EigenDatabase
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await maakScholen(eigen.database)
})
afterAll(() => eigen.weg())

const n = (i: number): string => NUMMERS[i] ?? ''
const omgeving = (meld: (regel: string) => void = () => undefined) => ({ database: eigen.database, kluis, normen, nu: () => new Date(NU), meld })

async function neemAan(records: readonly unknown[], nu: Moment = NU): Promise<string> {
  const aangenomen = await neemAanleveringAan(eigen.database, op(MBO, nu), bestand(records))
  if (!aangenomen.ok) throw new Error(JSON.stringify(aangenomen.reden))
  return aangenomen.waarde.aanleveringId
}

describe('als er iets misgaat bij het verwerken', () => {
  test('een record dat de database laat struikelen wordt gevonden en afgekeurd; de andere 599 gaan door', async () => {
    await eigen.database.pool.query(`alter table inschrijving_stand add constraint proef_gif check (inschrijvingvolgnummer <> 'GIF')`)
    const meldingen: string[] = []
    const id = await neemAan(Array.from({ length: 600 }, (_leeg, i) => inschrijving(n(i), i === 333 ? { inschrijvingvolgnummer: 'GIF' } : {})))
    await verwerkAanleveringen(omgeving((regel) => meldingen.push(regel)))
    const antwoorden = await alleAntwoorden(eigen.database, op(MBO), id)
    expect(antwoorden.filter(({ uitkomst }) => uitkomst === 'nieuw')).toHaveLength(599)
    const fout = antwoorden.filter(({ uitkomst }) => uitkomst === 'afgekeurd')
    expect(fout).toMatchObject([{ regelnummer: 334, fouten: [{ regel: expect.stringMatching(/fout bij ons.*kenmerk [0-9A-F]{8}/) }] }])
    // Het log noemt kenmerk, regel en beperking; geen waarde uit het record.
    expect(meldingen).toHaveLength(1)
    expect(meldingen[0]).toMatch(/regel 334 .*23514 .*proef_gif/)
    expect(meldingen[0]).not.toMatch(/GIF\b(?!.*proef)|\d{9}/)
    await eigen.database.pool.query('alter table inschrijving_stand drop constraint proef_gif')
  })

  test('een deel waarop een werker steeds omvalt wordt kleiner gemaakt en komt toch af', async () => {
    const id = await neemAan([inschrijving(n(700)), inschrijving(n(701)), inschrijving(n(702))])
    await eigen.database.pool.query('update aanlevering_deel set pogingen = 9 where aanlevering_id = $1', [id])
    await verwerkAanleveringen(omgeving())
    expect((await alleAntwoorden(eigen.database, op(MBO), id)).map(({ regelnummer, uitkomst }) => [regelnummer, uitkomst])).toEqual([[1, 'nieuw'], [2, 'nieuw'], [3, 'nieuw']])
    expect((await eigen.database.pool.query('select 1 from aanlevering_deel where aanlevering_id = $1', [id])).rowCount).toBe(2)
  })

  test('is de sleutel weg, dan eindigt de levering met uitleg en houdt zij de volgende niet op', async () => {
    const vreemd = maakKluis({ actief: 'anders', versleutelsleutels: new Map([['anders', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
    const aangenomen = await neemAanleveringAan(eigen.database, { ...op(MBO), kluis: vreemd }, bestand([inschrijving(n(710))]))
    if (!aangenomen.ok) throw new Error('geweigerd')
    await eigen.database.pool.query('update aanlevering_deel set pogingen = 9 where aanlevering_id = $1', [aangenomen.waarde.aanleveringId])
    const daarna = await neemAan([inschrijving(n(711))])
    await verwerkAanleveringen(omgeving())
    expect(await toonAanlevering(eigen.database, op(MBO), aangenomen.waarde.aanleveringId)).toMatchObject({ ok: true, waarde: { staat: 'mislukt', mislukking: { uitleg: expect.stringContaining('regel 1'), watTeDoen: expect.stringMatching(/beheerder/) } } })
    expect((await alleAntwoorden(eigen.database, op(MBO), daarna)).map(({ uitkomst }) => uitkomst)).toEqual(['nieuw'])
    expect((await eigen.database.pool.query('select 1 from aanlevering_deel where inhoud is not null')).rowCount).toBe(0)
  })

  test('drie werkers tegelijk: elk record een keer, leveringen van een afzender op volgorde', async () => {
    const eerste = await neemAan(Array.from({ length: 1_300 }, (_leeg, i) => inschrijving(n(i), { inschrijvingvolgnummer: 'W' })), '2026-11-20T10:00:00.000Z' as Moment)
    const tweede = await neemAan(Array.from({ length: 1_300 }, (_leeg, i) => inschrijving(n(i), { inschrijvingvolgnummer: 'W', datumUitschrijving: '2026-11-01' })), '2026-11-20T11:00:00.000Z' as Moment)
    await Promise.all([verwerkAanleveringen(omgeving()), verwerkAanleveringen(omgeving()), verwerkAanleveringen(omgeving())])
    const uitkomsten = async (id: string) => [...Map.groupBy(await alleAntwoorden(eigen.database, op(MBO), id), ({ uitkomst }) => uitkomst)].map(([uitkomst, alle]) => [uitkomst, alle.length])
    expect(await uitkomsten(eerste)).toEqual([['nieuw', 1_300]])
    expect(await uitkomsten(tweede)).toEqual([['gewijzigd', 1_300]])
  }, 60_000)

  test('valt de verbinding weg, dan begint het deel opnieuw en komt niets dubbel', async () => {
    const id = await neemAan(Array.from({ length: 1_000 }, (_leeg, i) => inschrijving(n(i), { inschrijvingvolgnummer: 'V' })))
    const schieter = setInterval(() => void eigen.database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and random() < 0.5`).catch(() => undefined), 60)
    const stoppen = setTimeout(() => clearInterval(schieter), 1_500)
    await verwerkAanleveringen(omgeving())
    clearTimeout(stoppen)
    clearInterval(schieter)
    const antwoorden = await alleAntwoorden(eigen.database, op(MBO), id)
    expect([antwoorden.length, antwoorden.every(({ uitkomst }) => uitkomst === 'nieuw')]).toEqual([1_000, true])
    expect((await eigen.database.pool.query(`select 1 from inschrijving_stand where inschrijvingvolgnummer = 'V'`)).rowCount).toBe(1_000)
    expect((await eigen.database.pool.query(`select 1 from audit_regel where gegevens->>'aanlevering' = $1`, [id])).rowCount).toBe(1_000)
  }, 60_000)

  test('een levering die loopt laat een losse levering over dezelfde student gewoon door', async () => {
    const id = await neemAan(Array.from({ length: 400 }, (_leeg, i) => inschrijving(n(i), { inschrijvingvolgnummer: 'L' })))
    await Promise.all([verwerkAanleveringen(omgeving()), ...[0, 50, 399].map((i) => lever(eigen.database, op({ ...MBO, id: `ander-${i}` }), [inschrijving(n(i), { inschrijvingvolgnummer: 'L' })]))])
    expect((await alleAntwoorden(eigen.database, op(MBO), id)).length).toBe(400)
    expect((await eigen.database.pool.query(`select 1 from inschrijving_stand where inschrijvingvolgnummer = 'L'`)).rowCount).toBe(400)
  }, 60_000)
})
