import type { Moment } from '../../../kern/datum.ts'
import { eis, type Veldfout } from '../../../kern/weigering.ts'
import type { Actiecontext, Aanmelding } from '../../actor.ts'

const VERS_MS = 10 * 60_000

/** S-03 (sessie), T-01: de persoon gebruikte zijn middel hooguit tien minuten geleden. */
export function isVers({ authnOp }: Pick<Aanmelding, 'authnOp'>, nu: Moment): boolean {
  return Date.parse(nu) - Date.parse(authnOp) <= VERS_MS
}

/** Wat een beheeractie vraagt; het systeem zelf (inrichten, import) logt niet in. */
export function eisVerseInlog({ actor, aanmelding, nu }: Pick<Actiecontext, 'actor' | 'aanmelding' | 'nu'>): readonly Veldfout[] {
  return eis(
    actor.soort === 'systeem' || (aanmelding !== undefined && isVers(aanmelding, nu)),
    'aanmelding', 'U logde langer dan tien minuten geleden in.', 'Log opnieuw in en doe het dan nog een keer.',
  )
}
