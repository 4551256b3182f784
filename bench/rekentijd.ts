/** Rekentijd van processen: zegt ook op een drukke machine wat iets kost, waar de klok dan vooral het wachten meet. */
import { readFileSync } from 'node:fs'
import type pg from 'pg'

const TIK_MS = 10

/** Rekentijd van alle processen van deze PostgreSQL samen, in ms; NaN waar /proc niet bestaat of de server elders draait. */
export async function databaseMs(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pid from pg_stat_activity')
  return rows.reduce((som, { pid }) => som + procesMs(pid), 0)
}

export function procesMs(pid: number): number {
  try {
    // De naam tussen haakjes kan spaties bevatten; daarachter staan user en system als veld 12 en 13.
    const velden = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /, '').split(' ')
    return (Number(velden[11]) + Number(velden[12])) * TIK_MS
  } catch {
    return Number.NaN
  }
}
