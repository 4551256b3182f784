import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const PROJECT = join(import.meta.dirname, '..')

test('S-88: de bouwlijst noemt elk pakket waar het project van afhangt, en elke licentie mag', () => {
  const uitvoer = execFileSync(process.execPath, [join(PROJECT, 'scripts/bouwlijst.mjs')], { encoding: 'utf8' })
  expect(uitvoer).toMatch(/onderdelen in build\/sbom\.cdx\.json/)
  const sbom = JSON.parse(readFileSync(join(PROJECT, 'build/sbom.cdx.json'), 'utf8')) as { components: { name: string; group?: string; version: string }[] }
  const inSbom = new Set(sbom.components.map(({ group, name, version }) => `${group === undefined || group === '' ? name : `${group}/${name}`}@${version}`))
  const { dependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  expect(Object.entries(dependencies).map(([naam, versie]) => `${naam}@${versie}`).filter((pakket) => !inSbom.has(pakket))).toEqual([])
})
