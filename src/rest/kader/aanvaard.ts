/** Welke vorm de aanroeper wil (406) en welke hij stuurt (415). */
import { Probleemfout } from './probleem.ts'

/** RFC 9110 12.5.1: de nauwkeurigste regel in `Accept` beslist; `q=0` betekent "deze niet". */
export function eisAanvaard(accept: string | undefined, mediatypen: readonly string[]): void {
  if (accept === undefined || accept.trim() === '') return
  const regels = accept.split(',').map(leesRegel).filter((regel) => regel !== undefined)
  if (mediatypen.some((mediatype) => gewicht(regels, mediatype) > 0)) return
  throw new Probleemfout({ code: 'vorm-niet-leverbaar', detail: `Dit antwoord bestaat alleen als ${mediatypen.join(' of ')}.` })
}

/** Het mediatype zonder parameters, in kleine letters; leeg als de kop ontbreekt. Een andere codering dan UTF-8 wordt geweigerd. */
export function leesMediatype(contentType: string | undefined): string {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((deel) => deel.trim().toLowerCase())
  const codering = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length).replaceAll('"', '')
  if (codering !== undefined && codering !== 'utf-8' && codering !== 'utf8') {
    throw new Probleemfout({ code: 'mediatype-onbekend', detail: 'De inhoud moet in UTF-8 zijn.' })
  }
  return type
}

interface Regel {
  readonly type: string
  readonly q: number
}

function leesRegel(tekst: string): Regel | undefined {
  const [type = '', ...parameters] = tekst.split(';').map((deel) => deel.trim().toLowerCase())
  if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return undefined
  const q = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1')
  return { type, q: Number.isNaN(q) ? 0 : q }
}

function gewicht(regels: readonly Regel[], mediatype: string): number {
  const [groep] = mediatype.split('/')
  for (const patroon of [mediatype, `${groep}/*`, '*/*']) {
    const regel = regels.find(({ type }) => type === patroon)
    if (regel !== undefined) return regel.q
  }
  return 0
}
