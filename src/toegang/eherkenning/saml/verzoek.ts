/** Onze AuthnRequest (toegang.md 1.2): ondertekend, ForceAuthn, de dienst bij index; geen NameIDPolicy, geen IsPassive, geen gevraagd niveau. */
import { createSign, randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Browserstap } from '../identiteit.ts'
import type { Samlopzet } from './instelling.ts'
import { ALGORITME, BINDING, NS } from './namen.ts'
import { onderteken } from './ondertekenen.ts'
import { ontsnap } from './xml.ts'

export interface Inlogverzoek {
  readonly id: string
  readonly stap: Browserstap
}

/** Een ID met 256 bits toeval: uniek, en niet te raden. Het begint met een letter of streepje omdat XML dat wil. */
export function maakId(): string {
  return `_${randomBytes(32).toString('hex')}`
}

export function maakVerzoek(opzet: Samlopzet, bestemming: string, kenmerk: string, nu: Date): Inlogverzoek {
  const id = maakId()
  const xml = schrijfVerzoek(opzet, bestemming, id, nu)
  const stap = opzet.instelling.verzoekbinding === 'post' ? alsFormulier(opzet, xml, bestemming, kenmerk) : alsAdres(opzet, xml, bestemming, kenmerk)
  return { id, stap }
}

function schrijfVerzoek({ instelling, antwoordadres }: Samlopzet, bestemming: string, id: string, nu: Date): string {
  return `<samlp:AuthnRequest xmlns:samlp="${NS.protocol}" xmlns:saml="${NS.assertie}" ID="${id}" Version="2.0" IssueInstant="${nu.toISOString()}"`
    + ` Destination="${ontsnap(bestemming)}" ForceAuthn="true" ProtocolBinding="${BINDING[antwoordadres.binding]}"`
    + ` AssertionConsumerServiceURL="${ontsnap(antwoordadres.adres)}" AttributeConsumingServiceIndex="${instelling.dienst.index}">`
    + `<saml:Issuer>${ontsnap(instelling.entityId)}</saml:Issuer></samlp:AuthnRequest>`
}

function alsFormulier(opzet: Samlopzet, xml: string, adres: string, kenmerk: string): Browserstap {
  const ondertekend = onderteken(xml, opzet.ondertekening, 'na-issuer')
  return { soort: 'formulier', adres, velden: { SAMLRequest: Buffer.from(ondertekend).toString('base64'), RelayState: kenmerk } }
}

/** Bij Redirect staat de handtekening in het adres, over de velden zoals ze geschreven zijn en in deze volgorde (SAML Bindings 3.4.4.1). */
function alsAdres({ ondertekening }: Samlopzet, xml: string, adres: string, kenmerk: string): Browserstap {
  const velden = [['SAMLRequest', deflateRawSync(xml).toString('base64')], ['RelayState', kenmerk], ['SigAlg', ALGORITME.rsaSha256]] as const
  const vraag = velden.map(([naam, waarde]) => `${naam}=${encodeURIComponent(waarde)}`).join('&')
  const handtekening = createSign('RSA-SHA256').update(vraag).sign(ondertekening.sleutelPem, 'base64')
  return { soort: 'ga-naar', adres: `${adres}${adres.includes('?') ? '&' : '?'}${vraag}&Signature=${encodeURIComponent(handtekening)}` }
}
