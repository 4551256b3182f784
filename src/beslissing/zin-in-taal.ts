import { MAANDEN } from '../kern/zinnen.ts'
import type { Taal } from '../kern/taal.ts'
import { ZINNEN } from './zinnen.en.ts'

/**
 * De `uitleg` van een reden of signaal in een taal. Undefined: deze zin is er niet in het Engels; toon dan de Nederlandse, gemerkt met `lang="nl"`.
 * Een zin die lang geleden is vastgelegd met andere woorden, is er dus ook niet.
 */
export function zinInTaal(uitleg: string, taal: Taal): string | undefined {
  return taal === 'nl' ? uitleg : vertaal(uitleg)
}

interface Vorm {
  readonly patroon: RegExp
  readonly en: string
}

/** Vooraan beginnen de langste zinnen: zo wint een zin met meer vaste woorden van een met een gat. */
const VORMEN: readonly Vorm[] = ZINNEN.toSorted(([een], [ander]) => vast(ander) - vast(een)).map(([nl, en]) => ({ patroon: patroonVan(nl), en }))

function vast(nl: string): number {
  return nl.replaceAll(/\{\d\}/g, '').length
}

function patroonVan(nl: string): RegExp {
  const delen = nl.split(/(\{\d\})/).map((deel) => (/^\{\d\}$/.test(deel) ? `(?<g${deel[1]}>.+?)` : deel.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))
  return new RegExp(`^${delen.join('')}(?: (?<rest>.+))?$`)
}

/** Een uitleg kan uit meer zinnen bestaan: eerst de voorste, dan wat er nog staat. */
function vertaal(uitleg: string): string | undefined {
  for (const { patroon, en } of VORMEN) {
    const groepen = patroon.exec(uitleg)?.groups
    if (groepen === undefined) continue
    const rest = groepen['rest']
    const verder = rest === undefined ? '' : vertaal(rest)
    if (verder === undefined) continue
    const zin = en.replaceAll(/\{(\d)\}/g, (_gat, nummer: string) => vertaalGat(groepen[`g${nummer}`] ?? ''))
    return verder === '' ? zin : `${zin} ${verder}`
  }
  return undefined
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const DAG = new RegExp(`(\\d{1,2}) (${MAANDEN.join('|')})`, 'g')

/** Wat er in een opsomming tussen namen staat. Een naam of code blijft. */
const IN_OPSOMMING: readonly (readonly [nl: string, en: string])[] = [
  [' zegt fase ', ' says fase '], [' heeft geen route ', ' has no route '], [' geregistreerd in leerjaar ', ' registered in year '], [' heeft ', ' has '], ['(sinds ', '(since '], ['(vanaf ', '(from '],
]

/** Tussen getallen en tussen namen. Binnen een naam blijft het: "zorg en welzijn", "De Wetering en Omstreken". Een naam als "Kind en Onderwijs" is hier niet te herkennen. */
const EN = / en (?=\d|(?!Omstreken)\p{Lu})/gu

/** Een dag en een opsomming worden Engels. */
function vertaalGat(inhoud: string): string {
  const metDagen = inhoud.replaceAll(DAG, (_dag, dag: string, maand: string) => `${dag} ${MONTHS[MAANDEN.indexOf(maand)] ?? maand}`)
  return IN_OPSOMMING.reduce((zin, [nl, en]) => zin.replaceAll(nl, en), metDagen).replaceAll(EN, ' and ')
}
