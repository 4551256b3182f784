/**
 * XML Encryption voor ons: een EncryptedAssertion of EncryptedID wordt de XML die erin zat. Alleen op te roepen voor iets dat in een al
 * gecontroleerde handtekening zit: pas dan is een antwoord op een verknoeide versleuteling geen orakel (A-04).
 */
import { decrypt } from 'xml-encryption'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { ALGORITME, NS } from './namen.ts'
import type { Sleutelpaar } from './sleutels.ts'
import { attribuut, enigKind, kinderen, kinderenVan, leesXml, ontsnap, tekstVan, type XmlElement } from './xml.ts'

export interface Ontsleuteling {
  readonly sleutels: readonly Sleutelpaar[]
  /** Onze EntityID: een sleutel voor een andere ontvanger is niet voor ons. */
  readonly ontvanger: string
  /** A-04: alleen als de makelaar geen GCM kan. */
  readonly cbcToegestaan: boolean
}

export type Ontsleutelbezwaar = 'SAML-VERSLEUTELING-VORM' | 'SAML-VERSLEUTELING-ALGORITME' | 'SAML-VERSLEUTELING-NIET-VOOR-ONS' | 'SAML-VERSLEUTELING-ONJUIST'

export interface Ontsleuteld {
  /** Een document met precies één kind: het element dat versleuteld was. */
  readonly document: string
  readonly wortel: XmlElement
  readonly element: XmlElement
}

const GCM: readonly string[] = [ALGORITME.aes128Gcm, ALGORITME.aes256Gcm]
const CBC: readonly string[] = [ALGORITME.aes128Cbc, ALGORITME.aes256Cbc]
const SLEUTELWEG: readonly string[] = [ALGORITME.oaep, ALGORITME.oaep11]
/** SHA-1 binnen OAEP is geen handtekening: de zwakte van SHA-1 raakt OAEP niet, en het is de standaard van XML Encryption. */
const OAEP_SAMENVATTING: readonly string[] = [ALGORITME.sha1, ALGORITME.sha256, ALGORITME.sha512]
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** `houder` is het element `EncryptedAssertion` of `EncryptedID`; de sleutels staan in de gegevens of ernaast. */
export async function ontsleutel(houder: XmlElement, keuze: Ontsleuteling): Promise<Uitkomst<Ontsleuteld, Ontsleutelbezwaar>> {
  const gegevens = enigKind(houder, NS.versleuteling, 'EncryptedData')
  const inhoud = gegevens === undefined ? undefined : cijfertekst(gegevens)
  const methode = gegevens === undefined ? undefined : attribuut(enigKind(gegevens, NS.versleuteling, 'EncryptionMethod'), 'Algorithm')
  if (gegevens === undefined || inhoud === undefined || methode === undefined) return geweigerd('SAML-VERSLEUTELING-VORM')
  if (!GCM.includes(methode) && !(keuze.cbcToegestaan && CBC.includes(methode))) return geweigerd('SAML-VERSLEUTELING-ALGORITME')
  const ingepakt = sleutelsIn(houder, gegevens).filter((sleutel) => isVoorOns(sleutel, keuze))
  if (ingepakt.length === 0) return geweigerd('SAML-VERSLEUTELING-NIET-VOOR-ONS')
  for (const sleutel of ingepakt) {
    const beschrijving = beschrijfSleutel(sleutel)
    if (beschrijving === undefined) return geweigerd('SAML-VERSLEUTELING-ALGORITME')
    const document = `<xenc:EncryptedData xmlns:xenc="${NS.versleuteling}"><xenc:EncryptionMethod Algorithm="${methode}"/>`
      + `<ds:KeyInfo xmlns:ds="${NS.handtekening}">${beschrijving}</ds:KeyInfo><xenc:CipherData><xenc:CipherValue>${inhoud}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>`
    for (const paar of passendePaaren(sleutel, keuze.sleutels)) {
      const tekst = await probeer(document, paar, CBC.includes(methode))
      if (tekst !== undefined) return leesOntsleuteld(tekst, houder)
    }
  }
  return geweigerd('SAML-VERSLEUTELING-ONJUIST')
}

function sleutelsIn(houder: XmlElement, gegevens: XmlElement): readonly XmlElement[] {
  const binnen = kinderen(gegevens, NS.handtekening, 'KeyInfo').flatMap((info) => kinderen(info, NS.versleuteling, 'EncryptedKey'))
  return [...binnen, ...kinderen(houder, NS.versleuteling, 'EncryptedKey')]
}

function isVoorOns(sleutel: XmlElement, keuze: Ontsleuteling): boolean {
  const ontvanger = attribuut(sleutel, 'Recipient')
  return (ontvanger === undefined || ontvanger === keuze.ontvanger) && passendePaaren(sleutel, keuze.sleutels).length > 0
}

/** Zonder KeyName mag het elk van onze sleutels zijn; het zijn er hooguit een paar. */
function passendePaaren(sleutel: XmlElement, paren: readonly Sleutelpaar[]): readonly Sleutelpaar[] {
  const info = enigKind(sleutel, NS.handtekening, 'KeyInfo')
  const naam = info === undefined ? undefined : tekstVan(enigKind(info, NS.handtekening, 'KeyName'))
  if (naam === undefined) return paren
  const gezocht = naam.trim().replaceAll(':', '').toLowerCase()
  return paren.filter(({ certificaat }) => certificaat.vingerafdrukken.includes(gezocht))
}

/** De ingepakte sleutel opnieuw geschreven, met alleen wat op de lijst staat. Undefined: een algoritme dat wij niet aannemen. */
function beschrijfSleutel(sleutel: XmlElement): string | undefined {
  const methode = enigKind(sleutel, NS.versleuteling, 'EncryptionMethod')
  const weg = attribuut(methode, 'Algorithm')
  const waarde = cijfertekst(sleutel)
  if (methode === undefined || weg === undefined || !SLEUTELWEG.includes(weg) || waarde === undefined) return undefined
  const opties: string[] = []
  for (const optie of kinderenVan(methode)) {
    const keuze = attribuut(optie, 'Algorithm') ?? ''
    if (optie.naam === 'DigestMethod' && OAEP_SAMENVATTING.includes(keuze)) opties.push(`<ds:DigestMethod xmlns:ds="${NS.handtekening}" Algorithm="${keuze}"/>`)
    else if (optie.naam === 'MGF' && optie.ns === NS.versleuteling11) opties.push(`<xenc11:MGF xmlns:xenc11="${NS.versleuteling11}" Algorithm="${ontsnap(keuze)}"/>`)
    else return undefined
  }
  return `<xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${weg}">${opties.join('')}</xenc:EncryptionMethod>`
    + `<xenc:CipherData><xenc:CipherValue>${waarde}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey>`
}

function cijfertekst(element: XmlElement): string | undefined {
  const gegevens = enigKind(element, NS.versleuteling, 'CipherData')
  const tekst = gegevens === undefined ? undefined : tekstVan(enigKind(gegevens, NS.versleuteling, 'CipherValue'))?.replace(/\s/g, '')
  return tekst !== undefined && BASE64.test(tekst) ? tekst : undefined
}

/** Undefined bij elke fout: welke stap misging weet alleen wie de sleutel heeft. CBC noemt de bibliotheek onveilig; of het hier mag is al beslist. */
function probeer(document: string, paar: Sleutelpaar, isCbc: boolean): Promise<string | undefined> {
  return new Promise((klaar) => {
    decrypt(document, { key: paar.sleutelPem, disallowDecryptionWithInsecureAlgorithm: !isCbc, warnInsecureAlgorithm: false }, (fout, tekst) => klaar(fout ? undefined : tekst))
  })
}

/** De tekst stond op de plaats van de houder; de prefixen die daar gelden mag zij gebruiken. */
function leesOntsleuteld(tekst: string, houder: XmlElement): Uitkomst<Ontsleuteld, Ontsleutelbezwaar> {
  const prefixen = Object.entries(houder.prefixen).filter(([prefix]) => prefix !== 'xml' && prefix !== 'xmlns')
  const namespaces = prefixen.map(([prefix, ns]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${ontsnap(ns)}"`).join('')
  const document = `<Ontsleuteld${namespaces}>${tekst}</Ontsleuteld>`
  const wortel = leesXml(document)
  if (!wortel.ok) return geweigerd('SAML-VERSLEUTELING-VORM')
  const [element, ...meer] = wortel.waarde.inhoud
  if (element === undefined || typeof element === 'string' || meer.length > 0) return geweigerd('SAML-VERSLEUTELING-VORM')
  return gelukt({ document, wortel: wortel.waarde, element })
}
