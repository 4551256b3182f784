import type { Signaalcode, Signaalniveau } from '../../kern/signaalcode.ts'
import type { Termijn } from './termijn.ts'

/** Een groep signalen van een code, voor de volgorde van het werk. */
export interface Urgentie {
  readonly code: Signaalcode
  readonly niveau: Signaalniveau
  readonly aantal: number
  readonly termijn: Termijn | null
}

const ERNST: readonly Signaalniveau[] = ['fout', 'taak', 'waarschuwing', 'info']

/** Wat vandaag moet, dan fouten, dan taken; binnen een niveau de eerste dag eerst, en dan het grootste aantal. */
export function eerstWatEerstMoet(a: Urgentie, b: Urgentie): number {
  const nu = ({ termijn }: Urgentie): number => (termijn?.soort === 'nu' ? 0 : 1)
  return nu(a) - nu(b) || ERNST.indexOf(a.niveau) - ERNST.indexOf(b.niveau) || (a.termijn?.dag ?? '9').localeCompare(b.termijn?.dag ?? '9') || b.aantal - a.aantal || a.code.localeCompare(b.code)
}
