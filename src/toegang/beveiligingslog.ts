/** Voorvallen waar beveiliging op let (P-07, A-15). Vaste woorden en een kenmerk: nooit wie het was, een pseudoniem, een adres of een bericht. */

/** Elke soort is een teller in `/metrics`; zet een nieuwe hier erbij. */
export const VOORVALSOORTEN = [
  'niveau-te-laag', 'antwoord-ongeldig', 'antwoord-hergebruikt', 'inlog-onverwacht', 'inlog-afgebroken', 'makelaar-niet-bereikbaar',
  'handtekening-onjuist', 'organisatie-onbekend', 'intermediair-geweigerd', 'account-geblokkeerd', 'formulier-vreemd', 'bladzijde-zonder-recht',
  'koppelen-geweigerd', 'laatste-beheerder', 'token-geweigerd', 'machine-geweigerd', 'te-vaak',
] as const

export interface Beveiligingsvoorval {
  readonly soort: (typeof VOORVALSOORTEN)[number]
  /** Nauwkeuriger waarom, uit een vaste lijst van wie het meldt. */
  readonly code: string
  /** Het kenmerk dat ook de gebruiker ziet. */
  readonly kenmerk: string
}

export type Beveiligingslog = (voorval: Beveiligingsvoorval) => void
