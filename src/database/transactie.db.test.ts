import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import { alsSysteem, inTransactie, inTransactieMetVerbinding, type Transactiecontext } from './transactie.ts'
import { openDatabase } from './verbinding.ts'

const EIGEN_SCHOOL: Transactiecontext = { organisaties: ['99AA'], rol: 'school', actor: 'proef' }
const ANDERE_SCHOOL: Transactiecontext = { organisaties: ['99BB'], rol: 'school', actor: 'proef' }
const SYSTEEM: Transactiecontext = { organisaties: [], rol: 'systeem', actor: 'proef' }
const PERSOON = '01890000-0000-7000-8000-000000000001'
const TABELLEN = ['deelnemer', 'deelnemer_gegevens', 'deelnemer_school', 'inschrijving_stand', 'inschrijvingsperiode'] as const

let eigen: EigenDatabase
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await inTransactie(eigen.database, SYSTEEM, async (trx) => {
    await sql`insert into deelnemer values (${PERSOON}, '\\x00', 'k', ${Buffer.alloc(32)}, 'BSN', now())`.execute(trx)
    await sql`insert into deelnemer_gegevens (deelnemer_id, gegevens_id, geboortedatum, geboortedatum_ruw, vastgelegd_van)
      values (${PERSOON}, ${PERSOON}, '2010-01-01', '2010-01-01', now())`.execute(trx)
    await sql`insert into deelnemer_school values (${PERSOON}, '99AA', false)`.execute(trx)
    await sql`insert into inschrijving_stand (deelnemer_id, stand_id, brin, inschrijvingvolgnummer, sector, datum_inschrijving, inhoud_hash, vastgelegd_van)
      values (${PERSOON}, ${PERSOON}, '99AA', '1', 'VO', '2025-08-01', ${Buffer.alloc(32)}, now())`.execute(trx)
    await sql`insert into inschrijvingsperiode (deelnemer_id, stand_id, datum_begin, indicatie_bekostigbaar)
      values (${PERSOON}, ${PERSOON}, '2025-08-01', true)`.execute(trx)
  })
})
afterAll(async () => { await eigen.weg() })

describe('row-level security met kale SQL als leerroute_app', () => {
  test.each(TABELLEN)('%s: de eigen school ziet de rij, een andere school niet', async (tabel) => {
    expect(await telRijen(EIGEN_SCHOOL, tabel)).toBe(1)
    expect(await telRijen(ANDERE_SCHOOL, tabel)).toBe(0)
  })

  test.each(TABELLEN)('%s: zonder context is er niets te zien', async (tabel) => {
    const verbinding = await eigen.database.pool.connect()
    await verbinding.query('begin')
    await verbinding.query('set local role leerroute_app')
    const { rows } = await verbinding.query(`select count(*)::int as aantal from ${tabel}`)
    await verbinding.query('rollback')
    verbinding.release()
    expect(rows[0].aantal).toBe(0)
  })

  test('een school kan niet namens een andere school schrijven', async () => {
    await expect(inTransactie(eigen.database, ANDERE_SCHOOL, (trx) => sql`
      insert into inschrijving_stand (deelnemer_id, stand_id, brin, inschrijvingvolgnummer, sector, datum_inschrijving, inhoud_hash, vastgelegd_van)
      values (${PERSOON}, gen_random_uuid(), '99AA', '2', 'VO', '2025-08-01', ${Buffer.alloc(32)}, now())`.execute(trx)))
      .rejects.toThrow(/row-level security/)
  })

  test('een school kan de stand van een andere school niet sluiten', async () => {
    const gewijzigd = await inTransactie(eigen.database, ANDERE_SCHOOL, (trx) =>
      sql`update inschrijving_stand set vastgelegd_tot = now()`.execute(trx))
    expect(gewijzigd.numAffectedRows).toBe(0n)
  })

  test('een stand is onveranderlijk: inhoud wijzigen of een rij wissen mag ook de eigen school niet', async () => {
    await expect(inTransactie(eigen.database, EIGEN_SCHOOL, (trx) =>
      sql`update inschrijving_stand set datum_uitschrijving = '2026-01-01'`.execute(trx))).rejects.toThrow(/permission denied/)
    await expect(inTransactie(eigen.database, SYSTEEM, (trx) => sql`delete from inschrijving_stand`.execute(trx)))
      .rejects.toThrow(/permission denied/)
  })
})

describe('een verbinding uit de pool', () => {
  test('heeft na een fout geen context of rol meer', async () => {
    const smal = await openDatabase({ url: eigen.url, verbindingen: 1 })
    await expect(inTransactie(smal, SYSTEEM, (trx) => sql`select 1 / 0`.execute(trx))).rejects.toThrow(/division by zero/)
    await expect(inTransactieMetVerbinding(smal, SYSTEEM, (v) => v.query('select 1 / 0'))).rejects.toThrow(/division by zero/)
    const { rows } = await smal.pool.query(
      `select current_setting('leerroute.rol', true) as rol, current_setting('leerroute.brins', true) as brins, current_user <> 'leerroute_app' as terug`)
    expect(rows[0]).toEqual({ rol: '', brins: '', terug: true })
    expect(await inTransactie(smal, ANDERE_SCHOOL, async (trx) =>
      (await trx.selectFrom('deelnemer').selectAll().execute()).length)).toBe(0)
    await smal.sluit()
  })

  test('een komma in een BRIN geeft geen rechten op een tweede school', async () => {
    await expect(inTransactie(eigen.database, { ...EIGEN_SCHOOL, organisaties: ['99BB,99AA'] }, async () => undefined))
      .rejects.toThrow(/vorm 99AA/)
  })
})

test('alsSysteem geeft na afloop de rechten van de actor terug', async () => {
  const aantallen = await inTransactie(eigen.database, ANDERE_SCHOOL, async (trx) => {
    const tel = async (): Promise<number> => (await trx.selectFrom('deelnemer').select('deelnemer_id').execute()).length
    return [await tel(), await alsSysteem(trx, tel), await tel()]
  })
  expect(aantallen).toEqual([0, 1, 0])
})

test('dagen komen als tekst, momenten als ISO-tekst in UTC', async () => {
  const { rows } = await eigen.database.pool.query(
    `select date '2025-10-01' as dag, timestamptz '2025-10-01 00:30:00+02' as moment, 12::bigint as aantal`)
  expect(rows[0]).toEqual({ dag: '2025-10-01', moment: '2025-09-30T22:30:00.000Z', aantal: 12 })
})

async function telRijen(context: Transactiecontext, tabel: (typeof TABELLEN)[number]): Promise<number> {
  return inTransactie(eigen.database, context, async (trx) => (await trx.selectFrom(tabel).select('deelnemer_id').execute()).length)
}

describe('een gesloten database', () => {
  test('houdt geen verbinding vast, ook niet als alleen de pool gebruikt is', async () => {
    const database = await openDatabase({ url: eigen.url })
    await database.sluit()
    expect(database.pool.totalCount).toBe(0)
    await expect(database.sluit()).resolves.toBeUndefined()
  })
})

describe('een verbinding die midden in een transactie wegvalt', () => {
  test('breekt alleen dat werk af; het proces en de volgende transactie gaan door', async () => {
    const werk = inTransactieMetVerbinding(eigen.database, SYSTEEM, async (verbinding) => {
      const { rows } = await verbinding.query<{ pid: number }>('select pg_backend_pid() as pid')
      await eigen.database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      // Tussen twee vragen: er loopt niets dat de fout kan krijgen, dus de verbinding meldt hem zelf.
      await new Promise((klaar) => setTimeout(klaar, 200))
      await verbinding.query('select 1')
    })
    await expect(werk).rejects.toThrow(/terminat|not queryable/)
    expect(await telRijen(EIGEN_SCHOOL, 'deelnemer')).toBe(1)
  })
})
