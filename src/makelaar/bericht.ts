/** Wat de server en de proefmakelaar elkaar zeggen, over het kanaal van het proces. Er staat geen privésleutel in: elk maakt zijn eigen. */

export interface MakelaarStart {
  readonly soort: 'start'
  readonly modus: 'ontwikkeling' | 'productie'
  /** 0: het besturingssysteem kiest. */
  readonly poort: number
  readonly clientId: string
  /** Het enige adres waar een antwoord heen mag. */
  readonly redirectAdres: string
  readonly serviceUuid: string
  /** Openbare sleutel van de server, als JWK. */
  readonly clientSleutel: Readonly<Record<string, unknown>>
  readonly medewerkersBestand: string
}

export type MakelaarGestart =
  | { readonly soort: 'gestart'; readonly issuer: string }
  | { readonly soort: 'mislukt'; readonly waarom: string }
