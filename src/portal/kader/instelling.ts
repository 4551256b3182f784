import type { IncomingMessage } from 'node:http'
import type { Sessie } from '../../toegang/index.ts'
import type { Stijl } from '../stijl/bestanden.ts'
import type { Portaaldeur } from './route.ts'

/** De sessies, zoals het portaal ze nodig heeft; de server vult dit met de database. */
export interface Sessiebron {
  /** Undefined: er is geen sessie (meer) met deze hash. */
  zoek(sessieHash: Buffer, nu: Date): Promise<Sessie | undefined>
  meldAf(sessieHash: Buffer, nu: Date): Promise<void>
}

export interface Kaderinstelling {
  readonly stijl: Stijl
  /** Sleutel voor het bewijs in formulieren; ten minste 32 bytes. */
  readonly sleutel: Uint8Array
  /** Waar als de buitenkant https is. */
  readonly https: boolean
  /** Het adres waaronder gebruikers de server kennen. */
  readonly basisUrl: string
  /** Alle gegevens zijn verzonnen; dat staat dan boven elke bladzijde. */
  readonly proefomgeving: boolean
  readonly nu: () => Date
  /** S-18: verzoeken per minuut per account; zonder, of 0, is er geen grens. */
  readonly limietPerMinuut?: number | undefined
  /** Grootste bestand in een formulier, in bytes; zonder geldt de grens van een levering zonder instelling. */
  readonly maxBestand?: number | undefined
  /** Het adres van de beller, ook achter de eigen proxy (M-06); zonder dat van de verbinding. */
  readonly adresVan?: ((verzoek: IncomingMessage) => string) | undefined
  readonly sessies: Sessiebron
  /** Wacht zolang de server opstart. */
  readonly deur: () => Promise<Portaaldeur>
}
