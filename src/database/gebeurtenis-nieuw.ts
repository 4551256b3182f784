import { sql } from 'kysely'
import type { Moment } from '../kern/datum.ts'
import type { Gebeurtenissoort } from '../kern/gebeurtenissoort.ts'
import type { Transactie } from './transactie.ts'
import { uuidv7 } from './uuid.ts'

/** Wat er gebeurde, zodat scholen bericht krijgen (docs/adr/0020). */
export interface NieuweGebeurtenis {
  readonly soort: Gebeurtenissoort
  /** De school die het aangaat; wie de keten deelt komt er bij het publiceren bij. */
  readonly brin: string | null
  readonly deelnemerId: string | null
  /** Signaal- of aanleveringsnummer, of de leesbare sleutel uit de audit; nooit een persoonsnummer. */
  readonly sleutel: string
  readonly op: Moment
}

/** Staat in een rij die niet over één deelnemer gaat. */
const GEEN_DEELNEMER = '00000000-0000-0000-0000-000000000000'

/** Legt gebeurtenissen klaar in de transactie van de wijziging zelf, in één opdracht: lukt de wijziging niet, dan is er geen bericht. */
export async function meldGebeurtenissen(trx: Transactie, nieuw: readonly NieuweGebeurtenis[]): Promise<void> {
  if (nieuw.length === 0) return
  const rijen = nieuw.map(({ soort, brin, deelnemerId, sleutel, op }) => ({
    deelnemer_id: deelnemerId ?? GEEN_DEELNEMER, gebeurtenis_id: uuidv7(), soort, brin, sleutel, op,
  }))
  await sql`insert into gebeurtenis_nieuw (deelnemer_id, gebeurtenis_id, soort, brin, sleutel, op)
    select r.deelnemer_id, r.gebeurtenis_id, r.soort, r.brin, r.sleutel, r.op
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as r(deelnemer_id uuid, gebeurtenis_id uuid, soort text, brin text, sleutel text, op timestamptz)`.execute(trx)
}
