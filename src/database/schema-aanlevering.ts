import type { Generated } from 'kysely'
import type { Moment } from '../kern/datum.ts'

/** De tabellen van migratie 0018. */
export interface AanleveringSchema {
  aanlevering: AanleveringRow
  aanlevering_deel: AanleveringDeelRow
  terugkoppeling: TerugkoppelingRow
}

interface AanleveringRow {
  aanlevering_id: string
  afzender: string
  afzender_soort: 'school' | 'systeem'
  rollen: unknown
  brins: string[]
  soort: 'NDJSON' | 'RO' | 'GRONDSLAG'
  bestandsnaam: string | null
  bytes: number
  records: number | null
  ontvangen_op: Moment
  volgorde: Generated<number>
  staat: 'wachtend' | 'bezig' | 'klaar' | 'mislukt'
  begonnen_op: Moment | null
  klaar_op: Moment | null
  tellingen: unknown
  uitleg: unknown
}

interface AanleveringDeelRow {
  aanlevering_id: string
  vanaf_regel: number
  tot_en_met_regel: number
  vorm: 'regels' | 'studenten' | 'bytes'
  records: number
  staat: 'wachtend' | 'opgeslagen' | 'klaar'
  inhoud: Buffer | null
  sleutel_id: string | null
  pogingen: number
  breed: boolean
  tellingen: unknown
}

interface TerugkoppelingRow {
  aanlevering_id: string
  regelnummer: number
  soort: string | null
  uitkomst: 'nieuw' | 'gewijzigd' | 'ongewijzigd' | 'ouder' | 'afgekeurd' | 'geen-recht'
  deelnemer_id: string | null
  fouten: unknown
}
