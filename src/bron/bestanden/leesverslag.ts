import type { Bestandskop } from './bestandscontrole.ts'
import type { Bestandssoort } from './indeling.ts'

/** Wat er in een bestand van DUO stond, ook als het is afgekeurd. */
export interface Leesverslag {
  readonly bestand: string
  readonly soort: Bestandssoort
  readonly kop: Bestandskop | null
  readonly regels: number
  readonly tellingen: Readonly<Record<string, number>>
  readonly studenten: number
  readonly afgekeurdeStudenten: number
  /** Waar als het bestand als geheel is afgekeurd (kop of sluitregel); dan is er niets doorgegeven. */
  readonly bestandAfgekeurd: boolean
}
