import type { XmlAttribuut, XmlElement } from './xml.ts'

/**
 * Exclusive XML Canonicalization 1.0 van een gelezen element, zonder commentaar en zonder PrefixList. Alleen voor `SignedInfo`: daarmee is
 * goedkoop te zien of de makelaar dit ondertekende, voordat een groot bericht wordt verwerkt.
 */
export function schrijfCanoniek(element: XmlElement): string {
  return schrijf(element, {})
}

/** `geschreven`: welke namespace elke prefix heeft in wat er al staat. */
function schrijf(element: XmlElement, geschreven: Readonly<Record<string, string>>): string {
  const gebruikt = [prefixVan(element.geschreven), ...element.attributen.map(({ geschreven: naam }) => prefixVan(naam)).filter((prefix) => prefix !== '')]
  const nieuw = [...new Set(gebruikt)].filter((prefix) => prefix !== 'xml' && (geschreven[prefix] ?? '') !== (element.prefixen[prefix] ?? '')).sort()
  const hier = { ...geschreven, ...Object.fromEntries(nieuw.map((prefix) => [prefix, element.prefixen[prefix] ?? ''])) }
  const namespaces = nieuw.map((prefix) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${inAttribuut(element.prefixen[prefix] ?? '')}"`)
  const attributen = [...element.attributen].sort(volgorde).map(({ geschreven: naam, waarde }) => ` ${naam}="${inAttribuut(waarde)}"`)
  const inhoud = element.inhoud.map((deel) => (typeof deel === 'string' ? inTekst(deel) : schrijf(deel, hier)))
  return `<${element.geschreven}${namespaces.join('')}${attributen.join('')}>${inhoud.join('')}</${element.geschreven}>`
}

function prefixVan(naam: string): string {
  return naam.includes(':') ? naam.slice(0, naam.indexOf(':')) : ''
}

function volgorde(een: XmlAttribuut, ander: XmlAttribuut): number {
  if (een.ns !== ander.ns) return een.ns < ander.ns ? -1 : 1
  return een.naam < ander.naam ? -1 : 1
}

function inTekst(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;')
}

function inAttribuut(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\t', '&#x9;').replaceAll('\n', '&#xA;').replaceAll('\r', '&#xD;')
}
