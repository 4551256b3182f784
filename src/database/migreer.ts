import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import pg from 'pg'

export interface Migratie {
  readonly nummer: number
  readonly naam: string
  readonly sql: string
  readonly sha256: string
}

/** Vaste sleutel voor pg_advisory_lock: er migreert er maar één tegelijk, ook met meer knooppunten. */
const SLOT = 7_385_011
const MAP = new URL('./migrations/', import.meta.url)
const BESTAND = /^(\d{4})_([a-z0-9_]+)\.sql$/

/**
 * Brengt het schema op de laatste stand en geeft de namen van de bestanden die nu zijn toegepast.
 * Gooit als een al toegepast bestand sindsdien is veranderd of verdwenen: geschiedenis herschrijven mag niet.
 */
export async function migreer(url: string, migraties?: readonly Migratie[]): Promise<readonly string[]> {
  const bestanden = migraties ?? (await leesMigraties())
  const client = new pg.Client({ connectionString: url })
  // Een weggevallen server is een mislukte vraag hieronder, geen reden om het proces te stoppen.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [SLOT])
    await maakBoekhouding(client)
    const toegepast = await leesToegepast(client)
    controleerGeschiedenis(bestanden, toegepast)
    const nieuw = bestanden.filter((bestand) => !toegepast.has(bestand.nummer))
    for (const bestand of nieuw) await pasToe(client, bestand)
    return nieuw.map((bestand) => bestand.naam)
  } finally {
    // Het slot valt vrij met de verbinding.
    await client.end()
  }
}

/** Leest de genummerde bestanden; gooit bij een vreemde naam of een dubbel nummer. Een nummer overslaan mag: wie tegelijk bouwen krijgen elk een eigen reeks. */
export async function leesMigraties(map: URL = MAP): Promise<readonly Migratie[]> {
  const namen = (await readdir(map)).filter((naam) => naam.endsWith('.sql')).sort()
  const nummers = namen.map((naam) => Number(BESTAND.exec(naam)?.[1]))
  return Promise.all(namen.map(async (naam, plaats) => {
    const nummer = nummers[plaats] ?? Number.NaN
    if (Number.isNaN(nummer)) throw new Error(`migratie ${naam}: verwacht de vorm 0001_naam.sql`)
    if (nummer === nummers[plaats - 1]) throw new Error(`migratie ${naam}: er is al een migratie met dit nummer`)
    const sql = await readFile(new URL(naam, map), 'utf8')
    return { nummer, naam, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  }))
}

async function maakBoekhouding(client: pg.Client): Promise<void> {
  await client.query(`create table if not exists leerroute_migratie (
    nummer integer primary key, naam text not null, sha256 text not null, toegepast_op timestamptz not null default now())`)
  await client.query(`comment on table leerroute_migratie is 'Welke migraties zijn toegepast, met de vingerafdruk van het bestand.'`)
}

async function leesToegepast(client: pg.Client): Promise<Map<number, { naam: string; sha256: string }>> {
  const { rows } = await client.query<{ nummer: number; naam: string; sha256: string }>(
    'select nummer, naam, sha256 from leerroute_migratie order by nummer')
  return new Map(rows.map((rij) => [rij.nummer, rij]))
}

function controleerGeschiedenis(
  bestanden: readonly Migratie[], toegepast: ReadonlyMap<number, { naam: string; sha256: string }>,
): void {
  for (const [nummer, eerder] of toegepast) {
    const bestand = bestanden.find((kandidaat) => kandidaat.nummer === nummer)
    if (!bestand) throw new Error(`migratie ${eerder.naam} is toegepast maar ontbreekt: deze versie is ouder dan de database`)
    if (bestand.sha256 !== eerder.sha256) {
      throw new Error(`migratie ${eerder.naam} is veranderd nadat hij is toegepast: zet het bestand terug en maak een nieuwe migratie`)
    }
  }
}

async function pasToe(client: pg.Client, bestand: Migratie): Promise<void> {
  await client.query('begin')
  try {
    await client.query(bestand.sql)
    await client.query('insert into leerroute_migratie (nummer, naam, sha256) values ($1, $2, $3)',
      [bestand.nummer, bestand.naam, bestand.sha256])
    await client.query('commit')
  } catch (fout) {
    await client.query('rollback')
    throw new Error(`migratie ${bestand.naam} is mislukt`, { cause: fout })
  }
}
