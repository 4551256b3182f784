/** Alle foutantwoorden van de REST-deur: problem+json (RFC 9457) met een vast adres per soort (S-10). */
import type { Veldfout, Weigering } from '../../kern/weigering.ts'

/** Waar een fout in het verzoek zit. */
export type Plaats = 'body' | 'query' | 'path' | 'header'

/** Een fout in het verzoek: waar, welke regel, wat te doen. Nooit met de waarde zelf. */
export interface Verzoekfout {
  readonly in: Plaats
  /** JSON Pointer als fragment, bijvoorbeeld `#/perioden/1/datumBegin`. */
  readonly pointer: string
  /** Vast woord voor programma's: een regel-id of een soort fout. */
  readonly code: string
  /** De regel als zin in het Nederlands. */
  readonly regel: string
  readonly watTeDoen: string
  readonly regelId?: string
}

export interface Probleem {
  readonly code: Probleemcode
  /** Wat er in dit geval aan de hand is; anders de vaste uitleg. */
  readonly detail?: string
  readonly errors?: readonly Verzoekfout[]
  /** Verbindt het antwoord met het log. */
  readonly kenmerk?: string
  readonly bekendVan?: string
  readonly koppen?: Readonly<Record<string, string>>
}

interface Probleemsoort {
  readonly status: number
  readonly titel: string
  readonly uitleg: string
  readonly watTeDoen: string
}

/** De volledige lijst; elke code heeft een bladzijde op `/v1/problemen/<code>`. Codes veranderen niet binnen v1. */
export const PROBLEMEN = {
  'verzoek-ongeldig': { status: 400, titel: 'Het verzoek klopt niet', uitleg: 'Een of meer gegevens in het verzoek hebben niet de goede vorm of voldoen niet aan een regel.', watTeDoen: 'Verbeter alle fouten in `errors` en verstuur het verzoek opnieuw. Er is niets opgeslagen.' },
  'lichaam-onleesbaar': { status: 400, titel: 'De inhoud is niet te lezen', uitleg: 'De inhoud van het verzoek is geen geldige JSON in UTF-8.', watTeDoen: 'Controleer de haken, komma’s en aanhalingstekens. Er is niets opgeslagen.' },
  'adres-onleesbaar': { status: 400, titel: 'Het adres klopt niet', uitleg: 'Het adres bevat tekens die er zo niet in mogen staan.', watTeDoen: 'Codeer bijzondere tekens in het adres met procenttekens (RFC 3986).' },
  'kop-ongeldig': { status: 400, titel: 'Een kop van het verzoek klopt niet', uitleg: 'Een HTTP-kop ontbreekt, staat er dubbel in of is niet te lezen.', watTeDoen: 'Zie `errors` voor de kop waar het om gaat, en verstuur het verzoek opnieuw.' },
  'verzoek-onleesbaar': { status: 400, titel: 'Dit is geen HTTP-verzoek', uitleg: 'Het verzoek is niet te lezen volgens de regels van HTTP.', watTeDoen: 'Gebruik een gewone HTTP-bibliotheek, en stuur of `Content-Length` of `Transfer-Encoding` mee, niet beide.' },
  'niet-aangemeld': { status: 401, titel: 'U bent niet aangemeld', uitleg: 'Er is geen geldig token of geldige sleutel meegestuurd.', watTeDoen: 'Haal een token bij `/oauth/token` en stuur het mee in de kop `Authorization: Bearer <token>`. Is uw mandaat vervallen, vraag de beheerder van de school om een nieuw.' },
  'geen-recht': { status: 403, titel: 'Dit mag u niet', uitleg: 'Uw token of sleutel geeft bij geen enkele school het recht om dit te doen.', watTeDoen: 'Vraag een token met een scope die bij deze operatie staat. Hoort die niet bij uw mandaat, vraag de beheerder van de school om een ruimer mandaat.' },
  'niet-gevonden': { status: 404, titel: 'Niet gevonden', uitleg: 'Dit bestaat niet, of u heeft er geen recht op.', watTeDoen: 'Controleer het adres en de gegevens, zonder schuine streep aan het eind.' },
  'methode-niet-toegestaan': { status: 405, titel: 'Deze methode kan hier niet', uitleg: 'Het adres bestaat, maar niet met deze HTTP-methode.', watTeDoen: 'Gebruik een methode uit de kop `Allow`.' },
  'vorm-niet-leverbaar': { status: 406, titel: 'Deze vorm hebben wij niet', uitleg: 'Het antwoord bestaat niet in een van de vormen in de kop `Accept`.', watTeDoen: 'Vraag om een vorm die bij deze operatie in het OpenAPI-document staat, of laat `Accept` weg.' },
  'te-traag': { status: 408, titel: 'Het verzoek kwam te langzaam binnen', uitleg: 'De koppen of de inhoud van het verzoek waren niet op tijd binnen.', watTeDoen: 'Controleer de verbinding en verstuur het verzoek opnieuw.' },
  'ouder-dan-bekend': { status: 409, titel: 'Er is al een nieuwere stand', uitleg: 'In het register staat een stand die later is vastgelegd dan dit bericht.', watTeDoen: 'Haal de laatste stand op, kijk of uw bericht nog klopt en lever het dan opnieuw.' },
  'verzoek-loopt-nog': { status: 409, titel: 'Hetzelfde verzoek loopt nog', uitleg: 'Een verzoek met dezelfde `Idempotency-Key` is nog niet klaar.', watTeDoen: 'Wacht even en verstuur precies hetzelfde verzoek opnieuw.' },
  'versie-verouderd': { status: 412, titel: 'Er is intussen iets veranderd', uitleg: 'De versie in `If-Match` of `If-None-Match` past niet bij wat er nu in het register staat.', watTeDoen: 'Haal de laatste stand op, verwerk uw wijziging daarin en gebruik de nieuwe `ETag`.' },
  'te-groot': { status: 413, titel: 'De inhoud is te groot', uitleg: 'De inhoud van het verzoek is groter dan deze operatie aanneemt.', watTeDoen: 'Lever in kleinere delen, of gebruik een aanlevering met een bestand.' },
  'mediatype-onbekend': { status: 415, titel: 'Dit soort inhoud nemen wij niet aan', uitleg: 'De kop `Content-Type` ontbreekt of noemt een vorm die deze operatie niet kent.', watTeDoen: 'Gebruik een `Content-Type` die bij deze operatie in het OpenAPI-document staat.' },
  'verkeerd-adres': { status: 421, titel: 'Deze server hoort niet bij dit adres', uitleg: 'De naam in de kop `Host` is niet van deze server.', watTeDoen: 'Gebruik het adres dat de beheerder van het register u gaf.' },
  'sleutel-hergebruikt': { status: 422, titel: 'De Idempotency-Key is al gebruikt', uitleg: 'Met deze `Idempotency-Key` is eerder een verzoek met een andere inhoud gedaan.', watTeDoen: 'Gebruik voor elk nieuw verzoek een nieuwe sleutel, bijvoorbeeld een UUID.' },
  'voorwaarde-ontbreekt': { status: 428, titel: 'De kop If-Match ontbreekt', uitleg: 'Een wijziging mag alleen met de `ETag` van de stand die u wijzigt, zodat u geen wijziging van een ander overschrijft.', watTeDoen: 'Haal de laatste stand op en stuur de `ETag` daarvan mee in `If-Match`.' },
  'te-veel-verzoeken': { status: 429, titel: 'Te veel verzoeken', uitleg: 'Uw systeem heeft in korte tijd meer verzoeken gedaan dan is toegestaan.', watTeDoen: 'Wacht het aantal seconden in `Retry-After` en ga dan rustiger verder.' },
  'koppen-te-groot': { status: 431, titel: 'De koppen zijn te groot', uitleg: 'De HTTP-koppen van het verzoek zijn samen te groot.', watTeDoen: 'Stuur minder of kortere koppen mee.' },
  storing: { status: 500, titel: 'Er ging bij ons iets mis', uitleg: 'Door een storing is het verzoek niet uitgevoerd. Er is niets opgeslagen.', watTeDoen: 'Probeer het later opnieuw. Blijft het misgaan, geef dan het `kenmerk` door aan de beheerder.' },
  'niet-gereed': { status: 503, titel: 'Het register is nog niet klaar', uitleg: 'De server start op, of de database is nu niet bereikbaar.', watTeDoen: 'Wacht het aantal seconden in `Retry-After` en probeer het opnieuw.' },
} as const satisfies Readonly<Record<string, Probleemsoort>>

export type Probleemcode = keyof typeof PROBLEMEN

export const PROBLEEMTYPE = 'application/problem+json'

/** Breekt de behandeling van een verzoek af; alleen binnen het kader, de foutafhandeling maakt er een antwoord van. */
export class Probleemfout extends Error {
  readonly probleem: Probleem
  constructor(probleem: Probleem) {
    super(probleem.code)
    this.probleem = probleem
  }
}

/** De inhoud van het antwoord. */
export function probleemInhoud({ code, detail, errors, kenmerk, bekendVan }: Probleem, basisUrl: string): Readonly<Record<string, unknown>> {
  const soort: Probleemsoort = PROBLEMEN[code]
  return {
    type: `${basisUrl}/v1/problemen/${code}`,
    title: soort.titel,
    status: soort.status,
    detail: detail ?? soort.uitleg,
    watTeDoen: soort.watTeDoen,
    ...(errors === undefined ? {} : { errors }),
    ...(bekendVan === undefined ? {} : { bekendVan }),
    ...(kenmerk === undefined ? {} : { kenmerk }),
  }
}

/** De ene vertaling van een weigering naar een antwoord (ADR 0007). */
export function naarProbleem(weigering: Weigering): Probleem {
  switch (weigering.soort) {
    case 'niet-gevonden':
      return { code: 'niet-gevonden' }
    case 'ongeldig':
      return { code: 'verzoek-ongeldig', errors: weigering.fouten.map(naarVerzoekfout) }
    case 'ouder-dan-bekend':
      return { code: 'ouder-dan-bekend', bekendVan: weigering.bekendVan }
  }
}

function naarVerzoekfout({ veld, regel, watTeDoen, regelId }: Veldfout): Verzoekfout {
  return { in: 'body', pointer: veldNaarPointer(veld), code: regelId ?? 'regel', regel, watTeDoen, ...(regelId === undefined ? {} : { regelId }) }
}

/** `perioden[1].datumBegin` wordt `#/perioden/1/datumBegin`. */
export function veldNaarPointer(veld: string): string {
  const delen = veld.split(/[.[\]]+/).filter((deel) => deel !== '')
  return `#${delen.map((deel) => `/${deel.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`
}
