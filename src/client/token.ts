/** Haalt een token bij het tokeneindpunt van een server (OAuth client credentials met private_key_jwt). */
import { createPrivateKey, type KeyObject, randomBytes } from 'node:crypto'
import { geweigerd, gelukt, type Uitkomst } from '../kern/uitkomst.ts'
import { controleerAdres } from './client.ts'

export interface Tokenvraag {
  /** Het adres van de server, zonder `/v1`. */
  readonly adres: string
  readonly clientId: string
  /** Geheime sleutel in PEM. */
  readonly sleutel: string
  readonly kid?: string
  readonly organisatie?: string
  readonly scope?: string
}

export interface GegevenToken {
  readonly token: string
  readonly scope: string
  /** Seconden. */
  readonly geldigS: number
}

const CONTROLEER_CLIENT = 'Controleer of het client-id en de geheime sleutel bij elkaar horen; vraag anders de beheerder van het register.'

/** Een zin met wat er is en wat te doen. Nooit met de sleutel of het token. */
export async function haalToken(vraag: Tokenvraag): Promise<Uitkomst<GegevenToken, string>> {
  const adres = controleerAdres(vraag.adres, vraag.sleutel)
  const sleutel = leesSleutel(vraag.sleutel)
  if (sleutel === undefined) return geweigerd('De geheime sleutel is niet te lezen. Geef een PEM-bestand (PKCS#8) met een RSA-sleutel van ten minste 2048 bits of een EC-sleutel op P-256 of P-384.')
  const metadata = await vraagJson(`${adres}/.well-known/oauth-authorization-server`)
  if (!metadata.ok) return metadata
  const { issuer } = metadata.waarde.inhoud
  // Tekenen voor een ander adres dan de gebruiker noemde, zou een vreemde server een bewijs voor de echte geven.
  if (issuer !== adres) return geweigerd(typeof issuer === 'string' ? `De server noemt zich ${issuer}. Gebruik precies dat adres bij --server als u deze server vertrouwt.` : 'Dit adres is geen autorisatieserver. Controleer het adres.')
  const nu = Math.floor(Date.now() / 1000)
  // Pas hier: een opdracht zonder aanmelding heeft haar niet nodig en start dan sneller.
  const { SignJWT } = await import('jose')
  const assertie = await new SignJWT({ iss: vraag.clientId, sub: vraag.clientId, aud: `${adres}/oauth/token`, jti: randomBytes(32).toString('base64url'), iat: nu, exp: nu + 60 })
    .setProtectedHeader({ alg: algoritmeVan(sleutel), ...(vraag.kid === undefined ? {} : { kid: vraag.kid }) }).sign(sleutel)
  const vorm = new URLSearchParams({
    grant_type: 'client_credentials', client_id: vraag.clientId, client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: assertie,
    ...(vraag.organisatie === undefined ? {} : { organisatie: vraag.organisatie }), ...(vraag.scope === undefined ? {} : { scope: vraag.scope }),
  })
  const antwoord = await vraagJson(`${adres}/oauth/token`, vorm)
  if (!antwoord.ok) return antwoord
  const { access_token: token, scope, expires_in: geldigS, error, error_description: uitleg } = antwoord.waarde.inhoud
  if (typeof token === 'string' && typeof scope === 'string' && typeof geldigS === 'number') return gelukt({ token, scope, geldigS })
  return geweigerd(`De server geeft geen token (${typeof error === 'string' ? error : antwoord.waarde.status}). ${typeof uitleg === 'string' ? uitleg : 'Probeer het later opnieuw.'}${error === 'invalid_client' ? ` ${CONTROLEER_CLIENT}` : ''}`)
}

const GEDULD_MS = 15_000

async function vraagJson(url: string, vorm?: URLSearchParams): Promise<Uitkomst<{ readonly status: number; readonly inhoud: Readonly<Record<string, unknown>> }, string>> {
  try {
    const antwoord = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(GEDULD_MS), ...(vorm === undefined ? {} : { method: 'POST', body: vorm }) })
    const inhoud: unknown = await antwoord.json()
    return gelukt({ status: antwoord.status, inhoud: typeof inhoud === 'object' && inhoud !== null ? inhoud as Readonly<Record<string, unknown>> : {} })
  } catch {
    return geweigerd('De server is niet bereikbaar, of is geen Leerroute-server. Controleer het adres en het netwerk.')
  }
}

function leesSleutel(pem: string): KeyObject | undefined {
  try {
    const sleutel = createPrivateKey(pem)
    return sleutel.asymmetricKeyType === 'rsa' || (sleutel.asymmetricKeyType === 'ec' && sleutel.asymmetricKeyDetails?.namedCurve !== undefined && sleutel.asymmetricKeyDetails.namedCurve in KROMMEN) ? sleutel : undefined
  } catch {
    return undefined
  }
}

const KROMMEN: Readonly<Record<string, string>> = { prime256v1: 'ES256', secp384r1: 'ES384' }

function algoritmeVan({ asymmetricKeyDetails }: KeyObject): string {
  return KROMMEN[asymmetricKeyDetails?.namedCurve ?? ''] ?? 'PS256'
}
