/** M-04, S-26: klopt de inhoud van een client assertion (RFC 7523)? De handtekening is dan al gecontroleerd. */

export type Assertiefout = 'iss' | 'sub' | 'aud' | 'exp' | 'iat' | 'nbf' | 'jti' | 'te-lang-geldig'

export interface Assertie {
  readonly jti: string
  /** Seconden sinds 1970. */
  readonly exp: number
}

/** Zo veel mag een klok verschillen. */
export const SPELING_S = 30
export const LANGSTE_LEVEN_S = 60
/** 128 bits is in base64url 22 tekens; korter kan geen toeval genoeg hebben. */
const KORTSTE_JTI = 22
const LANGSTE_JTI = 256

export interface Assertieeisen {
  readonly clientId: string
  /** Precies een van deze, als enige (geen lijst met meer ontvangers). */
  readonly ontvangers: readonly string[]
  /** Seconden sinds 1970. */
  readonly nu: number
}

export function controleerAssertie(inhoud: Readonly<Record<string, unknown>>, { clientId, ontvangers, nu }: Assertieeisen): Assertie | Assertiefout {
  const { iss, sub, aud, exp, iat, nbf, jti } = inhoud
  if (iss !== clientId) return 'iss'
  if (sub !== clientId) return 'sub'
  const ontvanger: unknown = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud
  if (typeof ontvanger !== 'string' || !ontvangers.includes(ontvanger)) return 'aud'
  if (!isTijd(iat) || iat > nu + SPELING_S) return 'iat'
  if (!isTijd(exp) || exp <= nu - SPELING_S) return 'exp'
  // Ook vanaf nu gemeten: een iat van lang geleden mag het leven niet rekken.
  if (exp - iat > LANGSTE_LEVEN_S || exp > nu + LANGSTE_LEVEN_S + SPELING_S || exp <= iat) return 'te-lang-geldig'
  if (nbf !== undefined && (!isTijd(nbf) || nbf > nu + SPELING_S)) return 'nbf'
  if (typeof jti !== 'string' || jti.length < KORTSTE_JTI || jti.length > LANGSTE_JTI) return 'jti'
  return { jti, exp }
}

function isTijd(waarde: unknown): waarde is number {
  return typeof waarde === 'number' && Number.isFinite(waarde) && waarde > 0
}
