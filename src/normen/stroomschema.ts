/** De vorm van het stroomschema: welke vraag na welke vraag komt, en waar een weg eindigt. Wat een einde betekent beslissen de regels (K-STR-01). */
import type { RegelId, Zekerheid } from '../kern/reden.ts'
import type { Vertaald } from './vertaling.ts'

/** Kolom 1-6 en rij in de tekening. */
export interface Plaats {
  readonly kolom: number
  readonly rij: number
}

/** Waar een stap vandaan komt. */
export interface Herkomst {
  readonly regels: readonly RegelId[]
  readonly zekerheid: Zekerheid
  readonly bronnen: readonly string[]
}

export interface Antwoordwoorden {
  readonly tekst: string
  readonly uitleg: string
}

export interface Schemaantwoord extends Antwoordwoorden, Vertaald<Antwoordwoorden> {
  /** Korte code voor in een adres. */
  readonly code: string
  /** Nummer van een stap of einde; `verder` = het antwoord verandert niets. */
  readonly naar: string
  /** Terug naar een eerdere stap, die dan dit antwoord krijgt. */
  readonly met: string | null
  /** Het woord bij de lijn; null = geen lijn in de tekening. */
  readonly lijn: 'ja' | 'nee' | null
  /** Dit antwoord kan alleen bij deze antwoorden op een eerdere stap. */
  readonly alleenBij: readonly { readonly stap: string; readonly antwoorden: readonly string[] }[]
}

export interface Stapwoorden {
  readonly vraag: string
  readonly uitleg: string
  /** De vraag in een paar woorden. */
  readonly kort: string
  /** De vraag zoals zij in de tekening staat. */
  readonly tekening: string
  /** Voor wie het antwoord niet weet. */
  readonly hulp: string
}

export interface Schemastap extends Stapwoorden, Vertaald<Stapwoorden>, Herkomst {
  readonly id: string
  readonly plaats: Plaats
  /** Kan op elk moment spelen en staat niet op de weg. */
  readonly altijd: boolean
  readonly antwoorden: readonly Schemaantwoord[]
}

export interface Eindwoorden {
  readonly naam: string
  /** Zin onder de naam in de tekening. */
  readonly tekening: string
}

export interface Schemaeinde extends Eindwoorden, Vertaald<Eindwoorden>, Herkomst {
  readonly id: string
  readonly plaatsen: readonly Plaats[]
  readonly route: 'DLR' | 'GLR' | null
  /** Een tussenstation: de weg gaat hier verder. */
  readonly naar: string | null
  /** Vragen die hierna nog kunnen spelen. */
  readonly verder: readonly string[]
}

export interface Stroomschema {
  readonly begin: string
  readonly stappen: ReadonlyMap<string, Schemastap>
  readonly einden: ReadonlyMap<string, Schemaeinde>
}
