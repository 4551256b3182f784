/** en A-10 over de gecontroleerde verklaring: voor wie, hoe lang, wanneer de persoon zijn middel gebruikte en hoe zeker dat is. Zuiver: de klok komt binnen. */
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { Inlogweigering } from '../identiteit.ts'
import { type Betrouwbaarheidsniveau, isTenMinste, niveauVanUrn, VEREIST_NIVEAU } from '../niveau.ts'
import { isUitgever, type Verwachting } from './antwoord.ts'
import { enigeTekst } from './handtekening.ts'
import { BEARER, NS } from './namen.ts'
import { leesMoment } from './tijd.ts'
import { ongeldig, verlopen } from './weigering.ts'
import { attribuut, enigKind, isElement, kinderen, kinderenVan, tekstVan, type XmlElement } from './xml.ts'

export interface Inlogmoment {
  readonly niveau: Betrouwbaarheidsniveau
  /** Milliseconden sinds 1970. */
  readonly authnOp: number
  readonly geldigTot: number
}

/** zo oud mag het gebruik van het middel zijn. */
const OUDSTE_INLOG_MS = 5 * 60_000

export function leesVerklaring(verklaring: XmlElement, verwacht: Verwachting): Uitkomst<Inlogmoment, Inlogweigering> {
  if (attribuut(verklaring, 'Version') !== '2.0') return ongeldig('SAML-VERSIE')
  if (!isUitgever(verklaring, verwacht.makelaar)) return ongeldig('SAML-UITGEVER')
  const gemaakt = leesMoment(attribuut(verklaring, 'IssueInstant'))
  if (gemaakt === undefined || gemaakt > verwacht.nu + verwacht.spelingMs) return ongeldig('SAML-TOEKOMST')
  const houder = leesHouder(verklaring, verwacht)
  if (!houder.ok) return houder
  const voorwaarden = leesVoorwaarden(verklaring, verwacht)
  if (!voorwaarden.ok) return voorwaarden
  const inlog = leesInlog(verklaring, verwacht)
  if (!inlog.ok) return inlog
  return gelukt({ ...inlog.waarde, geldigTot: Math.max(houder.waarde, voorwaarden.waarde) + verwacht.spelingMs })
}

/** Precies één bearer-bevestiging, voor ons adres en ons verzoek. Geeft tot wanneer zij geldt. */
function leesHouder(verklaring: XmlElement, verwacht: Verwachting): Uitkomst<number, Inlogweigering> {
  const onderwerp = enigKind(verklaring, NS.assertie, 'Subject')
  const bevestiging = onderwerp === undefined ? undefined : enigKind(onderwerp, NS.assertie, 'SubjectConfirmation')
  const gegevens = bevestiging === undefined ? undefined : enigKind(bevestiging, NS.assertie, 'SubjectConfirmationData')
  if (gegevens === undefined || attribuut(bevestiging, 'Method') !== BEARER) return ongeldig('SAML-BEVESTIGING')
  // Een bearer-bevestiging heeft geen begin (SAML Profiles 4.1.4.2).
  if (attribuut(gegevens, 'NotBefore') !== undefined) return ongeldig('SAML-BEVESTIGING')
  if (attribuut(gegevens, 'Recipient') !== verwacht.adres) return ongeldig('SAML-ONTVANGER')
  if (attribuut(gegevens, 'InResponseTo') === undefined) return ongeldig('SAML-ONGEVRAAGD')
  if (attribuut(gegevens, 'InResponseTo') !== verwacht.verzoekId) return ongeldig('SAML-ANDER-VERZOEK')
  return leesEinde(gegevens, verwacht)
}

function leesVoorwaarden(verklaring: XmlElement, verwacht: Verwachting): Uitkomst<number, Inlogweigering> {
  const voorwaarden = enigKind(verklaring, NS.assertie, 'Conditions')
  if (voorwaarden === undefined) return ongeldig('SAML-VOORWAARDEN')
  // Wie een voorwaarde niet begrijpt, mag de verklaring niet gebruiken (SAML Core 2.5.1.1).
  if (kinderenVan(voorwaarden).some((kind) => !isElement(kind, NS.assertie, 'AudienceRestriction') && !isElement(kind, NS.assertie, 'OneTimeUse'))) return ongeldig('SAML-VOORWAARDEN')
  const publiek = enigKind(voorwaarden, NS.assertie, 'AudienceRestriction')
  if (publiek === undefined || kinderenVan(publiek).length !== 1 || enigeTekst(publiek, NS.assertie, 'Audience') !== verwacht.entityId) return ongeldig('SAML-PUBLIEK')
  const begin = attribuut(voorwaarden, 'NotBefore')
  const vanaf = leesMoment(begin)
  if (begin !== undefined && vanaf === undefined) return ongeldig('SAML-TIJD-VORM')
  if (vanaf !== undefined && vanaf > verwacht.nu + verwacht.spelingMs) return ongeldig('SAML-TOEKOMST')
  return leesEinde(voorwaarden, verwacht)
}

function leesEinde(element: XmlElement, { nu, spelingMs }: Verwachting): Uitkomst<number, Inlogweigering> {
  const einde = leesMoment(attribuut(element, 'NotOnOrAfter'))
  if (einde === undefined) return ongeldig('SAML-TIJD-VORM')
  return einde + spelingMs <= nu ? verlopen('SAML-VERLOPEN') : gelukt(einde)
}

function leesInlog(verklaring: XmlElement, verwacht: Verwachting): Uitkomst<Omit<Inlogmoment, 'geldigTot'>, Inlogweigering> {
  const [inlog, ...meer] = kinderen(verklaring, NS.assertie, 'AuthnStatement')
  if (meer.length > 0) return ongeldig('SAML-INLOG-DUBBEL')
  // Er is geen standaardniveau: een verklaring die niet zegt hoe iemand inlogde, is te laag.
  if (inlog === undefined) return geweigerd({ soort: 'NIVEAU_TE_LAAG', behaald: null, code: 'SAML-INLOG-ONTBREEKT' })
  const authnOp = leesMoment(attribuut(inlog, 'AuthnInstant'))
  if (authnOp === undefined) return ongeldig('SAML-TIJD-VORM')
  const bezwaar = bezwaarTegenInlogtijd(authnOp, inlog, verwacht)
  if (bezwaar !== undefined) return geweigerd(bezwaar)
  const niveau = leesNiveau(inlog)
  return niveau.ok ? gelukt({ authnOp, niveau: niveau.waarde }) : niveau
}

function bezwaarTegenInlogtijd(authnOp: number, inlog: XmlElement, { nu, begonnen, spelingMs }: Verwachting): Inlogweigering | undefined {
  if (authnOp > nu + spelingMs) return { soort: 'ONGELDIG', code: 'SAML-TOEKOMST' }
  if (authnOp + OUDSTE_INLOG_MS + spelingMs < nu) return { soort: 'VERLOPEN', code: 'SAML-INLOG-TE-OUD' }
  // Wij vroegen ForceAuthn: een inlog van voor ons verzoek is SSO.
  if (authnOp + spelingMs < begonnen) return { soort: 'ONGELDIG', code: 'SAML-NIET-OPNIEUW-INGELOGD' }
  const sessietot = attribuut(inlog, 'SessionNotOnOrAfter')
  const einde = leesMoment(sessietot)
  if (sessietot !== undefined && (einde === undefined || einde + spelingMs <= nu)) return { soort: 'VERLOPEN', code: 'SAML-VERLOPEN' }
  return undefined
}

function leesNiveau(inlog: XmlElement): Uitkomst<Betrouwbaarheidsniveau, Inlogweigering> {
  const context = enigKind(inlog, NS.assertie, 'AuthnContext')
  const klassen = context === undefined ? [] : kinderen(context, NS.assertie, 'AuthnContextClassRef')
  const [klasse, ...meer] = klassen.map(tekstVan)
  if (klasse === undefined || meer.length > 0) return geweigerd({ soort: 'NIVEAU_TE_LAAG', behaald: null, code: 'SAML-NIVEAU-ONTBREEKT' })
  const behaald = niveauVanUrn(klasse)
  if (behaald === undefined) return geweigerd({ soort: 'NIVEAU_TE_LAAG', behaald: null, code: 'SAML-NIVEAU-ONBEKEND' })
  return isTenMinste(behaald, VEREIST_NIVEAU) ? gelukt(behaald) : geweigerd({ soort: 'NIVEAU_TE_LAAG', behaald, code: 'SAML-NIVEAU-TE-LAAG' })
}
