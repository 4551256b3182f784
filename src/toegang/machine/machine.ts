import type { Moment } from '../../kern/datum.ts'

/** S-26: hoe een client zich aanmeldt; een per client, nooit beide. */
export type Machinemethode = 'private_key_jwt' | 'tls_client_auth'

export interface NieuweMachine {
  readonly naam: string
  /** OIN van de leverancier. */
  readonly oin: string
  readonly methode: Machinemethode
  /** JWK Set; alleen bij private_key_jwt, en dan deze of `jwksUri`. */
  readonly jwks?: unknown
  readonly jwksUri?: string
  /** SHA-256 van elk certificaat, in 64 hexadecimale tekens. Verplicht bij tls_client_auth; bij private_key_jwt maken zij het token aan het certificaat vast. */
  readonly vingerafdrukken: readonly string[]
}

export interface Machineclient extends NieuweMachine {
  readonly clientId: string
  readonly aangemaaktOp: Moment
  readonly ingetrokkenOp: Moment | null
}
