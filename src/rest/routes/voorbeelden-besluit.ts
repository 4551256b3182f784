/** Voorbeelden van een besluit en een casus, voor de beschrijving. De toets in besluiten.db.test.ts houdt het casusantwoord gelijk aan wat de regels zeggen. */
const REGEL = { id: 'K-FASE-05', titel: 'De registers noemen een andere fase' }
const SIGNAAL = {
  code: 'SIG-FASE-VERSCHIL', niveau: 'fout', uitleg: 'De vo-school meldt fase VO, het mbo meldt fase MBO. Spreek af welke fase klopt en verbeter de registratie.', voor: ['11VA', '21MB'], feiten: [],
  regels: [REGEL], normen: [], bronnen: [{ id: 'S8', titel: 'Brochure leerroutes', url: 'https://example.nl/leerroutes' }], zekerheid: 'zeker',
}

const UITKOMSTEN = {
  peildatum: '2026-10-01', bekendOp: null, fase: 'onbepaald', verzuim: 'onbepaald', vsv: 'geen', bekostiging: 'onbepaald', registraties: { rioVo: 'R', rioMbo: 'R', rodVo: 'R', rodMbo: 'R' },
  meldplicht: null, melding: null, mboVerklaring: false, absoluutVerzuim: false, ispPerioden: 2,
}

export const BESLUIT = {
  ...UITKOMSTEN, signalen: [SIGNAAL],
  motivering: [{ onderwerp: 'fase', uitkomst: 'onbepaald', uitleg: 'De vo-school en het mbo noemen op deze dag een andere fase.', feiten: [], regels: [REGEL], normen: [], bronnen: [], zekerheid: 'zeker' }],
}

export const TIJDLIJN = {
  van: '2026-08-01', totEnMet: '2026-11-24', tijdvakken: [{ van: '2026-08-01', totEnMet: '2026-11-24', fase: 'onbepaald', verzuim: 'onbepaald', bekostiging: 'onbepaald' }],
  signalen: [{ van: '2026-08-01', totEnMet: null, signaal: SIGNAAL }], teldata: [{ datum: '2026-10-01', betaler: 'onbepaald' }], beginRouteSchooljaar: '2024-08-01',
}

const PERIODE = { indicatieBekostigbaar: 'J', leerroute: 'DLR' }

export const CASUS = {
  id: 'faseverschil', titel: 'De school meldt fase VO, het mbo meldt fase MBO', leerling: { geboortedatum: '2008-12-16' },
  organisaties: [
    { brin: '11VA', naam: 'Veldhoorn College', bevoegdGezag: '40001', onderwijsaanbieders: [{ code: '101A001', sector: 'VO' }] },
    { brin: '21MB', naam: 'ROC Lindemeer', bevoegdGezag: '50001', onderwijsaanbieders: [{ code: '201A001', sector: 'MBO' }] },
  ],
  samenwerkingsovereenkomsten: [{ partijen: ['40001', '50001'], van: '2023-08-01' }],
  rioAangebodenOpleidingen: [
    { onderwijsaanbieder: '101A001', sector: 'VO', leerrouteKenmerk: 'DLR_VMBO_MBO', samenwerkendeOnderwijsaanbieders: ['201A001'], begindatum: '2023-08-01' },
    { onderwijsaanbieder: '201A001', sector: 'MBO', leerrouteKenmerk: 'DLR_VMBO_MBO', samenwerkendeOnderwijsaanbieders: ['101A001'], begindatum: '2023-08-01' },
  ],
  inschrijvingenVo: [{ brin: '11VA', inschrijvingvolgnummer: '1', datumInschrijving: '2024-08-01', perioden: [{ ...PERIODE, datumBegin: '2024-08-01', onderwijsaanbieder: '101A001', leerjaar: 3, leerweg: 'KB', leerroutefase: 'VO' }] }],
  inschrijvingenMbo: [{
    brin: '21MB', inschrijvingvolgnummer: 'E1', datumInschrijving: '2026-08-01',
    perioden: [{ ...PERIODE, datumBegin: '2026-08-01', onderwijsaanbieder: '201A001', opleidingcode: '29901', leertraject: 'BOL', niveau: 'MBO-3', leerroutefase: 'MBO' }],
  }],
  vragen: [{ peildatum: '2026-10-01' }],
}

export const CASUSANTWOORD = {
  beslissingen: [{
    casus: 'faseverschil',
    vragen: [{
      ...UITKOMSTEN, ispPerioden: 1, signalen: [{ code: SIGNAAL.code, niveau: SIGNAAL.niveau, regels: ['K-FASE-05'], uitleg: SIGNAAL.uitleg }],
      motivering: [{ regel: 'K-FASE-05', uitkomst: 'onbepaald', uitleg: 'De vo-school en het mbo noemen op deze dag een andere fase.' }],
    }],
  }],
}
