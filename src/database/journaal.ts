import type { Moment } from '../kern/datum.ts'
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

/** Schrijft wie wat deed en welk werk daarop volgt, in de transactie van de wijziging zelf (P-06). */
export async function schrijfJournaal(trx: Transactie, regel: Journaalregel): Promise<void> {
  await trx.insertInto('audit_regel').values({
    audit_id: uuidv7(), op: regel.op, actor: regel.actor, handeling: regel.handeling, brin: regel.brin,
    deelnemer_id: regel.deelnemerId, object_soort: regel.object[0], object_sleutel: regel.object[1],
    gegevens: JSON.stringify(regel.gegevens ?? {}),
  }).execute()
  await trx.insertInto('outbox').values({
    deelnemer_id: regel.deelnemerId ?? ALLE_DEELNEMERS, outbox_id: uuidv7(), soort: regel.gevolg,
    gegevens: JSON.stringify(regel.gegevens ?? {}), aangemaakt_op: regel.op, verwerkt_op: null,
  }).execute()
}
