import type { Generated } from 'kysely'
import type { Moment } from '../kern/datum.ts'

/** De keten van de audit en het logboek van verwerkingen (migratie 0037). */
export interface Logboekschema {
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

/** Kolommen die migratie 0037 aan `audit_regel` toevoegde; leeg bij regels van voor de keten. */
export interface AuditKetenKolommen {
  trace_id: string | null
  operation_id: Buffer | null
  stroom: number | null
  volgnummer: number | null
  hash: Buffer | null
}
