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

export interface Antwoord {
  readonly status: number
  /** Waar het antwoord naar doorstuurt. */
  readonly naar: string | null
  readonly isHtml: boolean
  readonly html: string
}

/** Haalt een bladzijde zonder doorsturen te volgen. */
export type Haler = (pad: string, koekje: string) => Promise<Antwoord>

export function haalUit(app: FastifyInstance): Haler {
  return async (url, koekje) => {
    const { statusCode, headers, body } = await app.inject({ url, headers: koekje === '' ? {} : { cookie: koekje } })
    return { status: statusCode, naar: typeof headers.location === 'string' ? headers.location : null, isHtml: String(headers['content-type'] ?? '').startsWith('text/html'), html: body }
  }
}

/** @param begin paden om mee te beginnen; de rest komt uit de links. */
export async function loopRond(haal: Haler, { wie, koekje }: Bezoeker, begin: readonly string[] = ['/']): Promise<readonly Bladzijde[]> {
  const gezien = new Set<string>()
  const perVorm = new Map<string, number>()
  const wachtrij = [...begin]
  const gevonden: Bladzijde[] = []
  for (let pad = wachtrij.shift(); pad !== undefined && gevonden.length < MEESTE; pad = wachtrij.shift()) {
    const vorm = vormVan(pad)
    if (gezien.has(pad) || (perVorm.get(vorm) ?? 0) >= PER_VORM) continue
    gezien.add(pad)
    perVorm.set(vorm, (perVorm.get(vorm) ?? 0) + 1)
    const { status, naar, isHtml, html } = await haal(pad, koekje)
    if (naar?.startsWith('/') === true) wachtrij.push(naar)
    if (!isHtml) continue
    gevonden.push({ wie, pad, status, html })
    wachtrij.push(...linksIn(html))
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
