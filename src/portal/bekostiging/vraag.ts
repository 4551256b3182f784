/** Welke teldata een school ziet, en wat er in adres en formulier staat. */
import type { Telstatus } from '../../beslissing/index.ts'
import { datum, type Datum, parseDatum } from '../../kern/datum.ts'
import type { Leerroutefase } from '../../kern/leerroute.ts'
import { isBrin } from '../../kern/schoolcode.ts'
import type { Normen } from '../../normen/index.ts'
import { STATUSSEN } from './statusbalk.tsx'

const [JAREN_TERUG, JAREN_VOORUIT] = [2, 1]

/** De teldata van het mbo rond vandaag, de laatste eerst (K-BEK-03). Voor het vo telt dezelfde 1 oktober. */
export function teldataRond(vandaag: Datum, normen: Normen): readonly Datum[] {
  const jaar = Number(vandaag.slice(0, 4))
  const jaren = Array.from({ length: JAREN_TERUG + JAREN_VOORUIT + 1 }, (_niets, i) => jaar - JAREN_TERUG + i)
  const dagen = normen.lijst('bekostiging/teldata-mbo', vandaag)
  return dagen.soort === 'geldt' ? jaren.flatMap((dit) => dagen.waarde.map((maanddag) => datum(`${dit}-${maanddag}`))).toSorted().toReversed() : []
}

export function leesBrin(waarde: unknown): string | undefined {
  return isBrin(waarde) ? waarde : undefined
}

export function leesDagUitPad(waarde: unknown): Datum | undefined {
  return typeof waarde === 'string' ? parseDatum(waarde) : undefined
}

export function leesStatus(waarde: unknown): Telstatus | undefined {
  return STATUSSEN.find((status) => status === waarde)
}

export function leesFase(waarde: unknown): Leerroutefase | undefined {
  return waarde === 'VO' || waarde === 'MBO' ? waarde : undefined
}
