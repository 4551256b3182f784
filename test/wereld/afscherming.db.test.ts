import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verwerkOutbox } from '../../src/beslissing/index.ts'
import type { Moment } from '../../src/kern/datum.ts'
import { laadNormen } from '../../src/normen/index.ts'
import { laadWereld } from '../../src/server/wereld.ts'
import { leesWereld } from '../../src/server/wereld-bestanden.ts'
import { maakKluis } from '../../src/toegang/index.ts'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'

const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
const BRINS = leesWereld().regio.organisaties.map(({ brin }) => brin)

let eigen: EigenDatabase
let tabellen: readonly string[] = []

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await laadWereld(eigen.database, kluis)
  await verwerkOutbox(eigen.database, { nu: '2026-11-24T08:00:00.000Z' as Moment }, laadNormen())
  const { rows } = await eigen.database.pool.query<{ naam: string }>(
    `select c.relname as naam from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'deelnemer_id' and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`)
  tabellen = rows.map(({ naam }) => naam)
})
afterAll(() => eigen.weg())

/** Kale SQL in een transactie van de rol van de toepassing. */
async function alsRol<T>(instellingen: Readonly<Record<string, string>>, vraag: string): Promise<T[]> {
  const verbinding = await eigen.database.pool.connect()
  try {
    await verbinding.query('begin; set local role leerroute_app')
    for (const [naam, waarde] of Object.entries(instellingen)) await verbinding.query('select set_config($1, $2, true)', [naam, waarde])
    return (await verbinding.query(vraag)).rows as T[]
  } finally {
    await verbinding.query('rollback')
    verbinding.release()
  }
}

/** De verzonnen regio komt niet als aanlevering binnen, niemand handelt er een signaal af of wijst er een toe, en gebeurtenissen volgen pas als de server draait. */
const ZONDER_WERELD = ['gebeurtenis', 'signaalhandeling', 'signaaltoewijzing', 'terugkoppeling']

describe('row-level security over elke tabel met leerlingen (Z-02)', () => {
  it('kent alle tabellen, en de meeste hebben rijen', async () => {
    expect(tabellen.length).toBeGreaterThanOrEqual(17)
    const gevuld: string[] = []
    for (const tabel of tabellen) {
      const { rows } = await eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from ${tabel}`)
      if ((rows[0]?.n ?? 0) > 0) gevuld.push(tabel)
    }
    expect(tabellen.filter((tabel) => !gevuld.includes(tabel))).toEqual(['extra_ondersteuning', ...ZONDER_WERELD])
  })

  it('toont zonder context niets, en met een onbekende rol ook niet', async () => {
    for (const tabel of tabellen) {
      expect([tabel, await alsRol({}, `select 1 from ${tabel}`)]).toEqual([tabel, []])
      expect([tabel, await alsRol({ 'leerroute.rol': 'DUO ' }, `select 1 from ${tabel}`)]).toEqual([tabel, []])
    }
  })

  it.each(BRINS)('%s ziet in geen enkele tabel een leerling zonder inschrijving bij of leerrouteplan met de school', async (brin) => {
    const { rows } = await eigen.database.pool.query<{ id: string }>(
      `select deelnemer_id as id from inschrijving_stand where brin = $1 union select p.deelnemer_id from leerrouteplan p
       join onderwijsaanbieder a on a.code in (p.vo_onderwijsaanbieder, p.mbo_onderwijsaanbieder) where a.brin = $1`, [brin])
    const mijn = new Set(rows.map(({ id }) => id))
    expect(mijn.size).toBeGreaterThan(0)
    for (const tabel of tabellen) {
      const gezien = await alsRol<{ id: string | null }>({ 'leerroute.rol': 'school', 'leerroute.brins': brin }, `select distinct deelnemer_id as id from ${tabel}`)
      expect([tabel, gezien.filter(({ id }) => id !== null && !mijn.has(id))]).toEqual([tabel, []])
    }
  })

  it.each(BRINS)('%s ziet de kant van een ander alleen bij een leerling met een leerroute', async (brin) => {
    const { rows } = await eigen.database.pool.query<{ id: string }>(
      `select distinct s.deelnemer_id as id from inschrijvingsperiode p join inschrijving_stand s using (deelnemer_id, stand_id) where p.leerroute_ruw is not null or p.leerroutefase_ruw is not null
       union select deelnemer_id from leerrouteplan`)
    const metRoute = new Set(rows.map(({ id }) => id))
    for (const tabel of ['inschrijving_stand', 'diploma_stand', 'bpv_stand', 'afwezigheid', 'verzuimmelding']) {
      const vreemd = await alsRol<{ id: string }>({ 'leerroute.rol': 'school', 'leerroute.brins': brin }, `select deelnemer_id as id from ${tabel} where brin <> '${brin}'`)
      expect([tabel, vreemd.filter(({ id }) => !metRoute.has(id))]).toEqual([tabel, []])
    }
  })

  it('DUO leest alles maar schrijft niets', async () => {
    const duo = { 'leerroute.rol': 'duo' }
    expect((await alsRol(duo, 'select 1 from deelnemer')).length).toBe(50)
    await expect(alsRol(duo, `insert into deelnemer_school select deelnemer_id, '99ZZ', true from deelnemer limit 1`)).rejects.toThrow(/row-level security/)
    expect(await alsRol(duo, `update inschrijving_stand set vastgelegd_tot = now() returning 1`)).toEqual([])
  })
})
