import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Wat er in het koekje staat: een los kenmerk, wie er gekozen is en tot wanneer het geldt. Geen persoonsgegevens. */
export interface Sessie {
  readonly id: string
  /** Sleutel van de gekozen proefidentiteit; leeg = nog niemand gekozen. */
  readonly wie: string
  readonly geldigTot: number
}

export const KOEKJE = 'leerroute-sessie'
const DUUR_MS = 8 * 3_600_000

export function nieuweSessie(wie: string, nuMs: number): Sessie {
  return { id: randomBytes(18).toString('base64url'), wie, geldigTot: nuMs + DUUR_MS }
}

/** Ondertekend met HMAC-SHA256, zodat een bezoeker zijn eigen keuze niet kan vervalsen. */
export function schrijfKoekje(sessie: Sessie, sleutel: Uint8Array, veilig: boolean): string {
  const inhoud = Buffer.from(JSON.stringify(sessie)).toString('base64url')
  return `${KOEKJE}=${inhoud}.${stempel(sleutel, `sessie:${inhoud}`)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DUUR_MS / 1000}${veilig ? '; Secure' : ''}`
}

export function wisKoekje(): string {
  return `${KOEKJE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`
}

/** Leest de sessie uit de Cookie-kop; `undefined` als die ontbreekt, niet klopt of verlopen is. */
export function leesKoekje(kop: string | undefined, sleutel: Uint8Array, nuMs: number): Sessie | undefined {
  const waarde = kop?.split(';').map((deel) => deel.trim()).find((deel) => deel.startsWith(`${KOEKJE}=`))?.slice(KOEKJE.length + 1)
  const [inhoud, handtekening] = waarde?.split('.') ?? []
  if (!inhoud || !handtekening || !isGelijk(handtekening, stempel(sleutel, `sessie:${inhoud}`))) return undefined
  const sessie = JSON.parse(Buffer.from(inhoud, 'base64url').toString()) as Sessie
  return sessie.geldigTot > nuMs ? sessie : undefined
}

/** Hoort bij één sessie en gaat als verborgen veld mee met elk formulier. */
export function csrfVan(sessie: Sessie, sleutel: Uint8Array): string {
  return stempel(sleutel, `csrf:${sessie.id}`)
}

export function klopt(csrf: unknown, sessie: Sessie, sleutel: Uint8Array): boolean {
  return typeof csrf === 'string' && isGelijk(csrf, csrfVan(sessie, sleutel))
}

/** `tekst` begint met waar de handtekening voor is; een formulierbewijs is dan nooit een geldig koekje. */
function stempel(sleutel: Uint8Array, tekst: string): string {
  return createHmac('sha256', sleutel).update(tekst).digest('base64url')
}

function isGelijk(a: string, b: string): boolean {
  const [links, rechts] = [Buffer.from(a), Buffer.from(b)]
  return links.length === rechts.length && timingSafeEqual(links, rechts)
}
