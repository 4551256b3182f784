import { sql } from 'kysely'
import type { Datum } from '../../kern/datum.ts'

/** Of een rij van deze tabel (met registratietijd en geldige dagen) vandaag geldt, met wat nu bekend is. */
export function geldt(tabel: string, vandaag: Datum) {
  const kolom = (naam: string) => sql.ref(`${tabel}.${naam}`)
  return sql`(${kolom('vastgelegd_tot')} is null and ${kolom('geldig_van')} <= ${vandaag} and (${kolom('geldig_tot_en_met')} is null or ${kolom('geldig_tot_en_met')} >= ${vandaag}))`
}
