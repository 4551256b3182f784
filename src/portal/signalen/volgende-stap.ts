import type { Signaalcode } from '../../kern/signaalcode.ts'
import type { Omgeving } from '../kader/bladzijde.tsx'

export type Stapsoort = 'faseovergang' | 'routes' | 'afspraken' | 'verzuim' | 'student'

export interface Stap {
  readonly soort: Stapsoort
  readonly href: string
}

const SOORT: Partial<Readonly<Record<Signaalcode, Exclude<Stapsoort, 'student'>>>> = {
  'SIG-FASE-AFWIJKEND': 'faseovergang', 'SIG-FASE-VERSCHIL': 'faseovergang',
  'SIG-RIO-ONTBREEKT-VO': 'routes', 'SIG-RIO-ONTBREEKT-MBO': 'routes', 'SIG-RIO-PARTNER': 'routes',
  'SIG-SOK-ONTBREEKT': 'afspraken',
  'SIG-VERZUIM-16U': 'verzuim', 'SIG-VERZUIM-18PLUS-MOGELIJK': 'verzuim', 'SIG-VERZUIM-OVERDRACHT': 'verzuim', 'SIG-VERZUIM-VERKEERDE-PARTIJ': 'verzuim',
}

/** De bladzijde waar iemand dit oplost; waar hij niet bij mag of wat er niet is, wordt de student zelf. `schrijft`: hij mag inschrijvingen wijzigen. */
export function volgendeStap(code: Signaalcode, deelnemerId: string, { ingelogd }: Pick<Omgeving, 'ingelogd'>, schrijft: boolean): Stap {
  const soort = SOORT[code]
  const mag = soort === 'faseovergang' ? schrijft : ingelogd?.menu.some(({ pad }) => pad === `/${soort}`) === true
  if (soort === undefined || !mag) return { soort: 'student', href: `/studenten/${deelnemerId}` }
  return { soort, href: soort === 'faseovergang' ? `/faseovergang?student=${deelnemerId}` : `/${soort}` }
}
