import type { Journaalregel } from './journaal.ts'
import { spoorhaak } from './spoor.ts'
import type { Transactie } from './transactie.ts'
import { uuidv7 } from './uuid.ts'

/** Legt vast dat iemand iets deed waarop geen ander werk volgt (geen outbox), zoals het ophalen van een bestand. */
export async function schrijfAudit(trx: Transactie, regel: Omit<Journaalregel, 'gevolg'>): Promise<void> {
  spoorhaak().bijHandeling(regel.handeling)
  await trx.insertInto('audit_regel').values({
    audit_id: uuidv7(), op: regel.op, actor: regel.actor, handeling: regel.handeling, brin: regel.brin, deelnemer_id: regel.deelnemerId,
    object_soort: regel.object[0], object_sleutel: regel.object[1], gegevens: JSON.stringify(regel.gegevens ?? {}),
  }).execute()
}
