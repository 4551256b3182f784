import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * Het deel van Utrecht CSS en de voorbeeld-tokens dat het portaal gebruikt.
 * Het geheel is 600 kB; met alleen onze onderdelen en hun tokens blijft er een paar kB over.
 */
export function utrechtCss(): string {
  const regels = ONDERDELEN.flatMap(({ pakket, klassen }) => gebruikteRegels(leesPakket(`${pakket}-css`, 'index.css'), klassen))
  const css = regels.join('\n')
  return `${voorbeeldTokens(css)}\n${css}`
}

const ONDERDELEN: readonly { readonly pakket: string; readonly klassen: readonly string[] }[] = [
  { pakket: 'link', klassen: ['utrecht-link', 'utrecht-link--html-a'] },
  { pakket: 'button', klassen: ['utrecht-button', 'utrecht-button--primary-action', 'utrecht-button--secondary-action', 'utrecht-button--submit'] },
  { pakket: 'heading-1', klassen: ['utrecht-heading-1'] },
  { pakket: 'heading-2', klassen: ['utrecht-heading-2'] },
  { pakket: 'heading-3', klassen: ['utrecht-heading-3'] },
  { pakket: 'textbox', klassen: ['utrecht-textbox', 'utrecht-textbox--html-input'] },
  { pakket: 'form-label', klassen: ['utrecht-form-label'] },
  { pakket: 'skip-link', klassen: ['utrecht-skip-link', 'utrecht-skip-link--visible-on-focus'] },
  { pakket: 'table', klassen: ['utrecht-table', 'utrecht-table--html-table'] },
]

const vanUtrecht = createRequire(createRequire(import.meta.url).resolve('@utrecht/component-library-css/package.json'))
const vanHier = createRequire(import.meta.url)

function leesPakket(pakket: string, bestand: string): string {
  return readFileSync(vanUtrecht.resolve(`@utrecht/${pakket}/dist/${bestand}`), 'utf8')
}

/** Houdt per regel alleen de selectoren over die uitsluitend onze klassen noemen. */
function gebruikteRegels(css: string, klassen: readonly string[]): string[] {
  const toegestaan = new Set(klassen)
  return blokken(css).flatMap(({ kop, inhoud }) => {
    if (kop.startsWith('@')) return []
    const selectoren = selectorlijst(kop).filter((selector) => {
      const genoemd = selector.match(/\.[a-z][\w-]*/g)?.map((klasse) => klasse.slice(1)) ?? []
      const buitenNot = selector.replace(/:not\([^)]*\)/g, '').match(/\.[a-z][\w-]*/g) ?? []
      return genoemd.length > 0 && buitenNot.every((klasse) => toegestaan.has(klasse.slice(1)))
    })
    return selectoren.length > 0 ? [`${selectoren.join(',')}{${inhoud.replace(/\s+/g, ' ').trim()}}`] : []
  })
}

/** Splitst een stylesheet in blokken op het hoogste niveau. */
export function blokken(css: string): { readonly kop: string; readonly inhoud: string }[] {
  const zonderCommentaar = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const gevonden: { kop: string; inhoud: string }[] = []
  let [begin, diepte, open] = [0, 0, 0]
  for (let i = 0; i < zonderCommentaar.length; i++) {
    if (zonderCommentaar[i] === '{' && diepte++ === 0) open = i
    if (zonderCommentaar[i] !== '}' || --diepte !== 0) continue
    gevonden.push({ kop: zonderCommentaar.slice(begin, open).trim(), inhoud: zonderCommentaar.slice(open + 1, i) })
    begin = i + 1
  }
  return gevonden
}

/** Splitst op komma's die niet binnen haakjes staan. */
function selectorlijst(kop: string): string[] {
  return kop.split(/,(?![^(]*\))/).map((selector) => selector.trim().replace(/\s+/g, ' '))
}

/** Alleen de tokens die de css noemt, en de tokens waar die weer naar verwijzen. */
function voorbeeldTokens(css: string): string {
  const alle = leesTokens()
  const nodig = new Map<string, string>()
  const wachtrij = verwijzingen(css)
  for (let naam = wachtrij.pop(); naam !== undefined; naam = wachtrij.pop()) {
    const waarde = alle.get(naam)
    if (waarde === undefined || nodig.has(naam)) continue
    nodig.set(naam, waarde)
    wachtrij.push(...verwijzingen(waarde))
  }
  const regels = [...nodig].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([naam, waarde]) => `${naam}:${waarde}`)
  return `:root{${regels.join(';')}}`
}

function leesTokens(): Map<string, string> {
  const css = readFileSync(vanHier.resolve('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  return new Map(Array.from(css.matchAll(/(--[\w-]+)\s*:\s*([^;}]+);/g), ([, naam, waarde]) => [naam ?? '', (waarde ?? '').trim()]))
}

function verwijzingen(tekst: string): string[] {
  return Array.from(tekst.matchAll(/var\(\s*(--[\w-]+)/g), ([, naam]) => naam ?? '')
}
