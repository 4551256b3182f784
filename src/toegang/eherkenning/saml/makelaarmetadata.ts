/** Metadata van de makelaar: ondertekend met een vastgelegde sleutel. Hieruit komen zijn adressen en de sleutels waarmee hij berichten ondertekent (toegang.md 1.4). */
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { controleerHandtekening } from './handtekening.ts'
import { isAdres } from './instelling.ts'
import { BINDING, NS } from './namen.ts'
import { type Certificaat, leesCertificaat } from './sleutels.ts'
import { leesDuur, leesMoment } from './tijd.ts'
import { attribuut, enigKind, isElement, kinderen, leesTekst, leesXml, tekstVan, type XmlElement } from './xml.ts'

export interface Makelaarmetadata {
  readonly entityId: string
  /** Sleutels voor handtekeningen in berichten; tijdens een wisseling twee. */
  readonly certificaten: readonly Certificaat[]
  readonly aanmelden: { readonly redirect: string | undefined; readonly post: string | undefined }
  /** Adres per index uit de artifact. */
  readonly artifactdiensten: ReadonlyMap<number, string>
  /** Milliseconden sinds 1970; na dit moment telt deze metadata niet meer. */
  readonly geldigTot: number | undefined
  /** Hoe lang tot de volgende keer ophalen, in milliseconden. */
  readonly verversNa: number
}

export type Metadatabezwaar = `SAML-METADATA-${string}` | `SAML-XML-${string}` | `SAML-HANDTEKENING-${string}` | 'SAML-ID-DUBBEL'

const DAG_MS = 86_400_000
const VERVERS = { standaard: DAG_MS, minst: 5 * 60_000, meest: 7 * DAG_MS }
const MEESTE_CERTIFICATEN = 4

export function leesMakelaarmetadata(bytes: Uint8Array, verwacht: { readonly entityId: string; readonly certificaten: readonly Certificaat[] }, nu: Date): Uitkomst<Makelaarmetadata, Metadatabezwaar> {
  const tekst = leesTekst(bytes)
  if (!tekst.ok) return tekst
  const document = leesXml(tekst.waarde, { commentaar: 'negeer' })
  if (!document.ok) return document
  if (!isElement(document.waarde, NS.metadata, 'EntityDescriptor')) return geweigerd('SAML-METADATA-VORM')
  const ondertekend = controleerHandtekening(tekst.waarde, document.waarde, document.waarde, verwacht.certificaten)
  return ondertekend.ok ? leesEntiteit(ondertekend.waarde.element, verwacht.entityId, nu) : ondertekend
}

function leesEntiteit(entiteit: XmlElement, entityId: string, nu: Date): Uitkomst<Makelaarmetadata, Metadatabezwaar> {
  if (attribuut(entiteit, 'entityID') !== entityId) return geweigerd('SAML-METADATA-ANDERE-MAKELAAR')
  const tot = attribuut(entiteit, 'validUntil')
  const geldigTot = leesMoment(tot)
  if (tot !== undefined && (geldigTot === undefined || geldigTot <= nu.getTime())) return geweigerd('SAML-METADATA-VERLOPEN')
  const rol = enigKind(entiteit, NS.metadata, 'IDPSSODescriptor')
  if (rol === undefined || !(attribuut(rol, 'protocolSupportEnumeration') ?? '').split(/\s+/).includes(NS.protocol)) return geweigerd('SAML-METADATA-VORM')
  const certificaten = leesCertificaten(rol)
  if (certificaten === undefined) return geweigerd('SAML-METADATA-CERTIFICAAT')
  const duur = leesDuur(attribuut(entiteit, 'cacheDuration')) ?? VERVERS.standaard
  return gelukt({
    entityId, certificaten, geldigTot,
    aanmelden: { redirect: leesDienst(rol, BINDING.redirect), post: leesDienst(rol, BINDING.post) },
    artifactdiensten: leesArtifactdiensten(rol),
    verversNa: Math.min(Math.max(duur, VERVERS.minst), VERVERS.meest),
  })
}

/** Een sleutel zonder `use` is voor alles. Een certificaat dat niet te lezen of te zwak is maakt de metadata ongeldig: overslaan zou verbergen dat er iets mis is. */
function leesCertificaten(rol: XmlElement): readonly Certificaat[] | undefined {
  const teksten = kinderen(rol, NS.metadata, 'KeyDescriptor')
    .filter((sleutel) => (attribuut(sleutel, 'use') ?? 'signing') === 'signing')
    .flatMap((sleutel) => kinderen(sleutel, NS.handtekening, 'KeyInfo'))
    .flatMap((info) => kinderen(info, NS.handtekening, 'X509Data'))
    .flatMap((data) => kinderen(data, NS.handtekening, 'X509Certificate'))
    .map((element) => tekstVan(element)?.replace(/\s/g, ''))
  const certificaten = teksten.map((tekst) => leesCertificaat(Buffer.from(tekst ?? '', 'base64')))
  const gelezen = certificaten.filter((certificaat) => certificaat !== undefined)
  return gelezen.length === certificaten.length && gelezen.length > 0 && gelezen.length <= MEESTE_CERTIFICATEN ? gelezen : undefined
}

function leesDienst(rol: XmlElement, binding: string): string | undefined {
  return kinderen(rol, NS.metadata, 'SingleSignOnService')
    .filter((dienst) => attribuut(dienst, 'Binding') === binding)
    .map((dienst) => attribuut(dienst, 'Location') ?? '')
    .find(isAdres)
}

function leesArtifactdiensten(rol: XmlElement): ReadonlyMap<number, string> {
  const paren = kinderen(rol, NS.metadata, 'ArtifactResolutionService')
    .filter((dienst) => attribuut(dienst, 'Binding') === BINDING.soap && /^\d{1,5}$/.test(attribuut(dienst, 'index') ?? '') && isAdres(attribuut(dienst, 'Location') ?? ''))
    .map((dienst) => [Number(attribuut(dienst, 'index')), attribuut(dienst, 'Location') ?? ''] as const)
  return new Map(paren)
}
