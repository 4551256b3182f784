/**
 * Het DUO-token, nagebootst: wachtwoord plus een code uit een codegenerator. Wat het echte token technisch is, staat in geen openbare
 * bron; een ander middel komt achter dezelfde `OudMiddel`.
 */
import { hash, verify } from '@node-rs/argon2'
import { Secret, TOTP, URI } from 'otpauth'
import type { Kluis } from '../kluis.ts'
import type { Bewaardmiddel, OudMiddel } from './oud-middel.ts'

/** Het geheim van een codegenerator zoals het versleuteld bewaard wordt. */
export interface Codegenerator {
  /** Base32. */
  readonly geheim: string
  readonly algoritme: 'SHA1' | 'SHA256' | 'SHA512'
  readonly cijfers: number
  readonly periodeSeconden: number
}

/** Argon2id. Alle hashes zijn even zwaar: anders verraadt de tijd van een controle of een account bestaat (T-13). */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const ARGON2_BEGIN = '$argon2id$v=19$m=19456,t=2,p=1$'

export const hashWachtwoord = (wachtwoord: string): Promise<string> => hash(wachtwoord, ARGON2)

export function isBruikbareHash(tekst: string): boolean {
  return /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/.test(tekst)
}

/** Een base32-geheim of een otpauth-adres (totp); undefined als het geen van beide is. */
export function leesCodegenerator(tekst: string): Codegenerator | undefined {
  try {
    const gelezen = tekst.startsWith('otpauth:') ? URI.parse(tekst) : new TOTP({ secret: Secret.fromBase32(tekst.replaceAll(' ', '')) })
    if (!(gelezen instanceof TOTP) || gelezen.secret.bytes.length < MIN_GEHEIM_BYTES) return undefined
    const algoritme = ALGORITMEN.find((naam) => naam === gelezen.algorithm)
    if (algoritme === undefined || gelezen.digits < 6 || gelezen.digits > 8 || ![30, 60].includes(gelezen.period)) return undefined
    return { geheim: gelezen.secret.base32, algoritme, cijfers: gelezen.digits, periodeSeconden: gelezen.period }
  } catch {
    return undefined
  }
}

/** Versleutelt het geheim, gebonden aan dit account. */
export function versleutelCodegenerator(kluis: Kluis, accountId: string, generator: Codegenerator): { geheim: Buffer; geheimSleutelId: string } {
  const { versleuteld, sleutelId } = kluis.versleutelBytes(Buffer.from(JSON.stringify(generator)), plaats(accountId))
  return { geheim: versleuteld, geheimSleutelId: sleutelId }
}

/** De code die nu op het token staat; alleen voor een verzonnen account in ontwikkeling. */
export function codeOp(generator: Codegenerator, nu: Date): string {
  return totp(generator).generate({ timestamp: nu.getTime() })
}

/** `verifieer` is te vervangen, zodat een test telt hoe vaak er gerekend is. */
export function maakTokenmiddel(kluis: Kluis, verifieer: (hash: string, wachtwoord: string) => Promise<boolean> = verify): OudMiddel {
  return {
    async controleer(middel, { wachtwoord, code }, nu) {
      // Ook zonder account: een volle argon2-controle en een volle vergelijking van de code.
      const wachtwoordKlopt = await verifieer(middel?.wachtwoordHash ?? LOZE_HASH, wachtwoord)
      const generator = middel === null ? LOOS : ontsleutel(kluis, middel)
      const verschil = totp(generator).validate({ token: code.replaceAll(/\s/g, ''), timestamp: nu.getTime(), window: 1 })
      if (middel === null || !wachtwoordKlopt || verschil === null) return { klopt: false }
      const stap = Math.floor(nu.getTime() / 1000 / generator.periodeSeconden) + verschil
      // Een code die al gebruikt is, of een oudere, telt niet meer.
      return middel.laatsteStap !== null && stap <= middel.laatsteStap ? { klopt: false } : { klopt: true, stap }
    },
  }
}

export function ontsleutel(kluis: Kluis, { accountId, geheim, geheimSleutelId }: Bewaardmiddel): Codegenerator {
  return JSON.parse(kluis.ontsleutelBytes(geheim, geheimSleutelId, plaats(accountId)).toString()) as Codegenerator
}

const ALGORITMEN = ['SHA1', 'SHA256', 'SHA512'] as const
const MIN_GEHEIM_BYTES = 10
/** Hash van niets bestaands: niemand kent een wachtwoord dat erbij hoort. */
const LOZE_HASH = `${ARGON2_BEGIN}AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`
const LOOS: Codegenerator = { geheim: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', algoritme: 'SHA1', cijfers: 6, periodeSeconden: 30 }

function totp({ geheim, algoritme, cijfers, periodeSeconden }: Codegenerator): TOTP {
  return new TOTP({ secret: Secret.fromBase32(geheim), algorithm: algoritme, digits: cijfers, period: periodeSeconden })
}

function plaats(accountId: string): string {
  return `token:${accountId}`
}
