import { geweigerd } from '../../../kern/uitkomst.ts'
import type { Inlogweigering } from '../identiteit.ts'

/** Een weigering die de gebruiker niet hoeft te begrijpen; `code` zegt het beveiligingslog welke controle het was, nooit welke waarde. */
export function ongeldig(code: `SAML-${string}`): { readonly ok: false; readonly reden: Inlogweigering } {
  return geweigerd({ soort: 'ONGELDIG', code })
}

export function verlopen(code: `SAML-${string}`): { readonly ok: false; readonly reden: Inlogweigering } {
  return geweigerd({ soort: 'VERLOPEN', code })
}

export function onbereikbaar(code: `SAML-${string}`): { readonly ok: false; readonly reden: Inlogweigering } {
  return geweigerd({ soort: 'MAKELAAR_NIET_BEREIKBAAR', code })
}
