import { sql } from 'kysely'
import type { Datum } from '../kern/datum.ts'

/** Of een rij van deze tabel (met registratietijd en geldige dagen) op een dag geldt, met wat nu bekend is. */
export function geldt(tabel: string, dag: Datum) {
  const kolom = (naam: string) => sql.ref(`${tabel}.${naam}`)
  return sql<boolean>`(${kolom('vastgelegd_tot')} is null and ${kolom('geldig_van')} <= ${dag} and (${kolom('geldig_tot_en_met')} is null or ${kolom('geldig_tot_en_met')} >= ${dag}))`
}
