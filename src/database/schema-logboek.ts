import type { Generated } from 'kysely'
import type { Datum, Moment } from '../kern/datum.ts'
import type { Leerroute } from '../kern/leerroute.ts'

/** Wat volgt op een handeling: de audit in haar keten, het logboek van verwerkingen, de outbox en het overzicht (migratie 0010, 0011 en 0037). */
export interface Logboekschema {
  audit_regel: AuditRegelRow
  outbox: OutboxRow
  leerlingoverzicht: LeerlingoverzichtRow
  audit_kop: { stroom: number; laatste: number; hash: Buffer }
  audit_begin: { enige: Generated<boolean>; aantal: number; vingerafdruk: Buffer; op: Moment }
  verwerking_regel: VerwerkingRegelRow
  logboekpositie: { ontvanger: string; tot_regel: number; gewijzigd_op: Moment }
}

interface VerwerkingRegelRow {
  regel_id: Generated<number>
  trace_id: string
  operation_id: Buffer
  ouder_id: Buffer | null
  status: 'OK' | 'ERROR'
  naam: string
  begin_op: Moment
  eind_op: Moment
  activiteit: string
  betrokkene: Buffer | null
  betrokkene_sleutel: string | null
}

interface AuditRegelRow {
  audit_id: string
  op: Moment
  actor: string
  handeling: string
  brin: string | null
  deelnemer_id: string | null
  object_soort: string
  object_sleutel: string
  gegevens: unknown
  /** Vanaf hier leeg bij regels van voor de keten (migratie 0037). */
  trace_id: string | null
  operation_id: Buffer | null
  stroom: number | null
  volgnummer: number | null
  hash: Buffer | null
}

interface OutboxRow {
  deelnemer_id: string
  outbox_id: string
  soort: string
  gegevens: unknown
  aangemaakt_op: Moment
  verwerkt_op: Moment | null
}

interface LeerlingoverzichtRow {
  deelnemer_id: string
  leerroute: Leerroute | null
  fase: 'VO' | 'MBO' | 'onbepaald' | null
  peildatum: Datum
  normen_versie: string
  berekend_op: Moment
}
