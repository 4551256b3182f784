/**
 * Een makelaar voor tests: schrijft antwoorden in de vorm van eHerkenning en ondertekent ze. Een test verandert het bericht op een van vier
 * plaatsen: voor of na de handtekening van de verklaring, en voor of na die van de Response. Het echte bewijs is `npm run interop`.
 */
import { randomBytes, webcrypto } from 'node:crypto'
import { SignedXml } from 'xml-crypto'
import { encrypt } from 'xml-encryption'
import { laadX509 } from '../../src/toegang/machine/pki/x509.ts'

const OIN = '00000003123456780000'
export const DV = `urn:etoegang:DV:${OIN}:entities:9001`
export const HM = 'urn:etoegang:HM:00000003999999990000:entities:1'
export const DIENST = { index: 1, id: `urn:etoegang:DV:${OIN}:services:1`, uuid: '0f3a1b2c-4d5e-4f60-8a7b-9c0d1e2f3a4b', naam: 'Leerroute' }
export const PSEUDONIEM = `${'a1'.repeat(32)}@${'b2'.repeat(16)}`
export const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion'
export const SAMLP = 'urn:oasis:names:tc:SAML:2.0:protocol'
const DS = 'http://www.w3.org/2000/09/xmldsig#'
const EXC = 'http://www.w3.org/2001/10/xml-exc-c14n#'

export interface Paar {
  readonly sleutel: string
  readonly certificaat: string
}

/** Een zelf ondertekend certificaat, elke keer met een nieuwe sleutel. */
export async function maakPaar(naam: string, bits = 2048): Promise<Paar> {
  const x509 = await laadX509()
  const algoritme = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: bits }
  const keys = await webcrypto.subtle.generateKey(algoritme, true, ['sign', 'verify'])
  const certificaat = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(8).toString('hex').replace(/^./, '1'), name: `CN=${naam}`, notBefore: new Date('2026-01-01'), notAfter: new Date('2036-01-01'), signingAlgorithm: algoritme, keys: keys as never,
  })
  const sleutel = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return { sleutel: `-----BEGIN PRIVATE KEY-----\n${sleutel.replace(/(.{64})/g, '$1\n').trimEnd()}\n-----END PRIVATE KEY-----\n`, certificaat: certificaat.toString('pem') }
}

export interface Tekenwijze {
  readonly ondertekening?: string
  readonly samenvatting?: string
  readonly bewerkingen?: readonly string[]
}

export function teken(xml: string, paar: Paar, { ondertekening, samenvatting, bewerkingen }: Tekenwijze = {}): string {
  const werk = new SignedXml({ privateKey: paar.sleutel, publicCert: paar.certificaat, signatureAlgorithm: ondertekening ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', canonicalizationAlgorithm: EXC })
  werk.addReference({ xpath: '/*', transforms: bewerkingen ?? [`${DS}enveloped-signature`, EXC], digestAlgorithm: samenvatting ?? 'http://www.w3.org/2001/04/xmlenc#sha256' })
  const issuer = xml.includes('Issuer>') && !xml.startsWith('<md:')
  werk.computeSignature(xml, { prefix: 'ds', location: issuer ? { reference: "/*/*[local-name(.)='Issuer']", action: 'after' } : { reference: '/*', action: 'prepend' } })
  return werk.getSignedXml()
}

export interface Versleutelwijze {
  readonly inhoud?: string
  readonly sleutel?: string
  /** KeyName in de EncryptedKey; zonder staat er geen. */
  readonly sleutelnaam?: string
  /** Verandert de EncryptedData. */
  readonly wijzig?: (xml: string) => string
}

export async function versleutel(xml: string, certificaat: string, { inhoud, sleutel, sleutelnaam, wijzig = (uit) => uit }: Versleutelwijze = {}): Promise<string> {
  const tekst = await new Promise<string>((klaar, mis) => {
    const keuze = {
      rsa_pub: certificaat, pem: certificaat, disallowEncryptionWithInsecureAlgorithm: false, warnInsecureAlgorithm: false,
      encryptionAlgorithm: inhoud ?? 'http://www.w3.org/2009/xmlenc11#aes256-gcm', keyEncryptionAlgorithm: sleutel ?? 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
    }
    encrypt(xml, keuze as never, (fout: Error | null, uit: string) => (fout ? mis(fout) : klaar(uit)))
  })
  const naam = sleutelnaam === undefined ? '' : `<KeyInfo xmlns="${DS}"><KeyName>${sleutelnaam}</KeyName></KeyInfo>`
  return wijzig(tekst).replace(/<KeyInfo>\s*<X509Data>[\s\S]*?<\/X509Data>\s*<\/KeyInfo>/, naam)
}

export function naamId(kwalificatie: string, waarde: string): string {
  return `<saml:NameID xmlns:saml="${SAML}" NameQualifier="${kwalificatie}">${waarde}</saml:NameID>`
}

export function attribuutXml(naam: string, ...waarden: readonly string[]): string {
  return `<saml:Attribute Name="${naam}">${waarden.map((waarde) => `<saml:AttributeValue>${waarde}</saml:AttributeValue>`).join('')}</saml:Attribute>`
}

export interface Antwoordkeuze {
  readonly verzoekId: string
  readonly adres: string
  readonly nu: Date
  readonly loa?: string
  /** De attributen als XML; zonder zijn het persoon, KvK en dienst, elk identificerend deel versleuteld. */
  readonly attributen?: string
  readonly advies?: string
  readonly versleuteldeVerklaring?: Versleutelwijze
  readonly zonderHandtekening?: boolean
  readonly verklaringpaar?: Paar
  readonly responsepaar?: Paar
  readonly tekenwijze?: Tekenwijze
  readonly verklaring?: (xml: string) => string
  readonly ondertekendeVerklaring?: (xml: string) => string
  readonly response?: (xml: string) => string
}

export interface Proefmakelaar {
  readonly paar: Paar
  readonly metadatapaar: Paar
  metadata(keuze: { readonly cacheDuration?: string; readonly validUntil?: string; readonly paren?: readonly Paar[]; readonly entityId?: string; readonly metadatapaar?: Paar }): string
  attributen(keuze?: { readonly kvk?: string; readonly pseudo?: string; readonly extra?: string; readonly dienst?: string }): Promise<string>
  antwoord(keuze: Antwoordkeuze): Promise<string>
  /** Een antwoord zonder verklaring, met een andere uitkomst dan gelukt. */
  mislukt(keuze: Pick<Antwoordkeuze, 'verzoekId' | 'adres' | 'nu'>, status: string, onderliggend: string): string
  artifactResponse(keuze: { readonly verzoekId: string; readonly nu: Date; readonly response: string; readonly wijzig?: (xml: string) => string; readonly paar?: Paar }): string
}

export function maakProefmakelaar(paar: Paar, metadatapaar: Paar, ontvanger: Paar): Proefmakelaar {
  const tijd = (nu: Date, seconden: number): string => new Date(nu.getTime() + seconden * 1000).toISOString()
  const versleuteldId = async (kwalificatie: string, waarde: string): Promise<string> => `<saml:EncryptedID>${await versleutel(naamId(kwalificatie, waarde), ontvanger.certificaat)}</saml:EncryptedID>`
  const attributen: Proefmakelaar['attributen'] = async ({ kvk = '12345678', pseudo = PSEUDONIEM, extra = '', dienst } = {}) =>
    (dienst ?? attribuutXml('urn:etoegang:core:ServiceID', DIENST.id) + attribuutXml('urn:etoegang:core:ServiceUUID', DIENST.uuid))
    + attribuutXml('urn:etoegang:core:LegalSubjectID', await versleuteldId('urn:etoegang:1.9:EntityConcernedID:KvKnr', kvk))
    + attribuutXml('urn:etoegang:core:ActingSubjectID', await versleuteldId('urn:etoegang:1.13:EntityConcernedID:Pseudo', pseudo)) + extra
  // Versleutelen is het duurste deel van een antwoord; de meeste tests gaan over iets anders en mogen dezelfde attributen delen.
  let gewoon: Promise<string> | undefined
  const kop = (adres: string, verzoekId: string, nu: Date): string =>
    `<samlp:Response xmlns:samlp="${SAMLP}" xmlns:saml="${SAML}" ID="_r${randomBytes(16).toString('hex')}" Version="2.0" IssueInstant="${tijd(nu, -1)}" Destination="${adres}" InResponseTo="${verzoekId}"><saml:Issuer>${HM}</saml:Issuer>`
  const schrijfVerklaring = (keuze: Antwoordkeuze, lijst: string): string => {
    const { nu, adres, verzoekId, loa = 'urn:etoegang:core:assurance-class:loa3', advies = '' } = keuze
    return `<saml:Assertion xmlns:saml="${SAML}" ID="_a${randomBytes(16).toString('hex')}" Version="2.0" IssueInstant="${tijd(nu, -1)}"><saml:Issuer>${HM}</saml:Issuer>`
      + `<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_${randomBytes(8).toString('hex')}</saml:NameID>`
      + `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="${adres}" InResponseTo="${verzoekId}" NotOnOrAfter="${tijd(nu, 240)}"/></saml:SubjectConfirmation></saml:Subject>`
      + `<saml:Conditions NotBefore="${tijd(nu, -1)}" NotOnOrAfter="${tijd(nu, 240)}"><saml:AudienceRestriction><saml:Audience>${DV}</saml:Audience></saml:AudienceRestriction></saml:Conditions>${advies}`
      + `<saml:AuthnStatement AuthnInstant="${tijd(nu, -2)}"><saml:AuthnContext><saml:AuthnContextClassRef>${loa}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`
      + `<saml:AttributeStatement>${lijst}</saml:AttributeStatement></saml:Assertion>`
  }
  const niets = (xml: string): string => xml
  return {
    paar, metadatapaar, attributen,
    metadata: (keuze) => metadataXml(keuze, paar, metadatapaar),
    antwoord: async (keuze) => {
      const { verklaring = niets, ondertekendeVerklaring = niets, response = niets, versleuteldeVerklaring } = keuze
      const open = verklaring(schrijfVerklaring(keuze, keuze.attributen ?? await (gewoon ??= attributen())))
      const ondertekend = ondertekendeVerklaring(teken(open, keuze.verklaringpaar ?? paar, keuze.tekenwijze))
      const deel = versleuteldeVerklaring === undefined ? ondertekend : `<saml:EncryptedAssertion>${await versleutel(ondertekend, ontvanger.certificaat, versleuteldeVerklaring)}</saml:EncryptedAssertion>`
      const xml = response(`${kop(keuze.adres, keuze.verzoekId, keuze.nu)}<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${deel}</samlp:Response>`)
      return keuze.zonderHandtekening === true ? xml : teken(xml, keuze.responsepaar ?? paar, keuze.tekenwijze)
    },
    mislukt: ({ adres, verzoekId, nu }, status, onderliggend) =>
      teken(`${kop(adres, verzoekId, nu)}<samlp:Status><samlp:StatusCode Value="${status}"><samlp:StatusCode Value="${onderliggend}"/></samlp:StatusCode></samlp:Status></samlp:Response>`, paar),
    artifactResponse: ({ verzoekId, nu, response, wijzig = niets, paar: ander = paar }) => {
      const xml = `<samlp:ArtifactResponse xmlns:samlp="${SAMLP}" xmlns:saml="${SAML}" ID="_x${randomBytes(16).toString('hex')}" Version="2.0" IssueInstant="${tijd(nu, -1)}" InResponseTo="${verzoekId}">`
        + `<saml:Issuer>${HM}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${response}</samlp:ArtifactResponse>`
      return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${teken(wijzig(xml), ander)}</e:Body></e:Envelope>`
    },
  }
}

export const HM_ADRES = { aanmelden: 'https://makelaar.example/sso', metadata: 'https://makelaar.example/metadata', artifact: 'https://makelaar.example/artifact' }

function metadataXml({ cacheDuration = 'PT1H', validUntil, paren, entityId = HM, metadatapaar: ander }: Parameters<Proefmakelaar['metadata']>[0], paar: Paar, metadatapaar: Paar): string {
  const sleutels = (paren ?? [paar]).map(({ certificaat }) => `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${DS}"><ds:X509Data><ds:X509Certificate>${certificaat.replace(/-----[^-]+-----|\s/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`)
  const binding = 'urn:oasis:names:tc:SAML:2.0:bindings'
  return teken(
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_m${randomBytes(8).toString('hex')}" entityID="${entityId}" cacheDuration="${cacheDuration}"${validUntil === undefined ? '' : ` validUntil="${validUntil}"`}>`
    + `<md:IDPSSODescriptor protocolSupportEnumeration="${SAMLP}" WantAuthnRequestsSigned="true">${sleutels.join('')}`
    + `<md:ArtifactResolutionService Binding="${binding}:SOAP" Location="${HM_ADRES.artifact}" index="3"/>`
    + `<md:SingleSignOnService Binding="${binding}:HTTP-Redirect" Location="${HM_ADRES.aanmelden}"/><md:SingleSignOnService Binding="${binding}:HTTP-POST" Location="${HM_ADRES.aanmelden}"/></md:IDPSSODescriptor></md:EntityDescriptor>`,
    ander ?? metadatapaar,
  )
}
