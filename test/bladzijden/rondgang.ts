/**
 * Loopt als een bezoeker door het portaal: van het begin langs elke link van deze site. Zo komt elke bladzijde die iemand kan bereiken
 * vanzelf in de proeven, ook een die er morgen bij komt.
 */
import type { FastifyInstance } from 'fastify'

export interface Bladzijde {
  /** Wie het zag, zoals de proef hem noemt. */
  readonly wie: string
  readonly pad: string
  readonly status: number
  readonly html: string
}

export interface Bezoeker {
  readonly wie: string
  /** De kop `Cookie`; leeg voor wie niet is ingelogd. */
  readonly koekje: string
}

/** Van elke vorm van adres zoveel: genoeg voor een lege en een volle, zonder elke student te openen. */
const PER_VORM = 2
const MEESTE = 150

/** @param begin paden om mee te beginnen; de rest komt uit de links. */
export async function loopRond(app: FastifyInstance, { wie, koekje }: Bezoeker, begin: readonly string[] = ['/']): Promise<readonly Bladzijde[]> {
  const gezien = new Set<string>()
  const perVorm = new Map<string, number>()
  const wachtrij = [...begin]
  const gevonden: Bladzijde[] = []
  for (let pad = wachtrij.shift(); pad !== undefined && gevonden.length < MEESTE; pad = wachtrij.shift()) {
    const vorm = vormVan(pad)
    if (gezien.has(pad) || (perVorm.get(vorm) ?? 0) >= PER_VORM) continue
    gezien.add(pad)
    perVorm.set(vorm, (perVorm.get(vorm) ?? 0) + 1)
    const antwoord = await app.inject({ url: pad, headers: { ...(koekje === '' ? {} : { cookie: koekje }) } })
    const naar = antwoord.headers.location
    if (typeof naar === 'string' && naar.startsWith('/')) wachtrij.push(naar)
    if (!String(antwoord.headers['content-type'] ?? '').startsWith('text/html')) continue
    gevonden.push({ wie, pad, status: antwoord.statusCode, html: antwoord.body })
    wachtrij.push(...linksIn(antwoord.body))
  }
  return gevonden
}

/** Links van deze site; geen documentatie van het koppelvlak, die heeft eigen proeven, en niets wat de taal of de inlog verandert. */
function linksIn(html: string): readonly string[] {
  const paden = [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, pad]) => (pad ?? '').replaceAll('&amp;', '&'))
  return paden.filter((pad) => !pad.startsWith('//') && !/^\/(v1|taal|stijl|inloggen\/start|uitloggen)(\/|$|\?)/.test(pad))
}

/** `/studenten/0193…?peildatum=2026-10-01` wordt `/studenten/:?peildatum`: bladzijden van een soort zijn er genoeg aan twee. */
export function vormVan(pad: string): string {
  const [deel = '', vraag = ''] = pad.split('?')
  const kaal = deel.split('/').map((stuk) => (/[0-9a-f]{8}-|\d|^[A-Z]/.test(stuk) ? ':' : stuk)).join('/')
  return `${kaal}?${[...new URLSearchParams(vraag).keys()].join('&')}`
}
