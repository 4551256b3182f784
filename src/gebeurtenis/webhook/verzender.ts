import http from 'node:http'
import https from 'node:https'
import { leesIp, magVerbinden, maakOpzoeker, NietToegestaan, type Opzoekregels } from '../../toegang/index.ts'

export interface Verzoek {
  readonly url: string
  readonly methode: 'POST' | 'OPTIONS'
  readonly koppen: Readonly<Record<string, string>>
  readonly lichaam?: string
}

export type Storing = 'time-out' | 'adres niet toegestaan' | 'naam niet gevonden' | 'geen verbinding' | 'certificaat niet in orde'

export type Verzenduitkomst =
  | { readonly soort: 'antwoord'; readonly status: number; readonly koppen: Readonly<Record<string, string | readonly string[] | undefined>> }
  | { readonly soort: 'storing'; readonly storing: Storing }

export interface Verzendregels extends Opzoekregels {
  /** Voor naam opzoeken, verbinden en antwoord samen; standaard 10 s (S-44). */
  readonly geduldMs?: number
  /** Extra vertrouwde certificaten, voor een eigen PKI. */
  readonly ca?: string
}

export type Verzender = (verzoek: Verzoek) => Promise<Verzenduitkomst>

const GEDULD_MS = 10_000
const MEESTE_ANTWOORD_BYTES = 64 * 1024

/**
 * Stuurt een verzoek naar een adres van buiten. De naam wordt opgezocht, elk gevonden adres bekeken, en de verbinding gaat
 * naar precies die adressen: een naam die tussendoor verwijst naar een intern adres helpt niet (S-44). Een omleiding is een
 * antwoord als elk ander en wordt niet gevolgd. Van het antwoord telt alleen de status.
 */
export function maakVerzender(regels: Verzendregels): Verzender {
  return (verzoek) => new Promise((klaar) => {
    const url = new URL(verzoek.url)
    const ip = leesIp(url.hostname)
    if (ip !== undefined && !magVerbinden(ip, regels)) return klaar(GEEN_TOEGANG)
    const stop = AbortSignal.timeout(regels.geduldMs ?? GEDULD_MS)
    const misluk = (fout: unknown): void => klaar({ soort: 'storing', storing: stop.aborted ? 'time-out' : benoem(fout) })
    const opties: https.RequestOptions = {
      method: verzoek.methode, headers: { ...verzoek.koppen, ...lengteVan(verzoek.lichaam) }, agent: false, signal: stop, lookup: maakOpzoeker(regels), maxHeaderSize: 16_384,
      ...(regels.ca === undefined ? {} : { ca: regels.ca }),
    }
    const vraag = url.protocol === 'https:' ? https.request(url, opties) : http.request(url, opties)
    // Wat een adres ook verzint: na het geduld is er een uitkomst, anders wacht ook de controle van alle andere adressen.
    stop.addEventListener('abort', () => misluk(stop.reason), { once: true })
    vraag.on('error', misluk).on('response', (antwoord) => leesAf(antwoord, klaar, misluk)).on('upgrade', (antwoord, verbinding) => {
      // Een 101 is hier een antwoord als elk ander: wij spreken geen ander protocol.
      verbinding.destroy()
      klaar({ soort: 'antwoord', status: antwoord.statusCode ?? 0, koppen: antwoord.headers })
    }).end(verzoek.lichaam)
  })
}

const GEEN_TOEGANG: Verzenduitkomst = { soort: 'storing', storing: 'adres niet toegestaan' }

/** De inhoud wordt weggegooid; wie eindeloos blijft sturen wordt afgekapt en telt als antwoord. */
function leesAf(antwoord: http.IncomingMessage, klaar: (uitkomst: Verzenduitkomst) => void, misluk: (fout: unknown) => void): void {
  const uitkomst: Verzenduitkomst = { soort: 'antwoord', status: antwoord.statusCode ?? 0, koppen: antwoord.headers }
  let bytes = 0
  antwoord.on('data', (stuk: Buffer) => {
    bytes += stuk.length
    if (bytes <= MEESTE_ANTWOORD_BYTES) return
    klaar(uitkomst)
    antwoord.destroy()
  }).on('end', () => klaar(uitkomst)).on('error', misluk)
}

function lengteVan(lichaam: string | undefined): Readonly<Record<string, string>> {
  return lichaam === undefined ? {} : { 'content-length': String(Buffer.byteLength(lichaam)) }
}

function benoem(fout: unknown): Storing {
  if (fout instanceof NietToegestaan) return 'adres niet toegestaan'
  const code = fout instanceof Error && 'code' in fout ? String(fout.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'naam niet gevonden'
  return /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/.test(code) ? 'certificaat niet in orde' : 'geen verbinding'
}
