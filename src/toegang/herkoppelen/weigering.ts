import type { NietHerkoppelbaar } from './rules/herkoppelbaar.ts'

/** Waarom een stap van het wisselen van inlog niet gebeurde. Elke deur vertaalt `soort`. */
export type Herkoppelweigering =
  | NietHerkoppelbaar
  /** T-01, T-02: het begint met eHerkenning op EH3 of hoger. */
  | { readonly soort: 'eherkenning-nodig' }
  | { readonly soort: 'verse-inlog-nodig' }
  | { readonly soort: 'geen-wissel-begonnen' }
  | { readonly soort: 'wissel-verlopen' }
