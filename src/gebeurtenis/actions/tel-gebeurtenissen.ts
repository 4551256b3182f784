import type { Moment } from '../../kern/datum.ts'
import { type Actor, brinsVan, mag, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { type Dagtelling, telPerDag } from '../store/log.ts'

const MEESTE_PER_SCHOOL = 2_000

/** Wat er bij de eigen scholen gebeurde sinds een moment, in aantallen. Wie geen school heeft, ziet niets. */
export function telGebeurtenissen(uitvoerder: Uitvoerder, actor: Actor, sinds: Moment): Promise<readonly Dagtelling[]> {
  const brins = brinsVan(actor).filter((brin) => mag(actor, 'deelnemer:lezen', { brin }))
  return brins.length === 0 ? Promise.resolve([]) : metRechten(uitvoerder, actor, (trx) => telPerDag(trx, brins, sinds, MEESTE_PER_SCHOOL))
}
