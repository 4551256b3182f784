import type { Datum } from '../kern/datum.ts'
import type { Fase, Partij, Registratiecode } from '../kern/leerroute.ts'
import type { Feit, GebruikteNorm, Reden, RegelId } from '../kern/reden.ts'
import type { Signaalcode, Signaalniveau } from '../kern/signaalcode.ts'

export interface Signaal {
  readonly code: Signaalcode
  readonly niveau: Signaalniveau
  readonly regels: readonly RegelId[]
  /** Volledige zin in B1-Nederlands: wat er is en wat te doen. */
  readonly uitleg: string
  /** BRIN van elke school die dit aangaat; leeg = alleen de gemeente of nog niet bekend. */
  readonly voor: readonly string[]
  readonly feiten?: readonly Feit[]
  readonly normen?: readonly GebruikteNorm[]
}

export interface Registraties {
  readonly rioVo: Registratiecode
  readonly rioMbo: Registratiecode
  readonly rodVo: Registratiecode
  readonly rodMbo: Registratiecode
}

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
