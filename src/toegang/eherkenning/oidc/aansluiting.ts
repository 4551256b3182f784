/**
 * De OIDC-aansluiting op een makelaar volgens het NL GOV-profiel: alleen de code flow, met PKCE, state en nonce, en een
 * ondertekende client assertion. Bron: toegang.md 1.5 en 1.6.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { decodeProtectedHeader } from 'jose'
import * as oidc from 'openid-client'
import { momentVan } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { BegonnenInlog, EhIdentiteit, Inlogaansluiting, Inlogantwoord, Inlogweigering } from '../identiteit.ts'
import { type Claims, leesClaims } from './claims.ts'
import type { OidcInstelling } from './instelling.ts'
import { leesKenmerk } from './kenmerk.ts'
import { leesTijden } from './tijden.ts'
import { maakVerbinding, type Verbinding } from './verbinding.ts'
import { weigeringBij } from './weigering.ts'

/** `haalInstelling` mag wachten tot de makelaar er is (undefined: hij is er niet) en geeft hetzelfde object zolang er niets wijzigt. */
export function maakOidcAansluiting(haalInstelling: () => Promise<OidcInstelling | undefined>): Inlogaansluiting {
  const verbindingen = new WeakMap<OidcInstelling, Verbinding>()
  const verbonden = async <T>(werk: (verbonden: Verbonden) => Promise<Uitkomst<T, Inlogweigering>>): Promise<Uitkomst<T, Inlogweigering>> => {
    const instelling = await haalInstelling()
    if (instelling === undefined) return geweigerd({ soort: 'MAKELAAR_NIET_BEREIKBAAR', code: 'OIDC-GEEN-MAKELAAR' })
    const verbinding = verbindingen.get(instelling) ?? maakVerbinding(instelling)
    verbindingen.set(instelling, verbinding)
    try {
      return await werk({ instelling, configuratie: await verbinding.haal() })
    } catch (fout) {
      return geweigerd(weigeringBij(fout))
    }
  }
  return {
    protocol: 'OIDC',
    begin: (nu) => verbonden((met) => begin(met, nu)),
    leesKenmerk,
    controleer: async (antwoord, geheim, nu) => {
      const bezwaar = bezwaarVooraf(antwoord, geheim)
      return bezwaar === undefined ? verbonden((met) => controleer(met, antwoord.adres, geheim, nu)) : ongeldig(bezwaar)
    },
  }
}

interface Verbonden {
  readonly instelling: OidcInstelling
  readonly configuratie: oidc.Configuration
}

async function begin({ instelling, configuratie }: Verbonden, nu: Date): Promise<Uitkomst<BegonnenInlog, Inlogweigering>> {
  const [state, nonce, verifier] = [toeval(), toeval(), toeval()]
  const vraag = {
    response_type: 'code', redirect_uri: instelling.redirectAdres, scope: ['openid', ...instelling.profiel.scopes].join(' '),
    state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    // Geen SSO: wie inlogt, gebruikt nu zijn middel. Het niveau is een verzoek; wij controleren wat er terugkomt.
    prompt: 'login', max_age: '0', acr_values: instelling.acrWaarden.join(' '),
  }
  const doorsturen = configuratie.serverMetadata().pushed_authorization_request_endpoint !== undefined
  const adres = doorsturen ? await oidc.buildAuthorizationUrlWithPAR(configuratie, vraag) : oidc.buildAuthorizationUrl(configuratie, vraag)
  return gelukt({ stap: { soort: 'ga-naar', adres: adres.href }, kenmerk: state, geheim: { stateHash: hash(state), nonce, verifier, begonnenOp: nu.toISOString() } })
}

/** Wat zonder de makelaar al niet klopt. Een dubbele parameter leest iedereen anders; daarom is die nooit goed. */
function bezwaarVooraf(antwoord: Inlogantwoord, geheim: Readonly<Record<string, string>>): string | undefined {
  if (antwoord.methode !== 'GET' || Object.keys(antwoord.velden).length > 0) return 'OIDC-METHODE'
  const namen = [...antwoord.adres.searchParams.keys()]
  if (new Set(namen).size !== namen.length) return 'OIDC-DUBBELE-PARAMETER'
  const state = leesKenmerk(antwoord)
  if (state === undefined || !isGelijk(hash(state), geheim['stateHash'] ?? '')) return 'OIDC-STATE'
  return undefined
}

async function controleer({ instelling, configuratie }: Verbonden, adres: URL, geheim: Readonly<Record<string, string>>, nu: Date): Promise<Uitkomst<EhIdentiteit, Inlogweigering>> {
  if (`${adres.origin}${adres.pathname}` !== instelling.redirectAdres) return ongeldig('OIDC-ADRES')
  if (instelling.profiel.eistIss && !adres.searchParams.has('iss')) return ongeldig('OIDC-ISS-ONTBREEKT')
  const { nonce, verifier, begonnenOp } = geheim
  if (nonce === undefined || verifier === undefined || begonnenOp === undefined) return ongeldig('OIDC-GEHEIM')
  const tokens = await oidc.authorizationCodeGrant(configuratie, adres, {
    expectedState: adres.searchParams.get('state') ?? '', expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true,
  })
  const claims: Claims | undefined = tokens.claims()
  if (claims === undefined || tokens.id_token === undefined) return ongeldig('OIDC-GEEN-BEWIJS')
  return maakIdentiteit(instelling, tokens.id_token, claims, { code: adres.searchParams.get('code') ?? '', begonnenOp: new Date(begonnenOp), nu })
}

interface Omstandigheden {
  readonly code: string
  readonly begonnenOp: Date
  readonly nu: Date
}

/** De bibliotheek controleerde handtekening, iss, aud, nonce en tijd; wat hier staat doet zij niet of losser. */
function maakIdentiteit(instelling: OidcInstelling, bewijs: string, claims: Claims, { code, begonnenOp, nu }: Omstandigheden): Uitkomst<EhIdentiteit, Inlogweigering> {
  const { issuer, clientId, ondertekening, profiel, serviceUuid } = instelling
  if (decodeProtectedHeader(bewijs).alg !== ondertekening) return ongeldig('OIDC-ALGORITME')
  if (claims['iss'] !== issuer) return ongeldig('OIDC-ISSUER')
  if (!isAlleenVoor(claims['aud'], clientId)) return ongeldig('OIDC-AUDIENCE')
  const tijden = leesTijden(claims, begonnenOp, nu)
  if (!tijden.ok) return tijden
  const jti = claims['jti']
  const heeftJti = typeof jti === 'string' && jti !== '' && jti.length <= LANGSTE_JTI
  if (!heeftJti && (jti !== undefined || profiel.eistJti)) return ongeldig('OIDC-JTI')
  const wie = leesClaims(claims, profiel, serviceUuid)
  if (!wie.ok) return wie
  return gelukt({
    ...wie.waarde, authnOp: momentVan(tijden.waarde.authnOp), makelaar: issuer,
    bewijs: { protocol: 'OIDC', id: heeftJti ? jti : `code:${hash(code)}`, hash: createHash('sha256').update(bewijs).digest(), geldigTot: momentVan(tijden.waarde.geldigTot) },
  })
}

const LANGSTE_JTI = 512

/** het bewijs is voor ons en voor niemand anders. */
function isAlleenVoor(aud: unknown, clientId: string): boolean {
  return aud === clientId || (Array.isArray(aud) && aud.length === 1 && aud[0] === clientId)
}

/** 256 bits; het profiel vraagt er ten minste 128. */
function toeval(): string {
  return randomBytes(32).toString('base64url')
}

function hash(tekst: string): string {
  return createHash('sha256').update(tekst).digest('base64url')
}

function isGelijk(een: string, ander: string): boolean {
  const [a, b] = [Buffer.from(een), Buffer.from(ander)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function ongeldig(code: string): { readonly ok: false; readonly reden: Inlogweigering } {
  return geweigerd({ soort: 'ONGELDIG', code })
}
