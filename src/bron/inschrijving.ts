import type { Bekend } from '../kern/bekend.ts'
import type { Datum } from '../kern/datum.ts'
import type { Leerroute, Leerroutefase, Leertraject, Leerweg, Niveau } from '../kern/leerroute.ts'

/** Wat een periode in vo en mbo gemeen heeft. Een periode loopt tot de dag voor de volgende, of tot en met de uitschrijving. */
interface Periode extends Bekend {
  readonly datumBegin: Datum
  readonly opleidingcode?: string | null
  readonly onderwijsaanbieder?: string | null
  /** Opgave van de instelling, geen oordeel van DUO (K-BEK-01). */
  readonly indicatieBekostigbaar: 'J' | 'N'
  readonly leerroute?: Leerroute | null
  readonly leerroutefase?: Leerroutefase | null
}

export interface PeriodeVo extends Periode {
  readonly leerjaar?: number | null
  readonly leerweg?: Leerweg | null
}

/** De inschrijvingsperiode (ISP) van het mbo. */
export interface PeriodeMbo extends Periode {
  readonly leertraject?: Leertraject | null
  readonly niveau?: Niveau | null
}

/** De volledige stand van één inschrijving in ROD (K-BRN-01; bron.md 2). Sleutel: deelnemer + BRIN + inschrijvingvolgnummer. */
export interface Inschrijving<P extends PeriodeVo | PeriodeMbo = PeriodeVo | PeriodeMbo> extends Bekend {
  readonly brin: string
  readonly inschrijvingvolgnummer: string
  readonly datumInschrijving: Datum
  /** Laatste dag, inclusief. */
  readonly datumUitschrijving?: Datum | null
  readonly uitschrijvingBekendOp?: Datum | null
  readonly perioden: readonly P[]
}

export type InschrijvingVo = Inschrijving<PeriodeVo>
export type InschrijvingMbo = Inschrijving<PeriodeMbo>
