import type { Datum } from '../kern/datum.ts'
import type { Fase, Leerroute, Leerroutefase, Partij, Sector } from '../kern/leerroute.ts'
import type { RegelId } from '../kern/reden.ts'
import type { Signaal } from './besluit.ts'

/** Wie iets moet doen. */
export type Kantnaam = 'VO' | 'MBO' | 'samen'

/** Een punt van de controle van beide scholen bij de overgang van fase VO naar fase MBO. */
export interface Wisselpunt {
  readonly wat: 'oordeel' | 'voFase' | 'mboInschrijving' | 'mboFase' | 'diploma' | 'voUitschrijving'
  /** `later`: mag ook na de overgang, en dan zegt een signaal het. */
  readonly stand: 'klaar' | 'nodig' | 'later'
  readonly wie: Kantnaam
  readonly regels: readonly RegelId[]
  /** De dag van het bewijs, als er een is. */
  readonly dag: Datum | null
}

/** Wat een school aan haar eigen inschrijving verandert. */
export interface Wisselstap {
  /** `wissel`: een nieuwe periode in fase MBO vanaf `dag`. `uitschrijven`: `dag` is de laatste dag. */
  readonly soort: 'wissel' | 'uitschrijven'
  readonly brin: string
  readonly inschrijvingvolgnummer: string
  readonly sector: 'VO' | 'MBO'
  readonly dag: Datum
}

/** De overgang van een student, voor wie er namens `eigen` naar kijkt. */
export interface Fasewissel {
  readonly overgang: Datum
  /** Eerste dag van fase MBO volgens de kalender (K-FASE-02); null als er geen route begon. */
  readonly verwachtOp: Datum | null
  /** `kan`: de eigen school verandert iets. `klaar`: de eigen kant is al zo. `inschrijven`: de eigen mbo-inschrijving ontbreekt nog. `route`: de eigen inschrijving loopt, maar zonder route. `geen`: geen route op die dag. */
  readonly stand: 'kan' | 'klaar' | 'inschrijven' | 'route' | 'geen'
  readonly punten: readonly Wisselpunt[]
  readonly stappen: readonly Wisselstap[]
  /** Het besluit op de dag van de overgang, als de eigen school dit doet. */
  readonly na: { readonly fase: Fase; readonly verzuim: Partij; readonly bekostiging: Partij }
  /** Wat er dan nog aan signalen is; een deel daarvan lost de partner op. */
  readonly signalen: readonly Signaal[]
}

/** Een student in de lijst om uit te kiezen. */
export interface Wisselkandidaat {
  readonly deelnemerId: string
  readonly naam: string | null
  readonly route: Leerroute | null
  readonly verwachtOp: Datum
  readonly kanten: readonly Wisselkant[]
}

/** Een inschrijving zoals zij op de dag van de overgang staat. */
export interface Wisselkant {
  readonly brin: string
  readonly school: string
  readonly sector: Sector
  readonly eigen: boolean
  readonly route: Leerroute | null
  readonly fase: Leerroutefase | null
  readonly leerjaar: number | null
  readonly opleiding: string | null
}

export interface Wisselvraag {
  readonly overgang: Datum
  readonly school?: string | undefined
  readonly leerjaar?: number | undefined
  readonly opleiding?: string | undefined
  readonly partner?: string | undefined
  readonly deelnemerId?: string | undefined
}

/** Een student met zijn naam, voor het scherm. */
export interface Wisselbeeld extends Fasewissel {
  readonly deelnemerId: string
  readonly naam: string | null
  /** Verandert als de stappen veranderen; wie bevestigt, bevestigt deze. */
  readonly versie: string
  readonly partners: readonly string[]
}

export interface Wisseluitslag {
  readonly deelnemerId: string
  readonly naam: string | null
  /** `geweigerd`: met `reden`. `veranderd`: de stappen zijn niet meer die van het scherm. */
  readonly uitslag: 'gedaan' | 'was-al-zo' | 'inschrijven' | 'route' | 'veranderd' | 'geweigerd' | 'niet-gevonden'
  readonly reden: string | null
  readonly stappen: readonly Wisselstap[]
  /** Wat de partner nog moet doen. */
  readonly partnerMoet: readonly Wisselpunt['wat'][]
}
