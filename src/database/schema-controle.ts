import type { Generated } from 'kysely'
import type { Moment } from '../kern/datum.ts'

/** De tabellen van migratie 0063. */
export interface Controleschema {
  controle: ControleRow
  controle_deel: { controle_id: string; nummer: number; inhoud: Buffer; sleutel_id: string }
  controle_bevinding: { controle_id: string; groep: number; blad: number; inhoud: Buffer; sleutel_id: string }
}

interface ControleRow {
  controle_id: string
  account: string
  rollen: unknown
  doel: 'controleren' | 'vergelijken'
  bestandsnaam: string | null
  soort: 'NDJSON' | 'RO' | 'GRONDSLAG' | 'OBO' | 'TBGI' | null
  bytes: number
  staat: 'ontvangst' | 'wachtend' | 'bezig' | 'klaar' | 'mislukt' | 'gestopt'
  stap: Generated<'vorm' | 'register'>
  voortgang: Generated<number>
  pogingen: Generated<number>
  aangeboden_op: Moment
  begonnen_op: Moment | null
  hartslag_op: Moment | null
  klaar_op: Moment | null
  verloopt_op: Moment
  verslag: Buffer | null
  sleutel_id: string | null
  aanlevering_id: string | null
}
