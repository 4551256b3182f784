/** De Response: van wie, voor wie, waarop, en met welke uitkomst; en de ene verklaring die erin zit. */
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { Inlogweigering } from '../identiteit.ts'
import { statusVan } from './artifact.ts'
import { controleerHandtekening, enigeTekst, type Ondertekend } from './handtekening.ts'
import type { Makelaarmetadata } from './makelaarmetadata.ts'
import { NS, STATUS } from './namen.ts'
import { ontsleutel, type Ontsleuteling } from './ontsleutel.ts'
import { leesMoment } from './tijd.ts'
import { ongeldig } from './weigering.ts'
import { attribuut, enigKind, isElement, kinderen, kinderenVan, type XmlElement } from './xml.ts'

export interface Verwachting {
  /** EntityID van de makelaar, van ons, en het adres waarop wij het antwoord vroegen. */
  readonly makelaar: string
  readonly entityId: string
  readonly adres: string
  /** ID van onze AuthnRequest. */
  readonly verzoekId: string
  /** Wanneer wij de browser wegstuurden; wie daarvoor inlogde, is niet opnieuw ingelogd. */
  readonly begonnen: number
  readonly nu: number
  readonly spelingMs: number
}

/** Undefined: deze Response is van de makelaar, voor ons, op ons verzoek, en gelukt. */
export function bezwaarTegenResponse(antwoord: XmlElement, verwacht: Verwachting): Inlogweigering | undefined {
  const bezwaar = bezwaarTegenHerkomst(antwoord, verwacht)
  if (bezwaar !== undefined) return { soort: 'ONGELDIG', code: bezwaar }
  const status = statusVan(antwoord)
  if (attribuut(status, 'Value') === STATUS.gelukt) return undefined
  const onderliggend = status === undefined ? undefined : enigKind(status, NS.protocol, 'StatusCode')
  const isGestopt = attribuut(status, 'Value') === STATUS.beantwoorder && attribuut(onderliggend, 'Value') === STATUS.inlogMislukt
  return isGestopt ? { soort: 'GEANNULEERD', code: 'SAML-GEANNULEERD' } : { soort: 'ONGELDIG', code: 'SAML-STATUS' }
}

function bezwaarTegenHerkomst(antwoord: XmlElement, verwacht: Verwachting): string | undefined {
  if (!isElement(antwoord, NS.protocol, 'Response')) return 'SAML-GEEN-RESPONSE'
  if (attribuut(antwoord, 'Version') !== '2.0') return 'SAML-VERSIE'
  if (!isUitgever(antwoord, verwacht.makelaar)) return 'SAML-UITGEVER'
  if (attribuut(antwoord, 'Destination') !== verwacht.adres) return 'SAML-BESTEMMING'
  if (attribuut(antwoord, 'InResponseTo') === undefined) return 'SAML-ONGEVRAAGD'
  if (attribuut(antwoord, 'InResponseTo') !== verwacht.verzoekId) return 'SAML-ANDER-VERZOEK'
  const gemaakt = leesMoment(attribuut(antwoord, 'IssueInstant'))
  return gemaakt === undefined || gemaakt > verwacht.nu + verwacht.spelingMs ? 'SAML-TOEKOMST' : undefined
}

/** Een Issuer met een Format of NameQualifier is een andere naam dan de EntityID (toegang.md 1.3). */
export function isUitgever(houder: XmlElement, makelaar: string): boolean {
  const uitgever = enigKind(houder, NS.assertie, 'Issuer')
  return uitgever?.attributen.length === 0 && enigeTekst(houder, NS.assertie, 'Issuer') === makelaar
}

export interface Verklaring extends Ondertekend {
  /** Zat de hele verklaring versleuteld in het antwoord? */
  readonly wasVersleuteld: boolean
}

/**
 * De verklaring van de makelaar: het enige directe kind van de Response, met een eigen handtekening. Wat in `Advice` zit zijn de
 * onderliggende verklaringen van anderen; die lezen wij niet, en tellen dus ook nooit als verklaring.
 */
export async function haalVerklaring({ element, xml }: Ondertekend, { certificaten }: Makelaarmetadata, sleutels: Ontsleuteling): Promise<Uitkomst<Verklaring, Inlogweigering>> {
  const open = kinderen(element, NS.assertie, 'Assertion')
  const dicht = kinderen(element, NS.assertie, 'EncryptedAssertion')
  const [gevonden, ...meer] = [...open, ...dicht]
  if (gevonden === undefined) return ongeldig('SAML-VERKLARING-ONTBREEKT')
  if (meer.length > 0) return ongeldig('SAML-VERKLARING-DUBBEL')
  if (open.length === 1) return metHandtekening(xml, element, gevonden, certificaten, false)
  const ontsleuteld = await ontsleutel(gevonden, sleutels)
  if (!ontsleuteld.ok) return ongeldig(ontsleuteld.reden)
  const { document, wortel, element: binnen } = ontsleuteld.waarde
  if (!isElement(binnen, NS.assertie, 'Assertion')) return ongeldig('SAML-VERKLARING-ONTBREEKT')
  return metHandtekening(document, wortel, binnen, certificaten, true)
}

function metHandtekening(document: string, wortel: XmlElement, verklaring: XmlElement, certificaten: Makelaarmetadata['certificaten'], wasVersleuteld: boolean): Uitkomst<Verklaring, Inlogweigering> {
  const ondertekend = controleerHandtekening(document, wortel, verklaring, certificaten)
  if (!ondertekend.ok) return ongeldig(ondertekend.reden)
  const vreemd = kinderenVan(ondertekend.waarde.element).some(({ ns, naam }) => ns === NS.assertie && !DELEN.includes(naam))
  return vreemd ? geweigerd({ soort: 'ONGELDIG', code: 'SAML-VERKLARING-VORM' }) : gelukt({ ...ondertekend.waarde, wasVersleuteld })
}

const DELEN: readonly string[] = ['Issuer', 'Subject', 'Conditions', 'Advice', 'AuthnStatement', 'AttributeStatement']
