/** Toegangstokens als JWT (RFC 9068): geven en nakijken, zonder database. Wat het token mag, zegt het mandaat op het moment van gebruik (M-02). */
import { errors, jwtVerify, SignJWT } from 'jose'
import { leesTokeninhoud, maakTokeninhoud, TOKENLEVEN_S, type Tokeninhoud } from './rules/tokeninhoud.ts'
import { TEKENALGORITME, type Tokensleutels } from './tokensleutels.ts'

export interface Tokenadressen {
  /** Uitgever: het adres van de server, zonder schuine streep aan het eind. */
  readonly uitgever: string
  /** Voor wie het token is: ons koppelvlak. */
  readonly ontvanger: string
}

const SOORT = 'at+jwt'

export async function tekenToken(sleutels: Tokensleutels, adressen: Tokenadressen, inhoud: Tokeninhoud, jti: string, nu: Date): Promise<string> {
  const [sleutel] = await sleutels()
  if (sleutel === undefined) throw new Error('er is geen sleutel om tokens mee te tekenen')
  const seconden = Math.floor(nu.getTime() / 1000)
  return new SignJWT({ ...maakTokeninhoud(inhoud) })
    .setProtectedHeader({ alg: TEKENALGORITME, kid: sleutel.kid, typ: SOORT })
    .setIssuer(adressen.uitgever).setSubject(inhoud.clientId).setAudience(adressen.ontvanger).setIssuedAt(seconden).setNotBefore(seconden).setExpirationTime(seconden + TOKENLEVEN_S).setJti(jti)
    .sign(sleutel.geheim)
}

/** Undefined als de handtekening, een tijd, de uitgever of de ontvanger niet klopt. Alleen ons eigen algoritme telt: geen `none`, geen HMAC. */
export async function leesToken(sleutels: Tokensleutels, adressen: Tokenadressen, token: string, nu: Date): Promise<Tokeninhoud | undefined> {
  try {
    // De kop kiest alleen een kid uit onze eigen lijst; een sleutel of adres in de kop (jwk, jku, x5u) doet niets (M-08).
    const kies = async ({ kid }: { readonly kid?: string }): Promise<CryptoKey> => {
      const past = (ander: { readonly kid: string }): boolean => ander.kid === kid
      const sleutel = (await sleutels()).find(past) ?? (await sleutels(true)).find(past)
      if (sleutel === undefined) throw new errors.JWKSNoMatchingKey()
      return sleutel.openbaar
    }
    const { payload } = await jwtVerify(token, kies, {
      algorithms: [TEKENALGORITME], typ: SOORT, issuer: adressen.uitgever, audience: adressen.ontvanger, currentDate: nu, clockTolerance: 5, requiredClaims: ['exp', 'nbf', 'iat', 'jti', 'sub'],
    })
    return payload.aud === adressen.ontvanger ? leesTokeninhoud(payload) : undefined
  } catch (fout) {
    if (fout instanceof Error && 'code' in fout && String(fout.code).startsWith('ERR_J')) return undefined
    throw fout
  }
}
