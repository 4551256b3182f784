/** De tabel van OWASP ASVS, gemaakt uit docs/beveiliging/asvs.yaml. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const PROJECT = join(import.meta.dirname, '..')
export const ASVS_TABEL = join(PROJECT, 'docs/beveiliging/asvs.md')

const STANDEN = { ja: 'gedaan', deels: 'deels', nee: 'niet gedaan', beheer: 'doet wie de server draait', nvt: 'bestaat hier niet' } as const

export interface Asvsrij {
  readonly id: string
  readonly niveau: 1 | 2 | 3
  readonly stand: keyof typeof STANDEN
  readonly test: string | null
  readonly uitleg: string | null
}

export function leesAsvs(): readonly Asvsrij[] {
  const rijen = parse(readFileSync(join(PROJECT, 'docs/beveiliging/asvs.yaml'), 'utf8'), { uniqueKeys: true }) as Record<string, { n: 1 | 2 | 3; stand: Asvsrij['stand']; test?: string; uitleg?: string }>
  return Object.entries(rijen).map(([id, { n, stand, test, uitleg }]) => ({ id, niveau: n, stand, test: test ?? null, uitleg: uitleg ?? null }))
}

/** Wat er aan een rij niet klopt; undefined als zij goed is. */
export function bezwaarTegen({ id, stand, test, uitleg }: Asvsrij): string | undefined {
  if (!Object.hasOwn(STANDEN, stand)) return `${id}: stand "${stand}" bestaat niet`
  if (uitleg === null && test === null) return `${id}: een test of een uitleg ontbreekt`
  if (test !== null && !heeftTests(join(PROJECT, test))) return `${id}: in ${test} staat geen test`
  return undefined
}

export function maakAsvsTabel(rijen: readonly Asvsrij[]): string {
  const tel = (stand: Asvsrij['stand']): string => `${STANDEN[stand]}: ${rijen.filter((rij) => rij.stand === stand).length}`
  return [
    '# OWASP ASVS 5.0.0', '',
    'Gemaakt met `npm run docs` uit `asvs.yaml`. De eisen zelf staan in de ASVS; hier staat per nummer wat er gedaan is en waar het bewijs is.', '',
    `${rijen.length} eisen. ${(Object.keys(STANDEN) as Asvsrij['stand'][]).map(tel).join(' · ')}.`, '',
    '| Eis | Niveau | Stand | Bewijs | Uitleg |', '|---|---|---|---|---|',
    ...rijen.map(({ id, niveau, stand, test, uitleg }) => `| ${id} | ${niveau} | ${STANDEN[stand]} | ${test === null ? '' : `\`${test}\``} | ${uitleg ?? ''} |`), '',
  ].join('\n')
}

function heeftTests(pad: string): boolean {
  if (!existsSync(pad)) return false
  return statSync(pad).isFile() || globSync('**/*.test.{ts,tsx}', { cwd: pad }).length > 0
}
