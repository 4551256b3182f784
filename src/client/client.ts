import { randomUUID } from 'node:crypto'
import { setTimeout as wacht } from 'node:timers/promises'
import createClient, { type Client as Verzoeker } from 'openapi-fetch'
import { geweigerd, gelukt, type Uitkomst } from '../kern/uitkomst.ts'
import type { paths } from './api.ts'
import { isLater, wachttijd } from './herhalen.ts'
import { naarServerfout, type Serverfout } from './serverfout.ts'

export interface Clientinstelling {
  /** Zonder `/v1`, bijvoorbeeld `https://leerroute.example.nl`. */
  readonly adres: string
  /** Gaat mee als `Authorization: Bearer`. Een functie wordt bij elk verzoek gevraagd: een token leeft korter dan een levering. */
  readonly sleutel?: string | (() => Promise<string>) | undefined
  /** Hoe vaak een vraag in totaal gesteld wordt als de server zegt later terug te komen of de verbinding wegvalt. */
  readonly pogingen?: number
  readonly stop?: AbortSignal
  /** Voor uitleg aan de gebruiker terwijl er gewacht wordt. */
  readonly opWachten?: (wachtMs: number, waarom: Serverfout) => void
}

/** Wat elke vraag meekrijgt; geef het door aan de aanroep. Bij een herhaling is de sleutel dezelfde, zodat er nooit een tweede gevolg is. */
export interface Poging {
  readonly headers: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Wat openapi-fetch teruggeeft, voor zover wij het gebruiken. */
interface Antwoord<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

export interface Client {
  /**
   * Stelt een vraag, met wachten en herhalen bij 429, 503 en een weggevallen verbinding:
   * `client.vraag((api, poging) => api.GET('/tellingen/{brin}/{teldatum}', { ...poging, params }))`.
   * De functie wordt per poging opnieuw geroepen; een bestand als inhoud moet dus elke keer opnieuw beginnen.
   */
  vraag<T>(doe: (api: Verzoeker<paths>, poging: Poging) => Promise<Antwoord<T>>): Promise<Uitkomst<T, Serverfout>>
}

const POGINGEN = 5

/** Gooit als het adres geen webadres is, of een sleutel zonder https naar een andere computer zou gaan. */
export function maakClient({ adres, sleutel, pogingen = POGINGEN, stop, opWachten }: Clientinstelling): Client {
  const api = createClient<paths>({ baseUrl: `${controleerAdres(adres, sleutel)}/v1`, headers: typeof sleutel === 'string' ? { authorization: `Bearer ${sleutel}` } : {}, redirect: 'error' })
  if (typeof sleutel === 'function') api.use({ onRequest: async ({ request }) => { request.headers.set('authorization', `Bearer ${await sleutel()}`) } })
  // Alleen een POST maakt iets; bij andere methoden heeft de sleutel geen betekenis.
  api.use({ onRequest: ({ request }) => { if (request.method !== 'POST') request.headers.delete('idempotency-key') } })
  return {
    async vraag(doe) {
      const poging: Poging = { headers: { 'idempotency-key': randomUUID() }, ...(stop === undefined ? {} : { signal: stop }) }
      for (let keer = 1; ; keer++) {
        const { uitkomst, retryAfter } = await eenKeer(() => doe(api, poging), stop)
        if (uitkomst.ok || keer >= pogingen || !magOpnieuw(uitkomst.reden)) return uitkomst
        const ms = wachttijd(keer, retryAfter, Date.now(), Math.random())
        if (ms === undefined) return uitkomst
        opWachten?.(ms, uitkomst.reden)
        await wacht(ms, undefined, stop === undefined ? {} : { signal: stop })
      }
    },
  }
}

async function eenKeer<T>(doe: () => Promise<Antwoord<T>>, stop: AbortSignal | undefined): Promise<{ readonly uitkomst: Uitkomst<T, Serverfout>; readonly retryAfter: string | null }> {
  try {
    const { data, error, response } = await doe()
    const retryAfter = response.headers.get('retry-after')
    if (response.ok) return { uitkomst: gelukt(data as T), retryAfter }
    return { uitkomst: geweigerd(naarServerfout(response.status, response.headers.get('content-type'), error)), retryAfter }
  } catch (fout) {
    if (stop?.aborted || !(fout instanceof Error)) throw fout
    return { uitkomst: geweigerd(leesVerbindingsfout(fout)), retryAfter: null }
  }
}

/** Zonder antwoord weet niemand of de server het deed; dezelfde Idempotency-Key maakt herhalen toch veilig. Een verkeerd adres wordt niet beter. */
function magOpnieuw(fout: Serverfout): boolean {
  return fout.soort === 'onbereikbaar' ? VOORBIJGAAND.has(fout.oorzaak) : isLater(fout.status)
}

const VOORBIJGAAND = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'])

const OORZAKEN: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'er luistert niets op dit adres', ENOTFOUND: 'deze naam bestaat niet', EAI_AGAIN: 'de naam is nu niet op te zoeken', ETIMEDOUT: 'de server antwoordt niet',
  ECONNRESET: 'de verbinding is verbroken', UND_ERR_SOCKET: 'de verbinding is verbroken', CERT_HAS_EXPIRED: 'het certificaat van de server is verlopen',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'het certificaat van de server is niet te vertrouwen', ERR_TLS_CERT_ALTNAME_INVALID: 'het certificaat hoort bij een andere naam',
}

function leesVerbindingsfout(fout: Error): Serverfout {
  const oorzaak = fout.cause instanceof Error ? fout.cause : fout
  const code = 'code' in oorzaak ? String(oorzaak.code) : ''
  return { soort: 'onbereikbaar', oorzaak: code, uitleg: `De server is niet bereikbaar: ${OORZAKEN[code] ?? oorzaak.message}. Controleer het adres en het netwerk.` }
}

/** Het adres zonder schuine streep aan het eind; gooit `Adresfout`. */
export function controleerAdres(adres: string, sleutel: unknown): string {
  const url = URL.canParse(adres) ? new URL(adres) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new Adresfout('Het adres van de server klopt niet. Geef een webadres zonder gebruikersnaam, bijvoorbeeld https://leerroute.example.nl.')
  }
  if (url.protocol === 'http:' && sleutel !== undefined && !isEigenComputer(url.hostname)) {
    throw new Adresfout('Een sleutel gaat alleen over https. Geef het https-adres van de server.')
  }
  return url.href.replace(/\/+$/, '').replace(/\/v1$/, '')
}

/** Het opgegeven adres is niet te gebruiken; de zin zegt wat wel kan. */
export class Adresfout extends Error {}

function isEigenComputer(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
