import type { Feit, GebruikteNorm, RegelId } from './reden.ts'
import { SIGNAALNIVEAU } from './signaalcode.ts'
import type { Signaalcode, Signaalniveau } from './signaalcode.ts'

/** Een bevinding op één dag. Elk besluit bevat elke code hoogstens één keer (K-CAS-10). */
export interface Signaal {
  readonly code: Signaalcode
  readonly niveau: Signaalniveau
  readonly regels: readonly RegelId[]
  /** Volledige zin in B1-Nederlands: wat er is en wat te doen. Noemt nooit de peildatum, zodat een signaal dat blijft staan gelijk blijft. */
  readonly uitleg: string
  /** BRIN van elke school die dit aangaat; leeg = alleen de gemeente of nog niet bekend. */
  readonly voor: readonly string[]
  readonly feiten?: readonly Feit[]
  readonly normen?: readonly GebruikteNorm[]
}

/** Wat een regel over een signaal zegt; het niveau volgt uit de code (keten.md 1.9). */
export interface Bevinding {
  readonly regels: readonly RegelId[]
  readonly uitleg: string
  readonly voor: readonly string[]
  readonly feiten: readonly Feit[]
  readonly normen?: readonly GebruikteNorm[]
}

export function maakSignaal(code: Signaalcode, bevinding: Bevinding): Signaal {
  return { code, niveau: SIGNAALNIVEAU[code], ...bevinding, voor: uniek(bevinding.voor) }
}

/** Elke waarde één keer, in volgorde van eerste voorkomen. */
export function uniek<T>(waarden: readonly T[]): readonly T[] {
  return waarden.length < 2 ? waarden : [...new Set(waarden)]
}
