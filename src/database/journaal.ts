import { sql } from 'kysely'
import type { Moment } from '../kern/datum.ts'
import { gebeurtenisBij } from '../kern/gebeurtenissoort.ts'
import { spoorhaak } from './spoor.ts'
import type { Transactie } from './transactie.ts'
import { uuidv7 } from './uuid.ts'

/** Werk dat op een wijziging volgt. De luisteraar kent elk soort; een onbekend soort is een kapotte invariant. */
export type Outboxsoort = 'deelnemer-gewijzigd' | 'aanbod-gewijzigd' | 'afspraak-gewijzigd' | 'organisatie-gewijzigd' | 'schoolvakantie-gewijzigd'

/** Staat in outbox.deelnemer_id als een wijziging niet over één deelnemer gaat. */
export const ALLE_DEELNEMERS = '00000000-0000-0000-0000-000000000000'

export interface Journaalregel {
  readonly op: Moment
  /** Interne sleutel van account of koppeling. */
  readonly actor: string
  /** Naam van de actie, bijvoorbeeld `leverInschrijving`. */
  readonly handeling: string
  readonly brin: string | null
  readonly deelnemerId: string | null
  /** Waarop: soort en leesbare sleutel, nooit een persoonsnummer. */
  readonly object: readonly [soort: string, sleutel: string]
  readonly gegevens?: Readonly<Record<string, unknown>>
  readonly gevolg: Outboxsoort
}

/** Of een actor ooit iets heeft vastgelegd. Leest de hele audit: alleen voor een vraag bij het starten. */
export async function heeftJournaalVan(trx: Transactie, actor: string): Promise<boolean> {
  return (await trx.selectFrom('audit_regel').select('audit_id').where('actor', '=', actor).limit(1).executeTakeFirst()) !== undefined
}

/** Schrijft wie wat deed, welk werk daarop volgt en welk bericht de scholen krijgen (docs/adr/0020), in de transactie van de wijziging zelf (P-06). */
export async function schrijfJournaal(trx: Transactie, regel: Journaalregel): Promise<void> {
  spoorhaak().bijHandeling(regel.handeling)
  const gegevens = JSON.stringify(regel.gegevens ?? {})
  const [soort, sleutel] = regel.object
  const bericht = gebeurtenisBij(regel.handeling, regel.gegevens?.['uitkomst']) ?? null
  await sql`with audit as (
      insert into audit_regel (audit_id, op, actor, handeling, brin, deelnemer_id, object_soort, object_sleutel, gegevens)
      values (${uuidv7()}, ${regel.op}, ${regel.actor}, ${regel.handeling}, ${regel.brin}, ${regel.deelnemerId}, ${soort}, ${sleutel}, ${gegevens})),
    bericht as (
      insert into gebeurtenis_nieuw (deelnemer_id, gebeurtenis_id, soort, brin, sleutel, op)
      select ${regel.deelnemerId ?? ALLE_DEELNEMERS}::uuid, ${uuidv7()}::uuid, ${bericht}, ${regel.brin}, ${sleutel}, ${regel.op}::timestamptz where ${bericht}::text is not null)
    insert into outbox (deelnemer_id, outbox_id, soort, gegevens, aangemaakt_op)
    values (${regel.deelnemerId ?? ALLE_DEELNEMERS}, ${uuidv7()}, ${regel.gevolg}, ${gegevens}, ${regel.op})`.execute(trx)
}
