import type { Foutbeschrijving } from './veilig.ts'

export type Logvorm = 'json' | 'tekst' | 'uit'
export type Logniveau = 'fout' | 'waarschuwing' | 'info' | 'fijn'

export interface Logkeuze {
  readonly vorm: Logvorm
  readonly niveau: Logniveau
  /** Pad van een bestand; anders stderr. */
  readonly bestand: string | undefined
}

export interface Verzoekregel {
  /** Staat ook in het antwoord bij een storing. */
  readonly kenmerk: string
  readonly trace: string
  readonly methode: string
  /** Het patroon van de route (`/v1/deelnemers/:deelnemerId`), nooit het adres zelf. */
  readonly route: string
  readonly status: number
  readonly ms: number
  /** Interne sleutel van het account of de koppeling. */
  readonly aanroeper: string | null
}

export type Logregel =
  | ({ readonly soort: 'verzoek' } & Verzoekregel)
  | { readonly soort: 'werk'; readonly naam: string; readonly ms: number; readonly aantal: number }
  | { readonly soort: 'storing'; readonly kenmerk: string; readonly trace: string | null; readonly fout: Foutbeschrijving }
  | { readonly soort: 'melding'; readonly bericht: string }
  /** P-07: vaste woorden; nooit wie het was. */
  | { readonly soort: 'beveiliging'; readonly voorval: string; readonly code: string; readonly kenmerk: string }
