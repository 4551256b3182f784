/** A-08 voor een identiteitsbewijs: hoe lang het geldt en wanneer de persoon zijn middel gebruikte. Tijden in claims zijn hele seconden. */
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { Inlogweigering } from '../identiteit.ts'
import type { Claims } from './claims.ts'

/** zo veel mogen klokken verschillen. */
export const KLOKVERSCHIL_S = 30
/** Zo lang mag een bewijs gelden, en zo oud mag een inlog zijn. */
const HOOGUIT_S = 300

export interface Tijden {
  readonly authnOp: Date
  /** Tot dit moment zou iemand het bewijs nog een keer kunnen aanbieden. */
  readonly geldigTot: Date
}

/** `begonnenOp`: het moment waarop wij de browser wegstuurden. Wie daarvoor al ingelogd was, is niet opnieuw ingelogd. */
export function leesTijden({ iat, exp, nbf, auth_time: authTime }: Claims, begonnenOp: Date, nu: Date): Uitkomst<Tijden, Inlogweigering> {
  const seconde = nu.getTime() / 1000
  if (!isTijd(iat) || !isTijd(exp) || !isTijd(authTime) || (nbf !== undefined && !isTijd(nbf))) return ongeldig('OIDC-TIJD-ONTBREEKT')
  if (exp - iat > HOOGUIT_S || exp <= iat) return ongeldig('OIDC-TE-LANG-GELDIG')
  if (exp + KLOKVERSCHIL_S <= seconde) return geweigerd({ soort: 'VERLOPEN', code: 'OIDC-VERLOPEN' })
  if (iat - KLOKVERSCHIL_S > seconde || (nbf ?? iat) - KLOKVERSCHIL_S > seconde) return ongeldig('OIDC-TOEKOMST')
  if (iat + HOOGUIT_S + KLOKVERSCHIL_S < seconde) return geweigerd({ soort: 'VERLOPEN', code: 'OIDC-TE-OUD' })
  if (authTime - KLOKVERSCHIL_S > seconde) return ongeldig('OIDC-TOEKOMST')
  if (authTime + HOOGUIT_S + KLOKVERSCHIL_S < seconde) return geweigerd({ soort: 'VERLOPEN', code: 'OIDC-INLOG-TE-OUD' })
  if (authTime + KLOKVERSCHIL_S < begonnenOp.getTime() / 1000) return ongeldig('OIDC-NIET-OPNIEUW-INGELOGD')
  return gelukt({ authnOp: new Date(authTime * 1000), geldigTot: new Date((exp + KLOKVERSCHIL_S) * 1000) })
}

function isTijd(waarde: unknown): waarde is number {
  return typeof waarde === 'number' && Number.isSafeInteger(waarde) && waarde > 0
}

function ongeldig(code: string): { readonly ok: false; readonly reden: Inlogweigering } {
  return geweigerd({ soort: 'ONGELDIG', code })
}
