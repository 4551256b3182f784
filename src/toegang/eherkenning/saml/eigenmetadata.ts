import { randomBytes } from 'node:crypto'
import type { Samlopzet } from './instelling.ts'
import { BINDING, NS } from './namen.ts'
import { onderteken } from './ondertekenen.ts'
import type { Certificaat } from './sleutels.ts'
import { ontsnap } from './xml.ts'

/**
 * Onze metadata voor de makelaar (toegang.md 1.4): ondertekend, KeyDescriptor zonder `use`, geen NameIDFormat, en per dienst eerst de
 * ServiceID. Identificerende attributen staan er niet in: die komen via de dienstencatalogus.
 */
export function maakEigenMetadata(opzet: Samlopzet): string {
  const { instelling } = opzet
  const adressen = instelling.antwoordadressen.map(({ binding, adres, index }, i) =>
    `<md:AssertionConsumerService Binding="${BINDING[binding]}" Location="${ontsnap(adres)}" index="${index}"${i === 0 ? ' isDefault="true"' : ''}/>`)
  const xml = `<md:EntityDescriptor xmlns:md="${NS.metadata}" ID="_${randomBytes(20).toString('hex')}" entityID="${ontsnap(instelling.entityId)}">`
    + `<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${NS.protocol}">`
    + opzet.sleutels.map(({ certificaat }) => schrijfSleutel(certificaat)).join('')
    + adressen.join('')
    + schrijfDienst(instelling.dienst)
    + '</md:SPSSODescriptor></md:EntityDescriptor>'
  return onderteken(xml, opzet.ondertekening, 'vooraan')
}

/** De KeyName is de SHA-256-vingerafdruk; daarmee zegt de makelaar in een EncryptedKey welke sleutel hij gebruikte. */
function schrijfSleutel({ vingerafdrukken, base64 }: Certificaat): string {
  return `<md:KeyDescriptor><ds:KeyInfo xmlns:ds="${NS.handtekening}"><ds:KeyName>${vingerafdrukken[0] ?? ''}</ds:KeyName>`
    + `<ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`
}

function schrijfDienst({ index, naam, id }: Samlopzet['instelling']['dienst']): string {
  return `<md:AttributeConsumingService index="${index}" isDefault="true"><md:ServiceName xml:lang="nl">${ontsnap(naam)}</md:ServiceName>`
    + `<md:RequestedAttribute Name="${ontsnap(id)}" isRequired="true"/></md:AttributeConsumingService>`
}
