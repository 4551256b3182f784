import type { Oauthinstelling } from '../oauth/instelling.ts'
import type { Herkenning, Sleutelgegevens } from './aanroeper.ts'
import type { Deur, Route } from './route.ts'

/** De versie van het koppelvlak (S-03). Een nieuwe operatie of een nieuw veld verhoogt het middelste getal; zie wijzigingen.ts. */
export const API_VERSIE = '1.0.0'

/** Wat de server meegeeft aan de REST-deur. */
export interface RestInstelling {
  readonly routes: readonly Route[]
  /** Undefined zolang de database er nog niet is: dan is het antwoord 503. */
  readonly deur: () => Deur | undefined
  /** Wie er met deze sleutel belt; zie `herkenAanroeper`. */
  readonly herken: (gegevens: Sleutelgegevens) => Promise<Herkenning>
  /** Zonder schuine streep aan het eind, bijvoorbeeld `https://leerroute.example.nl`. */
  readonly basisUrl: string
  readonly https: boolean
  /** S-18: verzoeken per minuut per aanroeper; 0 is geen grens. */
  readonly limietPerMinuut: number
  /** Grootste bestand in bytes. */
  readonly maxBestand: number
  readonly nu: () => Date
  /** De bladzijden voor mensen, getekend door het portaal; zonder zijn er geen. */
  readonly weergave?: Weergave
  /** De autorisatieserver voor systemen van leveranciers; zonder is er geen `/oauth`. */
  readonly oauth?: Oauthinstelling
  /** Meldt een onverwachte fout met zijn kenmerk; nooit met inhoud van het verzoek. */
  readonly meldStoring?: ((kenmerk: string, fout: unknown) => void) | undefined
}

/** Het portaal tekent, de REST-deur levert de gegevens. */
export interface Weergave {
  /** @param document het OpenAPI-document. */
  documentatie(document: Readonly<Record<string, unknown>>, wijzigingen: readonly { readonly versie: string; readonly datum: string; readonly tekst: string }[]): string
  problemen(alle: readonly Probleemuitleg[]): string
  probleem(uitleg: Probleemuitleg): string
}

export interface Probleemuitleg {
  readonly code: string
  readonly status: number
  readonly titel: string
  readonly uitleg: string
  readonly watTeDoen: string
}

export const MAX_LICHAAM = 1024 * 1024
