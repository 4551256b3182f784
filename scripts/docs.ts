/** `npm run docs`: schrijft docs/cli.md opnieuw, uit de opdrachten zelf. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { handleiding } from '../src/cli/index.ts'

const doel = join(import.meta.dirname, '../docs/cli.md')
writeFileSync(doel, await handleiding())
console.log(`Geschreven: ${doel}`)
