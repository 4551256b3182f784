import type { Readable } from 'node:stream'
import type { Static, TObject, TSchema } from 'typebox'
import type { Signaaldienst } from '../../beslissing/index.ts'
import type { Database } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Normen } from '../../normen/index.ts'
import type { Actiecontext, Actor, Kluis, Recht, Uitvoerder } from '../../toegang/index.ts'

/**
 * Een REST-operatie als gegeven: uit deze tabel komen de route, de controle, het OpenAPI-document en de uitleg. Een route
 * zonder `toegang` bestaat niet (Z-01). De route vertaalt alleen; de actie beslist.
 */
export interface Route<V extends Routevorm = Routevorm> {
  /** Ook de naam in de client, bijvoorbeeld `leverInschrijving`. */
  readonly operationId: string
  readonly methode: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Na `/v1`, met parameters tussen accolades: `/deelnemers/{deelnemerId}` (S-04). */
  readonly pad: string
  readonly groep: Routegroep
  /** Korte naam en uitleg in B1-Nederlands. */
  readonly titel: string
  readonly omschrijving: string
  /** `openbaar`: zonder sleutel. `aangemeld`: elke geldige sleutel, de actie kijkt verder. Anders het recht dat de actie met mag() vraagt. */
  readonly toegang: 'openbaar' | 'aangemeld' | Recht
  readonly vraag: V
  /** Zoveel verzoeken per minuut en aanroeper, naast de gewone grens (S-18): voor een operatie die duur is, of waarmee te raden valt. */
  readonly eigenLimiet?: number
  /** Alleen de eigen antwoorden; het kader voegt de foutantwoorden toe die bij toegang, lichaam en voorwaarden horen. */
  readonly antwoorden: Readonly<Record<number, Antwoordvorm>>
  /**
   * Welke weigeringen de actie hier kan geven, voor de beschrijving. Zonder: `niet-gevonden` bij een sleutel in het pad en bij
   * elke wijziging, en `ouder-dan-bekend` bij elke wijziging (idempotent of voorwaardelijk).
   */
  readonly weigeringen?: readonly ('niet-gevonden' | 'ouder-dan-bekend')[]
  /** S-17: deze POST maakt iets. Het kader eist `Idempotency-Key` en bewaart het antwoord in dezelfde transactie als het gevolg. */
  readonly idempotent?: true
  /**
   * S-16: geeft de versie van wat er nu staat, of undefined als het er niet is of de aanroeper het niet mag zien (404).
   * Bij PUT, PATCH en DELETE eist het kader dan `If-Match` (428, 412) en draait `verwerk` in dezelfde transactie
   * (`vraag.uitvoerder`). Bij GET levert `Antwoord.versie` de ETag.
   */
  readonly huidigeVersie?: (vraag: Vraag<V>, deur: Deur) => Promise<string | undefined>
  readonly verwerk: (vraag: Vraag<V>, deur: Deur) => Promise<Antwoord>
  /**
   * Na de commit van een idempotente of voorwaardelijke operatie, alleen bij het eerste gelukte antwoord: geeft het antwoord dat
   * de aanroeper krijgt en dat bij herhaling terugkomt. Gooit het, dan geldt het antwoord van `verwerk` en gaat de fout naar
   * `Deur.meldNaCommit`.
   */
  readonly naCommit?: (vraag: Vraag<V>, antwoord: Gelukt, deur: Deur) => Promise<Gelukt>
  /** S-14: deze operatie verdwijnt. De antwoorden krijgen `Deprecation`, `Sunset` en een verwijzing naar de uitleg. */
  readonly verouderd?: { readonly sinds: Datum; readonly verdwijntOp: Datum; readonly inPlaatsDaarvan: string }
}

export interface Routevorm {
  readonly params?: TObject
  readonly query?: TObject
  /** JSON-lichaam. */
  readonly lichaam?: TSchema
  /** Van het JSON-lichaam; bij een bestand per mediatype de tekst van een klein bestand. */
  readonly voorbeeld?: unknown
  /** Een bestand als lichaam: de mediatypen die mogen. Komt als stroom binnen, nooit geheel in het geheugen. */
  readonly bestand?: readonly string[]
}

export interface Antwoordvorm {
  readonly omschrijving: string
  /** Null: geen inhoud. */
  readonly schema: TSchema | null
  readonly voorbeeld?: unknown
  /** Anders dan `application/json`. */
  readonly mediatype?: string
}

export interface Vraag<V extends Routevorm = Routevorm> {
  readonly params: Deel<V['params']>
  readonly query: Deel<V['query']>
  readonly lichaam: V['lichaam'] extends TSchema ? Static<V['lichaam']> : undefined
  readonly bestand: V['bestand'] extends readonly string[] ? Bestandsstroom : undefined
  readonly actor: Actor
  readonly ctx: Actiecontext
  /** De transactie van het kader (idempotent of voorwaardelijk), anders de database. Geef haar door aan de actie. */
  readonly uitvoerder: Uitvoerder
}

type Deel<T> = T extends TObject ? Static<T> : Record<string, never>

export interface Bestandsstroom {
  readonly stroom: Readable
  readonly mediatype: string
  /** Uit `Content-Disposition`; alleen de naam, zonder map. */
  readonly naam: string | null
}

/** Een antwoord, of de weigering van de actie; het kader maakt daar problem+json van (ADR 0007). */
export type Antwoord = { readonly weigering: Weigering } | Gelukt

export interface Gelukt {
  readonly status: number
  /** Een waarde voor JSON; bij een ander `mediatype` een tekst, Buffer of stroom. */
  readonly inhoud?: unknown
  readonly koppen?: Readonly<Record<string, string>>
  /** Waaruit het kader een sterke ETag maakt. */
  readonly versie?: string
}

/** Wat elke route van de server krijgt. */
export interface Deur {
  readonly database: Database
  readonly kluis: Kluis
  readonly normen: Normen
  readonly nu: () => Date
  /** Signalen meteen na een levering; ontbreekt in een opdracht zonder server. Roep aan in `naCommit`. */
  readonly signalen?: Signaaldienst
  /** Een fout van `naCommit`: het antwoord verandert er niet door, de beheerder moet haar wel zien. */
  readonly meldNaCommit?: (fout: unknown) => void
  /** Voor verwijzingen in antwoorden, zonder schuine streep aan het eind. */
  readonly basisUrl: string
}

export type Routegroep =
  | 'Deelnemers' | 'Inschrijvingen' | 'Resultaten' | 'Aanbod' | 'Afspraken' | 'Verzuim' | 'Besluiten' | 'Signalen' | 'Aanleveringen' | 'Bestanden' | 'Gebeurtenissen' | 'Beheer'

/** Houdt de typen van params, query en lichaam vast in `verwerk`. */
export function route<const V extends Routevorm>(r: Route<V>): Route {
  return r as unknown as Route
}
