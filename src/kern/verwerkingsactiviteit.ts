/**
 * Bij welke verwerkingsactiviteit een handeling hoort (S-31). De namen met doel en grond staan in regels/verwerkingen; een nieuwe
 * versie daar is een nieuw getal hier. Een test bewaakt dat beide kloppen en dat geen handeling over een deelnemer ontbreekt.
 */
export const VERWERKINGSACTIVITEITEN = {
  registreren: 1, raadplegen: 1, beslissen: 1, signaleren: 1, verzuim: 1, uitwisselen: 1, bekostiging: 1, inzage: 1, toezicht: 1,
} as const

export type Verwerkingsactiviteit = keyof typeof VERWERKINGSACTIVITEITEN

/** Lezen van of zoeken naar deelnemers. Elke leeshandeling komt ook in de audit: wie keek. */
export const LEESHANDELINGEN = {
  leesDeelnemer: 'raadplegen', leesInschrijvingen: 'raadplegen', leesInschrijving: 'raadplegen', leesInschrijvingGeschiedenis: 'raadplegen',
  leesPraktijkovereenkomsten: 'raadplegen', leesDiplomas: 'raadplegen', leesOnderdelen: 'raadplegen', leesVoAfgerond: 'raadplegen',
  leesLeerrouteplannen: 'raadplegen', leesGezamenlijkeOordelen: 'raadplegen', leesAfwezigheden: 'verzuim', leesVerzuimmeldingen: 'verzuim',
  toonLeerling: 'raadplegen', toonLeerlingen: 'raadplegen', toonDeelnemers: 'raadplegen', zoekDeelnemers: 'raadplegen',
  toonBesluit: 'beslissen', toonTijdlijn: 'beslissen', toonOpenSignalen: 'signaleren', toonSignalen: 'signaleren', toonSignaal: 'signaleren', exporteerSignalen: 'signaleren', toonFasewissel: 'signaleren',
  toonTellingregels: 'bekostiging', voerTellingUit: 'bekostiging', telAls: 'bekostiging', toonGebeurtenissen: 'uitwisselen',
  leesTerugkoppelingen: 'registreren',
} as const satisfies Readonly<Record<string, Verwerkingsactiviteit>>

export type Leeshandeling = keyof typeof LEESHANDELINGEN

/** Handelingen uit de audit die over een of meer deelnemers gaan. */
const OVER_DEELNEMERS: Readonly<Record<string, Verwerkingsactiviteit>> = {
  leverInschrijving: 'registreren', wijzigInschrijving: 'registreren', schrijfUit: 'registreren', verwijderInschrijving: 'registreren', registreerBpv: 'registreren', laatBpvVervallen: 'registreren',
  registreerDiploma: 'registreren', laatDiplomaVervallen: 'registreren', registreerOnderdeel: 'registreren', laatOnderdeelVervallen: 'registreren',
  registreerVoAfgerond: 'registreren', importeerBestand: 'registreren', legLeerrouteplanVast: 'registreren', laatLeerrouteplanVervallen: 'registreren',
  legOordeelVast: 'registreren', laatOordeelVervallen: 'registreren',
  meldVerzuim: 'verzuim', trekMeldingIn: 'verzuim', registreerAfwezigheid: 'verzuim',
  zetSignaalGezien: 'signaleren', verklaarSignaal: 'signaleren', wijsSignaalToe: 'signaleren', werkSignalenBij: 'signaleren',
  exporteerBestand: 'uitwisselen', vergelijkMetRegister: 'uitwisselen', maakInzage: 'inzage', leesAudit: 'toezicht', exporteerAudit: 'toezicht',
}

/** De activiteit als `naam:versie`; undefined bij een handeling die niet over deelnemers gaat. */
export function activiteitBij(handeling: string): string | undefined {
  const naam = handeling in LEESHANDELINGEN ? LEESHANDELINGEN[handeling as Leeshandeling] : OVER_DEELNEMERS[handeling]
  return naam === undefined ? undefined : `${naam}:${VERWERKINGSACTIVITEITEN[naam]}`
}

/** De stabiele URI van een activiteit in het register. */
export function activiteitUri(activiteit: string): string {
  return `urn:leerroute:verwerkingsactiviteit:${activiteit}`
}
