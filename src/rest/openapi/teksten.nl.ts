import type { Routegroep } from '../kader/route.ts'

export const GROEPEN: Readonly<Record<Routegroep, string>> = {
  Deelnemers: 'Studenten in het register: zoeken met het persoonsnummer in het bericht, en opvragen met een betekenisloze sleutel.',
  Inschrijvingen: 'De hele stand van een inschrijving met haar perioden, zoals BRON en ROD die kennen.',
  Resultaten: 'Diploma’s, onderdelen van een examen en praktijkovereenkomsten.',
  Aanbod: 'Aangeboden opleidingen in een doorlopende of geïntegreerde leerroute, zoals RIO die kent.',
  Afspraken: 'Samenwerkingsovereenkomsten, interne regelingen, leerrouteplannen en gezamenlijke oordelen.',
  Verzuim: 'Afwezigheid en verzuimmeldingen.',
  Besluiten: 'Wat er volgens de regels geldt op een dag, met de redenen, de feiten en de normen erbij.',
  Signalen: 'Waar registraties niet bij elkaar of niet bij de regels passen, en wie er iets mee moet doen.',
  Aanleveringen: 'Grote leveringen als bestand, die op de achtergrond worden verwerkt.',
  Bestanden: 'Bestanden in de vorm van DUO, opgebouwd uit het register.',
  Gebeurtenissen: 'Berichten over wat er verandert, om op te halen of te ontvangen als CloudEvent.',
  Beheer: 'Scholen, vakanties en andere gegevens die de beheerder van het register vastlegt.',
}

/** Zonder de getallen die per installatie verschillen. */
export function inleiding(limietPerMinuut: number): string {
  return `Leerroute is een open register voor de doorlopende leerroute (DLR) en de geïntegreerde leerroute (GLR) van vmbo naar mbo. Feiten gaan erin, uitgelegde besluiten komen eruit.

**Aanmelden.** Uw systeem haalt een token bij \`/oauth/token\` (OAuth 2.0 client credentials) en stuurt het mee in de kop \`Authorization: Bearer <token>\`. Een token geldt een kwartier, voor één organisatie die uw leverancier een mandaat gaf, en voor de scopes van dat mandaat. Bij elke operatie staat welke scope nodig is. In de proefomgeving op uw eigen computer werkt ook \`proef-lindemeer-administratie\`. Een token hoort nooit in een adres.

**Persoonsnummers.** Een persoonsnummer staat alleen in de inhoud van een verzoek, nooit in een adres of in een foutmelding. Daarna werkt u met \`deelnemerId\`.

**Fouten** zijn altijd \`application/problem+json\` (RFC 9457). Bij een ongeldig verzoek staan alle fouten tegelijk in \`errors\`, met de plaats, de regel en wat u kunt doen. Wat u niet mag zien en wat niet bestaat geven hetzelfde antwoord: 404.

**Herhalen.** Een POST die iets maakt heeft een \`Idempotency-Key\` nodig. Dezelfde sleutel met dezelfde inhoud geeft het eerste antwoord en heeft geen tweede gevolg. Wij bewaren antwoorden 30 dagen. Dezelfde sleutel met een andere inhoud geeft 422.

**Wijzigen.** PUT, PATCH en DELETE vragen de \`ETag\` van de stand die u wijzigt in \`If-Match\`. Zonder is het antwoord 428, met een oude 412.

**Bladeren.** Een lijst geeft \`volgende\` en een kop \`Link\` met \`rel="next"\`. Stuur \`volgende\` mee als \`cursor\`. Een bladzijde heeft hoogstens 250 regels.

**Grenzen.** ${limietPerMinuut === 0 ? 'Deze server heeft geen grens aan het aantal verzoeken.' : `Per aanroeper mogen er ${limietPerMinuut} verzoeken per minuut; daarna volgt 429 met \`Retry-After\`.`} JSON is hoogstens 1 MiB.

**Versies.** Elk antwoord noemt de versie in \`API-Version\`. Binnen v1 komen er alleen operaties en velden bij. Wat verdwijnt, kondigen wij ten minste twaalf maanden vooraf aan met de koppen \`Deprecation\` en \`Sunset\`.`
}

/** Wat er per versie veranderde (S-14); nieuwste eerst. */
export const WIJZIGINGEN: readonly { readonly versie: string; readonly datum: string; readonly tekst: string }[] = [
  { versie: '1.0.0', datum: '2026-11-24', tekst: 'Eerste versie.' },
]

export const STATUSTEKST: Readonly<Record<number, string>> = {
  304: 'Er is niets veranderd sinds de `ETag` in `If-None-Match`.',
  400: 'Het verzoek klopt niet; alle fouten staan in `errors`. Er is niets opgeslagen.',
  401: 'Er is geen geldig token meegestuurd, of het mandaat geldt niet meer.',
  403: 'Het token geeft bij geen enkele school dit recht: er ontbreekt een scope.',
  404: 'Dit bestaat niet, of u heeft er geen recht op.',
  406: 'Het antwoord bestaat niet in de gevraagde vorm.',
  409: 'Er is al een nieuwere stand, of hetzelfde verzoek loopt nog.',
  412: 'De versie in `If-Match` is niet meer de laatste.',
  413: 'De inhoud is te groot.',
  415: 'Dit soort inhoud neemt deze operatie niet aan.',
  422: 'De `Idempotency-Key` is al gebruikt voor een verzoek met een andere inhoud.',
  428: 'De kop `If-Match` ontbreekt.',
  429: 'Te veel verzoeken in korte tijd.',
  500: 'Een storing bij ons; het `kenmerk` verbindt het antwoord met ons logboek.',
  503: 'De server start op, of de database is nu niet bereikbaar.',
}
