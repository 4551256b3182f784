import type { Datum, Moment } from '../kern/datum.ts'

/** Tabellen van de deuren: bewaarde antwoorden en sleutels van systemen (migraties 0016 en 0017), en half ingevulde formulieren (0055). */
export interface Deurschema {
  idempotentie: IdempotentieRow
  koppeling: KoppelingRow
  concept: ConceptRow
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
