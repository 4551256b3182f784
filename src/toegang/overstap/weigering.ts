import type { Datum } from '../../kern/datum.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { OvergangNietToegestaan } from './rules/toestanden.ts'

/** Waarom een stap van de overstap niet gebeurde. Elke deur vertaalt `soort`; `overgang-niet-toegestaan` is overal een 409 (T-32). */
export type Overstapweigering =
  | Exclude<Weigering, { readonly soort: 'ouder-dan-bekend' }>
  | OvergangNietToegestaan
  /** T-01, T-02: koppelen begint met eHerkenning op EH3 of hoger. */
  | { readonly soort: 'eherkenning-nodig' }
  | { readonly soort: 'verse-inlog-nodig' }
  /** T-26, K-EH-11. */
  | { readonly soort: 'ketenmachtiging' }
  /** T-19. */
  | { readonly soort: 'overstap-niet-open'; readonly openVan: Datum | null }
  | { readonly soort: 'geen-koppeling-begonnen' }
  | { readonly soort: 'koppeling-verlopen' }
  /** Na te veel fouten in één keer: opnieuw beginnen. */
  | { readonly soort: 'koppeling-gestopt' }
  /** T-13: onbekend account, verkeerd bewijs, al gekoppeld door een ander en niet te gebruiken geven allemaal dit antwoord. */
  | { readonly soort: 'bewijs-onjuist' }
  | { readonly soort: 'wacht'; readonly seconden: number }
  | { readonly soort: 'te-vaak'; readonly grens: 'account' | 'middel' | 'organisatie' }
  /** T-04, T-25; alleen na een geslaagd bewijs. */
  | { readonly soort: 'organisatie-komt-niet-overeen' }
  | { readonly soort: 'account-geblokkeerd' }
  | { readonly soort: 'coulance-voorbij' }
  /** T-19: het token werkt niet meer; alleen na een geslaagd bewijs. */
  | { readonly soort: 'token-gesloten'; readonly tokenTotEnMet: Datum | null; readonly coulanceTotEnMet: Datum | null }
  /** T-24. */
  | { readonly soort: 'te-lang-niet-gebruikt'; readonly maanden: number }
  /** T-10: een ander was eerder. */
  | { readonly soort: 'niet-meer-beschikbaar' }
  | { readonly soort: 'uitnodiging-onjuist' }
  | { readonly soort: 'uitnodiging-vraagt-bewijs' }
  /** T-16, Z-04. */
  | { readonly soort: 'niet-voor-uzelf' }
  /** T-17, K-EH-12. */
  | { readonly soort: 'laatste-beheerder' }
