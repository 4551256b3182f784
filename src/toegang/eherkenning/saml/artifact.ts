/** HTTP-Artifact (toegang.md 1.2): de browser brengt alleen een verwijzing; wij halen het antwoord zelf op, over SOAP en zo nodig met wederzijds TLS. */
import { createHash } from 'node:crypto'
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { Inlogweigering } from '../identiteit.ts'
import { controleerHandtekening, enigeTekst, type Ondertekend } from './handtekening.ts'
import type { Samlopzet } from './instelling.ts'
import type { Makelaarmetadata } from './makelaarmetadata.ts'
import { NS, STATUS } from './namen.ts'
import { onderteken } from './ondertekenen.ts'
import type { Ophaler } from './ophalen.ts'
import { maakId } from './verzoek.ts'
import { ongeldig, onbereikbaar } from './weigering.ts'
import { attribuut, enigKind, isElement, kinderen, kinderenVan, leesTekst, leesXml, ontsnap, type XmlElement } from './xml.ts'

const ARTIFACT = /^[A-Za-z0-9+/]{58}[A-Za-z0-9+/=]{2}$/
const SOORT_4 = 0x0004

/** Het nummer van de dienst die dit artifact kan inwisselen; undefined als het niet van deze makelaar is (SAML Bindings 3.6.4). */
export function leesArtifact(artifact: string, makelaar: string): number | undefined {
  if (!ARTIFACT.test(artifact)) return undefined
  const bytes = Buffer.from(artifact, 'base64')
  if (bytes.length !== 44 || bytes.readUInt16BE(0) !== SOORT_4) return undefined
  return bytes.subarray(4, 24).equals(createHash('sha1').update(makelaar).digest()) ? bytes.readUInt16BE(2) : undefined
}

/** Wisselt het artifact in voor een Response in een gecontroleerde ArtifactResponse. */
export async function wisselIn(artifact: string, opzet: Samlopzet, makelaar: Makelaarmetadata, haalOp: Ophaler, nu: Date): Promise<Uitkomst<Ondertekend, Inlogweigering>> {
  const index = leesArtifact(artifact, makelaar.entityId)
  const adres = index === undefined ? undefined : makelaar.artifactdiensten.get(index)
  if (adres === undefined) return ongeldig('SAML-ARTIFACT-VREEMD')
  const id = maakId()
  const opgehaald = await haalOp({
    adres, methode: 'POST', inhoud: schrijfVraag(artifact, opzet, adres, id, nu),
    // Sommige makelaars nemen geen andere Content-Type aan.
    koppen: { 'content-type': 'text/xml', accept: 'text/xml', soapaction: '"http://www.oasis-open.org/committees/security"' },
  })
  if (!opgehaald.ok) return onbereikbaar(opgehaald.reden)
  const tekst = leesTekst(opgehaald.waarde)
  if (!tekst.ok) return ongeldig(tekst.reden)
  return leesSoap(tekst.waarde, id, makelaar)
}

function schrijfVraag(artifact: string, opzet: Samlopzet, adres: string, id: string, nu: Date): string {
  const xml = `<samlp:ArtifactResolve xmlns:samlp="${NS.protocol}" xmlns:saml="${NS.assertie}" ID="${id}" Version="2.0" IssueInstant="${nu.toISOString()}" Destination="${ontsnap(adres)}">`
    + `<saml:Issuer>${ontsnap(opzet.instelling.entityId)}</saml:Issuer><samlp:Artifact>${artifact}</samlp:Artifact></samlp:ArtifactResolve>`
  return `<soap:Envelope xmlns:soap="${NS.soap}"><soap:Body>${onderteken(xml, opzet.ondertekening, 'na-issuer')}</soap:Body></soap:Envelope>`
}

function leesSoap(tekst: string, verzoekId: string, makelaar: Makelaarmetadata): Uitkomst<Ondertekend, Inlogweigering> {
  const document = leesXml(tekst)
  if (!document.ok) return ongeldig(document.reden)
  const [antwoord, ...meer] = kinderenVan(enigKind(document.waarde, NS.soap, 'Body') ?? document.waarde)
  if (!isElement(document.waarde, NS.soap, 'Envelope') || antwoord === undefined || meer.length > 0 || !isElement(antwoord, NS.protocol, 'ArtifactResponse')) {
    return ongeldig('SAML-ARTIFACT-VORM')
  }
  const ondertekend = controleerHandtekening(tekst, document.waarde, antwoord, makelaar.certificaten)
  if (!ondertekend.ok) return ongeldig(ondertekend.reden)
  return leesArtifactResponse(ondertekend.waarde, verzoekId, makelaar)
}

function leesArtifactResponse({ element, xml }: Ondertekend, verzoekId: string, makelaar: Makelaarmetadata): Uitkomst<Ondertekend, Inlogweigering> {
  if (attribuut(element, 'Version') !== '2.0') return ongeldig('SAML-VERSIE')
  if (enigeTekst(element, NS.assertie, 'Issuer') !== makelaar.entityId) return ongeldig('SAML-UITGEVER')
  if (attribuut(element, 'InResponseTo') !== verzoekId) return ongeldig('SAML-ARTIFACT-ANDER-VERZOEK')
  if (attribuut(statusVan(element), 'Value') !== STATUS.gelukt) return ongeldig('SAML-ARTIFACT-STATUS')
  const antwoord = enigKind(element, NS.protocol, 'Response')
  if (antwoord === undefined) return ongeldig('SAML-ARTIFACT-LEEG')
  // Zonder eigen handtekening is de Response die van de ArtifactResponse; met een eigen moet ook die kloppen.
  if (kinderen(antwoord, NS.handtekening, 'Signature').length === 0) return gelukt({ element: antwoord, xml })
  const ondertekend = controleerHandtekening(xml, element, antwoord, makelaar.certificaten)
  return ondertekend.ok ? ondertekend : ongeldig(ondertekend.reden)
}

/** De bovenste statuscode van een antwoord. */
export function statusVan(antwoord: XmlElement): XmlElement | undefined {
  const status = enigKind(antwoord, NS.protocol, 'Status')
  return status === undefined ? undefined : enigKind(status, NS.protocol, 'StatusCode')
}
