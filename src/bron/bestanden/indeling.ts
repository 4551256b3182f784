import type { Lijstnaam } from './bestandsregels.ts'

/** De soort van een waarde; de regels erbij staan in `waarde.ts`. */
export type Veldsoort =
  | { readonly soort: 'datum' }
  /** Datum waarin dag of maand onbekend mag zijn, geschreven als 00 (PvE 13.5.2). */
  | { readonly soort: 'datum-deels' }
  | { readonly soort: 'nummer'; readonly stelsel: 'BSN' | 'ONR' | 'PGN' }
  | { readonly soort: 'patroon'; readonly patroon: RegExp; readonly nullenTot?: number }
  /** `anders`: schrijfwijzen die wij ook lezen. `schrijf`: hoe DUO de waarde in dit bestand schrijft, als dat anders is. */
  | { readonly soort: 'lijst'; readonly waarden: readonly string[]; readonly anders?: Readonly<Record<string, string>>; readonly schrijf?: Readonly<Record<string, string>> }
  /** Een code uit een waardelijst in regels/; welke codes gelden, hangt van de dag af. */
  | { readonly soort: 'codes'; readonly lijst: Lijstnaam }
  | { readonly soort: 'getal'; readonly min: number; readonly max: number; readonly decimalen?: number }
  /** Veld dat DUO altijd leeg laat. */
  | { readonly soort: 'leeg' }
  /** Veld dat wij niet gebruiken en niet controleren. */
  | { readonly soort: 'vrij' }

/** Eén veld van een record: wat erin hoort en hoe een fout te verbeteren is. */
export interface Veld {
  readonly sleutel: string
  /** Naam zoals de gebruiker die in het PvE en in het pakket ziet. */
  readonly naam: string
  readonly soort: Veldsoort
  readonly verplicht: boolean
  /** Wat er hoort te staan, in gewone woorden; bij `codes` leeg, dan zegt `verwachtVan` het. */
  readonly verwacht: string
  readonly remedie: string
}

export interface Recordindeling {
  readonly recordsoort: string
  /** Velden na de recordsoort; het eerste heeft dus veldnummer 2. */
  readonly velden: readonly Veld[]
  /** Plaats van elk veld in een gelezen record. */
  readonly plaats: Readonly<Record<string, number>>
  readonly bron: string
}

export type Bestandssoort = 'RO' | 'GRONDSLAG' | 'OBO' | 'TBGI'
/** De soorten met één record per regel. */
export type Regelbestandssoort = Exclude<Bestandssoort, 'TBGI'>

export interface Bestandsindeling {
  readonly soort: Regelbestandssoort
  readonly naam: string
  readonly scheiding: string
  readonly datumvorm: 'ccyy-mm-dd' | 'ccyymmdd'
  readonly records: ReadonlyMap<string, Recordindeling>
  /** Recordsoorten in de volgorde waarin de sluitregel ze telt. */
  readonly slotregel: 'SLR' | 'CTR'
}

export function record(recordsoort: string, bron: string, velden: readonly Veld[]): [string, Recordindeling] {
  const plaats = Object.fromEntries(velden.map((v, i) => [v.sleutel, i]))
  return [recordsoort, { recordsoort, bron, velden, plaats }]
}

/** Bouwt een verplicht veld; `mag(...)` maakt er een van dat leeg mag zijn. */
export function veld(sleutel: string, naam: string, soort: Veldsoort, verwacht: string, remedie = STANDAARD): Veld {
  return { sleutel, naam, soort, verplicht: true, verwacht, remedie: remedie.replace('%', naam) }
}

export function mag(v: Veld): Veld {
  return { ...v, verplicht: false }
}

const STANDAARD = 'Verbeter in uw pakket het veld ‘%’. Maak daarna het bestand opnieuw.'
