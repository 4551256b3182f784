import { sql } from 'kysely'
import { gebeurtenisBij } from '../kern/gebeurtenissoort.ts'
import { schrijfAudit } from './audit.ts'
import type { Auditregel } from './boek.ts'
import type { Transactie } from './transactie.ts'
import { uuidv7 } from './uuid.ts'
import { MET_VOLGENDE } from './voorbereid.ts'

/** Werk dat op een wijziging volgt. De luisteraar kent elk soort; een onbekend soort is een kapotte invariant. */
export type Outboxsoort = 'deelnemer-gewijzigd' | 'aanbod-gewijzigd' | 'afspraak-gewijzigd' | 'organisatie-gewijzigd' | 'schoolvakantie-gewijzigd'

/** Staat in outbox.deelnemer_id als een wijziging niet over één deelnemer gaat. */
export const ALLE_DEELNEMERS = '00000000-0000-0000-0000-000000000000'

export interface Journaalregel extends Auditregel {
  readonly gevolg: Outboxsoort
}

/** Of een actor ooit iets heeft vastgelegd. Leest de hele audit: alleen voor een vraag bij het starten. */
export async function heeftJournaalVan(trx: Transactie, actor: string): Promise<boolean> {
  return (await trx.selectFrom('audit_regel').select('audit_id').where('actor', '=', actor).limit(1).executeTakeFirst()) !== undefined
}

/** Schrijft wie wat deed, welk werk daarop volgt en welk bericht de scholen krijgen (docs/adr/0020), in de transactie van de wijziging zelf (P-06). */
export async function schrijfJournaal(trx: Transactie, regel: Journaalregel): Promise<void> {
  await schrijfAudit(trx, regel)
  const [, sleutel] = regel.object
  const bericht = gebeurtenisBij(regel.handeling, regel.gegevens?.['uitkomst']) ?? null
  // Niemand wacht op het antwoord: het gaat mee met de volgende vraag, op zijn laatst de commit.
  await sql`${sql.raw(MET_VOLGENDE)}with bericht as (
      insert into gebeurtenis_nieuw (deelnemer_id, gebeurtenis_id, soort, brin, sleutel, op)
      select ${regel.deelnemerId ?? ALLE_DEELNEMERS}::uuid, ${uuidv7()}::uuid, ${bericht}, ${regel.brin}, ${sleutel}, ${regel.op}::timestamptz where ${bericht}::text is not null)
    insert into outbox (deelnemer_id, outbox_id, soort, gegevens, aangemaakt_op)
    values (${regel.deelnemerId ?? ALLE_DEELNEMERS}, ${uuidv7()}, ${regel.gevolg}, ${JSON.stringify(regel.gegevens ?? {})}, ${regel.op})`.execute(trx)
}
