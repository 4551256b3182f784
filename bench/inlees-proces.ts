/** Een eigen proces dat een bestand importeert en meldt hoe lang dat duurde en hoeveel geheugen het ten hoogste had. */
import { importeerBestand } from '../src/bron/index.ts'
import { openDatabase } from '../src/database/index.ts'
import { momentVan } from '../src/kern/datum.ts'
import { systeemactor } from '../src/toegang/index.ts'
import { maakBenchkluis } from './proefregister.ts'

export interface Inleesmeting {
  readonly ms: number
  /** Hoogste geheugen van het hele proces (RSS), in MB. */
  readonly geheugenMb: number
  readonly nieuw: number
  readonly geweigerdeStudenten: number
}

const [url = '', kluissleutel = '', pad = ''] = process.argv.slice(2)
const database = await openDatabase({ url })
const ctx = { actor: systeemactor('bench'), nu: momentVan(new Date()), kluis: maakBenchkluis(kluissleutel) }
const begin = performance.now()
const uitkomst = await importeerBestand(database, ctx, pad)
const ms = performance.now() - begin
await database.sluit()
if (!uitkomst.ok) throw new Error(`het verzonnen bestand is geweigerd: ${uitkomst.reden.uitleg}`)
const meting: Inleesmeting = {
  ms, geheugenMb: process.resourceUsage().maxRSS / 1024, nieuw: uitkomst.waarde.opgeslagen.nieuw, geweigerdeStudenten: uitkomst.waarde.geweigerdeStudenten,
}
console.log(JSON.stringify(meting))
