/** Namen uit SAML 2.0, XML Signature, XML Encryption en het stelsel eToegang. De lijsten zijn gesloten: wat er niet in staat wordt geweigerd. */

export const NS = {
  assertie: 'urn:oasis:names:tc:SAML:2.0:assertion',
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  handtekening: 'http://www.w3.org/2000/09/xmldsig#',
  versleuteling: 'http://www.w3.org/2001/04/xmlenc#',
  versleuteling11: 'http://www.w3.org/2009/xmlenc11#',
  soap: 'http://schemas.xmlsoap.org/soap/envelope/',
} as const

export const BINDING = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
  artifact: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact',
  soap: 'urn:oasis:names:tc:SAML:2.0:bindings:SOAP',
} as const

export const STATUS = {
  gelukt: 'urn:oasis:names:tc:SAML:2.0:status:Success',
  beantwoorder: 'urn:oasis:names:tc:SAML:2.0:status:Responder',
  inlogMislukt: 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed',
} as const

export const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

export const ALGORITME = {
  excC14n: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  omsloten: 'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  rsaSha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  rsaSha384: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384',
  rsaSha512: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  rsaPssSha256: 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  sha1: 'http://www.w3.org/2000/09/xmldsig#sha1',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: 'http://www.w3.org/2001/04/xmldsig-more#sha384',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
  aes128Gcm: 'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  aes256Gcm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  aes128Cbc: 'http://www.w3.org/2001/04/xmlenc#aes128-cbc',
  aes256Cbc: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
  oaep: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
  oaep11: 'http://www.w3.org/2009/xmlenc11#rsa-oaep',
} as const

/** Attributen van het stelsel (toegang.md 1.3). */
export const ATTRIBUUT = {
  organisatie: 'urn:etoegang:core:LegalSubjectID',
  persoon: 'urn:etoegang:core:ActingSubjectID',
  dienst: 'urn:etoegang:core:ServiceID',
  dienstUuid: 'urn:etoegang:core:ServiceUUID',
  vestiging: 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr',
  intermediair: 'urn:etoegang:1.9:IntermediateEntityID:KvKnr',
} as const
