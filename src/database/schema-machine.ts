import type { Datum, Moment } from '../kern/datum.ts'

/** Systemen van leveranciers en hun mandaten (migratie 0035). */
export interface Machineschema {
  machine_client: MachineClientRow
  machine_certificaat: { client_id: string; vingerafdruk: Buffer; toegevoegd_op: Moment; ingetrokken_op: Moment | null }
  mandaat: MandaatRow
}

interface MachineClientRow {
  client_id: string
  naam: string
  oin: string
  methode: 'private_key_jwt' | 'tls_client_auth'
  jwks: unknown
  jwks_uri: string | null
  aangemaakt_op: Moment
  aangemaakt_door: string
  ingetrokken_op: Moment | null
  ingetrokken_door: string | null
}

interface MandaatRow {
  mandaat_id: string
  leverancier_oin: string
  organisatie_id: string
  scopes: string[]
  geldig_van: Datum
  geldig_tot_en_met: Datum | null
  gegeven_op: Moment
  gegeven_door: string
  ingetrokken_op: Moment | null
  ingetrokken_door: string | null
  laatst_token_op: Moment | null
}
