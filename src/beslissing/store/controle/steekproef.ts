import { sql } from 'kysely'
import { type Transactie, vanDeelnemers } from '../../../database/index.ts'
import type { Datum } from '../../../kern/datum.ts'

/** Willekeurige deelnemers; een ander `zaad` geeft anderen. Leest alle sleutels: alleen voor beheer. */
export async function kiesDeelnemers(trx: Transactie, aantal: number, zaad: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select deelnemer_id as id from deelnemer order by md5(deelnemer_id::text || ${zaad}) limit ${aantal}`.execute(trx)
  return rows.map((rij) => rij.id)
}

/** De volgende deelnemers op sleutel, na `na`. */
export async function volgendeDeelnemers(trx: Transactie, na: string | null, aantal: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select deelnemer_id as id from deelnemer where (${na}::uuid is null or deelnemer_id > ${na}::uuid) order by deelnemer_id limit ${aantal}`.execute(trx)
  return rows.map((rij) => rij.id)
}

/** Van wie de signalen nu bij moeten zijn: gerekend voor vandaag met deze normen, en geen wijziging die nog wacht. */
export async function kiesBijgewerkt(trx: Transactie, deelnemers: readonly string[], vandaag: Datum, normenVersie: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.deelnemer_id as id from leerlingoverzicht o where ${vanDeelnemers(deelnemers, 'o')} and o.peildatum = ${vandaag} and o.normen_versie = ${normenVersie}
      and not exists (select from outbox w where w.deelnemer_id = o.deelnemer_id and w.verwerkt_op is null)
      and not exists (select from outbox b where b.deelnemer_id = '00000000-0000-0000-0000-000000000000' and b.verwerkt_op is null)`.execute(trx)
  return rows.map((rij) => rij.id)
}
