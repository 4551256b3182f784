import type { Beveiligingslog, Beveiligingsvoorval } from '../beveiligingslog.ts'
import type { Inlogweigering } from '../eherkenning/identiteit.ts'

/**
 * Waarom een inlog geen sessie gaf. De gebruiker ziet alleen de soort en een kenmerk. Wat er over een account of
 * organisatie bekend is blijkt pas nadat het bericht zelf klopt, en dus alleen aan wie het middel heeft.
 */
export type Inlogafwijzing =
  | Inlogweigering
  /** Geen begonnen inlog van deze browser: uit zichzelf gestuurd, al gebruikt, of het koekje ontbreekt. */
  | { readonly soort: 'ONVERWACHT'; readonly code: string }
  /** */
  | { readonly soort: 'HERGEBRUIKT'; readonly code: string }
  | { readonly soort: 'ORGANISATIE_ONBEKEND'; readonly code: string }
  /** */
  | { readonly soort: 'INTERMEDIAIR'; readonly code: string }
  | { readonly soort: 'ACCOUNT_DICHT'; readonly code: string }

const VOORVAL: Readonly<Record<Inlogafwijzing['soort'], Beveiligingsvoorval['soort']>> = {
  NIVEAU_TE_LAAG: 'niveau-te-laag', GEANNULEERD: 'inlog-afgebroken', VERLOPEN: 'inlog-afgebroken', ONGELDIG: 'antwoord-ongeldig', MAKELAAR_NIET_BEREIKBAAR: 'makelaar-niet-bereikbaar',
  ONVERWACHT: 'inlog-onverwacht', HERGEBRUIKT: 'antwoord-hergebruikt', ORGANISATIE_ONBEKEND: 'organisatie-onbekend', INTERMEDIAIR: 'intermediair-geweigerd', ACCOUNT_DICHT: 'account-geblokkeerd',
}

/** P-07: een valse handtekening telt apart, want daar hoort een alarm bij. */
export function meldAfwijzing(log: Beveiligingslog, { soort, code }: Inlogafwijzing, kenmerk: string): void {
  log({ soort: soort === 'ONGELDIG' && code.includes('HANDTEKENING') ? 'handtekening-onjuist' : VOORVAL[soort], code, kenmerk })
}
