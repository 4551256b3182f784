import type { Datum } from '../kern/datum.ts'
import type { Fase, Partij } from '../kern/leerroute.ts'
import type { Reden } from '../kern/reden.ts'
import type { Signaal } from '../kern/signaal.ts'
import type { Registraties } from '../leerroute/index.ts'

export type { Registraties, Signaal }

/** Het antwoord op één vraag (beslissing.schema.json), met de redenen erbij. */
export interface Besluit {
  readonly peildatum: Datum
  readonly bekendOp: Datum | null
  readonly fase: Fase
  readonly verzuim: Partij
  readonly vsv: Partij
  readonly bekostiging: Partij
  readonly registraties: Registraties
  readonly signalen: readonly Signaal[]
  readonly meldplicht: boolean | null
  readonly melding: { readonly partij: 'VO' | 'MBO' | 'onbepaald'; readonly begin: Datum; readonly eind: Datum } | null
  readonly mboVerklaring: boolean
  readonly absoluutVerzuim: boolean
  readonly ispPerioden: number | null
  readonly motivering: readonly Reden[]
}
