/** De inhoud van een verzoek: JSON geheel (hoogstens 1 MiB), een bestand als stroom met een grens. */
import { type Readable, Transform } from 'node:stream'
import { MEESTE_FOUTEN } from '../../aanlevering/index.ts'
import { vindDubbeleSleutels } from '../../beslissing/index.ts'
import { MAX_LICHAAM } from './instelling.ts'
import { Probleemfout, veldNaarPointer } from './probleem.ts'
import type { Bestandsstroom } from './route.ts'

/** S-10: 413 al op `Content-Length`, voordat er een byte gelezen is. */
export function eisLengte(contentLength: string | undefined, grens: number): void {
  if (contentLength !== undefined && Number(contentLength) > grens) throw teGroot(grens)
}

/** Leest JSON. Undefined als er geen inhoud is. */
export async function leesJson(stroom: Readable): Promise<unknown> {
  const stukken: Buffer[] = []
  let lengte = 0
  for await (const stuk of stroom) {
    if (!Buffer.isBuffer(stuk)) throw new Error('een verzoek hoort uit bytes te bestaan')
    lengte += stuk.length
    if (lengte > MAX_LICHAAM) throw teGroot(MAX_LICHAAM)
    stukken.push(stuk)
  }
  return lengte === 0 ? undefined : parseJson(Buffer.concat(stukken))
}

/** Een bestand als stroom; gaat er meer door dan mag, dan breekt de stroom af met 413. */
export function leesBestand(stroom: Readable, mediatype: string, disposition: string | undefined, grens: number): Bestandsstroom {
  let lengte = 0
  const begrensd = new Transform({
    transform(stuk: Buffer, _codering, door) {
      lengte += stuk.length
      if (lengte > grens) door(teGroot(grens))
      else door(null, stuk)
    },
  })
  stroom.on('error', (fout) => begrensd.destroy(fout))
  // Een beller die halverwege ophangt geeft geen fout maar een einde zonder slot.
  stroom.on('close', () => { if (!stroom.readableEnded) begrensd.destroy(new Probleemfout({ code: 'lichaam-onleesbaar', detail: 'Het bestand is niet helemaal aangekomen.' })) })
  return { stroom: stroom.pipe(begrensd), mediatype, naam: bestandsnaam(disposition) }
}

const MEESTE_WAARDEN = 100_000

function parseJson(bytes: Buffer): unknown {
  const tekst = leesUtf8(bytes)
  const waarde = ontleed(tekst)
  // JSON houdt stil de laatste van twee gelijke velden: zo zou een feit ongemerkt verdwijnen.
  const dubbel = vindDubbeleSleutels(tekst).slice(0, MEESTE_FOUTEN)
  if (dubbel.length === 0) return waarde
  throw new Probleemfout({ code: 'verzoek-ongeldig', errors: dubbel.map((veld) => ({ in: 'body', pointer: veldNaarPointer(veld).replaceAll(/\d{7,}/g, '*********').slice(0, 200), code: 'dubbel', regel: 'Dit veld staat er twee keer.', watTeDoen: 'Laat één van de twee staan.' })) })
}

function ontleed(tekst: string): unknown {
  try {
    let aantal = 0
    return JSON.parse(tekst, (sleutel, waarde: unknown) => {
      // `__proto__` als veld zou een object een andere oorsprong kunnen geven.
      if (sleutel === '__proto__' || ++aantal > MEESTE_WAARDEN) throw new SyntaxError('geweigerd')
      // Een half teken (RFC 7493 2.1) past in geen adres en in geen database.
      if (!sleutel.isWellFormed() || (typeof waarde === 'string' && !waarde.isWellFormed())) throw new SyntaxError('geweigerd')
      return waarde
    }) as unknown
  } catch {
    throw new Probleemfout({ code: 'lichaam-onleesbaar' })
  }
}

function leesUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Probleemfout({ code: 'lichaam-onleesbaar', detail: 'De inhoud is geen geldige UTF-8.' })
  }
}

/** RFC 6266, alleen de naam: mappen gaan eraf, stuurtekens ook. */
function bestandsnaam(disposition: string | undefined): string | null {
  const lang = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1]
  const kort = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition ?? '')
  const ruw = lang === undefined ? (kort?.[1] ?? kort?.[2]) : decodeer(lang)
  const naam = ruw?.split(/[/\\]/).at(-1)?.replaceAll(/[\x00-\x1f\x7f]/g, '').slice(0, 200)
  return naam === undefined || naam === '' ? null : naam
}

function decodeer(tekst: string): string {
  try {
    return decodeURIComponent(tekst)
  } catch {
    return tekst
  }
}

function teGroot(grens: number): Probleemfout {
  // De rest van de inhoud lezen wij niet: de verbinding gaat daarna dicht.
  return new Probleemfout({ code: 'te-groot', detail: `De inhoud mag hoogstens ${grens} bytes zijn.`, koppen: { connection: 'close' } })
}
