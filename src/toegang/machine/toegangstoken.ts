/** Toegangstokens als JWT (RFC 9068): geven en nakijken, zonder database. Wat het token mag, zegt het mandaat op het moment van gebruik (M-02). */
import { createHash } from 'node:crypto'
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

/** Een token waarvan de handtekening klopte, met de sleutel waarmee dat bleek. Tijden in seconden, zoals in het token. */
interface Nagekeken {
  readonly inhoud: Tokeninhoud
  readonly openbaar: CryptoKey
  readonly exp: number
  readonly nbf: number
}

/** Zo veel tokens onthoudt een server; wie het langst geleden binnenkwam gaat er het eerst uit. */
const MEESTE_ONTHOUDEN = 1_000
const SPELING_S = 5
/** Op de sleutels van deze server en de hash van adressen en token: het token zelf blijft niet in het geheugen. */
const ONTHOUDEN = new WeakMap<Tokensleutels, Map<string, Nagekeken>>()

/**
 * De inhoud, of undefined als het token niet deugt. Dezelfde bytes worden maar een keer met de sleutel nagerekend. De tijden gelden elke keer, en een sleutel
 * die uit het bestand is neemt zijn tokens mee. Of de client en het mandaat nog gelden staat hier los van: dat zegt de database bij elk verzoek (M-02).
 */
export async function leesToken(sleutels: Tokensleutels, adressen: Tokenadressen, token: string, nu: Date): Promise<Tokeninhoud | undefined> {
  const eerder = ONTHOUDEN.get(sleutels) ?? new Map<string, Nagekeken>()
  ONTHOUDEN.set(sleutels, eerder)
  const naam = createHash('sha256').update(JSON.stringify([adressen.uitgever, adressen.ontvanger, token])).digest('base64')
  const bekend = eerder.get(naam)
  const seconden = Math.floor(nu.getTime() / 1000)
  if (bekend !== undefined) {
    const geldt = bekend.nbf <= seconden + SPELING_S && bekend.exp > seconden - SPELING_S && (await sleutels()).some(({ openbaar }) => openbaar === bekend.openbaar)
    if (geldt) return bekend.inhoud
    eerder.delete(naam)
  }
  const nagekeken = await kijkNa(sleutels, adressen, token, nu)
  if (nagekeken === undefined) return undefined
  const [oudste] = eerder.size >= MEESTE_ONTHOUDEN ? eerder.keys() : []
  if (oudste !== undefined) eerder.delete(oudste)
  eerder.set(naam, nagekeken)
  return nagekeken.inhoud
}

/** Undefined als de handtekening, een tijd, de uitgever of de ontvanger niet klopt. Alleen ons eigen algoritme telt: geen `none`, geen HMAC. */
async function kijkNa(sleutels: Tokensleutels, adressen: Tokenadressen, token: string, nu: Date): Promise<Nagekeken | undefined> {
  try {
    // De kop kiest alleen een kid uit onze eigen lijst; een sleutel of adres in de kop (jwk, jku, x5u) doet niets (M-08).
    const kies = async ({ kid }: { readonly kid?: string }): Promise<CryptoKey> => {
      const past = (ander: { readonly kid: string }): boolean => ander.kid === kid
      const sleutel = (await sleutels()).find(past) ?? (await sleutels(true)).find(past)
      if (sleutel === undefined) throw new errors.JWKSNoMatchingKey()
      return sleutel.openbaar
    }
    const { payload, key: openbaar } = await jwtVerify(token, kies, {
      algorithms: [TEKENALGORITME], typ: SOORT, issuer: adressen.uitgever, audience: adressen.ontvanger, currentDate: nu, clockTolerance: SPELING_S, requiredClaims: ['exp', 'nbf', 'iat', 'jti', 'sub'],
    })
    const inhoud = payload.aud === adressen.ontvanger ? leesTokeninhoud(payload) : undefined
    const { exp, nbf } = payload
    return inhoud === undefined || exp === undefined || nbf === undefined || !(openbaar instanceof CryptoKey) ? undefined : { inhoud, openbaar, exp, nbf }
  } catch (fout) {
    if (fout instanceof Error && 'code' in fout && String(fout.code).startsWith('ERR_J')) return undefined
    throw fout
  }
}
