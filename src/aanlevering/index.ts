export { neemAanleveringAan } from './actions/neem-aan.ts'
export type { Aangenomen, Aanneemopties } from './actions/neem-aan.ts'
export type { Verwerkomgeving } from './actions/omgeving.ts'
export { BEWAARDAGEN, ruimAanleveringenOp } from './actions/ruim-op.ts'
export { leesTerugkoppelingen, toonAanlevering, toonAanleveringen } from './actions/toon.ts'
export type { Aanlevering, Bladzijde, Lijstverzoek, Terugkoppelverzoek } from './actions/toon.ts'
export { verwerkAanleveringen } from './actions/verwerk-aanleveringen.ts'
export type { Verwerkopties } from './actions/verwerk-aanleveringen.ts'
export { UITKOMSTEN } from './levering.ts'
export type { Leveringssoort, Leveringsstaat, Recordfout, Recorduitkomst, Tellingen, Terugkoppeling } from './levering.ts'
export { RECORDVORMEN } from './leveringsrecord.ts'
export type { Leveringsrecord, Recordsoort } from './leveringsrecord.ts'
export type { Terugkoppelsignaal, TerugkoppelingMetSignalen } from './store/terugkoppeling.ts'
export { BpvVorm, DiplomaVorm, InschrijvingVorm, OnderdeelVorm, PeriodeVorm, PersoonVorm } from './vormen/bron.ts'
export {
  AanbodVorm, AfwezigheidVorm, LeerrouteplanVorm, OordeelVorm, OrganisatieVorm, OvereenkomstVorm, RegelingVorm, SchoolvakantieVorm, VerzuimmeldingVorm,
} from './vormen/keten.ts'
export {
  AanbiederVorm, BestuursnummerVorm, BrinVorm, DatumVorm, DeelnemerIdVorm, JaNeeVorm, leegMag, NiveauVorm, PartijVorm, PersoonsnummerVorm, SectorVorm, TijdstipVorm, VolgnummerVorm,
} from './vormen/velden.ts'
