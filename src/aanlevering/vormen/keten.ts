import { Type } from 'typebox'
import { AanbiederVorm, BestuursnummerVorm, BrinVorm, DatumVorm, leegMag, NiveauVorm, PartijVorm, SectorVorm } from './velden.ts'

/** De berichten over aanbod (RIO), afspraken en verzuim, zoals de domeinen ze kennen. */
export const AanbodVorm = Type.Object({
  eigenSleutel: Type.String({ minLength: 1, maxLength: 60, description: 'Sleutel van de school voor dit aanbod, bijvoorbeeld de code uit RIO.' }),
  onderwijsaanbieder: AanbiederVorm,
  sector: SectorVorm,
  leerrouteKenmerk: Type.Union([Type.Literal('DLR_VMBO_MBO'), Type.Literal('GLR_VMBO_MBO')]),
  samenwerkendeOnderwijsaanbieders: Type.Array(AanbiederVorm, { maxItems: 50 }),
  begindatum: DatumVorm,
  einddatum: leegMag(DatumVorm),
  profiel: leegMag(Type.String({ minLength: 1, maxLength: 100, description: 'Profiel van het vmbo of domein van het mbo, zoals de school het noemt. Scholen herkennen daaraan dezelfde route.' })),
  opleidingcode: leegMag(Type.String({ pattern: '^[0-9]{5}$', description: 'Crebo; leeg = op domein, nog geen kwalificatie (K-DLR-07).' })),
  niveau: leegMag(NiveauVorm),
}, { $id: 'AangebodenOpleiding', additionalProperties: false })

const OverstapoptieVorm = leegMag(Type.String({ minLength: 1, maxLength: 2000, description: 'Hoe een leerling die stopt of wisselt toch een diploma haalt (K-SOK-04). Niet meegestuurd = blijft zoals het is.' }))

export const OvereenkomstVorm = Type.Object({
  kenmerk: Type.String({ minLength: 1, maxLength: 100, description: 'Naam of nummer waaronder de partijen de overeenkomst kennen.' }),
  partijen: Type.Array(BestuursnummerVorm, { minItems: 2, maxItems: 50 }),
  van: DatumVorm,
  tot: leegMag(DatumVorm),
  brin: Type.Optional(BrinVorm),
  overstapoptie: OverstapoptieVorm,
}, { $id: 'Samenwerkingsovereenkomst', additionalProperties: false, description: '`tot` is de laatste dag.' })

export const RegelingVorm = Type.Object({
  bevoegdGezag: BestuursnummerVorm,
  van: DatumVorm,
  tot: leegMag(DatumVorm),
  brin: Type.Optional(BrinVorm),
  overstapoptie: OverstapoptieVorm,
}, { $id: 'InterneRegeling', additionalProperties: false, description: '`tot` is de laatste dag.' })

export const LeerrouteplanVorm = Type.Object({
  van: DatumVorm,
  voOnderwijsaanbieder: AanbiederVorm,
  mboOnderwijsaanbieder: AanbiederVorm,
  beoogdNiveau: leegMag(NiveauVorm),
}, { $id: 'Leerrouteplan', additionalProperties: false })

export const OordeelVorm = Type.Object({
  datum: DatumVorm,
  ondertekendVo: Type.Boolean(),
  ondertekendMbo: Type.Boolean(),
}, { $id: 'GezamenlijkOordeel', additionalProperties: false, description: 'Een school zet alleen haar eigen handtekening.' })

export const AfwezigheidVorm = Type.Object({
  datum: DatumVorm,
  uren: Type.Number({ minimum: 0, maximum: 24, description: 'Gemiste klokuren; 0 trekt eerder gemelde uren in.' }),
  geoorloofd: Type.Boolean(),
  sector: leegMag(PartijVorm),
}, { $id: 'Afwezigheid', additionalProperties: false })

export const VerzuimmeldingVorm = Type.Object({
  partij: PartijVorm,
  begin: DatumVorm,
  eind: DatumVorm,
  ingediendOp: Type.Optional(DatumVorm),
}, { $id: 'Verzuimmelding', additionalProperties: false })

const Geldig = { geldigVan: DatumVorm, geldigTotEnMet: leegMag(DatumVorm) }

export const OrganisatieVorm = Type.Object({
  soort: Type.Union([Type.Literal('BEVOEGD_GEZAG'), Type.Literal('INSTELLING'), Type.Literal('LEVERANCIER'), Type.Literal('DUO')]),
  naam: Type.String({ minLength: 1, maxLength: 200 }),
  identificaties: Type.Array(Type.Object({
    ...Geldig,
    soort: Type.Union([
      Type.Literal('BRIN'), Type.Literal('VESTIGING'), Type.Literal('BESTUURSNUMMER'), Type.Literal('KVK'), Type.Literal('RSIN'), Type.Literal('OIN'),
      Type.Literal('VESTIGINGSNUMMER'),
    ]),
    waarde: Type.String({ maxLength: 20 }),
    vestiging: Type.Optional(Type.String({ maxLength: 6, description: 'Alleen bij een VESTIGINGSNUMMER: de BRIN met twee cijfers van de vestiging waar het bij hoort.' })),
  }, { additionalProperties: false }), { minItems: 1 }),
  bevoegdGezag: Type.Optional(Type.Array(Type.Object({ ...Geldig, bestuursnummer: BestuursnummerVorm }, { additionalProperties: false }))),
  onderwijsaanbieders: Type.Optional(Type.Array(Type.Object({ ...Geldig, code: AanbiederVorm, sector: SectorVorm, naam: Type.Optional(Type.String({ maxLength: 200 })), plaats: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })), telefoon: Type.Optional(Type.String({ pattern: '^[+0-9][0-9 -]{5,19}$' })) }, { additionalProperties: false }))),
}, { $id: 'Organisatie', additionalProperties: false })

export const SchoolvakantieVorm = Type.Object({ van: DatumVorm, tot: DatumVorm }, { $id: 'Schoolvakantie', additionalProperties: false, description: '`tot` is de laatste dag.' })
