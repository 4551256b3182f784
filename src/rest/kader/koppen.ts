/** De koppen van elk antwoord (S-03, S-12), en de controle van koppen in het verzoek. */
import type { IncomingMessage } from 'node:http'
import { API_VERSIE } from './instelling.ts'
import { Probleemfout } from './probleem.ts'

const VAST = {
  'api-version': API_VERSIE,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const

/** S-12. `https` zegt of de buitenkant https is; zonder https zou de kop niets doen of iemand buitensluiten. */
export function antwoordkoppen(https: boolean): Readonly<Record<string, string>> {
  return https ? { ...VAST, 'strict-transport-security': 'max-age=31536000' } : VAST
}

/** Koppen waarvan een tweede nooit goed is: welke geldt, zou per tussenstation verschillen (S-101). */
const EENMALIG = ['authorization', 'content-type', 'content-length', 'content-encoding', 'host', 'idempotency-key', 'transfer-encoding'] as const
const SLEUTEL_IN_VRAAG = /[?&](access_token|api[-_]?key|apikey|key|sleutel|token|authorization)=/i

/** Weigert koppen die dubbel zijn, en een sleutel in het adres: adressen komen in logs terecht. */
export function controleerKoppen(verzoek: IncomingMessage): void {
  const namen = verzoek.rawHeaders.filter((_deel, i) => i % 2 === 0).map((naam) => naam.toLowerCase())
  const dubbel = EENMALIG.find((naam) => namen.indexOf(naam) !== namen.lastIndexOf(naam))
  if (dubbel !== undefined) throw kopfout(dubbel, 'dubbel', 'Deze kop mag maar één keer voorkomen.', 'Stuur de kop één keer mee.')
  if (verzoek.headers['content-encoding'] !== undefined && verzoek.headers['content-encoding'] !== 'identity') {
    throw new Probleemfout({ code: 'mediatype-onbekend', detail: 'Ingepakte inhoud (`Content-Encoding`) nemen wij niet aan.' })
  }
  if (SLEUTEL_IN_VRAAG.test(verzoek.url ?? '')) {
    throw new Probleemfout({
      code: 'verzoek-ongeldig',
      errors: [{ in: 'query', pointer: '#', code: 'sleutel-in-adres', regel: 'Een sleutel hoort niet in het adres: adressen komen in logboeken terecht.', watTeDoen: 'Stuur de sleutel in de kop `Authorization: Bearer <sleutel>`, en laat deze sleutel intrekken.' }],
    })
  }
}

export function kopfout(kop: string, code: string, regel: string, watTeDoen: string): Probleemfout {
  return new Probleemfout({ code: 'kop-ongeldig', errors: [{ in: 'header', pointer: `#/${kop}`, code, regel, watTeDoen }] })
}
