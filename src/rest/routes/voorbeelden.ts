/** Voorbeelden voor de beschrijving, uit de verzonnen regio (wereld/): te sturen als `lindemeer-administratie` of `veldhoorn-administratie`. */
const PERSOONSNUMMER = '999900006'

export const DEELNEMER_ID = '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b'
export const TIJDSTIP = '2026-11-24T09:00:00.000Z'

export const PERSOON = { persoonsnummer: PERSOONSNUMMER, geboortedatum: '2009-04-12', geslacht: 'V', naam: 'Noor Zwart' }

export const INSCHRIJVING = {
  sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'E9001', datumInschrijving: '2026-08-01',
  perioden: [{ datumBegin: '2026-08-01', opleidingcode: '29901', leertraject: 'BOL', niveau: 'MBO-3', onderwijsaanbieder: '201A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: 'MBO' }],
}

export const DIPLOMA = { brin: '21MB', resultaatvolgnummer: 'D1', soort: 'MBO', niveau: 'MBO-3', opleidingcode: '29901', datum: '2026-11-20', inschrijvingvolgnummer: 'E9001' }
export const ONDERDEEL = { brin: '21MB', resultaatvolgnummer: 'O1', soort: 'KEUZEDEEL', code: 'K0001', datum: '2026-11-20', behaald: true, inschrijvingvolgnummer: 'E9001' }

export const BPV = {
  brin: '21MB', inschrijvingvolgnummer: 'E9001', bpvVolgnummer: 'B1', afsluitdatum: '2026-08-20', datumBegin: '2026-09-01', datumEindeGepland: '2027-01-31', omvangUren: 320, leerbedrijfId: '100990001',
}

export const AANBOD = {
  eigenSleutel: 'Zorg GLR 201A001', onderwijsaanbieder: '201A001', sector: 'MBO', leerrouteKenmerk: 'GLR_VMBO_MBO', samenwerkendeOnderwijsaanbieders: ['101A001'], begindatum: '2026-08-01',
}

export const OVEREENKOMST = { kenmerk: 'SOK 2026-12', partijen: ['40001', '50001'], van: '2026-08-01', tot: '2030-07-31', brin: '21MB' }
export const REGELING = { bevoegdGezag: '40002', van: '2026-08-01', brin: '22MC' }
export const LEERROUTEPLAN = { van: '2026-08-01', voOnderwijsaanbieder: '101A001', mboOnderwijsaanbieder: '201A001', beoogdNiveau: 'MBO-3' }
export const OORDEEL = { datum: '2026-06-20', ondertekendVo: false, ondertekendMbo: true }

export const AFWEZIGHEID = { datum: '2026-11-20', uren: 3.5, geoorloofd: false, sector: 'MBO' }
export const MELDING = { partij: 'MBO', begin: '2026-11-02', eind: '2026-11-20' }

export const ORGANISATIE = {
  soort: 'INSTELLING', naam: 'Vmbo De Nieuwe Kade', identificaties: [{ soort: 'BRIN', waarde: '15VD', geldigVan: '2026-08-01' }],
  bevoegdGezag: [{ bestuursnummer: '40001', geldigVan: '2026-08-01' }], onderwijsaanbieders: [{ code: '105A001', sector: 'VO', geldigVan: '2026-08-01' }],
}
export const SCHOOLVAKANTIE = { van: '2027-10-16', tot: '2027-10-24' }

/** Een bericht over een deelnemer die met zijn nummer wordt genoemd. */
export function over(naam: string, bericht: object, extra: object = {}): object {
  return { persoonsnummer: PERSOONSNUMMER, ...extra, [naam]: bericht }
}

/** Zoals het register een ding teruggeeft. */
export function geregistreerd(sleutel: object, naam: string, bericht: object): object {
  return { ...sleutel, [naam]: bericht, vastgelegdTijdstip: TIJDSTIP, vervallenTijdstip: null }
}

export const GELEVERD = { deelnemerId: DEELNEMER_ID, uitkomst: 'nieuw' }
