import type { Moment } from '../kern/datum.ts'

/** De tabel van migratie 0060. */
export interface Signaalschema {
  signaaltoewijzing: SignaaltoewijzingRow
}

interface SignaaltoewijzingRow {
  deelnemer_id: string
  toewijzing_id: string
  signaal_id: string
  brin: string
  /** Null = weer van niemand. */
  aan: string | null
  actor: string
  op: Moment
}
