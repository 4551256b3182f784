import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leesMigraties, migreer } from '../../src/database/migreer.ts'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'

/** Een register van voor het zicht per partner: elke school met een relatie zag bij een leerroute alles. */
let eigen: EigenDatabase
let client: pg.Client
const [SAMEN, GECLAIMD, VERWIJDERD] = [randomUUID(), randomUUID(), randomUUID()]

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  const url = new URL(eigen.url)
  url.pathname = `/oud_${randomUUID().replaceAll('-', '')}`
  await eigen.database.pool.query(`create database ${url.pathname.slice(1)}`)
  await migreer(url.href, (await leesMigraties()).filter(({ nummer }) => nummer < 37))
  client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await vul()
  await migreer(url.href)
})
afterAll(async () => {
  const { database } = client
  await client.end()
  await eigen.database.pool.query(`drop database ${database} with (force)`)
  await eigen.weg()
})

async function vul(): Promise<void> {
  await client.query(`insert into organisatie_gezag (brin, gezag_id, bevoegd_gezag, geldig_van, vastgelegd_van) values
    ('11VA', gen_random_uuid(), '40001', '2018-08-01', '2018-08-01'), ('12VB', gen_random_uuid(), '40002', '2018-08-01', '2018-08-01'), ('21MB', gen_random_uuid(), '50001', '2018-08-01', '2018-08-01')`)
  await client.query(`insert into samenwerkingsovereenkomst (overeenkomst_id, kenmerk, geldig_van, inhoud_hash, vastgelegd_van)
    select gen_random_uuid(), kenmerk, '2020-08-01', sha256('x'), '2020-08-01' from unnest(array['van het systeem', 'van een kant']) kenmerk`)
  await client.query(`insert into samenwerkingsovereenkomst_partij select overeenkomst_id, gezag from samenwerkingsovereenkomst, unnest(case kenmerk when 'van het systeem' then array['40001', '50001'] else array['40002', '50001'] end) gezag`)
  await client.query(`insert into audit_regel (audit_id, op, actor, handeling, brin, object_soort, object_sleutel) values
    (gen_random_uuid(), '2020-08-01', 'beheer', 'legOvereenkomstVast', null, 'overeenkomst', 'van het systeem'), (gen_random_uuid(), '2020-08-01', 'school', 'legOvereenkomstVast', '12VB', 'overeenkomst', 'van een kant')`)
  for (const id of [SAMEN, GECLAIMD, VERWIJDERD]) {
    await client.query(`insert into deelnemer values ($1, 'x', 'k1', sha256(convert_to($2, 'utf8')), 'BSN', '2024-08-01')`, [id, id])
  }
  await inschrijving(SAMEN, '11VA', 'VO', '11VA00')
  await inschrijving(SAMEN, '21MB', 'MBO')
  await inschrijving(GECLAIMD, '21MB', 'MBO')
  await inschrijving(GECLAIMD, '12VB', 'VO')
  await inschrijving(VERWIJDERD, '12VB', 'VO', null, '2024-09-01')
  await client.query(`insert into deelnemer_school values ($1, '11VA', true), ($1, '21MB', true), ($2, '21MB', true), ($2, '12VB', true), ($3, '12VB', true)`, [SAMEN, GECLAIMD, VERWIJDERD])
}

async function inschrijving(deelnemer: string, brin: string, sector: string, vestiging: string | null = null, tot: string | null = null): Promise<void> {
  const stand = randomUUID()
  await client.query(`insert into inschrijving_stand (deelnemer_id, stand_id, brin, inschrijvingvolgnummer, sector, datum_inschrijving, inhoud_hash, vastgelegd_van, vastgelegd_tot) values ($1, $2, $3, '1', $4, '2024-08-01', sha256('x'), '2024-08-01', $5)`, [deelnemer, stand, brin, sector, tot])
  await client.query(`insert into inschrijvingsperiode (deelnemer_id, stand_id, datum_begin, vestiging, indicatie_bekostigbaar, leerroute, leerroute_ruw) values ($1, $2, '2024-08-01', $3, true, 'DLR', 'DLR')`, [deelnemer, stand, vestiging])
}

describe('een bestaand register krijgt het zicht per partner', () => {
  test('Z-02: een samenwerking van beide kanten blijft, een claim en een verwijderde inschrijving geven niets meer', async () => {
    const { rows } = await client.query(`select deelnemer_id as id, brin, partners, deelt_keten as deelt, ziet_alles as alles, vestigingen from deelnemer_school order by brin, deelnemer_id = $1 desc`, [SAMEN])
    expect(rows).toEqual([
      { id: SAMEN, brin: '11VA', partners: ['21MB'], deelt: true, alles: true, vestigingen: ['11VA00'] },
      { id: GECLAIMD, brin: '12VB', partners: [], deelt: false, alles: false, vestigingen: [] },
      { id: SAMEN, brin: '21MB', partners: ['11VA'], deelt: true, alles: true, vestigingen: [] },
      { id: GECLAIMD, brin: '21MB', partners: [], deelt: false, alles: false, vestigingen: [] },
    ])
  })

  test('Z-02: wie een overeenkomst bevestigde volgt uit de audit', async () => {
    const { rows } = await client.query('select kenmerk, array_agg(bevoegd_gezag order by bevoegd_gezag) as gezagen from samenwerkingsovereenkomst_bevestiging join samenwerkingsovereenkomst using (overeenkomst_id) group by 1 order by 1')
    expect(rows).toEqual([{ kenmerk: 'van een kant', gezagen: ['40002'] }, { kenmerk: 'van het systeem', gezagen: ['40001', '50001'] }])
  })
})
