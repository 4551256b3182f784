import { createHash, createVerify } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { gelukt, geweigerd } from '../../../kern/uitkomst.ts'
import { attribuutXml, DIENST, DV, HM, HM_ADRES, maakPaar, maakProefmakelaar, naamId, PSEUDONIEM, SAML, SAMLP, teken, versleutel } from '../../../../test/toegang/saml-makelaar.ts'
import { ACS, alleenMetadata, alsPost, begin, leesOpzet, LOA, maakArtifact, maakSamlproef, NU, type Samlproef, weigering } from '../../../../test/toegang/saml-proef.ts'
import { maakSamlAansluiting } from './aansluiting.ts'
import { controleerHandtekening } from './handtekening.ts'
import type { Ophaler, Ophaalverzoek } from './ophalen.ts'
import { leesCertificaat } from './sleutels.ts'
import { attribuut, kinderen, kinderenVan, leesXml } from './xml.ts'

let proef: Samlproef
beforeAll(async () => {
  proef = await maakSamlproef()
})

describe('een goed antwoord', () => {
  it('A-03 tot en met A-11: wordt een identiteit met precies wat er ondertekend staat', async () => {
    const uitkomst = await proef.logIn()
    expect(uitkomst).toEqual({
      ok: true,
      waarde: {
        acting: PSEUDONIEM, legal: { soort: 'KVK', waarde: '12345678' }, vestigingsnummer: null, intermediair: null, serviceUuid: DIENST.uuid,
        niveau: 'EH3', authnOp: '2026-11-24T11:59:58.000Z', makelaar: HM,
        bewijs: { protocol: 'SAML', id: expect.stringMatching(/^_a[0-9a-f]{32}$/), hash: expect.any(Buffer), geldigTot: '2026-11-24T12:04:30.000Z' },
      },
    })
  })

  it('A-09: bewijs.id is het ID van de verklaring, en bewijs.hash gaat over haar ondertekende bytes', async () => {
    let verklaring = ''
    const uitkomst = await proef.logIn({ ondertekendeVerklaring: (xml) => (verklaring = xml) })
    const [xml, certificaat] = [leesXml(verklaring), leesCertificaat(proef.makelaar.paar.certificaat)]
    if (!xml.ok || certificaat === undefined) throw new Error('niet te lezen')
    const ondertekend = controleerHandtekening(verklaring, xml.waarde, xml.waarde, [certificaat])
    const hash = createHash('sha256').update(ondertekend.ok ? ondertekend.waarde.xml : '').digest('hex')
    expect(uitkomst.ok && [uitkomst.waarde.bewijs.id, uitkomst.waarde.bewijs.hash.toString('hex')]).toEqual([attribuut(xml.waarde, 'ID'), hash])
  })

  it('A-09: hetzelfde bericht geeft twee keer hetzelfde bewijs, zodat een tweede gebruik te herkennen is', async () => {
    const { geheim } = await begin(proef.aansluiting)
    const bericht = alsPost(await proef.makelaar.antwoord({ adres: ACS.post, nu: NU, verzoekId: geheim['verzoek'] ?? '' }))
    const [een, twee] = [await proef.aansluiting.controleer(bericht, geheim, NU), await proef.aansluiting.controleer(bericht, geheim, NU)]
    expect(een.ok && twee.ok && een.waarde.bewijs).toEqual(twee.ok && twee.waarde.bewijs)
  })

  it('A-04: een versleutelde verklaring (AES-256-GCM) wordt gelezen, met of zonder KeyName', async () => {
    const sleutelnaam = leesCertificaat(proef.eigen.certificaat)?.vingerafdrukken[0] ?? ''
    expect((await proef.logIn({ versleuteldeVerklaring: {} })).ok).toBe(true)
    expect((await proef.logIn({ versleuteldeVerklaring: { sleutelnaam } })).ok).toBe(true)
    expect((await proef.logIn({ versleuteldeVerklaring: { sleutelnaam: sleutelnaam.toUpperCase().replace(/(..)(?=.)/g, '$1:') } })).ok).toBe(true)
  })

  it('A-10: EH4 komt ook binnen', async () => {
    const uitkomst = await proef.logIn({ loa: `${LOA}:loa4` })
    expect(uitkomst.ok && uitkomst.waarde.niveau).toBe('EH4')
  })

  it('A-13 en A-14: vestiging en intermediair komen mee', async () => {
    const extra = attribuutXml('urn:etoegang:1.9:ServiceRestriction:Vestigingsnr', '000012345678') + attribuutXml('urn:etoegang:1.9:IntermediateEntityID:KvKnr', '87654321')
    const uitkomst = await proef.logIn({ attributen: await proef.makelaar.attributen({ extra }) })
    expect(uitkomst.ok && [uitkomst.waarde.vestigingsnummer, uitkomst.waarde.intermediair]).toEqual(['000012345678', '87654321'])
  })

  it('A-06: verklaringen in Advice tellen niet, ook niet als ze een ander niveau en een andere organisatie noemen', async () => {
    const nummer = attribuutXml('urn:etoegang:core:LegalSubjectID', naamId('urn:etoegang:1.9:EntityConcernedID:KvKnr', '99999999'))
    const onder = teken(`<saml:Assertion xmlns:saml="${SAML}" ID="_onder" Version="2.0"><saml:Issuer>urn:etoegang:AD:x</saml:Issuer><saml:AuthnStatement><saml:AuthnContext><saml:AuthnContextClassRef>${LOA}:loa4</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${nummer}</saml:AttributeStatement></saml:Assertion>`, proef.vreemd)
    const uitkomst = await proef.logIn({ advies: `<saml:Advice>${onder}</saml:Advice>` })
    expect(uitkomst.ok && [uitkomst.waarde.legal.waarde, uitkomst.waarde.niveau]).toEqual(['12345678', 'EH3'])
  })

  it('A-11: RSIN met elfproef, en KvK gaat voor als beide er staan', async () => {
    const rsin = `<saml:EncryptedID>${await versleutel(naamId('urn:etoegang:1.9:EntityConcernedID:RSIN', '123456782'), proef.eigen.certificaat)}</saml:EncryptedID>`
    const kvk = `<saml:EncryptedID>${await versleutel(naamId('urn:etoegang:1.9:EntityConcernedID:KvKnr', '12345678'), proef.eigen.certificaat)}</saml:EncryptedID>`
    const uit = async (...waarden: string[]) => {
      const lijst = (await proef.makelaar.attributen()).replace(/<saml:Attribute Name="urn:etoegang:core:LegalSubjectID">.*?<\/saml:Attribute>/s, attribuutXml('urn:etoegang:core:LegalSubjectID', ...waarden))
      const uitkomst = await proef.logIn({ attributen: lijst })
      return uitkomst.ok ? uitkomst.waarde.legal : weigering(uitkomst)
    }
    expect(await uit(rsin)).toEqual({ soort: 'RSIN', waarde: '123456782' })
    expect(await uit(rsin, kvk)).toEqual({ soort: 'KVK', waarde: '12345678' })
    expect(await uit(kvk, kvk)).toBe('ONGELDIG SAML-ORGANISATIE')
  })

  it('A-11: een EncryptedID per ontvanger: die voor een ander laten wij liggen', async () => {
    const deel = async (certificaat: string, sleutelnaam: string) => `<saml:EncryptedID>${await versleutel(naamId('urn:etoegang:1.13:EntityConcernedID:Pseudo', PSEUDONIEM), certificaat, { sleutelnaam })}</saml:EncryptedID>`
    const afdruk = (pem: string) => leesCertificaat(pem)?.vingerafdrukken[0] ?? ''
    const waarde = await deel(proef.vreemd.certificaat, afdruk(proef.vreemd.certificaat)) + await deel(proef.eigen.certificaat, afdruk(proef.eigen.certificaat))
    const alleenVreemd = await deel(proef.vreemd.certificaat, afdruk(proef.vreemd.certificaat))
    const lijst = async (inhoud: string) => (await proef.makelaar.attributen()).replace(/<saml:Attribute Name="urn:etoegang:core:ActingSubjectID">.*?<\/saml:Attribute>/s, attribuutXml('urn:etoegang:core:ActingSubjectID', inhoud))
    expect((await proef.logIn({ attributen: await lijst(waarde) })).ok).toBe(true)
    expect(weigering(await proef.logIn({ attributen: await lijst(alleenVreemd) }))).toBe('ONGELDIG SAML-VERSLEUTELING-NIET-VOOR-ONS')
  })
})

describe('ons verzoek', () => {
  it('A-12: het kenmerk is 256 bits toeval en komt alleen opaak terug', async () => {
    const [een, twee] = [await begin(proef.aansluiting), await begin(proef.aansluiting)]
    expect(Buffer.from(een.kenmerk, 'base64url')).toHaveLength(32)
    expect(een.kenmerk).not.toBe(twee.kenmerk)
    expect(proef.aansluiting.leesKenmerk(alsPost('<x/>', een.kenmerk))).toBe(een.kenmerk)
    expect(proef.aansluiting.leesKenmerk(alsPost('<x/>', 'https://kwaad.example/'))).toBeUndefined()
    const dubbel = new URL(`${ACS.artifact}?RelayState=${een.kenmerk}&RelayState=${twee.kenmerk}`)
    expect(proef.aansluiting.leesKenmerk({ methode: 'GET', adres: dubbel, velden: {} })).toBeUndefined()
  })

  it('Redirect: ondertekend over de velden zoals ze er staan, ForceAuthn, de dienst bij index en niets wat het stelsel verbiedt', async () => {
    const begonnen = await proef.aansluiting.begin(NU)
    if (!begonnen.ok || begonnen.waarde.stap.soort !== 'ga-naar') throw new Error('geen adres')
    const adres = new URL(begonnen.waarde.stap.adres)
    const [getekend, handtekening] = adres.search.slice(1).split('&Signature=')
    expect(createVerify('RSA-SHA256').update(getekend ?? '').verify(proef.eigen.certificaat, decodeURIComponent(handtekening ?? ''), 'base64')).toBe(true)
    expect(adres.searchParams.get('RelayState')).toBe(begonnen.waarde.kenmerk)
    const xml = leesXml(inflateRawSync(Buffer.from(adres.searchParams.get('SAMLRequest') ?? '', 'base64')).toString())
    if (!xml.ok) throw new Error(xml.reden)
    expect(Object.fromEntries(xml.waarde.attributen.map(({ naam, waarde }) => [naam, waarde]))).toEqual({
      ID: begonnen.waarde.geheim['verzoek'], Version: '2.0', IssueInstant: NU.toISOString(), Destination: HM_ADRES.aanmelden, ForceAuthn: 'true', AttributeConsumingServiceIndex: '1',
      ProtocolBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', AssertionConsumerServiceURL: ACS.post,
    })
    expect(kinderenVan(xml.waarde).map(({ naam }) => naam)).toEqual(['Issuer'])
  })

  it('POST: dezelfde vraag met een handtekening na Issuer', async () => {
    const aansluiting = maakSamlAansluiting(leesOpzet({ ...proef.instelling, verzoekbinding: 'post' }), alleenMetadata(proef.makelaar))
    const begonnen = await aansluiting.begin(NU)
    if (!begonnen.ok || begonnen.waarde.stap.soort !== 'formulier') throw new Error('geen formulier')
    const tekst = Buffer.from(begonnen.waarde.stap.velden['SAMLRequest'] ?? '', 'base64').toString()
    const xml = leesXml(tekst)
    const certificaat = leesCertificaat(proef.eigen.certificaat)
    if (!xml.ok || certificaat === undefined) throw new Error('niet te lezen')
    expect(kinderenVan(xml.waarde).map(({ naam }) => naam)).toEqual(['Issuer', 'Signature'])
    const gecontroleerd = controleerHandtekening(tekst, xml.waarde, xml.waarde, [certificaat])
    expect(gecontroleerd.ok && attribuut(gecontroleerd.waarde.element, 'ForceAuthn')).toBe('true')
  })
})

describe('HTTP-Artifact', () => {
  const ARTIFACT = { binding: 'artifact', adres: ACS.artifact, index: 0 } as const
  const maak = async (antwoord: (verzoek: Ophaalverzoek, verzoekId: string, inlogId: string) => string | Promise<string>) => {
    let gezien: Ophaalverzoek | undefined
    let inlogId = ''
    const haalOp: Ophaler = async (verzoek) => {
      if (verzoek.methode === 'GET') return gelukt(Buffer.from(proef.makelaar.metadata({})))
      gezien = verzoek
      return gelukt(Buffer.from(await antwoord(verzoek, /ArtifactResolve[^>]* ID="([^"]+)"/.exec(verzoek.inhoud ?? '')?.[1] ?? '', inlogId)))
    }
    const aansluiting = maakSamlAansluiting(leesOpzet({ ...proef.instelling, antwoordadressen: [ARTIFACT] }), haalOp)
    const begonnen = await begin(aansluiting)
    inlogId = begonnen.geheim['verzoek'] ?? ''
    const wisselIn = (artifact = maakArtifact(HM)) => aansluiting.controleer({ methode: 'GET', adres: new URL(`${ACS.artifact}?SAMLart=${encodeURIComponent(artifact)}&RelayState=${begonnen.kenmerk}`), velden: {} }, begonnen.geheim, NU)
    const beide = () => aansluiting.controleer({ methode: 'POST', adres: new URL(ACS.artifact), velden: { SAMLart: maakArtifact(HM), SAMLResponse: 'PHgvPg==', RelayState: begonnen.kenmerk } }, begonnen.geheim, NU)
    return { wisselIn, beide, gezien: () => gezien }
  }
  const antwoord = (inlogId: string, gegeven = {}) => proef.makelaar.antwoord({ adres: ACS.artifact, nu: NU, verzoekId: inlogId, zonderHandtekening: true, ...gegeven })

  it('A-03: de handtekening op de ArtifactResponse dekt een Response zonder eigen handtekening', async () => {
    const { wisselIn, gezien } = await maak(async (_, verzoekId, inlogId) => proef.makelaar.artifactResponse({ verzoekId, nu: NU, response: await antwoord(inlogId) }))
    const uitkomst = await wisselIn()
    expect(uitkomst.ok && uitkomst.waarde.niveau).toBe('EH3')
    expect(gezien()).toMatchObject({ adres: HM_ADRES.artifact, methode: 'POST', koppen: { 'content-type': 'text/xml' } })
    const soap = leesXml(gezien()?.inhoud ?? '')
    const certificaat = leesCertificaat(proef.eigen.certificaat)
    if (!soap.ok || certificaat === undefined) throw new Error('geen vraag')
    const vraag = kinderenVan(kinderenVan(soap.waarde)[0] ?? soap.waarde)[0] ?? soap.waarde
    const gecontroleerd = controleerHandtekening(gezien()?.inhoud ?? '', soap.waarde, vraag, [certificaat])
    expect(gecontroleerd.ok && kinderen(gecontroleerd.waarde.element, SAML, 'Issuer')[0]?.inhoud).toEqual([DV])
  })

  it('A-03: een Response met een eigen handtekening wordt ook zelf gecontroleerd', async () => {
    const goed = await maak(async (_, verzoekId, inlogId) => proef.makelaar.artifactResponse({ verzoekId, nu: NU, response: await antwoord(inlogId, { zonderHandtekening: false }) }))
    expect((await goed.wisselIn()).ok).toBe(true)
    const fout = await maak(async (_, verzoekId, inlogId) => proef.makelaar.artifactResponse({ verzoekId, nu: NU, response: await antwoord(inlogId, { zonderHandtekening: false, responsepaar: proef.vreemd }) }))
    expect(weigering(await fout.wisselIn())).toBe('ONGELDIG SAML-HANDTEKENING-ONJUIST')
  })

  it.each<[string, string, (verzoekId: string, response: string) => string]>([
    ['A-03 zonder handtekening', 'ONGELDIG SAML-HANDTEKENING-ONTBREEKT', (verzoekId, response) => proef.makelaar.artifactResponse({ verzoekId, nu: NU, response }).replace(/<ds:Signature .*?<\/ds:Signature>(?=<samlp:Status>)/s, '')],
    ['A-03 met een vreemde sleutel', 'ONGELDIG SAML-HANDTEKENING-ONJUIST', (verzoekId, response) => proef.makelaar.artifactResponse({ verzoekId, nu: NU, response, paar: proef.vreemd })],
    ['A-03 veranderd na het ondertekenen', 'ONGELDIG SAML-HANDTEKENING-ONJUIST', (verzoekId, response) => proef.makelaar.artifactResponse({ verzoekId, nu: NU, response }).replace('loa3', 'loa4')],
    ['A-01 op een ander verzoek', 'ONGELDIG SAML-ARTIFACT-ANDER-VERZOEK', (_, response) => proef.makelaar.artifactResponse({ verzoekId: '_ander', nu: NU, response })],
    ['A-07 van een ander', 'ONGELDIG SAML-UITGEVER', (verzoekId, response) => proef.makelaar.artifactResponse({ verzoekId, nu: NU, response, wijzig: (xml) => xml.replace(HM, `${HM}9`) })],
    ['A-07 met een andere versie', 'ONGELDIG SAML-VERSIE', (verzoekId, response) => proef.makelaar.artifactResponse({ verzoekId, nu: NU, response, wijzig: (xml) => xml.replace('Version="2.0"', 'Version="2.1"') })],
    ['een onbekend artifact: leeg', 'ONGELDIG SAML-ARTIFACT-LEEG', (verzoekId) => proef.makelaar.artifactResponse({ verzoekId, nu: NU, response: '' })],
    ['een fout bij de makelaar', 'ONGELDIG SAML-ARTIFACT-STATUS', (verzoekId) => proef.makelaar.artifactResponse({ verzoekId, nu: NU, response: '', wijzig: (xml) => xml.replace('status:Success', 'status:Requester') })],
    ['A-06 met twee Responses', 'ONGELDIG SAML-ARTIFACT-LEEG', (verzoekId, response) => proef.makelaar.artifactResponse({ verzoekId, nu: NU, response: response + response.replaceAll(/ ID="_/g, ' ID="_n') })],
    ['A-05 met een DOCTYPE', 'ONGELDIG SAML-XML-DOCTYPE', (verzoekId, response) => `<!DOCTYPE e [<!ENTITY x "y">]>${proef.makelaar.artifactResponse({ verzoekId, nu: NU, response })}`],
    ['geen SOAP', 'ONGELDIG SAML-ARTIFACT-VORM', (_, response) => response],
    ['een SOAP Fault', 'ONGELDIG SAML-ARTIFACT-VORM', () => '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault/></e:Body></e:Envelope>'],
    ['te groot', 'ONGELDIG SAML-XML-TE-GROOT', () => `<x>${' '.repeat(260 * 1024)}</x>`],
  ])('weigert %s', async (_, verwacht, bouw) => {
    const { wisselIn } = await maak(async (__, verzoekId, inlogId) => bouw(verzoekId, await antwoord(inlogId)))
    expect(weigering(await wisselIn())).toBe(verwacht)
  })

  it('A-01: een artifact van een andere makelaar of voor een onbekende dienst wordt niet ingewisseld', async () => {
    const { wisselIn, gezien } = await maak(() => '')
    expect(weigering(await wisselIn(maakArtifact('urn:ander')))).toBe('ONGELDIG SAML-ARTIFACT-VREEMD')
    expect(weigering(await wisselIn(maakArtifact(HM, 4)))).toBe('ONGELDIG SAML-ARTIFACT-VREEMD')
    expect(weigering(await wisselIn('geen-artifact'))).toBe('ONGELDIG SAML-ARTIFACT-VREEMD')
    expect(gezien()).toBeUndefined()
  })

  it('A-07: een artifact samen met een antwoord in hetzelfde bericht is geen van beide', async () => {
    const { beide, gezien } = await maak(() => '')
    expect(weigering(await beide())).toBe('ONGELDIG SAML-BINDING')
    expect(gezien()).toBeUndefined()
  })

  it('een makelaar die niet antwoordt is geen ongeldig antwoord', async () => {
    const haalOp: Ophaler = async ({ methode }) => (methode === 'GET' ? gelukt(Buffer.from(proef.makelaar.metadata({}))) : geweigerd('SAML-TE-TRAAG'))
    const aansluiting = maakSamlAansluiting(leesOpzet({ ...proef.instelling, antwoordadressen: [ARTIFACT] }), haalOp)
    const { geheim, kenmerk } = await begin(aansluiting)
    const adres = new URL(`${ACS.artifact}?SAMLart=${encodeURIComponent(maakArtifact(HM))}&RelayState=${kenmerk}`)
    expect(weigering(await aansluiting.controleer({ methode: 'GET', adres, velden: {} }, geheim, NU))).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-TE-TRAAG')
  })
})

describe('wisseling van sleutels', () => {
  it('twee sleutels van ons: wat met de oude en wat met de nieuwe is versleuteld wordt gelezen', async () => {
    const nieuw = await maakPaar('nieuw')
    const aansluiting = maakSamlAansluiting(leesOpzet({ ...proef.instelling, sleutels: [nieuw, proef.eigen] }), alleenMetadata(proef.makelaar))
    for (const paar of [nieuw, proef.eigen]) {
      const makelaar = maakProefmakelaar(proef.makelaar.paar, proef.makelaar.metadatapaar, paar)
      const { geheim } = await begin(aansluiting)
      const xml = await makelaar.antwoord({ adres: ACS.post, nu: NU, verzoekId: geheim['verzoek'] ?? '', versleuteldeVerklaring: {} })
      expect((await aansluiting.controleer(alsPost(xml), geheim, NU)).ok).toBe(true)
    }
  })

  it('twee sleutels van de makelaar: beide handtekeningen gelden, een derde niet', async () => {
    const haalOp: Ophaler = async () => gelukt(Buffer.from(proef.makelaar.metadata({ paren: [proef.makelaar.paar, proef.eigen] })))
    const aansluiting = maakSamlAansluiting(proef.opzet, haalOp)
    for (const [paar, verwacht] of [[proef.makelaar.paar, 'TOEGELATEN'], [proef.eigen, 'TOEGELATEN'], [proef.vreemd, 'ONGELDIG SAML-HANDTEKENING-ONJUIST']] as const) {
      const { geheim } = await begin(aansluiting)
      const xml = await proef.makelaar.antwoord({ adres: ACS.post, nu: NU, verzoekId: geheim['verzoek'] ?? '', verklaringpaar: paar, responsepaar: paar })
      expect(weigering(await aansluiting.controleer(alsPost(xml), geheim, NU))).toBe(verwacht)
    }
  })
})

describe('een onderbroken inlog', () => {
  it('Responder met AuthnFailed is GEANNULEERD, en elke andere uitkomst ongeldig', async () => {
    const status = (boven: string, onder: string) => proef.stuur((verzoekId) => proef.makelaar.mislukt({ adres: ACS.post, nu: NU, verzoekId }, `urn:oasis:names:tc:SAML:2.0:status:${boven}`, `urn:oasis:names:tc:SAML:2.0:status:${onder}`))
    expect(weigering(await status('Responder', 'AuthnFailed'))).toBe('GEANNULEERD SAML-GEANNULEERD')
    expect(weigering(await status('Responder', 'NoAuthnContext'))).toBe('ONGELDIG SAML-STATUS')
    expect(weigering(await status('Requester', 'AuthnFailed'))).toBe('ONGELDIG SAML-STATUS')
  })

  it('A-03: een annulering zonder handtekening telt niet', async () => {
    const uitkomst = await proef.stuur((verzoekId) => `<samlp:Response xmlns:samlp="${SAMLP}" ID="_x" Version="2.0" Destination="${ACS.post}" InResponseTo="${verzoekId}"/>`)
    expect(weigering(uitkomst)).toBe('ONGELDIG SAML-HANDTEKENING-ONTBREEKT')
  })
})
