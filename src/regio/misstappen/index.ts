import { SIGNAALCODES, type Signaalcode } from '../../kern/signaalcode.ts'
import { FASE_MISSTAPPEN } from './fase-misstappen.ts'
import type { Misstap } from './misstap.ts'
import { ROUTE_MISSTAPPEN } from './route-misstappen.ts'
import { VERZUIM_MISSTAPPEN } from './verzuim-misstappen.ts'
import { WEIGERINGEN, type Weigeringsoort } from './weigeringen.ts'

export { WEIGERINGEN } from './weigeringen.ts'

/** Elk signaal heeft minstens één manier om het te planten; een nieuwe code zonder manier is een typefout. */
export const MISSTAPPEN: Readonly<Record<Signaalcode, readonly Misstap[]>> = { ...ROUTE_MISSTAPPEN, ...FASE_MISSTAPPEN, ...VERZUIM_MISSTAPPEN }

/** De zoveelste geplante fout: eerst elk signaal één keer, daarna elk signaal op zijn volgende manier. */
export function misstapVoor(volgnummer: number): Misstap {
  const code = SIGNAALCODES[volgnummer % SIGNAALCODES.length]
  const manieren = code === undefined ? [] : MISSTAPPEN[code]
  const misstap = manieren[Math.floor(volgnummer / SIGNAALCODES.length) % manieren.length]
  if (misstap === undefined) throw new Error('elk signaal heeft een misstap')
  return misstap
}

export function weigeringVoor(volgnummer: number): Weigeringsoort {
  const soort = WEIGERINGEN[volgnummer % WEIGERINGEN.length]
  if (soort === undefined) throw new Error('er zijn weigeringen')
  return soort
}
