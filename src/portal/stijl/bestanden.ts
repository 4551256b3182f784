import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { utrechtCss } from './utrecht.ts'

/** Een bestand met een vaste inhoud; de naam bevat een vingerafdruk en mag dus een jaar in de cache. */
export interface Bestand {
  readonly soort: string
  readonly inhoud: Buffer
  readonly brotli: Buffer | null
  readonly gzip: Buffer | null
}

export interface Stijl {
  /** Pad naar de stylesheet, met vingerafdruk. */
  readonly css: string
  /** Paden van de lettertypen die de bladzijde meteen nodig heeft. */
  readonly lettertypen: readonly string[]
  /** Pad naar het script van elke bladzijde: de knop Afdrukken. */
  readonly script: string
  /** Pad naar het script van de documentatie van het koppelvlak. */
  readonly probeer: string
  /** Pad naar het script dat een formulier naar de makelaar verstuurt. */
  readonly verstuur: string
  /** Pad naar het script dat een bladzijde die bezig is bijhoudt. */
  readonly ververs: string
  /** Pad naar het script dat waarschuwt voor het einde van de sessie. */
  readonly sessie: string
  /** Pad naar het beeldmerk voor het tabblad. */
  readonly beeldmerk: string
  readonly bestanden: ReadonlyMap<string, Bestand>
}

/** Bouwt de stylesheet en zet de lettertypen klaar. Eén keer bij de start; leest alleen uit de eigen installatie. */
export function bouwStijl(): Stijl {
  const bestanden = new Map<string, Bestand>()
  const lettertypen = DIKTEN.map((dikte) => ({ dikte, pad: voegToe(bestanden, `source-sans-3-${dikte}.woff2`, 'font/woff2', leesLettertype(dikte)) }))
  const css = [licentie(), ...lettertypen.map(({ dikte, pad }) => lettertypeRegel(dikte, pad)), utrechtCss(), eigenCss()].join('\n')
  return {
    css: voegToe(bestanden, 'leerroute.css', 'text/css; charset=utf-8', Buffer.from(css)),
    lettertypen: lettertypen.filter(({ dikte }) => dikte !== 700).map(({ pad }) => pad),
    beeldmerk: voegToe(bestanden, 'beeldmerk.svg', 'image/svg+xml', Buffer.from(TABBLAD)),
    script: voegToe(bestanden, 'afdrukken.js', 'text/javascript; charset=utf-8', readFileSync(new URL('js/afdrukken.js', import.meta.url))),
    verstuur: voegToe(bestanden, 'verstuur.js', 'text/javascript; charset=utf-8', readFileSync(new URL('js/verstuur.js', import.meta.url))),
    sessie: voegToe(bestanden, 'sessie.js', 'text/javascript; charset=utf-8', readFileSync(new URL('js/sessie.js', import.meta.url))),
    ververs: voegToe(bestanden, 'ververs.js', 'text/javascript; charset=utf-8', readFileSync(new URL('js/ververs.js', import.meta.url))),
    probeer: voegToe(bestanden, 'probeer.js', 'text/javascript; charset=utf-8', readFileSync(new URL('js/probeer.js', import.meta.url))),
    bestanden,
  }
}

export const STIJLPAD = '/stijl/'
const DIKTEN = [400, 600, 700] as const
const TABBLAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect y="6" width="24" height="9" rx="4.5" fill="#C8963C"/><rect x="12" y="21" width="24" height="9" rx="4.5" fill="#36479B"/><path d="M18 10.5v15" stroke="#0A3B39" stroke-width="5"/><circle cx="18" cy="10.5" r="5" fill="#0A3B39"/><circle cx="18" cy="25.5" r="5" fill="#0A3B39"/></svg>'

/** De hoogste stand (11) kost bij elke start een zesde van de starttijd en scheelt 700 bytes. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

function voegToe(bestanden: Map<string, Bestand>, naam: string, soort: string, inhoud: Buffer): string {
  const vingerafdruk = createHash('sha256').update(inhoud).digest('hex').slice(0, 12)
  const pad = `${STIJLPAD}${naam.replace(/\.(\w+)$/, `.${vingerafdruk}.$1`)}`
  const isTekst = soort !== 'font/woff2'
  bestanden.set(pad, { soort, inhoud, brotli: isTekst ? brotliCompressSync(inhoud, BROTLI) : null, gzip: isTekst ? gzipSync(inhoud) : null })
  return pad
}

function leesLettertype(dikte: number): Buffer {
  const bron = createRequire(import.meta.url).resolve('@fontsource/source-sans-3/package.json')
  return readFileSync(new URL(`files/source-sans-3-latin-${dikte}-normal.woff2`, `file://${bron}`))
}

function lettertypeRegel(dikte: number, pad: string): string {
  return `@font-face{font-family:"Source Sans 3";font-style:normal;font-weight:${dikte};font-display:swap;src:url(${pad}) format("woff2")}`
}

function licentie(): string {
  return '/* Bevat onderdelen van Utrecht CSS (EUPL-1.2, Frameless B.V. en Gemeente Utrecht) en Source Sans 3 (SIL OFL 1.1). */'
}

/** De eigen bladen, op volgorde van hun nummer. */
function eigenCss(): string {
  const map = new URL('css/', import.meta.url)
  return readdirSync(map).filter((naam) => naam.endsWith('.css')).toSorted()
    .map((naam) => klein(readFileSync(new URL(naam, map), 'utf8'))).join('\n')
}

function klein(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '').replace(/\s*([{};,])\s*/g, '$1').replace(/:\s+/g, ':')
}
