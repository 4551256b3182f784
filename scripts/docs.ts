/** `npm run docs`: schrijft opnieuw wat uit de code zelf komt: docs/cli.md en de tabellen in docs/beveiliging. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { handleiding } from '../src/cli/index.ts'
import { ASVS_TABEL, leesAsvs, maakAsvsTabel } from '../test/asvs.ts'
import { AANVALTABEL, leesAanvallen, maakAanvaltabel } from '../test/aanval/aanvallen.ts'
import { leesToegangsregels, maakTabel, TABEL } from '../test/toegangsregels.ts'

schrijf(join(import.meta.dirname, '../docs/cli.md'), await handleiding())
schrijf(TABEL, maakTabel(leesToegangsregels()))
schrijf(ASVS_TABEL, maakAsvsTabel(leesAsvs()))
schrijf(AANVALTABEL, maakAanvaltabel(leesAanvallen()))

function schrijf(doel: string, tekst: string): void {
  writeFileSync(doel, tekst)
  console.log(`Geschreven: ${doel}`)
}
