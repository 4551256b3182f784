import type { Datum } from '../kern/datum.ts'
import type { Fase, Partij } from '../kern/leerroute.ts'
import type { RegelId } from '../kern/reden.ts'

/** Wat een telling voor de school betekent: zij krijgt geld, een ander krijgt het, niemand krijgt het, of het is nog niet te bepalen. */
export type Telstatus = 'telt' | 'elders' | 'niemand' | 'wacht'

/** Eén student die op de teldatum bij de school staat ingeschreven. */
export interface Tellingregel {
  readonly deelnemerId: string
  readonly naam: string | null
  readonly fase: Fase
  readonly betaler: Partij
  readonly status: Telstatus
  /** Andere scholen in dezelfde sector met een inschrijving die ook geld vraagt (BRIN). Dan betaalt DUO hooguit een van beide. */
  readonly ookGevraagdDoor: readonly string[]
  readonly regels: readonly RegelId[]
  /** Dezelfde zin als op het scherm. */
  readonly uitleg: string
}

export interface Tellingreden {
  readonly status: Telstatus
  readonly betaler: Partij
  readonly regels: readonly RegelId[]
  readonly uitleg: string
  readonly studenten: number
}

export interface Telling {
  readonly brin: string
  readonly teldatum: Datum
  readonly bekendOp: Datum | null
  /** K-BEK-08; null als de dag geen teldatum van het mbo is. Het antwoord is dan alsof de dag een teldatum was (K-BEK-03). */
  readonly bekostigingsjaar: { readonly jaar: number; readonly telling: 'inschrijvingen' | 'correctie' } | null
  /** Studenten met een inschrijving op de teldatum bij deze school. */
  readonly studenten: number
  readonly aantallen: Readonly<Record<Telstatus, number>>
  /** De vaakst voorkomende eerst. */
  readonly perReden: readonly Tellingreden[]
  /** Met welke normen gerekend is. */
  readonly normenVersie: string
}
