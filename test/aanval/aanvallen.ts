/** De tabel van aanvallen, gemaakt uit docs/beveiliging/aanvallen.yaml. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Bewijs } from '../toegangsregels.ts'

const PROJECT = join(import.meta.dirname, '../..')
export const AANVALTABEL = join(PROJECT, 'docs/beveiliging/aanvallen.md')

export interface Aanval {
  readonly groep: string
  readonly naam: string
  /** Wat er met de aanvaller gebeurt. */
  readonly gevolg: string
  /** `bestand > stuk van een testnaam`, of `bestand >> tekst van een geval`. */
  readonly bewijs: readonly string[]
}

export function leesAanvallen(): readonly Aanval[] {
  const groepen = parse(readFileSync(join(PROJECT, 'docs/beveiliging/aanvallen.yaml'), 'utf8'), { uniqueKeys: true }) as Record<string, Record<string, { readonly gevolg: string; readonly bewijs: readonly string[] }>>
  return Object.entries(groepen).flatMap(([groep, aanvallen]) => Object.entries(aanvallen).map(([naam, { gevolg, bewijs }]) => ({ groep, naam, gevolg, bewijs })))
}

/** Wat er aan een bewijs niet klopt; undefined als de test bestaat. */
export function bezwaarTegen(bewijs: string, testnamen: readonly Bewijs[]): string | undefined {
  const [, bestand = '', soort = '', stuk = ''] = /^(\S+) (>>?) (.+)$/.exec(bewijs) ?? []
  if (!existsSync(join(PROJECT, bestand)) || !bestand.includes('.test.')) return `${bewijs}: dat bestand is er niet`
  const gevonden = soort === '>' ? testnamen.some(({ bestand: van, naam }) => van === bestand && naam.includes(stuk)) : staatAlsGeval(bestand, stuk)
  return gevonden ? undefined : `${bewijs}: die test is er niet`
}

/** Een geval is een tekst of de naam van een veld in het bestand, niet iets in een zin. */
function staatAlsGeval(bestand: string, stuk: string): boolean {
  const code = readFileSync(join(PROJECT, bestand), 'utf8')
  return [`'${stuk}`, `\`${stuk}`, `"${stuk}`].some((begin) => code.includes(begin)) || new RegExp(`^\\s*${stuk.replaceAll(/[^\w]/g, '\\$&')}: `, 'm').test(code)
}

export function maakAanvaltabel(aanvallen: readonly Aanval[]): string {
  const groepen = [...new Set(aanvallen.map(({ groep }) => groep))]
  return [
    '# Aanvallen', '',
    'Gemaakt met `npm run docs` uit `aanvallen.yaml`. Elke aanval voeren wij zelf uit in de genoemde test; ontbreekt die test, dan zakt `npm test`.', '',
    `${aanvallen.length} aanvallen.`, '',
    ...groepen.flatMap((groep) => [
      `## ${groep}`, '', '| Aanval | Wat er met de aanvaller gebeurt | Test |', '|---|---|---|',
      ...aanvallen.filter((aanval) => aanval.groep === groep).map(({ naam, gevolg, bewijs }) => `| ${naam} | ${gevolg} | ${bewijs.map(toonBewijs).join('<br>')} |`), '',
    ]),
  ].join('\n')
}

function toonBewijs(bewijs: string): string {
  const [, bestand = '', stuk = ''] = /^(\S+) >>? (.+)$/.exec(bewijs) ?? []
  return `\`${bestand}\`: ${stuk.replaceAll('|', '\\|')}`
}
