/** Een eigen proces dat een bestand aanneemt en geheel verwerkt, en meldt hoe lang dat duurde en hoeveel geheugen het ten hoogste had. */
import { createReadStream } from 'node:fs'
import { neemAanleveringAan, toonAanlevering, verwerkAanleveringen } from '../src/aanlevering/index.ts'
import { openDatabase } from '../src/database/index.ts'
import { momentVan } from '../src/kern/datum.ts'
import { laadNormen } from '../src/normen/index.ts'
import type { Actor } from '../src/toegang/index.ts'
import { maakBenchkluis } from './proefregister.ts'

export interface Aanlevermeting {
  readonly ontvangstMs: number
  readonly verwerkMs: number
  /** Rekentijd van dit proces (gebruiker en systeem). */
  readonly rekenMs: number
  readonly geheugenMb: number
  readonly tellingen: Readonly<Record<string, number>>
}

const [url = '', kluissleutel = '', pad = ''] = process.argv.slice(2)
const database = await openDatabase({ url })
const kluis = maakBenchkluis(kluissleutel)
const normen = laadNormen()
const actor: Actor = { id: 'bench', soort: 'school', rollen: [{ rol: 'bron-inschrijving-mbo', brin: '21MB' }] }
const ctx = { actor, nu: momentVan(new Date()), kluis }
const begin = performance.now()
const aangenomen = await neemAanleveringAan(database, ctx, createReadStream(pad))
if (!aangenomen.ok) throw new Error('het verzonnen bestand is geweigerd')
const binnen = performance.now()
await verwerkAanleveringen({ database, kluis, normen, nu: () => new Date(), meld: (regel) => console.error(regel) })
const klaar = performance.now()
const stand = await toonAanlevering(database, ctx, aangenomen.waarde.aanleveringId)
await database.sluit()
if (!stand.ok || stand.waarde.staat !== 'klaar') throw new Error('de levering is niet klaar')
const { user, system } = process.cpuUsage()
const meting: Aanlevermeting = {
  ontvangstMs: binnen - begin, verwerkMs: klaar - binnen, rekenMs: (user + system) / 1000, geheugenMb: process.resourceUsage().maxRSS / 1024, tellingen: stand.waarde.tellingen,
}
console.log(JSON.stringify(meting))
