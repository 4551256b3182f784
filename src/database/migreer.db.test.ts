import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import { leesMigraties, migreer } from './migreer.ts'

let eigen: EigenDatabase
beforeAll(async () => { eigen = await maakEigenDatabase() })
afterAll(async () => { await eigen.weg() })

describe('migreer', () => {
  test('opnieuw draaien past niets toe', async () => {
    expect(await migreer(eigen.url)).toEqual([])
  })

  test('twee tegelijk wachten op elkaar en maken samen één schema', async () => {
    const server = new pg.Client({ connectionString: eigen.url })
    await server.connect()
    const naam = `proef_${randomUUID().replaceAll('-', '')}`
    await server.query(`create database ${naam}`)
    const url = new URL(eigen.url)
    url.pathname = `/${naam}`
    const uitkomsten = await Promise.all([migreer(url.href), migreer(url.href)])
    await server.query(`drop database ${naam} with (force)`)
    await server.end()
    const aantal = (await leesMigraties()).length
    expect(uitkomsten.map((namen) => namen.length).sort((a, b) => a - b)).toEqual([0, aantal])
  })

  test('weigert een toegepast bestand dat is veranderd', async () => {
    const [eerste, ...rest] = await leesMigraties()
    if (!eerste) throw new Error('geen migraties')
    await expect(migreer(eigen.url, [{ ...eerste, sha256: 'anders' }, ...rest])).rejects.toThrow(/is veranderd nadat hij is toegepast/)
  })

  test('weigert als een toegepast bestand ontbreekt', async () => {
    const bestanden = await leesMigraties()
    await expect(migreer(eigen.url, bestanden.slice(0, -1))).rejects.toThrow(/ontbreekt/)
  })

  test('een bestand met een fout laat niets achter', async () => {
    const bestanden = await leesMigraties()
    const stuk = { nummer: Math.max(...bestanden.map(({ nummer }) => nummer)) + 1, naam: '9999_stuk.sql', sql: 'create table half_werk (x int); select fout;', sha256: 'x' }
    await expect(migreer(eigen.url, [...bestanden, stuk])).rejects.toThrow(/9999_stuk.sql is mislukt/)
    const { rows } = await eigen.database.pool.query(`select to_regclass('half_werk') as tabel`)
    expect(rows[0].tabel).toBeNull()
  })
})

describe('schema', () => {
  test('elke tabel heeft een toelichting en dwingt row-level security af, ook voor de eigenaar', async () => {
    const { rows } = await eigen.database.pool.query<{ relname: string; uitleg: string | null; rls: boolean }>(
      `select relname, obj_description(oid, 'pg_class') as uitleg, relrowsecurity and relforcerowsecurity as rls
       from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'leerroute_migratie'`)
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter((rij) => !rij.uitleg).map((rij) => rij.relname)).toEqual([])
    expect(rows.filter((rij) => !rij.rls).map((rij) => rij.relname)).toEqual([])
  })

  test('de rol van de toepassing mag van een rij alleen sluitkolommen en afgeleide kolommen wijzigen, en alleen de wachtrij leegmaken', async () => {
    const { rows } = await eigen.database.pool.query<{ kolom: string }>(
      `select table_name || '.' || column_name as kolom from information_schema.column_privileges
       where grantee = 'leerroute_app' and privilege_type = 'UPDATE' order by 1`)
    const afgeleid = /^(telling\.(deel|gezien_op|klaar_op|uitkomst)$|leerlingoverzicht|signaal|deelnemer_school\.(deelt_keten|partners|ziet_alles|eigen_gegevens|vestigingen)$|organisatie\.naam|outbox\.verwerkt_op|gebeurtenis_teller\.laatste|abonnement|aflevering\.|(idempotentie|concept|controle)\.|koppeling\.(ingetrokken_op|laatst_gebruikt_op)$|aanlevering|(account|account_rol|medewerker|vier_ogen)\.|sessie\.laatst_gebruikt_op$|(audit_kop|logboekpositie)\.|deelnemer\.persoonsnummer_(versleuteld|sleutel_id)$|(machine_client|machine_certificaat|mandaat)\.|(token_account|instelling_overstap|uitnodiging|koppelpoging|herkoppelpoging|overstapkoppeling|bewijspoging|beheerdermelding)\.)/
    expect(rows.map((rij) => rij.kolom).filter((kolom) => !afgeleid.test(kolom) && !kolom.endsWith('.vastgelegd_tot'))).toEqual([])
    const wissen = await eigen.database.pool.query(
      `select table_name from information_schema.table_privileges where grantee = 'leerroute_app' and privilege_type in ('DELETE', 'TRUNCATE') order by 1`)
    // Een relatie is een uitkomst: zonder grond verdwijnt zij (docs/adr/0028). Een wachtrij: wat eruit gaat staat in dezelfde transactie in het logboek van gebeurtenissen. Bewaarde antwoorden, delen van een aanlevering, terugkoppelingen, begonnen inlogs, gebruikte bewijzen, pogingen, sessies en gedeelde browsers verlopen.
    expect(wissen.rows).toEqual([{ table_name: 'aanlevering_deel' }, { table_name: 'bewijspoging' }, { table_name: 'concept' }, { table_name: 'controle' }, { table_name: 'controle_bevinding' }, { table_name: 'controle_deel' }, { table_name: 'deelnemer_school' }, { table_name: 'gebeurtenis_nieuw' }, { table_name: 'gebruikt_bewijs' }, { table_name: 'idempotentie' }, { table_name: 'inlogverzoek' }, { table_name: 'sessie' }, { table_name: 'telling' }, { table_name: 'terugkoppeling' }, { table_name: 'zelfde_browser' }])
  })

  test('de sleutel van elke tabel met deelnemer_id begint daarmee, en er zijn geen triggers (verdelen over knooppunten)', async () => {
    const { rows } = await eigen.database.pool.query<{ tabel: string; eerste: string }>(
      `select c.relname as tabel, a.attname as eerste from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indisprimary and exists (select 1 from pg_attribute d where d.attrelid = c.oid and d.attname = 'deelnemer_id' and d.attnotnull)`)
    expect(rows.filter((rij) => rij.eerste !== 'deelnemer_id')).toEqual([])
    const triggers = await eigen.database.pool.query('select 1 from pg_trigger where not tgisinternal')
    expect(triggers.rowCount).toBe(0)
  })
})
