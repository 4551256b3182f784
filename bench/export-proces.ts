/** Een eigen proces dat een bestand uit het register schrijft en meldt hoe lang dat duurde en hoeveel geheugen het ten hoogste had. */
import { open } from 'node:fs/promises'
import { exporteerBestand, type Exportvraag } from '../src/beslissing/index.ts'
import { openDatabase } from '../src/database/index.ts'
import { momentVan } from '../src/kern/datum.ts'
import { laadNormen } from '../src/normen/index.ts'
import { systeemactor } from '../src/toegang/index.ts'
import { maakBenchkluis } from './proefregister.ts'

export interface Exportmeting {
  readonly ms: number
  /** Hoogste geheugen van het hele proces (RSS), in MB. */
  readonly geheugenMb: number
  readonly bytes: number
  readonly regels: number
  readonly studenten: number
}

const [url = '', kluissleutel = '', pad = '', vraag = ''] = process.argv.slice(2)
const database = await openDatabase({ url })
const ctx = { actor: systeemactor('bench'), nu: momentVan(new Date()), kluis: maakBenchkluis(kluissleutel) }
const normen = laadNormen()
const bestand = await open(pad, 'w')
const begin = performance.now()
const uit = await exporteerBestand(database, ctx, JSON.parse(vraag) as Exportvraag, { schrijf: (stuk) => bestand.appendFile(stuk) }, normen)
const ms = performance.now() - begin
const { size } = await bestand.stat()
await bestand.close()
await database.sluit()
if (!uit.ok) throw new Error(`de export is geweigerd: ${JSON.stringify(uit.reden)}`)
const meting: Exportmeting = { ms, geheugenMb: process.resourceUsage().maxRSS / 1024, bytes: size, regels: uit.waarde.regels, studenten: uit.waarde.studenten }
console.log(JSON.stringify(meting))
