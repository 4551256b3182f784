/** `npm run docs`: schrijft opnieuw wat uit de code zelf komt: docs/cli.md en docs/beveiliging/toegangsregels.md. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { handleiding } from '../src/cli/index.ts'
import { leesToegangsregels, maakTabel, TABEL } from '../test/toegangsregels.ts'

schrijf(join(import.meta.dirname, '../docs/cli.md'), await handleiding())
schrijf(TABEL, maakTabel(leesToegangsregels()))

function schrijf(doel: string, tekst: string): void {
  writeFileSync(doel, tekst)
  console.log(`Geschreven: ${doel}`)
}
