import type { Datum } from '../kern/datum.ts'
import type { Reden, RegelId } from '../kern/reden.ts'
import type { Signaalcode } from '../kern/signaalcode.ts'
import type { GedateerdeWaarde } from '../normen/index.ts'

/** Een waarde die iemand wil proberen: `waarde` geldt vanaf die dag, en niets uit regels/ daarna nog. */
export interface Wijziging {
  /** Naam van de parameter, zoals `verzuim/drempel-uren`. */
  readonly naam: string
  readonly waarde: GedateerdeWaarde['waarde']
  readonly vanaf: Datum
}

export const UITKOMSTEN = ['fase', 'bekostiging', 'verzuim', 'meldplicht', 'vsv', 'absoluutVerzuim', 'mboVerklaring', 'rioVo', 'rioMbo', 'rodVo', 'rodMbo'] as const
export type Uitkomstsoort = (typeof UITKOMSTEN)[number]

/** Een uitkomst die verandert, of een signaal dat erbij komt (`oud` null) of wegvalt (`nieuw` null). */
export type Verschil =
  | { readonly soort: Uitkomstsoort; readonly oud: string | null; readonly nieuw: string | null }
  | { readonly soort: 'signaal'; readonly code: Signaalcode; readonly erbij: boolean }

/** De redenen die alleen in het oude of alleen in het nieuwe besluit staan. */
export interface Redenen {
  readonly oud: readonly Zin[]
  readonly nieuw: readonly Zin[]
}

export interface Zin extends Pick<Reden, 'uitleg'> {
  readonly regels: readonly RegelId[]
}

interface Veranderd {
  readonly peildatum: Datum
  readonly verschillen: readonly Verschil[]
  readonly redenen: Redenen
}

export interface VeranderdGeval extends Veranderd {
  readonly bestand: string
  /** Plaats in het bestand, vanaf 1. */
  readonly plaats: number
  readonly titel: string
  readonly en: { readonly titel: string }
}

/** Een verzonnen student die verandert, zonder iets dat op een naam of nummer lijkt. */
export interface Voorbeeld extends Veranderd {
  readonly student: number
  readonly leeftijd: number
  readonly inschrijvingen: readonly { readonly sector: 'VO' | 'MBO'; readonly leerroute: string | null; readonly fase: string | null }[]
}

export interface Groep {
  readonly verschil: Verschil
  readonly studenten: number
}

export interface Gevolgen {
  readonly gevallen: { readonly totaal: number; readonly veranderd: readonly VeranderdGeval[] }
  readonly studenten: {
    readonly totaal: number
    readonly veranderd: number
    readonly peildatum: Datum
    /** De grootste groep eerst; een student kan in meer groepen zitten. */
    readonly groepen: readonly Groep[]
    readonly voorbeelden: readonly Voorbeeld[]
  }
}
