import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Claims, leesClaims } from './claims.ts'
import { DIENST, PERSOON } from './fixtures/nepmakelaar.ts'
import { type BrokerProfiel, PROFIELEN } from './profiel.ts'

const profiel = (naam: string): BrokerProfiel => {
  const gevonden = PROFIELEN[naam]
  if (gevonden === undefined) throw new Error(naam)
  return gevonden
}
const GOED: Claims = {
  acr: 'urn:etoegang:core:assurance-class:loa3',
  'urn:etoegang:core:ActingSubjectID': PERSOON, acting_namequalifier: 'urn:etoegang:1.13:EntityConcernedID:Pseudo',
  'urn:etoegang:core:LegalSubjectID': '90000001', namequalifier: 'urn:etoegang:1.9:EntityConcernedID:KvKnr',
  'urn:etoegang:core:ServiceUUID': DIENST,
}
const lees = (anders: Claims = {}, naam = 'etoegang') => leesClaims(Object.fromEntries(Object.entries({ ...GOED, ...anders }).filter(([, waarde]) => waarde !== undefined)), profiel(naam), DIENST)
const codeVan = (anders: Claims) => {
  const uitkomst = lees(anders)
  return uitkomst.ok ? 'goed' : uitkomst.reden.code
}

describe('A-10: het niveau, met een gesloten tabel', () => {
  it.each([
    ['urn:etoegang:core:assurance-class:loa3', 'EH3'], ['urn:etoegang:core:assurance-class:loa4', 'EH4'],
    ['http://eidas.europa.eu/LoA/substantial', 'EH3'], ['http://eidas.europa.eu/LoA/high', 'EH4'],
  ])('A-10: %s is %s', (acr, niveau) => {
    expect(lees({ acr })).toMatchObject({ ok: true, waarde: { niveau } })
  })

  it.each([
    ['urn:etoegang:core:assurance-class:loa1', 'EH1'], ['urn:etoegang:core:assurance-class:loa2', 'EH2'], ['urn:etoegang:core:assurance-class:loa2plus', 'EH2+'], ['http://eidas.europa.eu/LoA/low', 'EH2'],
  ])('A-10: %s is te laag', (acr, behaald) => {
    expect(lees({ acr })).toEqual({ ok: false, reden: { soort: 'NIVEAU_TE_LAAG', behaald, code: 'OIDC-ACR-TE-LAAG' } })
  })

  it.each([
    ['urn:etoegang:core:assurance-class:loa5'], ['urn:etoegang:core:assurance-class:loa3 '], ['URN:ETOEGANG:CORE:ASSURANCE-CLASS:LOA3'], ['loa4'], ['4'], [4], [''], ['undefined'],
    [['urn:etoegang:core:assurance-class:loa4']], [{ value: 'urn:etoegang:core:assurance-class:loa4' }], ['toString'], ['__proto__'], [null],
  ])('A-10: %j is onbekend en dus te laag; er is geen standaardniveau', (acr) => {
    expect(lees({ acr })).toEqual({ ok: false, reden: { soort: 'NIVEAU_TE_LAAG', behaald: null, code: 'OIDC-ACR-ONBEKEND' } })
  })

  it('A-10: een claim die ontbreekt is te laag', () => {
    expect(lees({ acr: undefined })).toEqual({ ok: false, reden: { soort: 'NIVEAU_TE_LAAG', behaald: null, code: 'OIDC-ACR-ONTBREEKT' } })
  })

  it('T-02: te laag gaat voor: verder zegt de weigering niets over wat er nog meer mis is', () => {
    expect(lees({ acr: 'urn:etoegang:core:assurance-class:loa2', 'urn:etoegang:core:LegalSubjectID': undefined })).toMatchObject({ reden: { soort: 'NIVEAU_TE_LAAG' } })
  })
})

describe('A-11: de vormen', () => {
  it.each<[string, Claims, string]>([
    ['persoon ontbreekt', { 'urn:etoegang:core:ActingSubjectID': undefined }, 'OIDC-PERSOON'],
    ['persoon is de tekst undefined', { 'urn:etoegang:core:ActingSubjectID': 'undefined' }, 'OIDC-PERSOON'],
    ['persoon is leeg', { 'urn:etoegang:core:ActingSubjectID': '' }, 'OIDC-PERSOON'],
    ['persoon is null', { 'urn:etoegang:core:ActingSubjectID': null }, 'OIDC-PERSOON'],
    ['persoon is een lijst', { 'urn:etoegang:core:ActingSubjectID': [PERSOON] }, 'OIDC-PERSOON'],
    ['persoon met een spatie erachter', { 'urn:etoegang:core:ActingSubjectID': `${PERSOON} ` }, 'OIDC-PERSOON'],
    ['persoon met een ander soort naam', { acting_namequalifier: 'urn:etoegang:1.9:EntityConcernedID:KvKnr' }, 'OIDC-PERSOON-SOORT'],
    ['persoon zonder soort naam', { acting_namequalifier: undefined }, 'OIDC-PERSOON-SOORT'],
    ['organisatie ontbreekt', { 'urn:etoegang:core:LegalSubjectID': undefined }, 'OIDC-ORGANISATIE'],
    ['organisatie is de tekst undefined', { 'urn:etoegang:core:LegalSubjectID': 'undefined' }, 'OIDC-ORGANISATIE'],
    ['organisatie zonder soort', { namequalifier: undefined }, 'OIDC-ORGANISATIE'],
    ['organisatie met een onbekende soort', { namequalifier: 'urn:etoegang:1.9:EntityConcernedID:BSN' }, 'OIDC-ORGANISATIE'],
    ['KvK met 7 cijfers', { 'urn:etoegang:core:LegalSubjectID': '9000001' }, 'OIDC-ORGANISATIE'],
    ['KvK met tekst erachter', { 'urn:etoegang:core:LegalSubjectID': '90000001x' }, 'OIDC-ORGANISATIE'],
    ['KvK als getal', { 'urn:etoegang:core:LegalSubjectID': 90000001 }, 'OIDC-ORGANISATIE'],
    ['KvK met een regeleinde', { 'urn:etoegang:core:LegalSubjectID': '90000001\n' }, 'OIDC-ORGANISATIE'],
    ['RSIN die de elfproef niet haalt', { namequalifier: 'urn:etoegang:1.9:EntityConcernedID:RSIN', 'urn:etoegang:core:LegalSubjectID': '123456789' }, 'OIDC-ORGANISATIE'],
    ['twee organisaties', { 'urn:etoegang:core:LegalSubjectID': ['90000001', '90000002'] }, 'OIDC-ORGANISATIE'],
    ['dienst ontbreekt', { 'urn:etoegang:core:ServiceUUID': undefined }, 'OIDC-DIENST'],
    ['dienst in hoofdletters', { 'urn:etoegang:core:ServiceUUID': '11111111-2222-4333-8444-55555555555A' }, 'OIDC-DIENST'],
    ['vestigingsnummer van 11 cijfers', { 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr': '00001234567' }, 'OIDC-VESTIGING'],
    ['vestigingsnummer leeg (A-13: geen beperking is geen claim)', { 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr': '' }, 'OIDC-VESTIGING'],
    ['intermediair zonder goede vorm (A-14)', { 'urn:etoegang:1.9:IntermediateEntityID:KvKnr': 'undefined' }, 'OIDC-INTERMEDIAIR'],
  ])('A-11: %s', (_naam, claims, code) => {
    expect(codeVan(claims)).toBe(code)
  })

  it('A-11: een RSIN met elfproef', () => {
    expect(lees({ namequalifier: 'urn:etoegang:1.9:EntityConcernedID:RSIN', 'urn:etoegang:core:LegalSubjectID': '999000003' })).toMatchObject({ ok: false })
    expect(lees({ namequalifier: 'urn:etoegang:1.9:EntityConcernedID:RSIN', 'urn:etoegang:core:LegalSubjectID': '123456782' })).toMatchObject({ ok: true, waarde: { legal: { soort: 'RSIN', waarde: '123456782' } } })
  })

  it('A-13: een machtiging voor een vestiging komt mee', () => {
    expect(lees({ 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr': '000012345678' })).toMatchObject({ ok: true, waarde: { vestigingsnummer: '000012345678' } })
  })
})

describe('A-14: ketenmachtiging', () => {
  const schakel = (sub: string, represents?: object) => ({ iss: 'https://makelaar.example', sub, sub_id_type: 'urn:nl-eid-gdi:1.0:id:KvKnr', ...(represents === undefined ? {} : { represents }) })
  const intermediairBij = (claims: Claims) => {
    const uitkomst = lees(claims)
    return uitkomst.ok ? uitkomst.waarde.intermediair : uitkomst.reden.code
  }

  it.each<[string, Claims, string | null]>([
    ['eigen claim', { 'urn:etoegang:1.9:IntermediateEntityID:KvKnr': '90000099' }, '90000099'],
    ['represents noemt alleen de organisatie', { represents: schakel('90000001') }, null],
    ['represents met een schakel ertussen', { represents: schakel('90000099', schakel('90000001')) }, '90000099'],
    ['beide zeggen hetzelfde', { 'urn:etoegang:1.9:IntermediateEntityID:KvKnr': '90000099', represents: schakel('90000099', schakel('90000001')) }, '90000099'],
    ['beide spreken elkaar tegen', { 'urn:etoegang:1.9:IntermediateEntityID:KvKnr': '90000098', represents: schakel('90000099', schakel('90000001')) }, 'OIDC-VERTEGENWOORDIGING'],
    ['alleen de claim kent een intermediair', { 'urn:etoegang:1.9:IntermediateEntityID:KvKnr': '90000099', represents: schakel('90000001') }, 'OIDC-VERTEGENWOORDIGING'],
    ['represents noemt een andere organisatie', { represents: schakel('90000002') }, 'OIDC-VERTEGENWOORDIGING'],
    ['een keten van drie', { represents: schakel('90000097', schakel('90000099', schakel('90000001'))) }, 'OIDC-VERTEGENWOORDIGING'],
    ['represents zonder soort', { represents: { iss: 'x', sub: '90000001' } }, 'OIDC-VERTEGENWOORDIGING'],
    ['represents zonder iss', { represents: { sub: '90000001', sub_id_type: 'urn:nl-eid-gdi:1.0:id:KvKnr' } }, 'OIDC-VERTEGENWOORDIGING'],
    ['represents is null', { represents: null }, 'OIDC-VERTEGENWOORDIGING'],
    ['represents is tekst', { represents: '90000001' }, 'OIDC-VERTEGENWOORDIGING'],
  ])('A-14: %s', (_naam, claims, verwacht) => {
    expect(intermediairBij(claims)).toBe(verwacht)
  })
})

describe('het profiel signicat', () => {
  const signicat = (anders: Claims = {}) => leesClaims({
    acr: 'urn:etoegang:core:assurance-class:loa3', eherkenningPseudo: PERSOON, chamberOfCommerce: '90000001', eherkenningServiceUUID: DIENST, ...anders,
  }, profiel('signicat'), DIENST)

  it('leest een claim per soort', () => {
    expect(signicat()).toMatchObject({ ok: true, waarde: { legal: { soort: 'KVK', waarde: '90000001' }, intermediair: null } })
    expect(signicat({ chamberOfCommerce: undefined, eherkenningRsin: '123456782' })).toMatchObject({ ok: true, waarde: { legal: { soort: 'RSIN' } } })
    expect(signicat({ eherkenningIntermediatekvkNr: '90000099', eherkenningVestigingsNr: '000012345678' })).toMatchObject({ ok: true, waarde: { intermediair: '90000099', vestigingsnummer: '000012345678' } })
  })

  it('A-11: twee soorten tegelijk is er geen', () => {
    expect(signicat({ eherkenningRsin: '123456782' })).toEqual({ ok: false, reden: { soort: 'ONGELDIG', code: 'OIDC-ORGANISATIE' } })
  })
})

it('A-10, A-11: wat er ook in de claims staat, er komt een weigering of een identiteit met goede vormen uit', () => {
  const waarde = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string()), fc.constant('90000001'), fc.constant(PERSOON), fc.constant(DIENST), fc.dictionary(fc.string(), fc.string()))
  const claims = fc.record(Object.fromEntries([...Object.keys(GOED), 'represents', 'urn:etoegang:1.9:ServiceRestriction:Vestigingsnr'].map((naam) => [naam, fc.option(fc.oneof(fc.constant(GOED[naam]), waarde), { nil: undefined })])))
  fc.assert(fc.property(claims, (gevonden) => {
    const uitkomst = leesClaims(gevonden, profiel('etoegang'), DIENST)
    if (!uitkomst.ok) {
      expect(['ONGELDIG', 'NIVEAU_TE_LAAG']).toContain(uitkomst.reden.soort)
      return
    }
    const { acting, legal, niveau, serviceUuid, vestigingsnummer } = uitkomst.waarde
    expect([acting, serviceUuid]).toEqual([PERSOON, DIENST])
    expect(['EH3', 'EH4']).toContain(niveau)
    expect(legal.waarde).toMatch(/^\d{8}$/)
    expect(vestigingsnummer === null || /^\d{12}$/.test(vestigingsnummer)).toBe(true)
  }), { numRuns: 500 })
})
