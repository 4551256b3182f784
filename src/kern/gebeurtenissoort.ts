/**
 * Wat een gebeurtenis zegt: een meervoudig zelfstandig naamwoord en wat ermee gebeurde (S-41). Op de draad heet
 * `inschrijvingen.gewijzigd` voluit `nl.onderwijs.inschrijvingen.gewijzigd.v1`.
 */
export const GEBEURTENISSOORTEN = [
  'aangebodenopleidingen.vastgelegd', 'aangebodenopleidingen.gewijzigd', 'aangebodenopleidingen.verwijderd',
  'afwezigheden.vastgelegd', 'afwezigheden.gewijzigd',
  'deelnemers.gewijzigd',
  'diplomas.vastgelegd', 'diplomas.gewijzigd', 'diplomas.verwijderd',
  'gezamenlijkeoordelen.vastgelegd', 'gezamenlijkeoordelen.gewijzigd',
  'inschrijvingen.vastgelegd', 'inschrijvingen.gewijzigd', 'inschrijvingen.verwijderd',
  'interneregelingen.vastgelegd', 'interneregelingen.gewijzigd',
  'leerrouteplannen.vastgelegd', 'leerrouteplannen.gewijzigd', 'leerrouteplannen.verwijderd',
  'onderdelen.vastgelegd', 'onderdelen.gewijzigd',
  'praktijkovereenkomsten.vastgelegd', 'praktijkovereenkomsten.gewijzigd',
  'samenwerkingsovereenkomsten.vastgelegd', 'samenwerkingsovereenkomsten.gewijzigd',
  'signalen.geopend', 'signalen.gewijzigd', 'signalen.gesloten',
  'terugkoppelingen.gereed',
  'verzuimmeldingen.vastgelegd', 'verzuimmeldingen.gewijzigd',
] as const

export type Gebeurtenissoort = (typeof GEBEURTENISSOORTEN)[number]

/** Het deel voor de punt. */
export type Gebeurtenisonderwerp = Gebeurtenissoort extends `${infer O}.${string}` ? O : never

export function onderwerpVan(soort: Gebeurtenissoort): Gebeurtenisonderwerp {
  return soort.slice(0, soort.indexOf('.')) as Gebeurtenisonderwerp
}

export function isGebeurtenissoort(tekst: string): tekst is Gebeurtenissoort {
  return (GEBEURTENISSOORTEN as readonly string[]).includes(tekst)
}

type Standonderwerp = Exclude<Gebeurtenisonderwerp, 'signalen' | 'terugkoppelingen' | 'deelnemers'>

/** Elke handeling uit de audit: waarover zij gaat. `null` = er is geen school die op bericht wacht. Een test bewaakt dat geen handeling ontbreekt. */
export const HANDELINGEN: Readonly<Record<string, Standonderwerp | 'deelnemers' | null>> = {
  laatAanbodVervallen: 'aangebodenopleidingen', registreerAanbod: 'aangebodenopleidingen',
  laatDiplomaVervallen: 'diplomas', registreerDiploma: 'diplomas',
  laatLeerrouteplanVervallen: 'leerrouteplannen', legLeerrouteplanVast: 'leerrouteplannen',
  leverInschrijving: 'inschrijvingen', verwijderInschrijving: 'inschrijvingen',
  legOordeelVast: 'gezamenlijkeoordelen', legOvereenkomstVast: 'samenwerkingsovereenkomsten', legRegelingVast: 'interneregelingen',
  meldVerzuim: 'verzuimmeldingen', trekMeldingIn: 'verzuimmeldingen', registreerAfwezigheid: 'afwezigheden',
  registreerBpv: 'praktijkovereenkomsten', registreerOnderdeel: 'onderdelen', registreerVoAfgerond: 'deelnemers',
  registreerOrganisatie: null, registreerSchoolvakantie: null,
}

const VERWIJDERT: ReadonlySet<string> = new Set(['laatAanbodVervallen', 'laatDiplomaVervallen', 'laatLeerrouteplanVervallen', 'verwijderInschrijving'])

/** De gebeurtenis bij een handeling die iets veranderde; undefined als niemand daarop wacht. */
export function gebeurtenisBij(handeling: string, uitkomst: unknown): Gebeurtenissoort | undefined {
  const onderwerp = HANDELINGEN[handeling] ?? null
  if (onderwerp === null) return undefined
  const voorval = VERWIJDERT.has(handeling) ? 'verwijderd' : uitkomst === 'nieuw' ? 'vastgelegd' : 'gewijzigd'
  const soort = `${onderwerp}.${onderwerp === 'deelnemers' ? 'gewijzigd' : voorval}`
  return isGebeurtenissoort(soort) ? soort : undefined
}
