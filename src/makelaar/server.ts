/** De webserver van de proefmakelaar: de keuze van een medewerker, en daarachter de OIDC-aanbieder. */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Server as TlsServer } from 'node:https'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Provider } from 'oidc-provider'
import { ACR, KOEKJES, maakAanbieder } from './aanbieder.ts'
import type { MakelaarStart } from './bericht.ts'
import { foutbladzijde, keuzebladzijde, STIJL } from './bladzijde.ts'
import { leesMedewerkers, type Medewerker } from './medewerkers.ts'

export interface Makelaar {
  readonly issuer: string
  stop(): Promise<void>
}

const LOOPBACK = '127.0.0.1'
const MEESTE_BYTES = 4 * 1024
const SESSIEKOEKJES = [KOEKJES.session, `${KOEKJES.session}.sig`] as const

/**
 * Luistert alleen op deze computer. Gooit in productie: daar mag niemand zonder middel binnenkomen.
 * @param server een eigen server, bijvoorbeeld met TLS: in een makelaarbestand moet een makelaar https zijn.
 */
export async function startMakelaarserver(start: MakelaarStart, server: Server = createServer()): Promise<Makelaar> {
  if (start.modus !== 'ontwikkeling') throw new Error('de proefmakelaar start alleen in ontwikkeling: in productie hoort een echte makelaar (docs/beheer/eherkenning.md)')
  const medewerkers = leesMedewerkers(start.medewerkersBestand)
  await new Promise<void>((klaar, mis) => { server.once('error', mis).listen(start.poort, LOOPBACK, klaar) })
  const issuer = `${server instanceof TlsServer ? 'https' : 'http'}://${LOOPBACK}:${poortVan(server)}`
  const aanbieder = await maakAanbieder(issuer, start, medewerkers)
  const oidc = aanbieder.callback()
  const terug = new URL(start.redirectAdres).origin
  server.on('request', (vraag: IncomingMessage, antwoord: ServerResponse) => {
    zetKoppen(antwoord, terug)
    void behandel({ aanbieder, medewerkers, oidc }, vraag, antwoord).catch(() => stuur(antwoord, 400, foutbladzijde()))
  })
  return { issuer, stop: () => new Promise((klaar) => { server.close(() => klaar()); server.closeAllConnections() }) }
}

interface Onderdelen {
  readonly aanbieder: Provider
  readonly medewerkers: readonly Medewerker[]
  readonly oidc: (vraag: IncomingMessage, antwoord: ServerResponse) => Promise<void>
}

async function behandel({ aanbieder, medewerkers, oidc }: Onderdelen, vraag: IncomingMessage, antwoord: ServerResponse): Promise<void> {
  const { pathname } = new URL(vraag.url ?? '/', 'http://makelaar.invalid')
  if (pathname === '/stijl.css') return stuur(antwoord, 200, STIJL, 'text/css; charset=utf-8')
  const letter = /^\/letter-(400|600)\.woff2$/.exec(pathname)?.[1]
  if (letter !== undefined) return stuur(antwoord, 200, leesLettertype(letter), 'font/woff2')
  if (pathname === '/') return stuur(antwoord, 404, foutbladzijde())
  if (!pathname.startsWith('/keuze/')) return oidc(zonderVorigeInlog(vraag), antwoord)
  if (vraag.method === 'POST') return kies(aanbieder, medewerkers, vraag, antwoord)
  await aanbieder.interactionDetails(vraag, antwoord)
  return stuur(antwoord, 200, keuzebladzijde(medewerkers, pathname))
}

/**
 * Geen SSO: elke inlog begint zonder de vorige. Anders vraagt de aanbieder aan wie als een ander inlogt eerst om de vorige
 * uit te loggen, met een script dat van onze kop niet mag: dan staat er een lege bladzijde.
 */
function zonderVorigeInlog(vraag: IncomingMessage): IncomingMessage {
  const koekjes = vraag.headers.cookie?.split(/;\s*/).filter((koekje) => !SESSIEKOEKJES.some((naam) => koekje.startsWith(`${naam}=`)))
  if (koekjes !== undefined) vraag.headers.cookie = koekjes.join('; ')
  return vraag
}

async function kies(aanbieder: Provider, medewerkers: readonly Medewerker[], vraag: IncomingMessage, antwoord: ServerResponse): Promise<void> {
  const velden = new URLSearchParams(await leesFormulier(vraag))
  const gekozen = medewerkers.find(({ id }) => id === velden.get('medewerker'))
  if (gekozen === undefined && velden.get('annuleer') !== 'ja') return stuur(antwoord, 400, foutbladzijde())
  await aanbieder.interactionFinished(vraag, antwoord, gekozen === undefined
    ? { error: 'access_denied', error_description: 'de gebruiker is gestopt' }
    // `remember: false`: geen SSO, de volgende inlog vraagt weer wie u bent.
    : { login: { accountId: gekozen.id, acr: ACR[gekozen.niveau], remember: false } }, { mergeWithLastSubmission: false })
}

async function leesFormulier(vraag: IncomingMessage): Promise<string> {
  const stukken: Buffer[] = []
  let bytes = 0
  for await (const stuk of vraag as AsyncIterable<Buffer>) {
    bytes += stuk.length
    if (bytes > MEESTE_BYTES) throw new RangeError('het formulier is te groot')
    stukken.push(stuk)
  }
  return Buffer.concat(stukken).toString('utf8')
}

/** Na de keuze stuurt de aanbieder door naar Leerroute: ook dat adres moet een doel van het formulier mogen zijn. */
function zetKoppen(antwoord: ServerResponse, terug: string): void {
  antwoord.setHeader('content-security-policy', `default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self' ${terug}; base-uri 'none'; frame-ancestors 'none'`)
  antwoord.setHeader('x-content-type-options', 'nosniff')
  antwoord.setHeader('referrer-policy', 'no-referrer')
  antwoord.setHeader('cache-control', 'no-store')
}

function leesLettertype(dikte: string): Buffer {
  const pakket = createRequire(import.meta.url).resolve('@fontsource/source-sans-3/package.json')
  return readFileSync(join(dirname(pakket), `files/source-sans-3-latin-${dikte}-normal.woff2`))
}

function stuur(antwoord: ServerResponse, status: number, inhoud: string | Buffer, soort = 'text/html; charset=utf-8'): void {
  if (!antwoord.headersSent) antwoord.writeHead(status, { 'content-type': soort }).end(inhoud)
}

function poortVan(server: Server): number {
  const adres = server.address()
  if (typeof adres !== 'object' || adres === null) throw new Error('de proefmakelaar kreeg geen poort')
  return adres.port
}
