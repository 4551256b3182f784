import type { ColumnType } from 'kysely'
import type { Datum, Moment } from '../kern/datum.ts'

/** Tabellen van de deuren: bewaarde antwoorden en sleutels van systemen (migraties 0016 en 0017), half ingevulde formulieren (0055) en gevraagde tellingen (0068). */
export interface Deurschema {
  idempotentie: IdempotentieRow
  koppeling: KoppelingRow
  concept: ConceptRow
  telling: TellingRow
  koppeling_rol: { koppeling_id: string; rol: string; brin: string }
}

interface IdempotentieRow {
  aanroeper: string
  sleutel_hash: Buffer
  inhoud_hash: Buffer
  operatie: string
  status: number
  koppen: unknown
  inhoud: string | null
  aangemaakt_op: Moment
}

interface KoppelingRow {
  koppeling_id: string
  naam: string
  soort: 'school' | 'duo' | 'systeem'
  sleutel_hash: Buffer
  geldig_tot_en_met: Datum
  aangemaakt_op: Moment
  aangemaakt_door: string
  ingetrokken_op: Moment | null
  laatst_gebruikt_op: Moment | null
}

interface ConceptRow {
  concept_id: string
  account: string
  soort: string
  inhoud: Buffer
  sleutel_id: string
  gewijzigd_op: Moment
  verloopt_op: Moment
  verzonden_op: Moment | null
}

interface TellingRow {
  telling_id: string
  brin: string
  teldatum: Datum
  aangevraagd_op: Moment
  aangevraagd_door: string
  deel: ColumnType<number, number | undefined, number>
  gezien_op: Moment
  klaar_op: Moment | null
  uitkomst: ColumnType<unknown, string | null | undefined, string | null>
}
