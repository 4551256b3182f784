import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verwerkOutbox } from '../../src/beslissing/index.ts'
import { alsSysteem, type Database, inTransactie, openDatabase } from '../../src/database/index.ts'
import type { Moment } from '../../src/kern/datum.ts'
import { laadNormen } from '../../src/normen/index.ts'
import { laadWereld } from '../../src/server/wereld.ts'
import { leesWereld } from '../../src/server/wereld-bestanden.ts'
import { maakKluis } from '../../src/toegang/index.ts'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'

const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
const BRINS = leesWereld().regio.organisaties.map(({ brin }) => brin)
const school = (brin: string) => ({ 'leerroute.rol': 'school', 'leerroute.brins': brin })
/** Bestaat in geen enkel register. */
const NIEMAND = '98ZZ'

let eigen: EigenDatabase
let een: Database
let tabellen: readonly string[] = []
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await laadWereld(eigen.database, kluis)
  await verwerkOutbox(eigen.database, { nu: '2026-11-24T08:00:00.000Z' as Moment }, laadNormen())
  // Een verbinding: wat hij van een ander achterlaat, krijgt de volgende.
  een = await openDatabase({ url: eigen.url, verbindingen: 1 })
  tabellen = await namen(`select c.relname as naam from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'leerroute_migratie' order by 1`)
})
afterAll(async () => {
  await een.sluit()
  await eigen.weg()
})

async function namen(vraag: string): Promise<readonly string[]> {
  return (await eigen.database.pool.query<{ naam: string }>(vraag)).rows.map(({ naam }) => naam)
}

/** Kale SQL als de rol van de toepassing, buiten elke actie om. */
async function alsRol<T>(instellingen: Readonly<Record<string, string>>, werk: (verbinding: pg.PoolClient) => Promise<T>): Promise<T> {
  const verbinding = await eigen.database.pool.connect()
  try {
    await verbinding.query('begin; set local role leerroute_app')
    for (const [naam, waarde] of Object.entries(instellingen)) await verbinding.query('select set_config($1, $2, true)', [naam, waarde])
    return await werk(verbinding)
  } finally {
    await verbinding.query('rollback')
    verbinding.release()
  }
}
const lees = <R extends object>(instellingen: Readonly<Record<string, string>>, vraag: string): Promise<R[]> => alsRol(instellingen, async (verbinding) => (await verbinding.query<R>(vraag)).rows)

/** Van deze mag iedereen elke rij lezen; een nieuwe openbare tabel hoort hier bewust bij te komen. */
const OPENBAAR = ['audit_kop', 'gebeurtenis_teller', 'onderwijsaanbieder', 'organisatie', 'organisatie_gezag', 'organisatie_identificatie', 'rio_aangeboden_opleiding', 'rio_aangeboden_opleiding_partner', 'schoolvakantie']

/** De tabellen die de rol van de toepassing mag lezen en die niet openbaar zijn. */
async function afgeschermd(): Promise<readonly string[]> {
  const leesbaar = new Set(await namen(`select table_name as naam from information_schema.table_privileges where grantee = 'leerroute_app' and privilege_type = 'SELECT'`))
  return tabellen.filter((tabel) => leesbaar.has(tabel) && !OPENBAAR.includes(tabel))
}

describe('elke tabel (Z-02, S-87)', () => {
  test('Z-02: heeft row-level security, ook voor de eigenaar, en minstens een regel', async () => {
    expect(await namen(`select relname as naam from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> 'leerroute_migratie'
      and (not relrowsecurity or not relforcerowsecurity or not exists (select 1 from pg_policy p where p.polrelid = c.oid))`)).toEqual([])
    expect(await namen(`select table_name as naam from information_schema.table_privileges where grantee in ('leerroute_app', 'PUBLIC') and table_name = 'leerroute_migratie'`)).toEqual([])
  })

  test('Z-02: alleen de openbare tabellen hebben een regel die iedereen alles laat lezen', async () => {
    expect(await namen(`select distinct tablename as naam from pg_policies where schemaname = 'public' and cmd in ('SELECT', 'ALL') and permissive = 'PERMISSIVE' and roles && array['public', 'leerroute_app']::name[] and qual = 'true' order by 1`)).toEqual(OPENBAAR)
  })

  test('Z-02: zonder context, en met een rol die niet bestaat, is er geen rij', async () => {
    for (const tabel of await afgeschermd()) {
      for (const instellingen of [{}, { 'leerroute.rol': 'DUO ' }, { 'leerroute.rol': 'school' }, { 'leerroute.rol': 'school', 'leerroute.brins': '' }]) {
        expect([tabel, instellingen, (await lees(instellingen, `select 1 from ${tabel} limit 1`)).length]).toEqual([tabel, instellingen, 0])
      }
    }
  })

  test('S-87: een school die niets met de leerlingen te maken heeft ziet van geen enkele tabel een rij', async () => {
    let gevuld = 0
    for (const tabel of await afgeschermd()) {
      if ((await eigen.database.pool.query(`select 1 from ${tabel} limit 1`)).rowCount === 1) gevuld += 1
      // Met de rechten van elke andere school samen zou dit gevuld zijn.
      expect([tabel, (await lees(school(NIEMAND), `select 1 from ${tabel} limit 1`)).length]).toEqual([tabel, 0])
    }
    expect(gevuld, 'anders zegt deze toets niets').toBeGreaterThan(20)
  })

  test.each(BRINS)('Z-02: %s ziet geen rij van een andere school, behalve van een partner bij een gedeelde leerling', async (brin) => {
    const { rows } = await eigen.database.pool.query<{ id: string; partners: string[] }>('select deelnemer_id as id, partners from deelnemer_school where brin = $1', [brin])
    const partners = new Map(rows.map(({ id, partners: zij }) => [id, zij]))
    for (const tabel of await afgeschermd()) {
      const kolommen = await namen(`select attname as naam from pg_attribute where attrelid = 'public.${tabel}'::regclass and attname in ('brin', 'deelnemer_id') and not attisdropped`)
      if (kolommen.length === 0) continue
      const gezien = await lees<{ brin?: string | null; deelnemer_id?: string | null }>(school(brin), `select distinct ${kolommen.join(', ')} from ${tabel}`)
      const vreemd = gezien.filter((rij) => ((rij.deelnemer_id ?? null) !== null && !partners.has(rij.deelnemer_id ?? '') && rij.brin !== brin)
        || ((rij.brin ?? null) !== null && rij.brin !== brin && !(partners.get(rij.deelnemer_id ?? '') ?? []).includes(rij.brin ?? '')))
      expect([tabel, vreemd]).toEqual([tabel, []])
    }
  })

  test('S-87: toezicht van DUO ziet geen enkele deelnemer', async () => {
    const metDeelnemer = await namen(`select c.relname as naam from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'deelnemer_id' and not a.attisdropped where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`)
    for (const tabel of (await afgeschermd()).filter((naam) => metDeelnemer.includes(naam) && naam !== 'audit_regel')) {
      expect([tabel, (await lees({ 'leerroute.rol': 'toezicht' }, `select 1 from ${tabel} limit 1`)).length]).toEqual([tabel, 0])
    }
  })

  test('Z-02: COPY TO geeft niet meer dan een gewone vraag', async () => {
    for (const [instellingen, verwacht] of [[school(NIEMAND), 0], [{}, 0], [school(BRINS[0] ?? ''), (await lees(school(BRINS[0] ?? ''), 'select 1 from inschrijving_stand')).length]] as const) {
      const regels = await alsRol(instellingen, async (verbinding) => {
        const stukken: Buffer[] = []
        for await (const stuk of verbinding.query(copyTo('copy inschrijving_stand to stdout'))) stukken.push(stuk as Buffer)
        return Buffer.concat(stukken).toString().split('\n').filter((regel) => regel !== '').length
      })
      expect(regels).toBe(verwacht)
    }
  })
})

describe('fouten zeggen niet wie er is (P-05)', () => {
  const fout = async (vraag: string, waarden: readonly unknown[]): Promise<unknown> =>
    alsRol(school(BRINS[0] ?? ''), (verbinding) => verbinding.query(vraag, [...waarden])).then(() => 'gelukt', (reden: { code: string; message: string }) => [reden.code, reden.message])

  test('P-05: een school die een deelnemer toevoegt krijgt bij een bekend en een onbekend nummer dezelfde fout', async () => {
    const { rows } = await eigen.database.pool.query<{ sleutel: Buffer; id: string }>('select persoonsnummer_sleutel as sleutel, deelnemer_id as id from deelnemer limit 1')
    const voegToe = `insert into deelnemer (deelnemer_id, persoonsnummer_versleuteld, persoonsnummer_sleutel_id, persoonsnummer_sleutel, persoonsnummer_soort, aangemaakt_op) values ($1, 'x', 'k1', $2, 'BSN', now())`
    const [nieuw, zelfdeNummer, zelfdeSleutel] = [await fout(voegToe, [randomUUID(), randomBytes(32)]), await fout(voegToe, [randomUUID(), rows[0]?.sleutel]), await fout(voegToe, [rows[0]?.id, randomBytes(32)])]
    expect(nieuw).toEqual(['42501', expect.stringContaining('row-level security')])
    expect([zelfdeNummer, zelfdeSleutel]).toEqual([nieuw, nieuw])
  })

  test('P-05: een relatie leggen of zien wordt geweigerd, of de deelnemer nu bestaat of niet', async () => {
    const { rows } = await eigen.database.pool.query<{ id: string }>('select deelnemer_id as id from deelnemer where deelnemer_id not in (select deelnemer_id from deelnemer_school where brin = $1) limit 1', [BRINS[0]])
    const voegToe = `insert into deelnemer_school (deelnemer_id, brin) values ($1, '${BRINS[0]}')`
    expect(await fout(voegToe, [rows[0]?.id])).toEqual(await fout(voegToe, [randomUUID()]))
    const wijzig = `update deelnemer_school set partners = array['${NIEMAND}'] where deelnemer_id = $1 returning 1`
    expect([await fout(wijzig, [rows[0]?.id]), await fout(wijzig, [randomUUID()])]).toEqual(['gelukt', 'gelukt'])
  })

  test('P-05: de sleutel van een deelnemer is willekeurig, en zegt niet sinds wanneer hij bekend is', async () => {
    const ids = await namen('select deelnemer_id::text as naam from deelnemer')
    expect(ids.filter((id) => id[14] !== '4')).toEqual([])
  })
})

describe('een verbinding uit de pool neemt geen rechten mee (S-87)', () => {
  const A = { organisaties: [BRINS[0] ?? ''], rol: 'school', actor: 'a' } as const
  const SYSTEEM = { organisaties: [], rol: 'systeem', actor: 's' } as const
  /** Wat er na werk van een ander op dezelfde verbinding over is, als de rol van de toepassing. */
  async function restant(): Promise<unknown> {
    const verbinding = await een.pool.connect()
    try {
      const { rows } = await verbinding.query<{ rol: string; soort: string; brins: string; vestigingen: string; organisatie: string }>(`select current_user = session_user as rol, coalesce(current_setting('leerroute.rol', true), '') as soort,
        coalesce(current_setting('leerroute.brins', true), '') as brins, coalesce(current_setting('leerroute.vestigingen', true), '') as vestigingen, coalesce(current_setting('leerroute.organisatie', true), '') as organisatie`)
      await verbinding.query('begin; set local role leerroute_app')
      const zicht = await verbinding.query('select 1 from deelnemer')
      await verbinding.query('rollback')
      return [rows[0], zicht.rowCount]
    } finally {
      verbinding.release()
    }
  }
  const SCHOON = [{ rol: true, soort: '', brins: '', vestigingen: '', organisatie: '' }, 0]

  test.each([
    ['gelukt werk', () => inTransactie(een, SYSTEEM, (trx) => trx.selectFrom('deelnemer').select('deelnemer_id').execute())],
    ['werk dat gooit', () => inTransactie(een, SYSTEEM, () => { throw new Error('stuk') })],
    ['een databasefout', () => inTransactie(een, SYSTEEM, (trx) => sql`select 1 / 0`.execute(trx))],
    ['een afgebroken transactie', () => inTransactie(een, SYSTEEM, async (trx) => { await sql`select fout`.execute(trx).catch(() => undefined); await sql`select 1`.execute(trx) })],
    ['een fout in de eerste vraag, die met begin en context in een bericht gaat', () => inTransactie(een, { ...A, vestigingen: ['11VA00'] }, (trx) => sql`select ${'x'}::int`.execute(trx))],
    ['een fout binnen alsSysteem', () => inTransactie(een, A, (trx) => alsSysteem(trx, () => sql`select 1 / 0`.execute(trx)))],
    ['een transactie die de server afbreekt', () => inTransactie(een, SYSTEEM, async (trx) => { await sql`set local statement_timeout = 1`.execute(trx); await sql`select pg_sleep(1)`.execute(trx) })],
  ])('S-87: na %s', async (_naam, werk) => {
    await Promise.resolve().then(werk).catch(() => undefined)
    expect(await restant()).toEqual(SCHOON)
    const volgende = await inTransactie(een, { organisaties: [NIEMAND], rol: 'school', actor: 'b' }, (trx) => trx.selectFrom('deelnemer').select('deelnemer_id').execute())
    expect(volgende).toEqual([])
  })

  test('S-87: twee scholen om en om op een verbinding zien elk alleen het hunne, ook met voorbereide vragen', async () => {
    const eigenAantal = async (brin: string) => (await eigen.database.pool.query('select 1 from deelnemer_school where brin = $1', [brin])).rowCount
    for (let ronde = 0; ronde < 3; ronde++) {
      for (const brin of [BRINS[0] ?? '', NIEMAND, BRINS[1] ?? '']) {
        const rijen = await inTransactie(een, { organisaties: [brin], rol: 'school', actor: brin }, (trx) => sql`select 1 from deelnemer where aangemaakt_op > ${'2000-01-01'}`.execute(trx))
        expect([brin, rijen.rows.length]).toEqual([brin, await eigenAantal(brin)])
      }
    }
  })
})

describe('wie en wat er in de database mag zijn (S-87)', () => {
  test('S-87: de rol van de toepassing is geen eigenaar, geen superuser, en gaat nergens omheen', async () => {
    const { rows } = await eigen.database.pool.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, (select count(*)::int from pg_class c where c.relowner = r.oid) as tabellen,
      (select count(*)::int from pg_auth_members m where m.member = r.oid) as lid from pg_roles r where rolname = 'leerroute_app'`)
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false, tabellen: 0, lid: 0 }])
  })

  test('S-87: elke functie heeft een vast zoekpad, en geen enkele werkt met de rechten van haar eigenaar', async () => {
    const functies = `from pg_proc p where p.pronamespace = 'public'::regnamespace and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`
    expect(await namen(`select proname as naam ${functies} and prosecdef`)).toEqual([])
    expect(await namen(`select proname as naam ${functies} and not coalesce(exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%'), false)`)).toEqual([])
  })

  test('S-87: er is geen gematerialiseerde weergave, en een gewone kijkt met de rechten van wie vraagt', async () => {
    expect(await namen(`select relname as naam from pg_class where relnamespace = 'public'::regnamespace and (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)))`)).toEqual([])
  })

  test('S-87: elke transactie werkt als leerroute_app, en geen domein gebruikt de verbinding van de eigenaar', async () => {
    expect((await inTransactie(een, { organisaties: [], rol: 'systeem', actor: 's' }, (trx) => sql<{ wie: string }>`select current_user as wie`.execute(trx))).rows).toEqual([{ wie: 'leerroute_app' }])
    const bronnen = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((pad) => /\.tsx?$/.test(pad) && !/\.test\.tsx?$/.test(pad) && !pad.startsWith('database/'))
    const kaal = bronnen.filter((pad) => /\.(pool|logboekpool)\b|\bkysely\.(selectFrom|insertInto|updateTable|deleteFrom|transaction)\b/.test(readFileSync(`src/${pad}`, 'utf8')))
    // De metingen lezen hoeveel verbindingen er bezet zijn, geen gegevens.
    expect(kaal).toEqual(['server/waarneming/index.ts'])
  })
})
