/**
 * Een bladzijde of formulier van het portaal als gegeven, zoals een REST-operatie (ADR 0016). Een route zonder `toegang` bestaat niet
 * (Z-01); het kader zoekt de sessie, controleert herkomst en formulierbewijs (S-04) en vraagt zo nodig om een verse inlog (S-03).
 */
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { Database } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Normen } from '../../normen/index.ts'
import type { Aanmelding, Actiecontext, Actor, Beveiligingslog, Kluis, Organisatierecht, Recht } from '../../toegang/index.ts'
import type { Ontvangenbestand } from './bestandinvoer.ts'
import type { Omgeving } from './bladzijde.tsx'
import type { Foutsoort } from './foutbladzijde.tsx'
import type { Taal } from './taal.ts'

export interface Portaalroute {
  readonly methode: 'GET' | 'POST'
  /** Fastify-pad, bijvoorbeeld `/beheer/gebruikers/:accountId`. */
  readonly pad: string
  /** `openbaar`: zonder inlog. `aangemeld`: elke sessie. Anders het recht dat de actie zelf ook vraagt. Een ander krijgt "niet gevonden" (Z-02). */
  readonly toegang: 'openbaar' | 'aangemeld' | Recht | Organisatierecht
  /** S-03: de persoon gebruikte zijn middel hooguit tien minuten geleden; anders eerst opnieuw inloggen, en daarna terug naar deze bladzijde. */
  readonly vers?: true
  /** Alleen voor het antwoord van de makelaar: een formulier van een andere site. Het kenmerk en het koekje van de inlog zijn dan het bewijs. */
  readonly vanBuiten?: true
  /** Grootste formulier, in bytes; zonder geldt de grens van de server. */
  readonly maxBytes?: number
  /** Het formulier mag een bestand meesturen (`bezoek.bestand`), tot de grens van een levering. */
  readonly bestand?: true
  /** S-18: zo vaak per minuut vanaf een netwerk, voor wie nog niet is ingelogd en ons toch laat rekenen of bellen. */
  readonly perNetwerk?: number
  /** Tekst van het hoofdmenu; wie er niet bij mag, ziet hem niet. De volgorde is die van de routes. */
  readonly menu?: Readonly<Record<Taal, string>>
  /** Tekst van het menu voor wie niet is ingelogd; alleen bij een openbare bladzijde. */
  readonly publiekmenu?: Readonly<Record<Taal, string>>
  readonly verwerk: (bezoek: Bezoek, request: FastifyRequest) => Promise<Portaalantwoord>
}

/** Wie er ingelogd is. */
export interface Bezoeker {
  readonly actor: Actor
  readonly aanmelding: Aanmelding
  /** Naam van de medewerker, of een vaste tekst als de beheerder die nog niet gaf. */
  readonly naam: string
  readonly organisatie: { readonly id: string; readonly naam: string }
  /** SHA-256 van het koekje: de sleutel van de sessie, nooit het koekje zelf. */
  readonly sessieHash: Buffer
}

export interface Bezoek {
  /** Null op een openbare bladzijde zonder sessie. */
  readonly wie: Bezoeker | null
  readonly omgeving: Omgeving
  readonly deur: Portaaldeur
  /** Het netwerk waar het verzoek vandaan kwam, grof (S-18); niet om iemand aan te herkennen. */
  readonly netwerk: string
  /** Alleen bij een route met `bestand`; null als er geen bestand bij zat. */
  readonly bestand?: Ontvangenbestand | null
  /** Klaar voor een actie; gooit zonder sessie. */
  ctx(): Actiecontext
}

/** Wat elke bladzijde van de server krijgt; zij roept acties van de domeinen aan. */
export interface Portaaldeur {
  readonly database: Database
  readonly kluis: Kluis
  readonly normen: Normen
  readonly nu: () => Date
  /** Zonder schuine streep aan het eind. */
  readonly basisUrl: string
  readonly beveiligingslog: Beveiligingslog
  /** Voor het log: wat misging nadat een bladzijde al antwoordde. */
  readonly meldStoring?: (fout: unknown) => void
  /** Wanneer deze server de audit voor het laatst ondertekende; null als dat sinds het starten niet lukte. Ontbreekt: deze server ondertekent niet. */
  readonly laatsteControlepunt?: () => Moment | null
}

/** Wat een antwoord met de sessie doet: de waarde van `openSessie`, of null om het koekje te wissen. */
interface Sessiewissel {
  readonly nieuweSessie?: string | null
}

export type Portaalantwoord =
  | (Sessiewissel & {
    readonly soort: 'bladzijde'
    readonly html: string
    readonly status?: number
    readonly koekjes?: readonly string[]
    /** Adres van een andere site waar een formulier op deze bladzijde naartoe gaat; zonder gaat elk formulier naar deze site. */
    readonly formulierNaar?: string
    /** Een script op deze bladzijde haalt haar stand bij, van deze site. */
    readonly haaltBij?: true
  })
  /** Een pad van deze site. */
  | (Sessiewissel & {
    readonly soort: 'ga-naar'
    readonly pad: string
    readonly koekjes?: readonly string[]
    /** Bij uitloggen: de browser wist wat hij van deze site bewaart. */
    readonly wisBrowser?: true
  })
  /** Alleen voor de inlog: een adres van een andere site, nooit uit de invoer van een bezoeker. */
  | { readonly soort: 'naar-makelaar'; readonly adres: string; readonly koekjes: readonly string[] }
  | { readonly soort: 'bestand'; readonly naam: string; readonly mediatype: string; readonly inhoud: string | Buffer | Readable }
  | { readonly soort: 'fout'; readonly fout: Foutsoort }
