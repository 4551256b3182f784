export { leverInschrijving, verwijderInschrijving } from './actions/lever-inschrijving.ts'
export { isDeelnemerId, opEigenDeelnemer } from './actions/op-eigen-deelnemer.ts'
export type { OverDeelnemer } from './actions/op-eigen-deelnemer.ts'
export { laatDiplomaVervallen, registreerBpv, registreerDiploma, registreerOnderdeel } from './actions/registreer-resultaat.ts'
export { registreerVoAfgerond } from './actions/registreer-vo-afgerond.ts'
export type {
  BpvBericht, Deelnemersleutel, DiplomaBericht, Geleverd, InschrijvingBericht, OnderdeelBericht, PeriodeBericht, PersoonBericht,
} from './bericht.ts'
export type { Inschrijving, InschrijvingMbo, InschrijvingVo, PeriodeMbo, PeriodeVo } from './inschrijving.ts'
export type { BehaaldOnderdeel, Diploma } from './resultaat.ts'
export { controleerDatum, patroon } from './rules/controleer-inschrijving.ts'
export { deelKeten } from './store/deelnemer.ts'
