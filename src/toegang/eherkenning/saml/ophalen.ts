/** HTTP naar de makelaar: één verzoek, geen doorverwijzing, met grenzen aan tijd en grootte, en als het moet met een eigen certificaat. */
import http from 'node:http'
import https from 'node:https'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { MEESTE_BYTES } from './xml.ts'

export interface Ophaalverzoek {
  readonly adres: string
  readonly methode: 'GET' | 'POST'
  readonly koppen: Readonly<Record<string, string>>
  readonly inhoud?: string
}

/** De bytes van een antwoord met status 200; al het andere is een weigering. */
export type Ophaler = (verzoek: Ophaalverzoek) => Promise<Uitkomst<Buffer, Ophaalbezwaar>>

export type Ophaalbezwaar = 'SAML-NETWERK' | 'SAML-TE-TRAAG' | 'SAML-HTTP-STATUS' | 'SAML-ANTWOORD-TE-GROOT'

export interface Ophaalkeuze {
  /** PEM. Zonder `autoriteit` gelden de autoriteiten die Node kent. */
  readonly tls?: { readonly sleutel: string; readonly certificaat: string; readonly autoriteit?: string } | undefined
  readonly tijdslimietMs?: number
}

const TIJDSLIMIET_MS = 8000

export function maakOphaler({ tls, tijdslimietMs = TIJDSLIMIET_MS }: Ophaalkeuze = {}): Ophaler {
  const eigen = tls === undefined ? {} : { key: tls.sleutel, cert: tls.certificaat, ...(tls.autoriteit === undefined ? {} : { ca: tls.autoriteit }) }
  return ({ adres, methode, koppen, inhoud }) => new Promise((klaar) => {
    const doel = new URL(adres)
    const keuze = { method: methode, agent: false as const, headers: { ...koppen, ...(inhoud === undefined ? {} : { 'content-length': String(Buffer.byteLength(inhoud)) }) } }
    const verzoek = doel.protocol === 'https:' ? https.request(doel, { ...keuze, ...eigen, minVersion: 'TLSv1.2' }) : http.request(doel, keuze)
    // Eén klok over het geheel: een makelaar die elke seconde een byte stuurt houdt ons zo niet vast.
    const klok = setTimeout(() => stop('SAML-TE-TRAAG'), tijdslimietMs)
    const stop = (bezwaar: Ophaalbezwaar): void => {
      clearTimeout(klok)
      verzoek.destroy()
      klaar(geweigerd(bezwaar))
    }
    verzoek.on('error', () => stop('SAML-NETWERK'))
    verzoek.on('response', (antwoord) => {
      if (antwoord.statusCode !== 200) return stop('SAML-HTTP-STATUS')
      const stukken: Buffer[] = []
      let bytes = 0
      antwoord.on('data', (stuk: Buffer) => {
        bytes += stuk.length
        if (bytes > MEESTE_BYTES) stop('SAML-ANTWOORD-TE-GROOT')
        else stukken.push(stuk)
      })
      antwoord.on('error', () => stop('SAML-NETWERK'))
      antwoord.on('end', () => {
        clearTimeout(klok)
        klaar(antwoord.complete ? gelukt(Buffer.concat(stukken)) : geweigerd('SAML-NETWERK'))
      })
    })
    verzoek.end(inhoud)
  })
}
