/** Koekjes van de inlog: alleen een toevalsgetal van 256 bits, en op https gebonden aan precies deze host (S-01). */
import { randomBytes } from 'node:crypto'
import { geheimhash } from '../geheimhash.ts'

/** `sessie` blijft zolang de browser open is; `inlog` hoort bij een begonnen inlog en leeft tien minuten. */
export type Koekjesoort = 'sessie' | 'inlog'

const NAAM: Readonly<Record<Koekjesoort, string>> = { sessie: 'leerroute-sessie', inlog: 'leerroute-inlog' }
const VORM = /^[A-Za-z0-9_-]{43}$/

/** Op https met `__Host-`: een ander (sub)domein kan het koekje dan niet zetten. */
export function koekjenaam(soort: Koekjesoort, https: boolean): string {
  return `${https ? '__Host-' : ''}${NAAM[soort]}`
}

/** 256 bits toeval; in de database staat alleen `koekjehash`. */
export function nieuweKoekjewaarde(): string {
  return randomBytes(32).toString('base64url')
}

/** Hoe een koekje in de database staat. */
export function koekjehash(waarde: string): Buffer {
  return geheimhash(waarde)
}

/** De waarde uit de kop `Cookie`. Undefined als zij ontbreekt, een andere vorm heeft, of er twee zijn: dan heeft iemand er een bij gezet. */
export function leesKoekje(kop: string | undefined, soort: Koekjesoort, https: boolean): string | undefined {
  const begin = `${koekjenaam(soort, https)}=`
  const waarden = (kop ?? '').split(';').map((deel) => deel.trim()).filter((deel) => deel.startsWith(begin)).map((deel) => deel.slice(begin.length))
  const [waarde, tweede] = waarden
  return waarde !== undefined && tweede === undefined && VORM.test(waarde) ? waarde : undefined
}

export function sessiekoekje(waarde: string, https: boolean): string {
  return `${koekjenaam('sessie', https)}=${waarde}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
}

/**
 * Een antwoord van SAML komt als formulier van een andere site; alleen dan, en alleen op https, gaat het koekje ook daarmee mee
 * (S-01). Op http verdraagt een browser dat niet.
 */
export function inlogkoekje(waarde: string, https: boolean, vanAndereSite: boolean): string {
  const sameSite = https && vanAndereSite ? 'None' : 'Lax'
  return `${koekjenaam('inlog', https)}=${waarde}; Path=/; HttpOnly; SameSite=${sameSite}; Max-Age=${INLOG_SECONDEN}${https ? '; Secure' : ''}`
}

export function wiskoekje(soort: Koekjesoort, https: boolean): string {
  return `${koekjenaam(soort, https)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${https ? '; Secure' : ''}`
}

export const INLOG_SECONDEN = 600
