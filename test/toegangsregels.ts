/** De tabel van toegangsregels en de tests die ze bewijzen, gemaakt uit docs/beveiliging/toegangsregels.yaml en de namen van de tests. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const PROJECT = join(import.meta.dirname, '..')
export const TABEL = join(PROJECT, 'docs/beveiliging/toegangsregels.md')

/** Alleen te bewijzen door een ander: waarom er geen test is. */
const ZONDER_TEST: Readonly<Record<string, string>> = {
  'K-EH-03': 'regelt de leverancier van eHerkenning; ons account is per persoon en organisatie (A-11, T-23)',
}

export interface Toegangsregel {
  readonly groep: string
  readonly id: string
  readonly naam: string
  /** De tests die de regel in hun naam hebben. */
  readonly tests: readonly Bewijs[]
  readonly zonderTest: string | null
}

export interface Bewijs {
  readonly bestand: string
  readonly naam: string
}

export function leesToegangsregels(): readonly Toegangsregel[] {
  const groepen = parse(readFileSync(join(PROJECT, 'docs/beveiliging/toegangsregels.yaml'), 'utf8')) as Record<string, Record<string, string>>
  const perId = testsPerRegel()
  return Object.entries(groepen).flatMap(([groep, regels]) => Object.entries(regels).map(([id, naam]) => ({ groep, id, naam, tests: perId.get(id) ?? [], zonderTest: ZONDER_TEST[id] ?? null })))
}

/** De hele bladzijde als Markdown. */
export function maakTabel(regels: readonly Toegangsregel[]): string {
  const groepen = [...new Set(regels.map(({ groep }) => groep))]
  return [
    '# Toegangsregels en hun tests', '',
    'Gemaakt met `npm run docs` uit `toegangsregels.yaml` en de namen van de tests. Een regel zonder test laat `npm test` zakken.', '',
    ...groepen.flatMap((groep) => [
      `## ${groep}`, '', '| Regel | Wat | Bewezen in |', '|---|---|---|',
      ...regels.filter((regel) => regel.groep === groep).map(({ id, naam, tests, zonderTest }) => `| ${id} | ${naam} | ${zonderTest ?? tests.map(({ bestand, naam: test }) => `\`${bestand}\`: ${test.replaceAll('|', '\\|')}`).join('<br>')} |`), '',
    ]),
  ].join('\n')
}

const NAAM = /\b(?:test|it|describe)(?:\.\w+)?(?:\([^'"`]*?\))?\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g
/** Een rij van een tabel van tests, met de regel vooraan. */
const RIJ = /^\s*\[\s*'((?:K-EH|[ATZMP])-\d{2}[ ,:][^']*)'/gm
const ID = /\bsessie S-\d{2}|\b(?:K-EH|[ATZMP])-\d{2}\b/g

function testsPerRegel(): ReadonlyMap<string, readonly Bewijs[]> {
  const gevonden = new Map<string, Bewijs[]>()
  for (const { bestand, naam } of leesTestnamen()) {
    for (const id of new Set([...naam.matchAll(ID)].map(([tekst]) => tekst))) gevonden.set(id, [...(gevonden.get(id) ?? []), { bestand, naam }])
  }
  return gevonden
}

/** Elke naam van een test of groep in de code, en elke rij van een tabel van tests, in volgorde van bestand; `%s` staat er zoals het geschreven is. */
export function leesTestnamen(): readonly Bewijs[] {
  const bestanden = globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'interop/**/*.test.ts'], { cwd: PROJECT }).sort()
  return bestanden.flatMap((bestand) => {
    const inhoud = readFileSync(join(PROJECT, bestand), 'utf8')
    return [...inhoud.matchAll(NAAM), ...inhoud.matchAll(RIJ)].map(([, a, b, c]) => ({ bestand, naam: a ?? b ?? c ?? '' }))
  })
}
