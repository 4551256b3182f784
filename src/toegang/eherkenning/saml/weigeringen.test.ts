import { beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { attribuutXml, DIENST, DV, HM, naamId, PSEUDONIEM, versleutel } from '../../../../test/toegang/saml-makelaar.ts'
import { ACS, alleenMetadata, alsPost, begin, type Gegeven, leesOpzet, LOA, maakSamlproef, NU, type Samlproef, weigering } from '../../../../test/toegang/saml-proef.ts'
import { maakSamlAansluiting } from './aansluiting.ts'

let proef: Samlproef
beforeAll(async () => {
  proef = await maakSamlproef()
})

/** Verandert de verklaring voordat de makelaar haar ondertekent: een geldig ondertekend, maar verkeerd bericht. */
const inVerklaring = (van: string | RegExp, naar: string): Gegeven => ({ verklaring: (xml) => vervang(xml, van, naar) })
const inResponse = (van: string | RegExp, naar: string): Gegeven => ({ response: (xml) => vervang(xml, van, naar) })

/** Een vervanging die niets vervangt zou een test zijn die niet kan falen. */
function vervang(xml: string, van: string | RegExp, naar: string): string {
  const nieuw = xml.replace(van, naar)
  if (nieuw === xml) throw new Error(`niets te vervangen: ${String(van)}`)
  return nieuw
}

const tijd = (seconden: number): string => new Date(NU.getTime() + seconden * 1000).toISOString()

describe('herkomst en bestemming', () => {
  it.each<[string, string, Gegeven]>([
    ['A-01 InResponseTo van een ander verzoek', 'SAML-ANDER-VERZOEK', inResponse(/InResponseTo="[^"]+"/, 'InResponseTo="_ander"')],
    ['A-02 ongevraagd antwoord: Response zonder InResponseTo', 'SAML-ONGEVRAAGD', inResponse(/ InResponseTo="[^"]+"/, '')],
    ['A-01 InResponseTo in de bevestiging van een ander verzoek', 'SAML-ANDER-VERZOEK', inVerklaring(/InResponseTo="[^"]+"/, 'InResponseTo="_ander"')],
    ['A-02 ongevraagd antwoord: bevestiging zonder InResponseTo', 'SAML-ONGEVRAAGD', inVerklaring(/ InResponseTo="[^"]+"/, '')],
    ['A-07 Issuer van de Response', 'SAML-UITGEVER', inResponse(`<saml:Issuer>${HM}`, `<saml:Issuer>${HM}x`)],
    ['A-07 Issuer met een spatie', 'SAML-UITGEVER', inResponse(`<saml:Issuer>${HM}`, `<saml:Issuer> ${HM}`)],
    ['A-07 Issuer met een Format', 'SAML-UITGEVER', inResponse('<saml:Issuer>', '<saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">')],
    ['A-07 Issuer van de verklaring', 'SAML-UITGEVER', inVerklaring(`<saml:Issuer>${HM}`, '<saml:Issuer>urn:etoegang:HM:ander')],
    ['A-07 Destination', 'SAML-BESTEMMING', inResponse(ACS.post, `${ACS.post}/`)],
    ['A-07 zonder Destination', 'SAML-BESTEMMING', inResponse(/ Destination="[^"]+"/, '')],
    ['A-07 Recipient', 'SAML-ONTVANGER', inVerklaring(ACS.post, 'https://ander.example/acs')],
    ['A-07 zonder Recipient', 'SAML-ONTVANGER', inVerklaring(/ Recipient="[^"]+"/, '')],
    ['A-07 Audience', 'SAML-PUBLIEK', inVerklaring(DV, `${DV}0`)],
    ['A-07 zonder AudienceRestriction', 'SAML-PUBLIEK', inVerklaring(/<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, '')],
    ['A-07 twee Audiences', 'SAML-PUBLIEK', inVerklaring('</saml:AudienceRestriction>', '<saml:Audience>urn:ander</saml:Audience></saml:AudienceRestriction>')],
    ['A-07 zonder Conditions', 'SAML-VOORWAARDEN', inVerklaring(/<saml:Conditions.*<\/saml:Conditions>/, '')],
    ['A-07 een voorwaarde die wij niet begrijpen', 'SAML-VOORWAARDEN', inVerklaring('</saml:Conditions>', '<saml:ProxyRestriction/></saml:Conditions>')],
    ['A-07 Version van de Response', 'SAML-VERSIE', inResponse('Version="2.0"', 'Version="1.1"')],
    ['A-07 Version van de verklaring', 'SAML-VERSIE', inVerklaring('Version="2.0"', 'Version="2.00"')],
    ['A-07 een andere bevestiging dan bearer', 'SAML-BEVESTIGING', inVerklaring('cm:bearer', 'cm:holder-of-key')],
    ['A-07 twee bevestigingen', 'SAML-BEVESTIGING', inVerklaring('</saml:Subject>', '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"/></saml:Subject>')],
    ['A-07 zonder Subject', 'SAML-BEVESTIGING', inVerklaring(/<saml:Subject>.*<\/saml:Subject>/, '')],
  ])('weigert %s', async (_, code, gegeven) => {
    expect(weigering(await proef.logIn(gegeven))).toBe(`ONGELDIG ${code}`)
  })

  it('A-07: een antwoord op een ander adres, of op een andere manier dan gevraagd, wordt niet eens gelezen', async () => {
    const { geheim } = await begin(proef.aansluiting)
    const xml = await proef.makelaar.antwoord({ adres: ACS.post, nu: NU, verzoekId: geheim['verzoek'] ?? '' })
    const goed = alsPost(xml)
    const uit = async (antwoord: Parameters<typeof proef.aansluiting.controleer>[0]) => weigering(await proef.aansluiting.controleer(antwoord, geheim, NU))
    expect(await uit(alsPost(xml, undefined, 'https://leerroute.example/ander'))).toBe('ONGELDIG SAML-BESTEMMING')
    expect(await uit({ ...goed, methode: 'GET', adres: new URL(`${ACS.post}?SAMLResponse=${encodeURIComponent(goed.velden['SAMLResponse'] ?? '')}`), velden: {} })).toBe('ONGELDIG SAML-BINDING')
    expect(await uit({ ...goed, velden: { ...goed.velden, SAMLart: 'AAQ' } })).toBe('ONGELDIG SAML-BINDING')
    expect(await uit(goed)).toBe('TOEGELATEN')
  })

  it('A-01: zonder begonnen verzoek is er niets om te controleren', async () => {
    const xml = await proef.makelaar.antwoord({ adres: ACS.post, nu: NU, verzoekId: '_x' })
    expect(weigering(await proef.aansluiting.controleer(alsPost(xml), {}, NU))).toBe('ONGELDIG SAML-ONGEVRAAGD')
  })
})

describe('tijd', () => {
  it.each<[string, string, Gegeven]>([
    ['A-08 Conditions verlopen', 'VERLOPEN SAML-VERLOPEN', inVerklaring(/(<saml:Conditions .*?NotOnOrAfter=)"[^"]+"/, `$1"${tijd(-30)}"`)],
    ['A-08 bevestiging verlopen', 'VERLOPEN SAML-VERLOPEN', inVerklaring(/NotOnOrAfter="[^"]+"/, `NotOnOrAfter="${tijd(-30)}"`)],
    ['A-08 zonder einde', 'ONGELDIG SAML-TIJD-VORM', inVerklaring(/ NotOnOrAfter="[^"]+"/, '')],
    ['A-08 nog niet geldig', 'ONGELDIG SAML-TOEKOMST', inVerklaring(/NotBefore="[^"]+"/, `NotBefore="${tijd(31)}"`)],
    ['A-08 NotBefore in de bevestiging', 'ONGELDIG SAML-BEVESTIGING', inVerklaring('<saml:SubjectConfirmationData', `<saml:SubjectConfirmationData NotBefore="${tijd(-9)}"`)],
    ['A-08 verklaring uit de toekomst', 'ONGELDIG SAML-TOEKOMST', inVerklaring(/IssueInstant="[^"]+"/, `IssueInstant="${tijd(31)}"`)],
    ['A-08 Response uit de toekomst', 'ONGELDIG SAML-TOEKOMST', inResponse(/IssueInstant="[^"]+"/, `IssueInstant="${tijd(31)}"`)],
    ['A-08 inlog ouder dan vijf minuten', 'VERLOPEN SAML-INLOG-TE-OUD', inVerklaring(/AuthnInstant="[^"]+"/, `AuthnInstant="${tijd(-331)}"`)],
    ['A-08 inlog van voor ons verzoek (SSO)', 'ONGELDIG SAML-NIET-OPNIEUW-INGELOGD', inVerklaring(/AuthnInstant="[^"]+"/, `AuthnInstant="${tijd(-31)}"`)],
    ['A-08 inlog in de toekomst', 'ONGELDIG SAML-TOEKOMST', inVerklaring(/AuthnInstant="[^"]+"/, `AuthnInstant="${tijd(31)}"`)],
    ['A-08 sessie bij de makelaar voorbij', 'VERLOPEN SAML-VERLOPEN', inVerklaring('<saml:AuthnStatement', `<saml:AuthnStatement SessionNotOnOrAfter="${tijd(-30)}"`)],
    ['A-08 een tijd die niet bestaat', 'ONGELDIG SAML-TIJD-VORM', inVerklaring(/AuthnInstant="[^"]+"/, 'AuthnInstant="2026-02-30T12:00:00Z"')],
    ['A-08 een tijd zonder UTC', 'ONGELDIG SAML-TIJD-VORM', inVerklaring(/AuthnInstant="[^"]+"/, 'AuthnInstant="2026-11-24T12:00:00+01:00"')],
  ])('weigert %s', async (_, verwacht, gegeven) => {
    expect(weigering(await proef.logIn(gegeven))).toBe(verwacht)
  })

  it.each([
    ['einde', inVerklaring(/(<saml:Conditions .*?NotOnOrAfter=)"[^"]+"/, `$1"${tijd(-29)}"`)],
    ['begin', inVerklaring(/NotBefore="[^"]+"/, `NotBefore="${tijd(30)}"`)],
    ['inlog', inVerklaring(/AuthnInstant="[^"]+"/, `AuthnInstant="${tijd(30)}"`)],
  ])('A-08: binnen de speling van 30 seconden mag het nog (%s)', async (_, gegeven) => {
    expect((await proef.logIn(gegeven)).ok).toBe(true)
  })
})

describe('niveau', () => {
  it.each([
    ['loa1', 'NIVEAU_TE_LAAG SAML-NIVEAU-TE-LAAG', 'EH1'], ['loa2', 'NIVEAU_TE_LAAG SAML-NIVEAU-TE-LAAG', 'EH2'], ['loa2plus', 'NIVEAU_TE_LAAG SAML-NIVEAU-TE-LAAG', 'EH2+'],
    ['loa5', 'NIVEAU_TE_LAAG SAML-NIVEAU-ONBEKEND', null], ['loa3 ', 'NIVEAU_TE_LAAG SAML-NIVEAU-ONBEKEND', null], ['LOA3', 'NIVEAU_TE_LAAG SAML-NIVEAU-ONBEKEND', null], ['', 'NIVEAU_TE_LAAG SAML-NIVEAU-ONBEKEND', null],
  ])('A-10: %s komt niet binnen', async (loa, verwacht, behaald) => {
    const uitkomst = await proef.logIn({ loa: `${LOA}:${loa}` })
    expect([weigering(uitkomst), !uitkomst.ok && 'behaald' in uitkomst.reden ? uitkomst.reden.behaald : 'geen']).toEqual([verwacht, behaald])
  })

  it.each<[string, string, Gegeven]>([
    ['zonder AuthnStatement', 'NIVEAU_TE_LAAG SAML-INLOG-ONTBREEKT', inVerklaring(/<saml:AuthnStatement.*<\/saml:AuthnStatement>/, '')],
    ['zonder AuthnContextClassRef', 'NIVEAU_TE_LAAG SAML-NIVEAU-ONTBREEKT', inVerklaring(/<saml:AuthnContextClassRef>.*<\/saml:AuthnContextClassRef>/, '')],
    ['met twee niveaus', 'NIVEAU_TE_LAAG SAML-NIVEAU-ONTBREEKT', inVerklaring('</saml:AuthnContext>', `<saml:AuthnContextClassRef>${LOA}:loa4</saml:AuthnContextClassRef></saml:AuthnContext>`)],
    ['met twee AuthnStatements', 'ONGELDIG SAML-INLOG-DUBBEL', inVerklaring(/(<saml:AuthnStatement.*<\/saml:AuthnStatement>)/, '$1$1')],
  ])('A-10: %s komt niemand binnen', async (_, verwacht, gegeven) => {
    expect(weigering(await proef.logIn(gegeven))).toBe(verwacht)
  })
})

describe('attributen', () => {
  const versleuteld = async (kwalificatie: string, waarde: string): Promise<string> => `<saml:EncryptedID>${await versleutel(naamId(kwalificatie, waarde), proef.eigen.certificaat)}</saml:EncryptedID>`
  const zet = async (naam: string, waarde: string): Promise<Gegeven> => ({ attributen: vervang(await proef.makelaar.attributen(), new RegExp(`<saml:Attribute Name="urn:etoegang:core:${naam}">.*?</saml:Attribute>`, 's'), waarde) })
  const KVK = 'urn:etoegang:1.9:EntityConcernedID:KvKnr'
  const PSEUDO = 'urn:etoegang:1.13:EntityConcernedID:Pseudo'

  it.each<[string, string, () => Promise<Gegeven>]>([
    ['A-11 ServiceUUID van een ander', 'SAML-DIENST', () => zet('ServiceUUID', attribuutXml('urn:etoegang:core:ServiceUUID', DIENST.uuid.replace('0', '1')))],
    ['A-11 ServiceID van een ander', 'SAML-DIENST', () => zet('ServiceID', attribuutXml('urn:etoegang:core:ServiceID', `${DIENST.id}0`))],
    ['A-11 geen dienst', 'SAML-DIENST', async () => ({ attributen: await proef.makelaar.attributen({ dienst: '' }) })],
    ['A-11 zonder persoon', 'SAML-PERSOON-SOORT', () => zet('ActingSubjectID', '')],
    ['A-11 persoon met een andere kwalificatie', 'SAML-PERSOON-SOORT', async () => zet('ActingSubjectID', attribuutXml('urn:etoegang:core:ActingSubjectID', await versleuteld(KVK, PSEUDONIEM)))],
    ['A-11 persoon zonder vorm', 'SAML-PERSOON', async () => zet('ActingSubjectID', attribuutXml('urn:etoegang:core:ActingSubjectID', await versleuteld(PSEUDO, 'undefined')))],
    ['A-11 zonder organisatie', 'SAML-ORGANISATIE', () => zet('LegalSubjectID', '')],
    ['A-11 organisatie met een onbekende kwalificatie', 'SAML-ORGANISATIE', async () => zet('LegalSubjectID', attribuutXml('urn:etoegang:core:LegalSubjectID', await versleuteld('urn:etoegang:1.9:EntityConcernedID:BSN', '12345678')))],
    ['A-11 KvK met tekst erachter', 'SAML-ORGANISATIE', async () => ({ attributen: await proef.makelaar.attributen({ kvk: '12345678abc' }) })],
    ['A-11 RSIN zonder elfproef', 'SAML-ORGANISATIE', async () => zet('LegalSubjectID', attribuutXml('urn:etoegang:core:LegalSubjectID', await versleuteld('urn:etoegang:1.9:EntityConcernedID:RSIN', '123456789')))],
    ['A-13 vestiging zonder vorm', 'SAML-VESTIGING', async () => ({ attributen: await proef.makelaar.attributen({ extra: attribuutXml('urn:etoegang:1.9:ServiceRestriction:Vestigingsnr', '12345') }) })],
    ['A-13 twee vestigingen', 'SAML-VESTIGING', async () => ({ attributen: await proef.makelaar.attributen({ extra: attribuutXml('urn:etoegang:1.9:ServiceRestriction:Vestigingsnr', '000012345678', '000012345679') }) })],
    ['A-13 een beperking die wij niet kennen', 'SAML-BEPERKING-ONBEKEND', async () => ({ attributen: await proef.makelaar.attributen({ extra: attribuutXml('urn:etoegang:1.13:ServiceRestriction:Postcode', '1234AB') }) })],
    ['A-14 intermediair zonder vorm', 'SAML-INTERMEDIAIR', async () => ({ attributen: await proef.makelaar.attributen({ extra: attribuutXml('urn:etoegang:1.9:IntermediateEntityID:KvKnr', '1234567') }) })],
    ['A-14 intermediair van een andere soort', 'SAML-BEPERKING-ONBEKEND', async () => ({ attributen: await proef.makelaar.attributen({ extra: attribuutXml('urn:etoegang:1.9:IntermediateEntityID:RSIN', '123456782') }) })],
    ['A-14 intermediair met de kwalificatie van iets anders', 'SAML-INTERMEDIAIR', async () => ({ attributen: await proef.makelaar.attributen({ extra: attribuutXml('urn:etoegang:1.9:IntermediateEntityID:KvKnr', await versleuteld('urn:etoegang:1.9:EntityConcernedID:RSIN', '12345678')) }) })],
    ['A-06 een attribuut dat er twee keer staat', 'SAML-ATTRIBUUT-DUBBEL', async () => ({ attributen: (await proef.makelaar.attributen()) + attribuutXml('urn:etoegang:core:LegalSubjectID', await versleuteld(KVK, '87654321')) })],
    ['A-06 ook een attribuut dat wij niet lezen', 'SAML-ATTRIBUUT-DUBBEL', async () => ({ attributen: await proef.makelaar.attributen({ extra: attribuutXml('urn:x', 'a') + attribuutXml('urn:x', 'b') }) })],
    ['A-06 twee AttributeStatements', 'SAML-ATTRIBUTEN', async () => inVerklaring('</saml:AttributeStatement>', '</saml:AttributeStatement><saml:AttributeStatement/>')],
    ['A-11 een identificatie zonder versleuteling', 'SAML-IDENTIFICATIE-OPEN', () => zet('LegalSubjectID', attribuutXml('urn:etoegang:core:LegalSubjectID', naamId(KVK, '12345678')))],
    ['A-11 een attribuut zonder waarde', 'SAML-ATTRIBUUT-LEEG', () => zet('LegalSubjectID', '<saml:Attribute Name="urn:etoegang:core:LegalSubjectID"/>')],
    ['A-05 commentaar in een versleutelde identificatie', 'SAML-VERSLEUTELING-VORM', async () => ({ attributen: await proef.makelaar.attributen({ kvk: '1234<!-- -->5678' }) })],
  ])('weigert %s', async (_, code, gegeven) => {
    expect(weigering(await proef.logIn(await gegeven()))).toBe(`ONGELDIG ${code}`)
  })

  it('A-11: een open identificatie mag wel in een versleutelde verklaring', async () => {
    const gegeven = await zet('LegalSubjectID', attribuutXml('urn:etoegang:core:LegalSubjectID', naamId(KVK, '12345678')))
    expect((await proef.logIn({ ...gegeven, versleuteldeVerklaring: {} })).ok).toBe(true)
  })
})

describe('vorm van het bericht', () => {
  it.each<[string, string, (xml: string) => string]>([
    ['A-05 DOCTYPE', 'SAML-XML-DOCTYPE', (xml) => `<!DOCTYPE samlp:Response>${xml}`],
    ['A-05 een eigen entiteit', 'SAML-XML-DOCTYPE', (xml) => `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]>${xml}`],
    ['A-05 een instructie', 'SAML-XML-INSTRUCTIE', (xml) => `<?xml-stylesheet href="x"?>${xml}`],
    ['A-05 commentaar in de NameID', 'SAML-XML-COMMENTAAR', (xml) => vervang(xml, /(<saml:NameID[^>]*>_..)/, '$1<!-- x -->')],
    ['A-05 commentaar elders', 'SAML-XML-COMMENTAAR', (xml) => vervang(xml, '</saml:Subject>', '</saml:Subject><!-- x -->')],
    ['A-05 een onbekende entiteit', 'SAML-XML-ONLEESBAAR', (xml) => vervang(xml, HM, '&amp;x;&hm;')],
    ['A-05 een andere codering', 'SAML-XML-CODERING', (xml) => `<?xml version="1.0" encoding="UTF-16"?>${xml}`],
    ['A-05 XML 1.1', 'SAML-XML-CODERING', (xml) => `<?xml version="1.1"?>${xml}`],
    ['A-05 niet welgevormd', 'SAML-XML-ONLEESBAAR', (xml) => xml.slice(0, -3)],
    ['A-05 een tweede wortel', 'SAML-XML-ONLEESBAAR', (xml) => `${xml}<x/>`],
    ['te groot', 'SAML-XML-TE-GROOT', (xml) => xml + ' '.repeat(256 * 1024)],
    ['te veel elementen', 'SAML-XML-TE-GROOT', (xml) => vervang(xml, '</samlp:Response>', `${'<a/>'.repeat(6000)}</samlp:Response>`)],
    ['te veel attributen', 'SAML-XML-TE-GROOT', (xml) => vervang(xml, '</samlp:Response>', `<a ${Array.from({ length: 6000 }, (_, i) => `b${i}=""`).join(' ')}/></samlp:Response>`)],
    ['te diep', 'SAML-XML-TE-GROOT', () => '<a>'.repeat(200) + '</a>'.repeat(200)],
  ])('weigert %s', async (_, code, wijzig) => {
    expect(weigering(await proef.logIn({}, wijzig))).toBe(`ONGELDIG ${code}`)
  })

  it('geen base64, of bytes die geen UTF-8 zijn', async () => {
    const { geheim } = await begin(proef.aansluiting)
    const uit = async (inhoud: string) => weigering(await proef.aansluiting.controleer({ ...alsPost(''), velden: { SAMLResponse: inhoud } }, geheim, NU))
    expect(await uit('<xml>')).toBe('ONGELDIG SAML-XML-CODERING')
    expect(await uit(Buffer.from([0x3c, 0xff, 0x3e]).toString('base64'))).toBe('ONGELDIG SAML-XML-CODERING')
  })

  it('A-03: willekeurige bytes en willekeurige XML komen nooit binnen en gooien nooit', async () => {
    const { geheim } = await begin(proef.aansluiting)
    const xml = await proef.makelaar.antwoord({ adres: ACS.post, nu: NU, verzoekId: geheim['verzoek'] ?? '' })
    const knip = fc.tuple(fc.nat(xml.length), fc.nat(60), fc.string({ maxLength: 20 })).map(([plaats, weg, erin]) => xml.slice(0, plaats) + erin + xml.slice(plaats + weg)).filter((anders) => anders !== xml)
    await expect(fc.assert(fc.asyncProperty(fc.oneof(fc.string(), knip), async (bericht) => {
      const uitkomst = await proef.aansluiting.controleer(alsPost(bericht), geheim, NU)
      // Wat buiten de ondertekende bytes valt (KeyInfo, witruimte in de handtekening) mag veranderen; dan is de identiteit dezelfde.
      if (uitkomst.ok) expect([uitkomst.waarde.acting, uitkomst.waarde.legal.waarde, uitkomst.waarde.niveau]).toEqual([PSEUDONIEM, '12345678', 'EH3'])
    }), { numRuns: 60 })).resolves.toBeUndefined()
  })
})

describe('handtekening en versleuteling', () => {
  const SHA1 = 'http://www.w3.org/2000/09/xmldsig#sha1'
  it.each<[string, string, () => Gegeven | Promise<Gegeven>]>([
    ['A-03 Response zonder handtekening', 'SAML-HANDTEKENING-ONTBREEKT', () => ({ zonderHandtekening: true })],
    ['A-03 verklaring zonder handtekening', 'SAML-HANDTEKENING-ONTBREEKT', () => ({ ondertekendeVerklaring: (xml) => vervang(xml, /<ds:Signature.*<\/ds:Signature>/s, '') })],
    ['A-03 verklaring met twee handtekeningen', 'SAML-HANDTEKENING-DUBBEL', () => ({ ondertekendeVerklaring: (xml) => vervang(xml, /(<ds:Signature .*<\/ds:Signature>)/s, '$1$1') })],
    ['A-03 verklaring van een vreemde sleutel', 'SAML-HANDTEKENING-ONJUIST', () => ({ verklaringpaar: proef.vreemd })],
    ['A-03 Response van een vreemde sleutel, met diens certificaat in KeyInfo', 'SAML-HANDTEKENING-ONJUIST', () => ({ responsepaar: proef.vreemd })],
    ['A-04 rsa-sha1', 'SAML-HANDTEKENING-ALGORITME', () => ({ tekenwijze: { ondertekening: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' } })],
    ['A-04 een samenvatting met SHA-1', 'SAML-HANDTEKENING-ALGORITME', () => ({ tekenwijze: { samenvatting: SHA1 } })],
    ['A-04 gewone c14n in plaats van exclusieve', 'SAML-HANDTEKENING-ALGORITME', () => ({ tekenwijze: { bewerkingen: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'] } })],
    ['A-04 zonder omsloten handtekening', 'SAML-HANDTEKENING-ALGORITME', () => ({ tekenwijze: { bewerkingen: ['http://www.w3.org/2001/10/xml-exc-c14n#'] } })],
    ['A-04 AES-CBC als dat niet is afgesproken', 'SAML-VERSLEUTELING-ALGORITME', () => ({ versleuteldeVerklaring: { inhoud: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc' } })],
    ['A-04 3DES', 'SAML-VERSLEUTELING-ALGORITME', () => ({ versleuteldeVerklaring: { inhoud: 'http://www.w3.org/2001/04/xmlenc#tripledes-cbc' } })],
    ['A-04 RSA1_5', 'SAML-VERSLEUTELING-ALGORITME', () => ({ versleuteldeVerklaring: { sleutel: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5' } })],
    ['A-04 versleuteld voor een ander', 'SAML-VERSLEUTELING-NIET-VOOR-ONS', () => ({ versleuteldeVerklaring: { sleutelnaam: 'ab'.repeat(32) } })],
    ['A-04 een sleutel voor een andere ontvanger', 'SAML-VERSLEUTELING-NIET-VOOR-ONS', () => ({ versleuteldeVerklaring: { wijzig: (xml) => vervang(xml, '<e:EncryptedKey ', '<e:EncryptedKey Recipient="urn:etoegang:DV:ander" ') } })],
    ['A-04 een samenvatting in OAEP die niet op de lijst staat', 'SAML-VERSLEUTELING-ALGORITME', () => ({ versleuteldeVerklaring: { wijzig: (xml) => vervang(xml, /<DigestMethod Algorithm="[^"]+"/, '<DigestMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#md5"') } })],
    ['A-06 twee elementen in een versleutelde identificatie', 'SAML-VERSLEUTELING-VORM', async () => ({ attributen: vervang(await proef.makelaar.attributen(), /<saml:EncryptedID>.*?<\/saml:EncryptedID>/s, `<saml:EncryptedID>${await versleutel(naamId('urn:etoegang:1.9:EntityConcernedID:KvKnr', '12345678').repeat(2), proef.eigen.certificaat)}</saml:EncryptedID>`) })],
    ['A-04 een verknoeide versleuteling', 'SAML-VERSLEUTELING-ONJUIST', () => ({ versleuteldeVerklaring: {}, response: (xml) => vervang(xml, /CipherValue>.{9}/g, 'CipherValue>AAAAAAAAA') })],
  ])('weigert %s', async (_, code, gegeven) => {
    expect(weigering(await proef.logIn(await gegeven()))).toBe(`ONGELDIG ${code}`)
  })

  it.each(['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512'])('A-04: %s mag', async (naam) => {
    expect((await proef.logIn({ tekenwijze: { ondertekening: naam, samenvatting: 'http://www.w3.org/2001/04/xmlenc#sha512' } })).ok).toBe(true)
  })

  it('A-04: HMAC met het openbare certificaat als sleutel, of een lege handtekening, is geen handtekening', async () => {
    const wissel = (xml: string): string => vervang(xml, /(<samlp:Response.*?SignatureMethod Algorithm=")[^"]+/s, '$1http://www.w3.org/2000/09/xmldsig#hmac-sha1')
    expect(weigering(await proef.logIn({}, wissel))).toBe('ONGELDIG SAML-HANDTEKENING-ALGORITME')
    expect(weigering(await proef.logIn({}, (xml) => vervang(xml, /(<samlp:Response.*?<ds:SignatureValue>)[^<]+/s, '$1')))).toBe('ONGELDIG SAML-HANDTEKENING-ONJUIST')
  })

  it.each<[string, string | RegExp, string]>([
    ['het niveau', ':loa3<', ':loa4<'], ['een waarde in een attribuut', DIENST.uuid, DIENST.uuid.toUpperCase()], ['de bestemming', ACS.post, 'https://ander.example/'],
    ['de tijd', /NotOnOrAfter="2026/, 'NotOnOrAfter="2027'], ['de uitkomst', 'status:Success', 'status:Responder'],
  ])('A-03: veranderd na het ondertekenen: %s', async (_, van, naar) => {
    expect(weigering(await proef.logIn({}, (xml) => vervang(xml, van, naar)))).toBe('ONGELDIG SAML-HANDTEKENING-ONJUIST')
  })

  it('A-04: CBC wel als het is afgesproken, maar een verknoeid bericht geeft dezelfde weigering als een verkeerde sleutel', async () => {
    const aansluiting = maakSamlAansluiting(leesOpzet({ ...proef.instelling, cbcToegestaan: true }), alleenMetadata(proef.makelaar))
    const uit = async (wijzig: (xml: string) => string) => {
      const { geheim } = await begin(aansluiting)
      const xml = await proef.makelaar.antwoord({ adres: ACS.post, nu: NU, verzoekId: geheim['verzoek'] ?? '', versleuteldeVerklaring: { inhoud: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc' }, response: wijzig })
      return weigering(await aansluiting.controleer(alsPost(xml), geheim, NU))
    }
    expect(await uit((xml) => xml)).toBe('TOEGELATEN')
    expect(await uit((xml) => vervang(xml, /(CipherValue>)[^<]{8}(?=[^<]*<\/e:CipherValue>\s*<\/e:CipherData>\s*<\/e:EncryptedKey)/, '$1AAAAAAAA'))).toBe('ONGELDIG SAML-VERSLEUTELING-ONJUIST')
    // Een antwoord dat na het ondertekenen is verknoeid komt niet tot het ontsleutelen: er is geen orakel.
    const { geheim } = await begin(aansluiting)
    const xml = await proef.makelaar.antwoord({ adres: ACS.post, nu: NU, verzoekId: geheim['verzoek'] ?? '', versleuteldeVerklaring: { inhoud: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc' } })
    expect(weigering(await aansluiting.controleer(alsPost(vervang(xml, /(CipherValue>)[^<]{8}/, '$1AAAAAAAA')), geheim, NU))).toBe('ONGELDIG SAML-HANDTEKENING-ONJUIST')
  })

  it('A-15: geen weigering noemt een waarde uit het bericht', async () => {
    const uitkomst = await proef.logIn({ attributen: await proef.makelaar.attributen({ kvk: '1234567' }) })
    expect(JSON.stringify(uitkomst)).toBe('{"ok":false,"reden":{"soort":"ONGELDIG","code":"SAML-ORGANISATIE"}}')
  })
})
