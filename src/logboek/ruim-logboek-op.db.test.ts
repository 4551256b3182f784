import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import { alsOpruimer, inTransactie, type Transactie } from '../database/index.ts'
import { maandenEerder, ruimLogboekOp } from './actions/ruim-logboek-op.ts'

let eigen: EigenDatabase
beforeAll(async () => { eigen = await maakEigenDatabase() })
afterAll(() => eigen.weg())

const zet = (activiteit: string, op: string) => eigen.database.pool.query(
  `insert into verwerking_regel (trace_id, operation_id, status, naam, begin_op, eind_op, activiteit) values (gen_random_uuid(), '\\x0102030405060708', 'OK', 'proef', $2, $2, $1)`, [activiteit, op])
const over = async () => (await eigen.database.pool.query<{ t: string }>(`select activiteit || ' ' || to_char(eind_op, 'YYYY-MM-DD') as t from verwerking_regel order by 1`)).rows.map(({ t }) => t)
const systeem = { organisaties: [], rol: 'systeem', actor: 'proef' } as const

test('S-94: elke activiteit heeft haar eigen termijn; wat erover is gaat weg, met een auditregel die zegt hoeveel; opnieuw draaien doet niets', async () => {
  const nu = new Date()
  const jaar = nu.getUTCFullYear()
  for (const terug of [1, 2, 4, 6, 8]) for (const activiteit of ['raadplegen:1', 'registreren:1']) await zet(activiteit, `${jaar - terug}-01-15T00:00:00Z`)
  const gedaan = await ruimLogboekOp(eigen.database, nu)
  expect(gedaan.map(({ activiteit, regels }) => [activiteit, regels])).toEqual([['registreren:1', 1], ['raadplegen:1', 3]])
  expect(await over()).toEqual([`raadplegen:1 ${jaar - 2}-01-15`, `raadplegen:1 ${jaar - 1}-01-15`, ...[6, 4, 2, 1].map((n) => `registreren:1 ${jaar - n}-01-15`)])
  const { rows } = await eigen.database.pool.query(`select object_sleutel, gegevens->'regels' as regels from audit_regel where handeling = 'ruimLogboekOp' order by 1`)
  expect(rows).toEqual([{ object_sleutel: 'raadplegen:1', regels: 3 }, { object_sleutel: 'registreren:1', regels: 1 }])
  expect(await ruimLogboekOp(eigen.database, nu)).toEqual([])
})

test('S-94: de grens op een schrikkeldag en op 31 juli', () => {
  expect(maandenEerder(new Date('2028-02-29T12:00:00.000Z'), 12)).toBe('2027-02-28T12:00:00.000Z')
  expect(maandenEerder(new Date('2026-07-31T00:00:00.000Z'), 1)).toBe('2026-06-30T00:00:00.000Z')
  expect(maandenEerder(new Date('2026-08-01T00:00:00.000Z'), 12)).toBe('2025-08-01T00:00:00.000Z')
  expect(maandenEerder(new Date('2026-01-31T00:00:00.000Z'), 11)).toBe('2025-02-28T00:00:00.000Z')
})

test('S-35: de opruimer kan niets wissen dat jonger is dan een jaar, en verder niets: niet wijzigen, niet de audit', async () => {
  await zet('raadplegen:1', new Date().toISOString())
  const voor = (await over()).length
  await inTransactie(eigen.database, systeem, (trx) => alsOpruimer(trx, async () => { await trx.deleteFrom('verwerking_regel').execute() }))
  expect((await over()).length).toBeLessThan(voor)
  expect((await over()).at(-1) ?? (await over())[0]).toContain(String(new Date().getUTCFullYear()))
  for (const doe of [
    (trx: Transactie) => trx.updateTable('verwerking_regel').set({ naam: 'x' }).execute(), (trx: Transactie) => trx.deleteFrom('audit_regel').execute(),
    (trx: Transactie) => trx.deleteFrom('audit_kop').execute(), (trx: Transactie) => trx.selectFrom('deelnemer').selectAll().execute(),
  ]) await expect(inTransactie(eigen.database, systeem, (trx) => alsOpruimer(trx, async () => { await doe(trx) }))).rejects.toThrow(/permission denied/)
})
