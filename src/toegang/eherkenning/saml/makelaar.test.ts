/** Metadata heen en terug, de instelling, tijden, en de weg over het netwerk. */
import http from 'node:http'
import https from 'node:https'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { gelukt, geweigerd } from '../../../kern/uitkomst.ts'
import { HM, HM_ADRES, maakPaar, type Paar, teken } from '../../../../test/toegang/saml-makelaar.ts'
import { leesOpzet, maakSamlproef, NU, type Samlproef } from '../../../../test/toegang/saml-proef.ts'
import { controleerHandtekening } from './handtekening.ts'
import { leesSamlInstelling, type SamlInstelling } from './instelling.ts'
import { maakEigenMetadata } from './eigenmetadata.ts'
import { maakBestandsbewaring, maakMetadatabron, type Metadatabewaring } from './metadatabron.ts'
import { maakOphaler, type Ophaler } from './ophalen.ts'
import { leesCertificaat } from './sleutels.ts'
import { leesDuur, leesMoment } from './tijd.ts'
import { attribuut, kinderen, kinderenVan, leesXml } from './xml.ts'

const MD = 'urn:oasis:names:tc:SAML:2.0:metadata'
const na = (minuten: number): Date => new Date(NU.getTime() + minuten * 60_000)

let proef: Samlproef
beforeAll(async () => {
  proef = await maakSamlproef()
})

describe('metadata van de makelaar', () => {
  /** Een bron waarvan de antwoorden op volgorde komen; telt hoe vaak er gehaald is. */
  const maakBron = (antwoorden: readonly (string | undefined)[], bewaring?: Metadatabewaring) => {
    let keer = 0
    const haalOp: Ophaler = async () => {
      const antwoord = antwoorden[Math.min(keer, antwoorden.length - 1)]
      keer += 1
      return antwoord === undefined ? geweigerd('SAML-NETWERK') : gelukt(Buffer.from(antwoord))
    }
    const bron = maakMetadatabron(proef.opzet, haalOp, bewaring)
    const uit = async (nu: Date = NU) => {
      const metadata = await bron.haal(nu)
      return metadata.ok ? 'GOED' : `${metadata.reden.soort} ${metadata.reden.code}`
    }
    return { uit, haal: bron.haal, keren: () => keer }
  }

  it('geeft adressen en sleutels, ook met commentaar erin', async () => {
    const { haal } = maakBron([proef.makelaar.metadata({ paren: [proef.makelaar.paar, proef.vreemd] }).replace('<md:IDPSSODescriptor', '<!-- makelaar --><md:IDPSSODescriptor')])
    const metadata = await haal(NU)
    expect(metadata.ok && metadata.waarde).toMatchObject({ entityId: HM, aanmelden: { redirect: HM_ADRES.aanmelden, post: HM_ADRES.aanmelden }, artifactdiensten: new Map([[3, HM_ADRES.artifact]]), verversNa: 3_600_000 })
    expect(metadata.ok && metadata.waarde.certificaten).toHaveLength(2)
  })

  it('A-03: alleen een vastgelegde sleutel mag de metadata ondertekenen, en wat er ondertekend is telt', async () => {
    const met = (xml: string) => maakBron([xml]).uit()
    const goed = proef.makelaar.metadata({})
    expect(await met(goed)).toBe('GOED')
    expect(await met(proef.makelaar.metadata({ metadatapaar: proef.vreemd }))).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-HANDTEKENING-ONJUIST')
    // Ook de sleutel waarmee de makelaar berichten ondertekent is niet de sleutel van de metadata.
    expect(await met(proef.makelaar.metadata({ metadatapaar: proef.makelaar.paar }))).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-HANDTEKENING-ONJUIST')
    expect(await met(goed.replace('makelaar.example/sso', 'kwaad.example/sso'))).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-HANDTEKENING-ONJUIST')
    expect(await met(goed.replace(/<ds:Signature.*<\/ds:Signature>/s, ''))).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-HANDTEKENING-ONTBREEKT')
    expect(await met(proef.makelaar.metadata({ entityId: `${HM}0` }))).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-METADATA-ANDERE-MAKELAAR')
    expect(await met(proef.makelaar.metadata({ validUntil: NU.toISOString() }))).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-METADATA-VERLOPEN')
    expect(await met(`<!DOCTYPE x>${goed}`)).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-XML-DOCTYPE')
    expect(await met('<html></html>')).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-METADATA-VORM')
    expect(await met(teken(`<md:EntityDescriptor xmlns:md="${MD}" ID="_x" entityID="${HM}"/>`, proef.makelaar.metadatapaar))).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-METADATA-VORM')
  })

  it('een te zwakke sleutel van de makelaar is geen sleutel', async () => {
    const zwak = await maakPaar('zwak', 1024)
    expect(await maakBron([proef.makelaar.metadata({ paren: [proef.makelaar.paar, zwak] })]).uit()).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-METADATA-CERTIFICAAT')
  })

  it('haalt pas na cacheDuration opnieuw, en één keer voor wie tegelijk komt', async () => {
    const bron = maakBron([proef.makelaar.metadata({ cacheDuration: 'PT1H' })])
    expect(await Promise.all([bron.uit(), bron.uit(), bron.uit(na(59))])).toEqual(['GOED', 'GOED', 'GOED'])
    expect(bron.keren()).toBe(1)
    await bron.uit(na(60))
    expect(bron.keren()).toBe(2)
  })

  it('een duur van maanden wordt een dag, en een heel lange duur zeven dagen', async () => {
    const duur = async (cacheDuration: string) => {
      const metadata = await maakBron([proef.makelaar.metadata({ cacheDuration })]).haal(NU)
      return metadata.ok && metadata.waarde.verversNa / 3_600_000
    }
    expect(await Promise.all(['P1M', 'P300D', 'PT1S', 'P7D'].map(duur))).toEqual([24, 168, 1 / 12, 168])
  })

  it('houdt de laatste goede als de makelaar weg is of iets ondertekent met een andere sleutel, en probeert het na vijf minuten weer', async () => {
    const vals = proef.makelaar.metadata({ metadatapaar: proef.vreemd })
    const bron = maakBron([proef.makelaar.metadata({}), undefined, vals, proef.makelaar.metadata({})])
    expect([await bron.uit(), await bron.uit(na(60)), await bron.uit(na(64)), await bron.uit(na(65)), await bron.uit(na(70))]).toEqual(['GOED', 'GOED', 'GOED', 'GOED', 'GOED'])
    expect(bron.keren()).toBe(4)
  })

  it('gebruikt de laatste goede niet na haar validUntil', async () => {
    const bron = maakBron([proef.makelaar.metadata({ validUntil: na(90).toISOString() }), undefined])
    expect([await bron.uit(), await bron.uit(na(89)), await bron.uit(na(90))]).toEqual(['GOED', 'GOED', 'MAKELAAR_NIET_BEREIKBAAR SAML-METADATA-VERLOPEN'])
  })

  it('de bewaarde metadata overleeft een herstart, maar alleen met een goede handtekening', async () => {
    const map = await mkdtemp(join(tmpdir(), 'saml-metadata-'))
    const bewaring = maakBestandsbewaring(join(map, 'makelaar.xml'))
    expect(await maakBron([undefined], bewaring).uit()).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-NETWERK')
    expect(await maakBron([proef.makelaar.metadata({})], bewaring).uit()).toBe('GOED')
    expect(await maakBron([undefined], bewaring).uit()).toBe('GOED')
    await bewaring.bewaar(Buffer.from(proef.makelaar.metadata({ metadatapaar: proef.vreemd })))
    expect(await maakBron([undefined], bewaring).uit()).toBe('MAKELAAR_NIET_BEREIKBAAR SAML-NETWERK')
    await rm(map, { recursive: true })
  })
})

describe('onze metadata', () => {
  it('is ondertekend en heeft wat het stelsel voorschrijft en niet meer', async () => {
    const nieuw = await maakPaar('nieuw')
    const xml = maakEigenMetadata(leesOpzet({ ...proef.instelling, sleutels: [proef.eigen, nieuw], antwoordadressen: [...proef.instelling.antwoordadressen, { binding: 'artifact', adres: 'https://leerroute.example/a?b&c', index: 1 }] }))
    const document = leesXml(xml)
    const certificaat = leesCertificaat(proef.eigen.certificaat)
    if (!document.ok || certificaat === undefined) throw new Error('niet te lezen')
    const ondertekend = controleerHandtekening(xml, document.waarde, document.waarde, [certificaat])
    if (!ondertekend.ok) throw new Error(ondertekend.reden)
    const [rol] = kinderen(ondertekend.waarde.element, MD, 'SPSSODescriptor')
    if (rol === undefined) throw new Error('geen rol')
    expect([attribuut(rol, 'AuthnRequestsSigned'), attribuut(rol, 'WantAssertionsSigned')]).toEqual(['true', 'true'])
    expect(kinderenVan(rol).map(({ naam, attributen }) => `${naam} ${attributen.filter((a) => a.naam === 'use' || a.naam === 'index' || a.naam === 'isDefault').map((a) => `${a.naam}=${a.waarde}`).join(' ')}`.trim())).toEqual([
      'KeyDescriptor', 'KeyDescriptor', 'AssertionConsumerService index=0 isDefault=true', 'AssertionConsumerService index=1', 'AttributeConsumingService index=1 isDefault=true',
    ])
    const dienst = kinderenVan(rol).at(-1)
    expect(dienst && kinderenVan(dienst).map((kind) => attribuut(kind, 'Name') ?? kind.naam)).toEqual(['ServiceName', proef.instelling.dienst.id])
    expect(xml).toContain(`<ds:KeyName>${leesCertificaat(nieuw.certificaat)?.vingerafdrukken[0]}</ds:KeyName>`)
  })
})

describe('de instelling', () => {
  const fouten = (anders: Partial<SamlInstelling>): readonly string[] => {
    const uitkomst = leesSamlInstelling({ ...proef.instelling, ...anders })
    return uitkomst.ok ? [] : uitkomst.reden.map((zin) => zin.split(':')[0] ?? '')
  }

  it.each<[string, () => Partial<SamlInstelling>]>([
    ['entityId', () => ({ entityId: 'met spatie' })],
    ['antwoordadressen', () => ({ antwoordadressen: [] })],
    ['antwoordadressen', () => ({ antwoordadressen: [{ binding: 'post', adres: 'http://leerroute.example/', index: 0 }] })],
    ['antwoordadressen', () => ({ antwoordadressen: [{ binding: 'post', adres: 'https://a.example/', index: 0 }, { binding: 'artifact', adres: 'https://b.example/', index: 0 }] })],
    ['dienst.index', () => ({ dienst: { ...proef.instelling.dienst, index: -1 } })],
    ['dienst.uuid', () => ({ dienst: { ...proef.instelling.dienst, uuid: 'x' } })],
    ['dienst.id', () => ({ dienst: { ...proef.instelling.dienst, id: '' } })],
    ['sleutels', () => ({ sleutels: [] })],
    ['sleutels', () => ({ sleutels: [{ sleutel: proef.eigen.sleutel, certificaat: proef.vreemd.certificaat }] })],
    ['makelaar.metadataAdres', () => ({ makelaar: { ...proef.instelling.makelaar, metadataAdres: 'ftp://x' } })],
    ['makelaar.entityId', () => ({ makelaar: { ...proef.instelling.makelaar, entityId: '' } })],
    ['makelaar.metadataCertificaten', () => ({ makelaar: { ...proef.instelling.makelaar, metadataCertificaten: ['geen pem'] } })],
    ['tls', () => ({ tls: { sleutel: proef.eigen.sleutel, certificaat: proef.vreemd.certificaat } })],
    ['spelingSeconden', () => ({ spelingSeconden: 121 })],
  ])('zegt wat er mis is met %s', (veld, anders) => {
    expect(fouten(anders())).toEqual([veld])
  })

  it('A-08: 120 seconden speling mag nog, en geen zin noemt een sleutel', () => {
    expect(fouten({ spelingSeconden: 120 })).toEqual([])
    const uitkomst = leesSamlInstelling({ ...proef.instelling, sleutels: [{ sleutel: proef.eigen.sleutel, certificaat: 'x' }] })
    expect(JSON.stringify(uitkomst)).not.toContain('BEGIN')
  })
})

describe('tijden', () => {
  it.each([['2026-11-24T12:00:00Z', 0], ['2026-11-24T12:00:00.5Z', 500], ['2026-11-24T12:00:00.123456789Z', 123]])('A-08: %s is een moment', (tekst, ms) => {
    expect(leesMoment(tekst)).toBe(NU.getTime() + ms)
  })
  it.each(['2026-11-24T12:00:00', '2026-11-24', '2026-11-24T12:00:00+00:00', '2026-02-30T12:00:00Z', '2026-11-24T24:00:00Z', ' 2026-11-24T12:00:00Z', ''])('A-08: "%s" is er geen', (tekst) => {
    expect(leesMoment(tekst)).toBeUndefined()
  })
  it.each<[string, number | undefined]>([['P7D', 604_800_000], ['PT6H', 21_600_000], ['P1DT1H1M1S', 90_061_000], ['P', undefined], ['P1Y', undefined], ['7D', undefined]])('%s duurt %s ms', (tekst, ms) => {
    expect(leesDuur(tekst)).toBe(ms)
  })
})

describe('de weg over het netwerk', () => {
  let sluit: () => void = () => undefined
  afterEach(() => sluit())
  const start = async (server: http.Server | https.Server): Promise<number> => {
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
    sluit = () => {
      server.closeAllConnections()
      server.close()
    }
    return (server.address() as AddressInfo).port
  }
  const haal = async (behandel: http.RequestListener, tijdslimietMs?: number) => {
    const poort = await start(http.createServer(behandel))
    const uitkomst = await maakOphaler(tijdslimietMs === undefined ? {} : { tijdslimietMs })({ adres: `http://127.0.0.1:${poort}/`, methode: 'POST', koppen: { 'content-type': 'text/xml' }, inhoud: '<vraag/>' })
    return uitkomst.ok ? uitkomst.waarde.toString() : uitkomst.reden
  }

  it('stuurt de vraag zoals zij is en geeft de bytes', async () => {
    expect(await haal((vraag, antwoord) => {
      let inhoud = ''
      vraag.on('data', (stuk: Buffer) => (inhoud += stuk.toString())).on('end', () => antwoord.end(`${vraag.method} ${vraag.headers['content-type']} ${inhoud}`))
    })).toBe('POST text/xml <vraag/>')
  })

  it('volgt geen doorverwijzing, en een andere status is geen antwoord', async () => {
    let bezocht = 0
    expect(await haal((_, antwoord) => {
      bezocht += 1
      antwoord.writeHead(302, { location: '/ander' }).end()
    })).toBe('SAML-HTTP-STATUS')
    expect(bezocht).toBe(1)
  })

  it('stopt bij te veel bytes, ook als de lengte niet vooraf bekend is', async () => {
    expect(await haal((_, antwoord) => {
      for (let i = 0; i < 20; i += 1) antwoord.write('x'.repeat(64 * 1024))
      antwoord.end()
    })).toBe('SAML-ANTWOORD-TE-GROOT')
  })

  it('stopt als de makelaar te lang doet over het geheel, en bij een afgebroken verbinding', async () => {
    expect(await haal((_, antwoord) => antwoord.write('<half'), 60)).toBe('SAML-TE-TRAAG')
    sluit()
    expect(await haal((_, antwoord) => antwoord.destroy())).toBe('SAML-NETWERK')
  })

  it('laat zich bij wederzijds TLS zien met het eigen certificaat, en vertrouwt alleen de gegeven autoriteit', async () => {
    const [server, client] = await Promise.all([maakPaar('localhost'), maakPaar('leerroute')])
    const poort = await start(https.createServer({ key: server.sleutel, cert: server.certificaat, ca: client.certificaat, requestCert: true, rejectUnauthorized: true }, (_, antwoord) => antwoord.end('hallo')))
    const uit = async (eigen: Paar, autoriteit?: string) => {
      const uitkomst = await maakOphaler({ tls: { ...eigen, ...(autoriteit === undefined ? {} : { autoriteit }) } })({ adres: `https://localhost:${poort}/`, methode: 'GET', koppen: {} })
      return uitkomst.ok ? uitkomst.waarde.toString() : uitkomst.reden
    }
    expect(await uit(client, server.certificaat)).toBe('hallo')
    expect(await uit(proef.vreemd, server.certificaat)).toBe('SAML-NETWERK')
    expect(await uit(client)).toBe('SAML-NETWERK')
  })
})
