/**
 * Wie er met eHerkenning inlogde, zoals beide protocollen het aanleveren, en wat een aansluiting (OIDC of SAML) moet kunnen.
 * Bron: toegang.md 1.3, 1.5 en 1.6.
 */
import type { Moment } from '../../kern/datum.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import type { Betrouwbaarheidsniveau } from './niveau.ts'

/** De organisatie waarvoor iemand handelt: KvK-nummer (8 cijfers) of RSIN (9 cijfers met elfproef). */
export interface Rechtspersoon {
  readonly soort: 'KVK' | 'RSIN'
  readonly waarde: string
}

/** Alleen gemaakt na alle controles van A-01 tot en met A-11. Niets hierin komt van een standaardwaarde. */
export interface EhIdentiteit {
  /** ActingSubjectID: pseudoniem van de persoon bij deze organisatie. Persoonsgegeven (P-02): nooit in een log, adres of foutmelding. */
  readonly acting: string
  readonly legal: Rechtspersoon
  /** Vestigingsnummer van 12 cijfers: de machtiging geldt alleen daar. Null: geen beperking. */
  readonly vestigingsnummer: string | null
  /** KvK-nummer van een intermediair: ketenmachtiging. Null: de eigen organisatie. */
  readonly intermediair: string | null
  readonly serviceUuid: string
  /** Altijd EH3 of EH4: een lager niveau is een weigering. */
  readonly niveau: Betrouwbaarheidsniveau
  /** Wanneer de persoon zijn middel gebruikte. */
  readonly authnOp: Moment
  /** EntityID of issuer van de makelaar. */
  readonly makelaar: string
  /** Wat er van het bericht bewaard mag worden (P-03); nooit het bericht zelf. */
  readonly bewijs: {
    readonly protocol: 'OIDC' | 'SAML'
    /** Assertion-ID of jti; samen met de makelaar eenmalig. */
    readonly id: string
    /** SHA-256 van het gecontroleerde bericht. */
    readonly hash: Buffer
    /** Tot wanneer het bericht geldig is; zo lang moet een tweede gebruik herkend worden. */
    readonly geldigTot: Moment
  }
}

/** Waarom een inlog niet lukte. De gebruiker ziet alleen de soort en een kenmerk; `code` gaat naar het beveiligingslog. */
export type Inlogweigering =
  | { readonly soort: 'NIVEAU_TE_LAAG'; readonly behaald: Betrouwbaarheidsniveau | null; readonly code: string }
  | { readonly soort: 'GEANNULEERD'; readonly code: string }
  | { readonly soort: 'VERLOPEN'; readonly code: string }
  | { readonly soort: 'ONGELDIG'; readonly code: string }
  | { readonly soort: 'MAKELAAR_NIET_BEREIKBAAR'; readonly code: string }

/** Wat de browser van de gebruiker moet doen om bij de makelaar te komen. */
export type Browserstap =
  | { readonly soort: 'ga-naar'; readonly adres: string }
  /** Een formulier met verborgen velden; zonder JavaScript met een knop. */
  | { readonly soort: 'formulier'; readonly adres: string; readonly velden: Readonly<Record<string, string>> }

export interface BegonnenInlog {
  readonly stap: Browserstap
  /** Komt in het antwoord terug: `state` bij OIDC, RelayState bij SAML. Ten minste 256 bits toeval. */
  readonly kenmerk: string
  /** Wat het antwoord moet noemen of nodig heeft (nonce, verifier, request-ID); blijft op de server. */
  readonly geheim: Readonly<Record<string, string>>
}

/** Het antwoord zoals de browser het bracht. */
export interface Inlogantwoord {
  readonly methode: 'GET' | 'POST'
  /** Het hele adres waarop het antwoord binnenkwam, gemaakt uit het eigen basisadres en nooit uit de Host-kop. */
  readonly adres: URL
  /** Velden van het formulier bij POST; leeg bij GET. Een dubbel veld is al geweigerd. */
  readonly velden: Readonly<Record<string, string>>
}

/** Een aansluiting op een makelaar. Zij controleert het bericht; eenmalig gebruik en de sessie zijn van `inloggen/`. */
export interface Inlogaansluiting {
  readonly protocol: 'OIDC' | 'SAML'
  begin(nu: Date): Promise<Uitkomst<BegonnenInlog, Inlogweigering>>
  /** Het kenmerk uit het antwoord, nog niet gecontroleerd: alleen om het begonnen verzoek te vinden. */
  leesKenmerk(antwoord: Inlogantwoord): string | undefined
  /** Alle controles op het bericht zelf (A-03 tot en met A-11). `geheim` is wat `begin` gaf, al onttrokken aan hergebruik. */
  controleer(antwoord: Inlogantwoord, geheim: Readonly<Record<string, string>>, nu: Date): Promise<Uitkomst<EhIdentiteit, Inlogweigering>>
}
