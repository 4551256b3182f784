import { Type } from 'typebox'
import {
  AanbiederVorm, BrinVorm, DatumVorm, JaNeeVorm, leegMag, LeertrajectVorm, LeerwegVorm, NiveauVorm, PersoonsnummerVorm, SectorVorm, VolgnummerVorm,
} from './velden.ts'

/** De berichten over wie onderwijs volgt (BRON/ROD), zoals `bron/bericht.ts` ze kent. */
export const PersoonVorm = Type.Object({
  persoonsnummer: PersoonsnummerVorm,
  geboortedatum: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: '`jjjj-mm-dd`; een onbekende maand of dag is `00`.', examples: ['2009-04-12'] }),
  geslacht: leegMag(Type.Union([Type.Literal('M'), Type.Literal('V'), Type.Literal('O')])),
  naam: leegMag(Type.String({ maxLength: 200, description: 'Weggelaten of leeg: de bekende naam blijft staan.' })),
  woontInNederland: Type.Optional(Type.Boolean()),
}, { $id: 'Persoon', additionalProperties: false })

export const PeriodeVorm = Type.Object({
  datumBegin: DatumVorm,
  opleidingcode: leegMag(Type.String({ maxLength: 10 })),
  vestiging: leegMag(Type.String({ maxLength: 10 })),
  onderwijsaanbieder: leegMag(AanbiederVorm),
  onderwijslocatie: leegMag(Type.String({ pattern: '^[0-9]{3}X[0-9]{3}$' })),
  locatiecodeVsv: leegMag(Type.String({ maxLength: 20 })),
  indicatieBekostigbaar: JaNeeVorm,
  leerroute: leegMag(Type.String({ maxLength: 3, description: '`DLR` of `GLR`; een andere code wordt bewaard en gemeld.' })),
  leerroutefase: leegMag(Type.String({ maxLength: 3, description: '`VO` of `MBO`.' })),
  leerjaar: leegMag(Type.Integer({ minimum: 1, maximum: 8 })),
  leerweg: leegMag(LeerwegVorm),
  leertraject: leegMag(LeertrajectVorm),
  niveau: leegMag(NiveauVorm),
}, { $id: 'Inschrijvingsperiode', additionalProperties: false })

export const InschrijvingVorm = Type.Object({
  sector: SectorVorm,
  brin: BrinVorm,
  inschrijvingvolgnummer: VolgnummerVorm,
  datumInschrijving: DatumVorm,
  datumUitschrijvingGepland: leegMag(DatumVorm),
  datumUitschrijving: leegMag(DatumVorm),
  redenUitschrijving: leegMag(Type.String({ maxLength: 70 })),
  perioden: Type.Array(PeriodeVorm, { minItems: 1, maxItems: 200 }),
  extraOndersteuning: Type.Optional(Type.Array(Type.Object({ datumBegin: DatumVorm, datumEind: leegMag(DatumVorm) }, { additionalProperties: false }), { maxItems: 100 })),
}, { $id: 'Inschrijving', additionalProperties: false, description: 'De hele stand van een inschrijving: wat ontbreekt, vervalt.' })

export const BpvVorm = Type.Object({
  brin: BrinVorm,
  inschrijvingvolgnummer: VolgnummerVorm,
  bpvVolgnummer: VolgnummerVorm,
  afsluitdatum: DatumVorm,
  datumBegin: DatumVorm,
  datumEindeGepland: DatumVorm,
  datumEindeWerkelijk: leegMag(DatumVorm),
  omvangUren: leegMag(Type.Integer({ minimum: 0, maximum: 9999, description: 'Totaal aantal klokuren.' })),
  leerbedrijfId: leegMag(Type.String({ maxLength: 10 })),
  opleidingcode: leegMag(Type.String({ maxLength: 10 })),
  codeKeuzedeel: leegMag(Type.String({ maxLength: 10 })),
}, { $id: 'Praktijkovereenkomst', additionalProperties: false })

export const DiplomaVorm = Type.Object({
  brin: BrinVorm,
  resultaatvolgnummer: VolgnummerVorm,
  soort: Type.Union([Type.Literal('VMBO'), Type.Literal('HAVO'), Type.Literal('VWO'), Type.Literal('MBO'), Type.Literal('MBO_CERTIFICAAT')]),
  niveau: leegMag(NiveauVorm),
  opleidingcode: leegMag(Type.String({ maxLength: 10 })),
  datum: DatumVorm,
  indicatieBekostigbaar: leegMag(JaNeeVorm),
  inschrijvingvolgnummer: leegMag(VolgnummerVorm),
  onderwijsaanbieder: leegMag(AanbiederVorm),
}, { $id: 'Diploma', additionalProperties: false })

export const OnderdeelVorm = Type.Object({
  brin: BrinVorm,
  resultaatvolgnummer: VolgnummerVorm,
  soort: Type.Union([Type.Literal('EXAMENONDERDEEL'), Type.Literal('GENERIEK'), Type.Literal('KEUZEDEEL'), Type.Literal('BPV')]),
  code: leegMag(Type.String({ maxLength: 10 })),
  datum: leegMag(DatumVorm),
  diplomaVolgnummer: leegMag(VolgnummerVorm),
  opleidingcodeDiploma: leegMag(Type.String({ maxLength: 10, description: 'Opleidingcode van het diploma waar het onderdeel bij hoort.' })),
  behaald: Type.Boolean(),
  inschrijvingvolgnummer: leegMag(VolgnummerVorm),
  onderwijsaanbieder: leegMag(AanbiederVorm),
  bijzonderheden: Type.Optional(Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 40 }), { description: 'Cijfers en vrijstellingen zoals geleverd.' })),
}, { $id: 'Onderdeel', additionalProperties: false })
