import { type Static, type TObject, Type } from 'typebox'
import { BpvVorm, DiplomaVorm, InschrijvingVorm, OnderdeelVorm, PersoonVorm } from './vormen/bron.ts'
import {
  AanbodVorm, AfwezigheidVorm, LeerrouteplanVorm, OordeelVorm, OrganisatieVorm, OvereenkomstVorm, RegelingVorm, SchoolvakantieVorm, VerzuimmeldingVorm,
} from './vormen/keten.ts'
import { BrinVorm, DatumVorm, PartijVorm, PersoonsnummerVorm, SectorVorm, VolgnummerVorm } from './vormen/velden.ts'

const Over = { persoonsnummer: PersoonsnummerVorm, brin: BrinVorm }

/**
 * Alles wat een school (of het beheer) kan leveren, als één record. Een leveringsbestand is NDJSON: per regel een record,
 * in de volgorde waarin het geldt. REST-berichten over één ding hebben dezelfde inhoud, zonder `soort`.
 */
export const RECORDVORMEN = {
  organisatie: record('organisatie', { organisatie: OrganisatieVorm }),
  schoolvakantie: record('schoolvakantie', { schoolvakantie: SchoolvakantieVorm }),
  aanbod: record('aanbod', { aanbod: AanbodVorm }),
  'aanbod-vervallen': record('aanbod-vervallen', { brin: BrinVorm, eigenSleutel: Type.String({ minLength: 1, maxLength: 60 }) }),
  overeenkomst: record('overeenkomst', { overeenkomst: OvereenkomstVorm }),
  regeling: record('regeling', { regeling: RegelingVorm }),
  inschrijving: record('inschrijving', { persoon: PersoonVorm, inschrijving: InschrijvingVorm }),
  'inschrijving-verwijderd': record('inschrijving-verwijderd', { ...Over, sector: SectorVorm, inschrijvingvolgnummer: VolgnummerVorm }),
  bpv: record('bpv', { persoonsnummer: PersoonsnummerVorm, bpv: BpvVorm }),
  diploma: record('diploma', { persoonsnummer: PersoonsnummerVorm, diploma: DiplomaVorm }),
  'diploma-vervallen': record('diploma-vervallen', { ...Over, soortDiploma: DiplomaVorm.properties.soort, resultaatvolgnummer: VolgnummerVorm }),
  onderdeel: record('onderdeel', { persoonsnummer: PersoonsnummerVorm, onderdeel: OnderdeelVorm }),
  'vo-afgerond': record('vo-afgerond', { ...Over, afgerondOp: Type.Union([DatumVorm, Type.Null()]) }),
  leerrouteplan: record('leerrouteplan', { ...Over, leerrouteplan: LeerrouteplanVorm }),
  oordeel: record('oordeel', { ...Over, oordeel: OordeelVorm }),
  afwezigheid: record('afwezigheid', { ...Over, afwezigheid: AfwezigheidVorm }),
  verzuimmelding: record('verzuimmelding', { ...Over, verzuimmelding: VerzuimmeldingVorm }),
  'melding-ingetrokken': record('melding-ingetrokken', { ...Over, partij: PartijVorm, begin: DatumVorm, eind: DatumVorm, ingetrokkenOp: Type.Optional(DatumVorm) }),
} as const

export type Recordsoort = keyof typeof RECORDVORMEN
export type Leveringsrecord = { [S in Recordsoort]: Static<(typeof RECORDVORMEN)[S]> }[Recordsoort]

function record<S extends string, P extends TObject['properties']>(soort: S, velden: P) {
  return Type.Object({ soort: Type.Literal(soort), ...velden }, { additionalProperties: false })
}
