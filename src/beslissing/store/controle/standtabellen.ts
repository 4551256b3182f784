import type { Standtabel } from '../../../database/index.ts'

export interface Tabelvorm {
  readonly tabel: Standtabel
  /** Kolommen die samen zeggen om welk ding het gaat. */
  readonly sleutel: readonly string[]
  readonly id: string
  readonly vanDeelnemer: boolean
}

const vanDeelnemer = (tabel: Standtabel, id: string, ...sleutel: string[]): Tabelvorm => ({ tabel, id, sleutel: ['deelnemer_id', ...sleutel], vanDeelnemer: true })
const algemeen = (tabel: Standtabel, id: string, ...sleutel: string[]): Tabelvorm => ({ tabel, id, sleutel, vanDeelnemer: false })

/** Elke tabel met standen; dezelfde sleutels als de unieke index op open rijen. Een test vergelijkt ze met de database. */
export const STANDTABELLEN: readonly Tabelvorm[] = [
  vanDeelnemer('inschrijving_stand', 'stand_id', 'brin', 'inschrijvingvolgnummer'),
  vanDeelnemer('bpv_stand', 'stand_id', 'brin', 'inschrijvingvolgnummer', 'bpv_volgnummer'),
  vanDeelnemer('diploma_stand', 'stand_id', 'brin', 'resultaatvolgnummer'),
  vanDeelnemer('resultaat_stand', 'stand_id', 'brin', 'soort', 'resultaatvolgnummer'),
  vanDeelnemer('leerrouteplan', 'plan_id', 'geldig_van'),
  vanDeelnemer('gezamenlijk_oordeel', 'oordeel_id', 'datum'),
  vanDeelnemer('afwezigheid', 'afwezigheid_id', 'brin', 'datum', 'geoorloofd'),
  vanDeelnemer('verzuimmelding', 'stand_id', 'melding_id'),
  algemeen('rio_aangeboden_opleiding', 'aanbod_id', 'brin', 'eigen_sleutel'),
  algemeen('samenwerkingsovereenkomst', 'overeenkomst_id', 'kenmerk'),
  algemeen('interne_regeling', 'regeling_id', 'bevoegd_gezag', 'geldig_van'),
  algemeen('afspraakbeheer', 'beheer_id', 'bevoegd_gezag', 'afspraak'),
]
