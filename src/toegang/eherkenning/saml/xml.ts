/**
 * XML van buiten, streng gelezen: welgevormd, UTF-8, met namespaces, en zonder alles waarmee een bericht voor twee lezers iets anders kan
 * betekenen (A-05). Een afgekeurd bericht bereikt de controle van de handtekening niet.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'

export interface XmlAttribuut {
  /** Leeg bij een attribuut zonder prefix. */
  readonly ns: string
  readonly naam: string
  readonly geschreven: string
  readonly waarde: string
}

export interface XmlElement {
  readonly ns: string
  readonly naam: string
  /** De naam met prefix, zoals hij er stond. */
  readonly geschreven: string
  readonly attributen: readonly XmlAttribuut[]
  /** Elke prefix die hier geldt, ook van hoger; de lege naam is de standaardnamespace. */
  readonly prefixen: Readonly<Record<string, string>>
  readonly inhoud: readonly (XmlElement | string)[]
}

export type Xmlbezwaar = 'SAML-XML-TE-GROOT' | 'SAML-XML-DOCTYPE' | 'SAML-XML-INSTRUCTIE' | 'SAML-XML-COMMENTAAR' | 'SAML-XML-CODERING' | 'SAML-XML-ONLEESBAAR'

/** Een antwoord met een keten van verklaringen is zo'n 40 kB. */
export const MEESTE_BYTES = 256 * 1024
const MEESTE_DIEPTE = 100
/** Elementen en attributen samen. Een echt antwoord heeft er een paar honderd; de bibliotheek voor handtekeningen is traag bij tienduizenden. */
const MEESTE_KNOPEN = 6000

export interface Leeswijze {
  /** Metadata wordt door mensen gemaakt en mag commentaar hebben; een bericht niet. */
  readonly commentaar: 'weiger' | 'negeer'
}

class Bezwaar extends Error {
  readonly bezwaar: Xmlbezwaar
  constructor(bezwaar: Xmlbezwaar) {
    super(bezwaar)
    this.bezwaar = bezwaar
  }
}

/** De bytes van een bericht als tekst; alleen UTF-8, zonder byte die er niet hoort, en niet te groot. */
export function leesTekst(bytes: Uint8Array): Uitkomst<string, Xmlbezwaar> {
  if (bytes.length > MEESTE_BYTES) return geweigerd('SAML-XML-TE-GROOT')
  try {
    return gelukt(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return geweigerd('SAML-XML-CODERING')
  }
}

export function leesXml(xml: string, wijze: Leeswijze = { commentaar: 'weiger' }): Uitkomst<XmlElement, Xmlbezwaar> {
  if (Buffer.byteLength(xml) > MEESTE_BYTES) return geweigerd('SAML-XML-TE-GROOT')
  try {
    return gelukt(bouwBoom(xml, wijze))
  } catch (fout) {
    if (fout instanceof Bezwaar) return geweigerd(fout.bezwaar)
    throw fout
  }
}

type Bouwsel = XmlElement & { readonly inhoud: (XmlElement | string)[] }

function bouwBoom(xml: string, wijze: Leeswijze): XmlElement {
  const lezer = new SaxesParser({ xmlns: true, position: false })
  const open: Bouwsel[] = []
  let wortel: XmlElement | undefined
  let knopen = 0
  const weiger = (bezwaar: Xmlbezwaar) => (): never => {
    throw new Bezwaar(bezwaar)
  }
  lezer.on('error', weiger('SAML-XML-ONLEESBAAR'))
  lezer.on('doctype', weiger('SAML-XML-DOCTYPE'))
  lezer.on('processinginstruction', weiger('SAML-XML-INSTRUCTIE'))
  if (wijze.commentaar === 'weiger') lezer.on('comment', weiger('SAML-XML-COMMENTAAR'))
  lezer.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0' || (encoding !== undefined && encoding.toUpperCase() !== 'UTF-8')) throw new Bezwaar('SAML-XML-CODERING')
  })
  lezer.on('opentag', (tag) => {
    knopen += 1 + Object.keys(tag.attributes).length
    if (open.length >= MEESTE_DIEPTE || knopen > MEESTE_KNOPEN) throw new Bezwaar('SAML-XML-TE-GROOT')
    const boven = open.at(-1)
    const element = maakElement(tag, boven?.prefixen ?? {})
    if (boven === undefined) wortel = element
    else boven.inhoud.push(element)
    open.push(element)
  })
  lezer.on('closetag', () => open.pop())
  const bijTekst = (tekst: string): void => {
    const boven = open.at(-1)
    if (boven !== undefined && tekst !== '') boven.inhoud.push(tekst)
  }
  lezer.on('text', bijTekst)
  lezer.on('cdata', bijTekst)
  lezer.write(xml).close()
  if (wortel === undefined) throw new Bezwaar('SAML-XML-ONLEESBAAR')
  return wortel
}

function maakElement(tag: SaxesTagNS, erboven: Readonly<Record<string, string>>): Bouwsel {
  return {
    ns: tag.uri, naam: tag.local, geschreven: tag.name, inhoud: [],
    prefixen: Object.keys(tag.ns).length === 0 ? erboven : { ...erboven, ...tag.ns },
    attributen: Object.values(tag.attributes)
      .filter(({ name, prefix }) => prefix !== 'xmlns' && name !== 'xmlns')
      .map(({ uri, local, name, value }) => ({ ns: uri, naam: local, geschreven: name, waarde: value })),
  }
}

export function kinderenVan(element: XmlElement): readonly XmlElement[] {
  return element.inhoud.filter((deel) => typeof deel !== 'string')
}

export function kinderen(element: XmlElement, ns: string, naam: string): readonly XmlElement[] {
  return kinderenVan(element).filter((kind) => kind.ns === ns && kind.naam === naam)
}

/** Het kind met die naam, als er precies één is. */
export function enigKind(element: XmlElement, ns: string, naam: string): XmlElement | undefined {
  const [eerste, ...rest] = kinderen(element, ns, naam)
  return rest.length === 0 ? eerste : undefined
}

export function isElement(element: XmlElement, ns: string, naam: string): boolean {
  return element.ns === ns && element.naam === naam
}

/** De tekst, precies zoals hij er staat; undefined als er een element in zit. */
export function tekstVan(element: XmlElement | undefined): string | undefined {
  if (element === undefined || element.inhoud.some((deel) => typeof deel !== 'string')) return undefined
  return element.inhoud.join('')
}

/** Een attribuut zonder namespace, zoals alle attributen van SAML. */
export function attribuut(element: XmlElement | undefined, naam: string): string | undefined {
  return element?.attributen.find((a) => a.ns === '' && a.naam === naam)?.waarde
}

export function* alleElementen(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const kind of kinderenVan(element)) yield* alleElementen(kind)
}

/** Schrijft een deel van een gelezen boom als zelfstandig stuk XML: dezelfde namen, met alle prefixen die op die plaats gelden. */
export function schrijfXml(element: XmlElement): string {
  return schrijf(element, {})
}

function schrijf(element: XmlElement, bekend: Readonly<Record<string, string>>): string {
  const nieuw = Object.entries(element.prefixen).filter(([prefix, ns]) => prefix !== 'xml' && prefix !== 'xmlns' && bekend[prefix] !== ns)
  const namespaces = nieuw.map(([prefix, ns]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${ontsnap(ns)}"`).join('')
  const attributen = element.attributen.map(({ geschreven, waarde }) => ` ${geschreven}="${ontsnap(waarde)}"`).join('')
  const inhoud = element.inhoud.map((deel) => (typeof deel === 'string' ? ontsnap(deel) : schrijf(deel, element.prefixen))).join('')
  return `<${element.geschreven}${namespaces}${attributen}>${inhoud}</${element.geschreven}>`
}

const TEKENS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;' }

/** Voor tekst en attributen van onze eigen berichten. */
export function ontsnap(tekst: string): string {
  return tekst.replace(/[&<>"\t\n\r]/g, (teken) => TEKENS[teken] ?? teken)
}
