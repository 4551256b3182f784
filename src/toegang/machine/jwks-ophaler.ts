/** M-08: haalt de openbare sleutels van een client op bij zijn geregistreerde https-adres; nooit bij een adres uit een bericht. */
import https from 'node:https'
import type { JSONWebKeySet } from 'jose'
import { controleerUrl } from '../net/adres.ts'
import { maakOpzoeker, type Opzoekregels } from '../net/opzoeker.ts'
import { leesJwks } from './clientsleutels.ts'

export interface Ophaalregels extends Opzoekregels {
  /** Extra vertrouwde certificaten, voor een eigen PKI. */
  readonly ca?: string
  readonly geduldMs?: number
}

/** Undefined als de sleutels niet te halen zijn. Met `opnieuw` telt een bewaard antwoord niet, tenzij het net is opgehaald. */
export type JwksOphaler = (uri: string, opnieuw: boolean) => Promise<JSONWebKeySet | undefined>

const BEWAAR_MS = 300_000
/** Ook een mislukking wordt even onthouden: anders belt elk verzoek van een client het adres. */
const RUST_MS = 30_000
const GEDULD_MS = 5_000
const MEESTE_BYTES = 64 * 1024
const MEESTE_ADRESSEN = 1_000

export function maakJwksOphaler(regels: Ophaalregels, nuMs: () => number = Date.now): JwksOphaler {
  const bewaard = new Map<string, { readonly set: Promise<JSONWebKeySet | undefined>; readonly op: number; gelukt: boolean }>()
  return (uri, opnieuw) => {
    const eerder = bewaard.get(uri)
    const leeftijd = eerder === undefined ? Infinity : nuMs() - eerder.op
    if (eerder !== undefined && leeftijd < (opnieuw || !eerder.gelukt ? RUST_MS : BEWAAR_MS)) return eerder.set
    if (bewaard.size >= MEESTE_ADRESSEN) bewaard.clear()
    const nieuw = { set: haal(uri, regels), op: nuMs(), gelukt: true }
    bewaard.set(uri, nieuw)
    void nieuw.set.then((set) => { nieuw.gelukt = set !== undefined })
    return nieuw.set
  }
}

/** Een omleiding wordt niet gevolgd; alleen 200 met JSON telt. */
function haal(uri: string, regels: Ophaalregels): Promise<JSONWebKeySet | undefined> {
  if (controleerUrl(uri, regels).length > 0 || !uri.startsWith('https:')) return Promise.resolve(undefined)
  return new Promise((klaar) => {
    const stop = AbortSignal.timeout(regels.geduldMs ?? GEDULD_MS)
    const niets = (): void => klaar(undefined)
    stop.addEventListener('abort', niets, { once: true })
    const vraag = https.request(uri, { method: 'GET', headers: { accept: 'application/jwk-set+json, application/json' }, agent: false, signal: stop, lookup: maakOpzoeker(regels), maxHeaderSize: 16_384, minVersion: 'TLSv1.2', ...(regels.ca === undefined ? {} : { ca: regels.ca }) })
    vraag.on('error', niets).on('upgrade', (_antwoord, verbinding) => { verbinding.destroy(); niets() }).on('response', (antwoord) => {
      const stukken: Buffer[] = []
      let bytes = 0
      if (antwoord.statusCode !== 200) { antwoord.destroy(); return niets() }
      antwoord.on('data', (stuk: Buffer) => {
        bytes += stuk.length
        if (bytes > MEESTE_BYTES) { antwoord.destroy(); return niets() }
        stukken.push(stuk)
      }).on('end', () => klaar(ontleed(Buffer.concat(stukken)))).on('error', niets)
    }).end()
  })
}

function ontleed(bytes: Buffer): JSONWebKeySet | undefined {
  try {
    const set = leesJwks(JSON.parse(bytes.toString('utf8')))
    return set.ok ? set.waarde : undefined
  } catch {
    return undefined
  }
}
