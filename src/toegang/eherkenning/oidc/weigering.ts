/** Van een fout uit de bibliotheek naar een weigering. De code gaat naar het beveiligingslog; er staat nooit een waarde uit het bericht in. */
import * as oidc from 'openid-client'
import type { Inlogweigering } from '../identiteit.ts'
import { OngeldigeGegevens } from './verbinding.ts'

const ZELF_GESTOPT = 'access_denied'
const MAKELAAR_HEEFT_STORING = new Set(['server_error', 'temporarily_unavailable'])
const DUURDE_TE_LANG = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT'])

/** Gooit de fout opnieuw als die niet van de makelaar of van het netwerk komt: dan klopt er iets van ons niet. */
export function weigeringBij(fout: unknown): Inlogweigering {
  if (fout instanceof oidc.AuthorizationResponseError) return weigeringVanMakelaar(fout.error)
  if (fout instanceof oidc.ResponseBodyError) return fout.status >= 500 ? onbereikbaar('OIDC-MAKELAAR-STORING') : ongeldig('OIDC-CODE-GEWEIGERD')
  if (fout instanceof oidc.WWWAuthenticateChallengeError) return ongeldig('OIDC-CLIENT-GEWEIGERD')
  if (fout instanceof oidc.ClientError) return weigeringBijAntwoord(fout)
  if (fout instanceof OngeldigeGegevens) return ongeldig('OIDC-GEGEVENS-HANDTEKENING')
  // De bibliotheek noemt een fout van ons ook een TypeError, maar dan met een eigen code.
  if (fout instanceof TypeError && !('code' in fout)) return onbereikbaar('OIDC-NETWERK')
  throw fout
}

function weigeringVanMakelaar(soort: string): Inlogweigering {
  if (soort === ZELF_GESTOPT) return { soort: 'GEANNULEERD', code: 'OIDC-GEANNULEERD' }
  return MAKELAAR_HEEFT_STORING.has(soort) ? onbereikbaar('OIDC-MAKELAAR-STORING') : ongeldig('OIDC-MAKELAAR-WEIGERT')
}

function weigeringBijAntwoord(fout: oidc.ClientError): Inlogweigering {
  const code = fout.code ?? ''
  if (DUURDE_TE_LANG.has(code)) return onbereikbaar('OIDC-TE-TRAAG')
  if (fout.cause instanceof Response) return fout.cause.status >= 500 ? onbereikbaar('OIDC-MAKELAAR-STORING') : ongeldig('OIDC-ANTWOORD')
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return { soort: 'VERLOPEN', code: 'OIDC-VERLOPEN' }
  if (code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED') return ongeldig('OIDC-CLAIM-ANDERS')
  if (code === 'OAUTH_KEY_SELECTION_FAILED') return ongeldig('OIDC-SLEUTEL-ONBEKEND')
  if (isValseHandtekening(fout.cause)) return ongeldig('OIDC-HANDTEKENING-ONJUIST')
  return ongeldig('OIDC-ANTWOORD')
}

/** De bibliotheek geeft hier geen eigen code, maar alleen bij een handtekening die niet klopt geeft zij die mee. */
function isValseHandtekening(oorzaak: unknown): boolean {
  const gegevens = oorzaak instanceof Error ? oorzaak.cause : oorzaak
  return typeof gegevens === 'object' && gegevens !== null && 'signature' in gegevens
}

function onbereikbaar(code: string): Inlogweigering {
  return { soort: 'MAKELAAR_NIET_BEREIKBAAR', code }
}

function ongeldig(code: string): Inlogweigering {
  return { soort: 'ONGELDIG', code }
}
