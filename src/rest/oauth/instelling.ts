import type { IncomingMessage } from 'node:http'
import type { Certificaat, Tokenbenodigdheden, Tokenadressen, Tokensleutels } from '../../toegang/index.ts'

/** Wat de server meegeeft voor het tokeneindpunt. */
export interface Oauthinstelling {
  /** Undefined zolang de database er nog niet is: dan is het antwoord 503. */
  readonly nodig: () => Tokenbenodigdheden | undefined
  readonly sleutels: Tokensleutels
  readonly adressen: Tokenadressen
  /** Het adres van de machinepoort; ontbreekt zonder. */
  readonly machineadres: string | undefined
  readonly certificaatVan: (verzoek: IncomingMessage) => Certificaat | undefined
  readonly adresVan: (verzoek: IncomingMessage) => string
  readonly maakSchoon: (verzoek: IncomingMessage) => void
  /** Verzoeken per minuut per aanroeper (S-18); 0 is geen grens. */
  readonly limietPerMinuut: number
  readonly https: boolean
  readonly nu: () => Date
  /** Meldt een geweigerde machine aan de beveiliging, met een vast woord (P-07). */
  readonly bijWeigering?: ((reden: string, kenmerk: string) => void) | undefined
  readonly meldStoring?: ((kenmerk: string, fout: unknown) => void) | undefined
}

export const PADEN = { token: '/oauth/token', jwks: '/oauth/jwks.json', metadata: '/.well-known/oauth-authorization-server' } as const
