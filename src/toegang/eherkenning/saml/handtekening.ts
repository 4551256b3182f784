/**
 * A-03 en A-04: precies één omsloten handtekening over het element dat wij lezen, met een vastgelegde sleutel en een algoritme van de lijst.
 * Wat eruit komt is opnieuw gelezen uit de ondertekende bytes; de rest van het bericht bestaat daarna niet meer.
 */
import { constants, createHash, createSign, createVerify, verify, type BinaryLike, type KeyLike } from 'node:crypto'
import { SignedXml, type HashAlgorithm, type SignatureAlgorithm } from 'xml-crypto'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfCanoniek } from './canoniek.ts'
import { ALGORITME, NS } from './namen.ts'
import type { Certificaat } from './sleutels.ts'
import { alleElementen, attribuut, enigKind, isElement, kinderen, kinderenVan, leesXml, schrijfXml, tekstVan, type XmlElement } from './xml.ts'

export interface Ondertekend {
  readonly element: XmlElement
  /** De gecontroleerde bytes, in canonieke vorm. */
  readonly xml: string
}

export type Handtekeningbezwaar =
  | 'SAML-HANDTEKENING-ONTBREEKT' | 'SAML-HANDTEKENING-DUBBEL' | 'SAML-HANDTEKENING-VORM' | 'SAML-HANDTEKENING-ALGORITME' | 'SAML-HANDTEKENING-VERWIJZING'
  | 'SAML-HANDTEKENING-ONJUIST' | 'SAML-ID-DUBBEL'

const ONDERTEKENING: readonly string[] = [ALGORITME.rsaSha256, ALGORITME.rsaSha384, ALGORITME.rsaSha512, ALGORITME.rsaPssSha256]
const SAMENVATTING: readonly string[] = [ALGORITME.sha256, ALGORITME.sha384, ALGORITME.sha512]
/** Een naam die in een verwijzing en in een XPath niets anders kan betekenen. */
const ID = /^[A-Za-z_][\w.-]{0,255}$/

/** `element` zit in `wortel`, en `wortel` in de tekst `document`; die kan meer bevatten, zoals de ArtifactResponse om een Response. */
export function controleerHandtekening(document: string, wortel: XmlElement, element: XmlElement, certificaten: readonly Certificaat[]): Uitkomst<Ondertekend, Handtekeningbezwaar> {
  const [handtekening, ...meer] = kinderen(element, NS.handtekening, 'Signature')
  if (handtekening === undefined) return geweigerd('SAML-HANDTEKENING-ONTBREEKT')
  if (meer.length > 0) return geweigerd('SAML-HANDTEKENING-DUBBEL')
  if (!zijnIdsUniek(wortel)) return geweigerd('SAML-ID-DUBBEL')
  const bezwaar = bezwaarTegenVorm(handtekening, attribuut(element, 'ID') ?? '')
  if (bezwaar !== undefined) return geweigerd(bezwaar)
  // Eerst of de makelaar dit SignedInfo ondertekende: dat kost niets. Het hele bericht verwerken doen wij niet voor een onbekende.
  const certificaat = certificaten.find((bekend) => isOndertekendMet(handtekening, bekend))
  const xml = certificaat === undefined ? undefined : controleerMet(document, alleenOndertekening(handtekening), certificaat)
  return xml === undefined ? geweigerd('SAML-HANDTEKENING-ONJUIST') : leesOndertekend(xml, element)
}

/**
 * twee elementen met hetzelfde ID maken een verwijzing dubbelzinnig, hoe het attribuut ook geschreven is. Alleen de handtekeningen
 * zelf mogen onderling hetzelfde Id hebben (pysaml2 noemt ze alle "Signature1"): daar verwijst niets naar.
 */
function zijnIdsUniek(wortel: XmlElement): boolean {
  const [gezien, vanHandtekeningen] = [new Set<string>(), new Set<string>()]
  for (const element of alleElementen(wortel)) {
    const isHandtekening = isElement(element, NS.handtekening, 'Signature')
    for (const { waarde } of element.attributen.filter(({ naam }) => naam.toLowerCase() === 'id')) {
      if (gezien.has(waarde)) return false
      ;(isHandtekening ? vanHandtekeningen : gezien).add(waarde)
    }
  }
  return [...vanHandtekeningen].every((id) => !gezien.has(id))
}

/** Alles behalve precies de vorm die het stelsel voorschrijft is een weigering: geen Object, geen tweede verwijzing, geen andere bewerking. */
function bezwaarTegenVorm(handtekening: XmlElement, id: string): Handtekeningbezwaar | undefined {
  const [info, waarde, sleutel, ...rest] = kinderenVan(handtekening)
  if (info === undefined || waarde === undefined || rest.length > 0) return 'SAML-HANDTEKENING-VORM'
  if (!isElement(info, NS.handtekening, 'SignedInfo') || !isElement(waarde, NS.handtekening, 'SignatureValue')) return 'SAML-HANDTEKENING-VORM'
  if (sleutel !== undefined && !isElement(sleutel, NS.handtekening, 'KeyInfo')) return 'SAML-HANDTEKENING-VORM'
  const [canoniek, methode, verwijzing, ...meer] = kinderenVan(info)
  if (canoniek === undefined || methode === undefined || verwijzing === undefined || meer.length > 0) return 'SAML-HANDTEKENING-VORM'
  if (!isElement(canoniek, NS.handtekening, 'CanonicalizationMethod') || !isElement(methode, NS.handtekening, 'SignatureMethod')) return 'SAML-HANDTEKENING-VORM'
  if (!isElement(verwijzing, NS.handtekening, 'Reference')) return 'SAML-HANDTEKENING-VORM'
  if (attribuut(canoniek, 'Algorithm') !== ALGORITME.excC14n || !ONDERTEKENING.includes(attribuut(methode, 'Algorithm') ?? '')) return 'SAML-HANDTEKENING-ALGORITME'
  return bezwaarTegenVerwijzing(verwijzing, id)
}

function bezwaarTegenVerwijzing(verwijzing: XmlElement, id: string): Handtekeningbezwaar | undefined {
  const [bewerkingen, methode, samenvatting, ...rest] = kinderenVan(verwijzing)
  if (bewerkingen === undefined || methode === undefined || samenvatting === undefined || rest.length > 0) return 'SAML-HANDTEKENING-VORM'
  if (!isElement(bewerkingen, NS.handtekening, 'Transforms') || !isElement(methode, NS.handtekening, 'DigestMethod')) return 'SAML-HANDTEKENING-VORM'
  if (!isElement(samenvatting, NS.handtekening, 'DigestValue')) return 'SAML-HANDTEKENING-VORM'
  if (!ID.test(id) || attribuut(verwijzing, 'URI') !== `#${id}`) return 'SAML-HANDTEKENING-VERWIJZING'
  const stappen = kinderenVan(bewerkingen).map((stap) => (isElement(stap, NS.handtekening, 'Transform') ? attribuut(stap, 'Algorithm') : undefined))
  if (stappen.length !== 2 || stappen[0] !== ALGORITME.omsloten || stappen[1] !== ALGORITME.excC14n) return 'SAML-HANDTEKENING-ALGORITME'
  return SAMENVATTING.includes(attribuut(methode, 'Algorithm') ?? '') ? undefined : 'SAML-HANDTEKENING-ALGORITME'
}

const SAMENVATTING_BIJ: Readonly<Record<string, string>> = {
  [ALGORITME.rsaSha256]: 'sha256', [ALGORITME.rsaSha384]: 'sha384', [ALGORITME.rsaSha512]: 'sha512', [ALGORITME.rsaPssSha256]: 'sha256',
}

/** De handtekening over SignedInfo zelf; of de samenvatting daarin bij het bericht past, controleert de bibliotheek. */
function isOndertekendMet(handtekening: XmlElement, certificaat: Certificaat): boolean {
  const info = enigKind(handtekening, NS.handtekening, 'SignedInfo')
  const algoritme = info === undefined ? undefined : attribuut(enigKind(info, NS.handtekening, 'SignatureMethod'), 'Algorithm')
  const samenvatting = SAMENVATTING_BIJ[algoritme ?? '']
  if (info === undefined || samenvatting === undefined) return false
  const vulling = algoritme === ALGORITME.rsaPssSha256 ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {}
  const waarde = Buffer.from(enigeTekst(handtekening, NS.handtekening, 'SignatureValue') ?? '', 'base64')
  return verify(samenvatting, Buffer.from(schrijfCanoniek(info)), { key: certificaat.pem, ...vulling }, waarde)
}

/** KeyInfo gaat niet mee: een sleutel uit het bericht kan zo niet gebruikt worden, wat de bibliotheek er ook mee zou doen. */
function alleenOndertekening(handtekening: XmlElement): string {
  return schrijfXml({ ...handtekening, inhoud: kinderenVan(handtekening).filter(({ naam }) => naam !== 'KeyInfo') })
}

function controleerMet(document: string, handtekening: string, certificaat: Certificaat): string | undefined {
  const controle = new SignedXml({ publicCert: certificaat.pem, getCertFromKeyInfo: () => null })
  controle.idAttributes = ['ID']
  beperkAlgoritmen(controle)
  try {
    controle.loadSignature(handtekening)
    if (!controle.checkSignature(document)) return undefined
  } catch {
    // De bibliotheek gooit bij een onjuiste handtekening; haar tekst noemt waarden uit het bericht en blijft daarom hier.
    return undefined
  }
  const [xml, ...meer] = controle.getSignedReferences()
  return meer.length === 0 ? xml : undefined
}

function leesOndertekend(xml: string, verwacht: XmlElement): Uitkomst<Ondertekend, Handtekeningbezwaar> {
  const gelezen = leesXml(xml)
  if (!gelezen.ok) return geweigerd('SAML-HANDTEKENING-ONJUIST')
  const element = gelezen.waarde
  const isHetzelfde = isElement(element, verwacht.ns, verwacht.naam) && attribuut(element, 'ID') === attribuut(verwacht, 'ID')
  return isHetzelfde && kinderen(element, NS.handtekening, 'Signature').length === 0 ? gelukt({ element, xml }) : geweigerd('SAML-HANDTEKENING-VERWIJZING')
}

/** De tekst in een element dat precies één keer voorkomt. */
export function enigeTekst(element: XmlElement, ns: string, naam: string): string | undefined {
  return tekstVan(enigKind(element, ns, naam))
}

class Sha384 implements HashAlgorithm {
  getAlgorithmName = (): string => ALGORITME.sha384
  getHash = (xml: string): string => createHash('sha384').update(xml, 'utf8').digest('base64')
}

class RsaSha384 implements SignatureAlgorithm {
  getAlgorithmName = (): string => ALGORITME.rsaSha384
  getSignature = (tekst: BinaryLike, sleutel: KeyLike): string => createSign('RSA-SHA384').update(tekst).sign(sleutel, 'base64')
  verifySignature = (tekst: string, sleutel: KeyLike, waarde: string): boolean => createVerify('RSA-SHA384').update(tekst).verify(sleutel, waarde, 'base64')
}

/** De bibliotheek kent SHA-1 en meer; wat hier niet staat bestaat voor haar dan ook niet. */
function beperkAlgoritmen(controle: SignedXml): void {
  controle.CanonicalizationAlgorithms = kies(controle.CanonicalizationAlgorithms, [ALGORITME.excC14n, ALGORITME.omsloten])
  controle.HashAlgorithms = { ...kies(controle.HashAlgorithms, SAMENVATTING), [ALGORITME.sha384]: Sha384 }
  controle.SignatureAlgorithms = { ...kies(controle.SignatureAlgorithms, ONDERTEKENING), [ALGORITME.rsaSha384]: RsaSha384 }
}

function kies<T>(lijst: Readonly<Record<string, T>>, namen: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(lijst).filter(([naam]) => namen.includes(naam)))
}
