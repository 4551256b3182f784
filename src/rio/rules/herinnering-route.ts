import { parseDatum } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Normen } from '../../normen/index.ts'

/**
 * K-RIO-06: het meetmoment van OCW waaraan het register op deze dag herinnert; null = nu niet herinneren.
 * Van de herinneringsdag tot de dag voor het meetmoment. Een herinnering, nooit een grens: registreren mag het hele jaar.
 * Bron: S5; de herinneringsdag is afgeleid.
 */
export function herinnerAanMeetmoment(op: Datum, normen: Normen): Datum | null {
  const herinneringen = normen.lijst('rio/herinnering-route', op)
  const meetmomenten = normen.lijst('rio/meetmoment-route', op)
  if (herinneringen.soort !== 'geldt' || meetmomenten.soort !== 'geldt') return null
  const dag = op.slice(5)
  const volgende = meetmomenten.waarde.filter((meetmoment) => meetmoment > dag).toSorted()[0]
  const isTijd = volgende !== undefined && herinneringen.waarde.some((herinnering) => herinnering <= dag && herinnering < volgende)
  return isTijd ? parseDatum(`${op.slice(0, 5)}${volgende}`) ?? null : null
}
