export type { Inschrijving, InschrijvingMbo, InschrijvingVo, PeriodeMbo, PeriodeVo } from './inschrijving.ts'
export type { BehaaldOnderdeel, Diploma } from './resultaat.ts'
