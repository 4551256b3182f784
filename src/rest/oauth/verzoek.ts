/** Leest het formulier van `POST /oauth/token` (RFC 6749 4.4.2, RFC 7523 2.2). */
import type { IncomingHttpHeaders } from 'node:http'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Oauthweigering, Tokenverzoek } from '../../toegang/index.ts'

const VELDEN = ['grant_type', 'client_id', 'client_assertion', 'client_assertion_type', 'client_secret', 'scope', 'organisatie'] as const
type Veld = (typeof VELDEN)[number]
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const LANGSTE_WAARDE = 8_192

export function leesTokenverzoek(vorm: string, adresvraag: string, koppen: IncomingHttpHeaders): Uitkomst<Tokenverzoek, Oauthweigering> {
  if (adresvraag !== '') return onjuist('Zet alles in de inhoud van het verzoek, niets in het adres: adressen komen in logboeken terecht.')
  const velden = leesVelden(vorm)
  if (velden === undefined) return onjuist('Elk veld mag een keer voorkomen en is hooguit 8192 tekens.')
  const { grant_type, client_id, client_assertion, client_assertion_type, client_secret, scope, organisatie } = velden
  if (koppen.authorization !== undefined || client_secret !== undefined) return geweigerd({ error: 'invalid_client', uitleg: 'Aanmelden gaat met client_assertion of met een certificaat, niet met een wachtwoord of de kop Authorization.' })
  if (grant_type === undefined) return onjuist('grant_type ontbreekt. Gebruik client_credentials.')
  if (grant_type !== 'client_credentials') return geweigerd({ error: 'unsupported_grant_type', uitleg: 'Alleen client_credentials bestaat hier.' })
  if ((client_assertion === undefined) !== (client_assertion_type === undefined)) return onjuist('client_assertion en client_assertion_type horen bij elkaar.')
  if (client_assertion_type !== undefined && client_assertion_type !== JWT_BEARER) return onjuist(`client_assertion_type is ${JWT_BEARER}.`)
  return gelukt({
    ...(client_id === undefined ? {} : { clientId: client_id }), ...(client_assertion === undefined ? {} : { assertie: client_assertion }),
    ...(scope === undefined ? {} : { scope }), ...(organisatie === undefined ? {} : { organisatie }),
  })
}

/** Onbekende velden tellen niet (RFC 6749 3.2); een leeg veld is er niet. Undefined bij een dubbel of te lang veld. */
function leesVelden(vorm: string): Partial<Record<Veld, string>> | undefined {
  const velden: Partial<Record<Veld, string>> = {}
  for (const [naam, waarde] of new URLSearchParams(vorm)) {
    const veld = VELDEN.find((bekend) => bekend === naam)
    if (veld === undefined) continue
    if (veld in velden || waarde.length > LANGSTE_WAARDE) return undefined
    velden[veld] = waarde
  }
  return Object.fromEntries(Object.entries(velden).filter(([, waarde]) => waarde !== ''))
}

function onjuist(uitleg: string): { readonly ok: false; readonly reden: Oauthweigering } {
  return geweigerd({ error: 'invalid_request', uitleg })
}
