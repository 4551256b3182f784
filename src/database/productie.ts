import type { Database } from './verbinding.ts'

/**
 * Wat de server zo instelt dat een bevestigde levering kan verdwijnen. Leeg = goed genoeg voor productie.
 * Elke zin noemt de instelling en wat te doen.
 */
export async function onveiligeServerinstellingen(database: Database): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ naam: string; waarde: string }>(
    `select name as naam, setting as waarde from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')`)
  return rows.filter((rij) => rij.waarde === 'off').map((rij) =>
    `De database heeft ${rij.naam} = off: na een stroomstoring kunnen leveringen weg zijn. Zet ${rij.naam} aan en start opnieuw.`)
}
