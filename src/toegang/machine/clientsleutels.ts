/** M-04, M-08: controleert de handtekening onder een client assertion met de geregistreerde sleutels van de client. */
import { compactVerify, createLocalJWKSet, decodeJwt, errors, type JSONWebKeySet } from 'jose'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'

/** S-26: RS256 of sterker. Alleen handtekeningen met een openbare sleutel: HMAC en `none` bestaan hier niet. */
export const ASSERTIEALGORITMEN = ['PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512'] as const

const LANGSTE_ASSERTIE = 8_192

export type Sleutelvinder = (opnieuw: boolean) => Promise<JSONWebKeySet | undefined>

/** De client die een assertion zegt te zijn; nog niet bewezen. Undefined als het geen JWT is. */
export function leesBeweerdeClient(assertie: string): string | undefined {
  if (assertie.length > LANGSTE_ASSERTIE) return undefined
  try {
    const { sub } = decodeJwt(assertie)
    return typeof sub === 'string' ? sub : undefined
  } catch {
    return undefined
  }
}

/**
 * De inhoud als de handtekening klopt. Past geen sleutel, dan wordt de lijst een keer opnieuw opgehaald: de client kan van
 * sleutel gewisseld zijn. Wat in de kop staat (`jku`, `x5u`, `jwk`, `x5c`) telt niet mee.
 */
export async function controleerHandtekening(assertie: string, vind: Sleutelvinder): Promise<Uitkomst<Readonly<Record<string, unknown>>, 'sleutels-niet-te-halen' | 'handtekening'>> {
  for (const opnieuw of [false, true]) {
    const set = await vind(opnieuw)
    if (set === undefined) return geweigerd('sleutels-niet-te-halen')
    const inhoud = await probeer(assertie, set)
    if (inhoud === 'geen-sleutel') continue
    return inhoud === undefined ? geweigerd('handtekening') : gelukt(inhoud)
  }
  return geweigerd('handtekening')
}

async function probeer(assertie: string, set: JSONWebKeySet): Promise<Readonly<Record<string, unknown>> | 'geen-sleutel' | undefined> {
  try {
    const { payload } = await compactVerify(assertie, createLocalJWKSet(set), { algorithms: [...ASSERTIEALGORITMEN] })
    const inhoud: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    return typeof inhoud === 'object' && inhoud !== null && !Array.isArray(inhoud) ? inhoud as Readonly<Record<string, unknown>> : undefined
  } catch (fout) {
    return fout instanceof errors.JWKSNoMatchingKey ? 'geen-sleutel' : undefined
  }
}

/** Een JWK Set met alleen openbare, asymmetrische sleutels; anders waarom niet. */
export function leesJwks(waarde: unknown): Uitkomst<JSONWebKeySet, 'geen-jwks' | 'geheime-sleutel' | 'soort-sleutel'> {
  const keys: unknown = typeof waarde === 'object' && waarde !== null ? Reflect.get(waarde, 'keys') : undefined
  if (!Array.isArray(keys) || keys.length === 0 || keys.length > MEESTE_SLEUTELS || !keys.every((sleutel) => typeof sleutel === 'object' && sleutel !== null)) return geweigerd('geen-jwks')
  const lijst = keys as readonly Readonly<Record<string, unknown>>[]
  if (lijst.some((sleutel) => 'd' in sleutel || 'k' in sleutel || 'p' in sleutel)) return geweigerd('geheime-sleutel')
  const goed = lijst.every(({ kty, crv, n }) => (kty === 'RSA' && typeof n === 'string' && Buffer.from(n, 'base64url').length >= 256) || (kty === 'EC' && ['P-256', 'P-384', 'P-521'].includes(String(crv))))
  return goed ? gelukt({ keys: lijst } as unknown as JSONWebKeySet) : geweigerd('soort-sleutel')
}

const MEESTE_SLEUTELS = 10
