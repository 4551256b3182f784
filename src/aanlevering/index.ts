export { RECORDVORMEN } from './leveringsrecord.ts'
export type { Leveringsrecord, Recordsoort } from './leveringsrecord.ts'
export { BpvVorm, DiplomaVorm, InschrijvingVorm, OnderdeelVorm, PeriodeVorm, PersoonVorm } from './vormen/bron.ts'
export {
  AanbodVorm, AfwezigheidVorm, LeerrouteplanVorm, OordeelVorm, OrganisatieVorm, OvereenkomstVorm, RegelingVorm, SchoolvakantieVorm, VerzuimmeldingVorm,
} from './vormen/keten.ts'
export {
  AanbiederVorm, BestuursnummerVorm, BrinVorm, DatumVorm, DeelnemerIdVorm, JaNeeVorm, leegMag, NiveauVorm, PartijVorm, PersoonsnummerVorm, SectorVorm, TijdstipVorm, VolgnummerVorm,
} from './vormen/velden.ts'
