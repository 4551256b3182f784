import { SIGNAALCODES } from '../kern/signaalcode.ts'

/**
 * De vorm van een casus als JSON Schema, voor de CLI, de API en de beschrijving van de API.
 * Onbekende sleutels worden geweigerd: een typefout in een naam zou anders stil een feit laten verdwijnen.
 */
const DATUM = { type: 'string', format: 'datum' } as const
const DATUM_OF_LEEG = { type: ['string', 'null'], format: 'datum' } as const
const JA_NEE = { type: 'boolean' } as const
const TEKST = { type: 'string' } as const
const AANBIEDER_VORM = '^[0-9]{3}A[0-9]{3}$'
const AANBIEDER = { type: 'string', pattern: AANBIEDER_VORM } as const
const AANBIEDER_OF_LEEG = { type: ['string', 'null'], pattern: AANBIEDER_VORM } as const
const BRIN = { type: 'string', pattern: '^[0-9]{2}[A-Z]{2}$' } as const
const BEVOEGD_GEZAG = { type: 'string', pattern: '^[0-9]{5}$' } as const
const REGEL = { type: 'string', pattern: '^K-[A-Z]{2,4}-[0-9]{2}$' } as const
const SECTOR = { enum: ['VO', 'VSO', 'MBO'] } as const
const NIVEAU = { enum: ['MBO-1', 'MBO-2', 'MBO-3', 'MBO-4', null] } as const
const PARTIJ = { enum: ['VO', 'MBO', 'onbepaald', 'geen'] } as const
const REGISTRATIECODE = { enum: ['R', 'A', 'W', 'E', null] } as const

/** Wanneer een gegeven bekend werd en verviel; staat bij elk record met twee tijden (K-CAS-01). */
const BEKEND = { bekendOp: DATUM_OF_LEEG, vervallenOp: DATUM_OF_LEEG } as const

type Schema = Readonly<Record<string, unknown>>

function vorm(verplicht: readonly string[], velden: Schema, meer: Schema = {}): Schema {
  return { type: 'object', additionalProperties: false, required: verplicht, properties: velden, ...meer }
}

function lijst(items: Schema, meer: Schema = {}): Schema {
  return { type: 'array', items, ...meer }
}

const ORGANISATIE = vorm(['brin', 'bevoegdGezag', 'onderwijsaanbieders'], {
  brin: BRIN,
  naam: TEKST,
  bevoegdGezag: BEVOEGD_GEZAG,
  onderwijsaanbieders: lijst(vorm(['code', 'sector'], { code: AANBIEDER, sector: SECTOR }), { minItems: 1 }),
})

const LEERROUTEPLAN = vorm(['van', 'voOnderwijsaanbieder', 'mboOnderwijsaanbieder'], {
  van: DATUM, voOnderwijsaanbieder: AANBIEDER, mboOnderwijsaanbieder: AANBIEDER, beoogdNiveau: NIVEAU, ...BEKEND,
})

const AANBOD = vorm(['onderwijsaanbieder', 'sector', 'leerrouteKenmerk', 'samenwerkendeOnderwijsaanbieders', 'begindatum'], {
  onderwijsaanbieder: AANBIEDER,
  sector: SECTOR,
  leerrouteKenmerk: { enum: ['DLR_VMBO_MBO', 'GLR_VMBO_MBO'] },
  samenwerkendeOnderwijsaanbieders: lijst(AANBIEDER, { maxItems: 99 }),
  begindatum: DATUM,
  einddatum: DATUM_OF_LEEG,
  ...BEKEND,
})

const OVEREENKOMST = vorm(['partijen', 'van'], {
  partijen: lijst(BEVOEGD_GEZAG, { minItems: 2, uniqueItems: true }), van: DATUM, tot: DATUM_OF_LEEG, ...BEKEND,
})

const INTERNE_REGELING = vorm(['bevoegdGezag', 'van'], { bevoegdGezag: BEVOEGD_GEZAG, van: DATUM, tot: DATUM_OF_LEEG, ...BEKEND })

const OORDEEL = vorm(['datum', 'ondertekendVo', 'ondertekendMbo'], { datum: DATUM, ondertekendVo: JA_NEE, ondertekendMbo: JA_NEE, ...BEKEND })

const PERIODE = {
  datumBegin: DATUM,
  opleidingcode: { type: ['string', 'null'], pattern: '^[0-9]{4,5}$' },
  onderwijsaanbieder: AANBIEDER_OF_LEEG,
  indicatieBekostigbaar: { enum: ['J', 'N'] },
  leerroute: { enum: ['DLR', 'GLR', null] },
  leerroutefase: { enum: ['VO', 'MBO', null] },
  ...BEKEND,
} as const

const PERIODE_VO = vorm(['datumBegin', 'indicatieBekostigbaar'], {
  ...PERIODE, leerjaar: { type: ['integer', 'null'], minimum: 1, maximum: 6 }, leerweg: { enum: ['BB', 'KB', 'GL', 'TL', null] },
})

const PERIODE_MBO = vorm(['datumBegin', 'indicatieBekostigbaar'], {
  ...PERIODE, leertraject: { enum: ['BOL', 'BBL', 'BOL_DT', 'OVO', 'EX', 'ODT', null] }, niveau: NIVEAU,
})

function inschrijving(periode: Schema): Schema {
  return vorm(['brin', 'inschrijvingvolgnummer', 'datumInschrijving', 'perioden'], {
    brin: BRIN,
    inschrijvingvolgnummer: { type: 'string', pattern: '^[A-Za-z0-9]{1,20}$' },
    datumInschrijving: DATUM,
    datumUitschrijving: DATUM_OF_LEEG,
    uitschrijvingBekendOp: DATUM_OF_LEEG,
    perioden: lijst(periode, { minItems: 1 }),
    ...BEKEND,
  })
}

const DIPLOMA = vorm(['soort', 'datum'], { soort: { enum: ['VMBO', 'HAVO', 'VWO', 'MBO', 'MBO_CERTIFICAAT'] }, niveau: NIVEAU, datum: DATUM, ...BEKEND }, {
  if: { properties: { soort: { const: 'MBO' } }, required: ['soort'] },
  // oxlint-disable-next-line unicorn/no-thenable -- dit is het JSON Schema-woord
  then: { required: ['niveau'], properties: { niveau: { type: 'string' } } },
})

const ONDERDEEL = vorm(['datum'], { datum: DATUM, soort: { enum: ['EXAMENONDERDEEL', 'KEUZEDEEL', 'BPV'] }, ...BEKEND })

const AFWEZIGHEID = vorm(['datum', 'uren', 'geoorloofd'], {
  datum: DATUM, uren: { type: 'number', exclusiveMinimum: 0, maximum: 24 }, geoorloofd: JA_NEE, sector: { enum: ['VO', 'MBO'] }, ...BEKEND,
})

const MELDING = vorm(['partij', 'begin', 'eind', 'ingediendOp'], {
  partij: { enum: ['VO', 'MBO'] }, begin: DATUM, eind: DATUM, ingediendOp: DATUM, ingetrokkenOp: DATUM_OF_LEEG, ...BEKEND,
})

const VERWACHTE_MELDING = {
  ...vorm([], { partij: { enum: ['VO', 'MBO', 'onbepaald'] }, begin: DATUM, eind: DATUM }), type: ['object', 'null'],
}

const VERWACHT = vorm([], {
  fase: { enum: ['VO', 'MBO', 'onbepaald', null] },
  verzuim: PARTIJ,
  vsv: PARTIJ,
  bekostiging: PARTIJ,
  registraties: vorm([], { rioVo: REGISTRATIECODE, rioMbo: REGISTRATIECODE, rodVo: REGISTRATIECODE, rodMbo: REGISTRATIECODE }),
  signalen: lijst({ enum: SIGNAALCODES }, { uniqueItems: true }),
  meldplicht: { type: ['boolean', 'null'] },
  melding: VERWACHTE_MELDING,
  mboVerklaring: JA_NEE,
  absoluutVerzuim: JA_NEE,
  ispPerioden: { type: ['integer', 'null'], minimum: 1 },
}, { minProperties: 1 })

export const CASUS_SCHEMA: Schema = vorm(['id', 'leerling', 'organisaties', 'vragen'], {
  id: { type: 'string', pattern: '^[A-Za-z0-9-]{1,20}$' },
  titel: TEKST,
  regels: lijst(REGEL),
  toelichting: TEKST,
  leerling: vorm(['geboortedatum'], { geboortedatum: DATUM, woontInNederland: JA_NEE }),
  voActiviteitenAfgerondOp: DATUM_OF_LEEG,
  organisaties: lijst(ORGANISATIE, { minItems: 1 }),
  leerrouteplannen: lijst(LEERROUTEPLAN),
  rioAangebodenOpleidingen: lijst(AANBOD),
  samenwerkingsovereenkomsten: lijst(OVEREENKOMST),
  interneRegelingen: lijst(INTERNE_REGELING),
  gezamenlijkeOordelen: lijst(OORDEEL),
  inschrijvingenVo: lijst(inschrijving(PERIODE_VO)),
  inschrijvingenMbo: lijst(inschrijving(PERIODE_MBO)),
  diplomas: lijst(DIPLOMA),
  behaaldeOnderdelen: lijst(ONDERDEEL),
  afwezigheid: lijst(AFWEZIGHEID),
  schoolvakanties: lijst(vorm(['van', 'tot'], { van: DATUM, tot: DATUM })),
  verzuimmeldingen: lijst(MELDING),
  vragen: lijst(vorm(['peildatum'], { peildatum: DATUM, bekendOp: DATUM_OF_LEEG, verwacht: VERWACHT }), { minItems: 1 }),
})
