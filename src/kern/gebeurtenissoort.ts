import { LEESHANDELINGEN } from './verwerkingsactiviteit.ts'

/**
 * Wat een gebeurtenis zegt: een meervoudig zelfstandig naamwoord en wat ermee gebeurde (S-41). Op de draad heet
 * `inschrijvingen.gewijzigd` voluit `nl.onderwijs.inschrijvingen.gewijzigd.v1`.
 */
export const GEBEURTENISSOORTEN = [
  'aangebodenopleidingen.vastgelegd', 'aangebodenopleidingen.gewijzigd', 'aangebodenopleidingen.verwijderd',
  'afwezigheden.vastgelegd', 'afwezigheden.gewijzigd',
  'deelnemers.gewijzigd',
  'diplomas.vastgelegd', 'diplomas.gewijzigd', 'diplomas.verwijderd',
  'gezamenlijkeoordelen.vastgelegd', 'gezamenlijkeoordelen.gewijzigd', 'gezamenlijkeoordelen.verwijderd',
  'inschrijvingen.vastgelegd', 'inschrijvingen.gewijzigd', 'inschrijvingen.verwijderd',
  'interneregelingen.vastgelegd', 'interneregelingen.gewijzigd', 'interneregelingen.verwijderd',
  'leerrouteplannen.vastgelegd', 'leerrouteplannen.gewijzigd', 'leerrouteplannen.verwijderd',
  'onderdelen.vastgelegd', 'onderdelen.gewijzigd', 'onderdelen.verwijderd',
  'praktijkovereenkomsten.vastgelegd', 'praktijkovereenkomsten.gewijzigd', 'praktijkovereenkomsten.verwijderd',
  'samenwerkingsovereenkomsten.vastgelegd', 'samenwerkingsovereenkomsten.gewijzigd', 'samenwerkingsovereenkomsten.verwijderd',
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

/** Handelingen die alleen in de audit staan: er volgt geen werk op en geen gebeurtenis. */
export const ALLEEN_AUDIT: readonly string[] = [
  'exporteerBestand', 'vergelijkMetRegister', 'maakKoppeling', 'trekKoppelingIn',
  'maakAbonnement', 'wijzigAbonnement', 'verwijderAbonnement', 'herhaalAflevering', 'zetSignaalGezien', 'verklaarSignaal', 'wijsSignaalToe', 'regelAfspraakbeheer',
  'inloggen', 'uitloggen', 'inlogGeweigerd', 'beeindigEigenSessies', 'maakProefaccounts',
  'kenRolToe', 'trekRolIn', 'zetEinddatum', 'beoordeelRol', 'wijsMedewerkerToe', 'blokkeerAccount', 'deblokkeerAccount', 'beeindigAccount', 'beeindigDienst',
  'stelEersteBeheerderAan', 'herinnerOverstap', 'exporteerGebruikers', 'weigerRolwijziging', 'doeVoorstel', 'bevestigVoorstel', 'wijsVoorstelAf',
  'registreerMachine', 'trekMachineIn', 'geefMandaat', 'trekMandaatIn', 'geefToken', 'weigerToken',
  'toetsLevering', 'verwerkingMislukt', 'werkSignalenBij', 'maakInzage', 'ruimLogboekOp', 'herversleutel', 'leesAudit', 'exporteerAudit', ...Object.keys(LEESHANDELINGEN),
  // De overstap van DUO-token naar eHerkenning (src/toegang/overstap).
  'importeerTokenaccounts', 'exporteerOverstap', 'startKoppeling', 'bewijsOudMiddel', 'koppelAccount', 'annuleerKoppeling', 'weigerOverstap', 'logInMetToken',
  'nodigUit', 'neemUitnodigingAan', 'blokkeerTokenaccount', 'deblokkeerTokenaccount', 'sluitTokenaccountAf', 'laatTokenaccountVervallen', 'hertoekenTokenaccount',
  'ontkoppelAccount', 'trekMedewerkerIn', 'zetOverstapdatums', 'kiesUitnodigingAlsBewijs',
  'startHerkoppeling', 'bewijsOudeInlog', 'herkoppelAccount', 'annuleerHerkoppeling', 'weigerHerkoppeling',
]

/** Elke handeling uit de audit: waarover zij gaat. `null` = er is geen school die op bericht wacht. Een test bewaakt dat geen handeling ontbreekt. */
export const HANDELINGEN: Readonly<Record<string, Standonderwerp | 'deelnemers' | null>> = {
  laatAanbodVervallen: 'aangebodenopleidingen', registreerAanbod: 'aangebodenopleidingen',
  laatBpvVervallen: 'praktijkovereenkomsten', registreerBpv: 'praktijkovereenkomsten',
  laatDiplomaVervallen: 'diplomas', registreerDiploma: 'diplomas',
  laatLeerrouteplanVervallen: 'leerrouteplannen', legLeerrouteplanVast: 'leerrouteplannen',
  laatOnderdeelVervallen: 'onderdelen', registreerOnderdeel: 'onderdelen',
  laatOordeelVervallen: 'gezamenlijkeoordelen', legOordeelVast: 'gezamenlijkeoordelen',
  laatOvereenkomstVervallen: 'samenwerkingsovereenkomsten', legOvereenkomstVast: 'samenwerkingsovereenkomsten',
  laatRegelingVervallen: 'interneregelingen', legRegelingVast: 'interneregelingen',
  leverInschrijving: 'inschrijvingen', wijzigInschrijving: 'inschrijvingen', schrijfUit: 'inschrijvingen', verwijderInschrijving: 'inschrijvingen',
  meldVerzuim: 'verzuimmeldingen', trekMeldingIn: 'verzuimmeldingen', registreerAfwezigheid: 'afwezigheden', registreerVoAfgerond: 'deelnemers',
  registreerOrganisatie: null, registreerSchoolvakantie: null,
  // Een bestand geeft per student een bericht voor elke soort die erin veranderde (src/bron/store/bulk-reeks.ts).
  importeerBestand: null,
}

const VERWIJDERT: ReadonlySet<string> = new Set([
  'laatAanbodVervallen', 'laatBpvVervallen', 'laatDiplomaVervallen', 'laatLeerrouteplanVervallen', 'laatOnderdeelVervallen', 'laatOordeelVervallen',
  'laatOvereenkomstVervallen', 'laatRegelingVervallen', 'verwijderInschrijving',
])

/** De gebeurtenis bij een handeling die iets veranderde; undefined als niemand daarop wacht. */
export function gebeurtenisBij(handeling: string, uitkomst: unknown): Gebeurtenissoort | undefined {
  const onderwerp = HANDELINGEN[handeling] ?? null
  if (onderwerp === null) return undefined
  const voorval = VERWIJDERT.has(handeling) ? 'verwijderd' : uitkomst === 'nieuw' ? 'vastgelegd' : 'gewijzigd'
  const soort = `${onderwerp}.${onderwerp === 'deelnemers' ? 'gewijzigd' : voorval}`
  return isGebeurtenissoort(soort) ? soort : undefined
}
