/** `npm run client`: schrijft de typen van de client opnieuw, uit de routes. `openapi-typescript` vertaalt het OpenAPI-document. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { maakClienttypen } from './clienttypen.ts'

const doel = join(import.meta.dirname, '../src/client/api.ts')
writeFileSync(doel, await maakClienttypen())
console.log(`Geschreven: ${doel}`)
