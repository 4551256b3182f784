/** Een eigen proces, zodat het hoogste geheugen alleen van het genereren is. Argumenten: studenten, draden, map. */
import { maakRegio, schrijfRegio, STANDAARD_FOUTEN_PROCENT, STANDAARD_PEILDATUM, STANDAARD_ROUTES_PROCENT } from '../src/regio/index.ts'
import { duurMs } from './meting.ts'

export interface Genereermeting {
  readonly ms: number
  /** Milliseconden rekentijd, alle draden samen. */
  readonly rekenMs: number
  readonly geheugenMb: number
  readonly records: number
}

const [studenten = '', draden = '', map = ''] = process.argv.slice(2)
const regio = maakRegio({ studenten: Number(studenten), zaad: 1, peildatum: STANDAARD_PEILDATUM, foutenProcent: STANDAARD_FOUTEN_PROCENT, routesProcent: STANDAARD_ROUTES_PROCENT })
if (!regio.ok) throw new Error(regio.reden)
let records = 0
const ms = await duurMs(async () => {
  const geschreven = await schrijfRegio(regio.waarde, map, { draden: Number(draden) })
  if (!geschreven.ok) throw new Error(geschreven.reden)
  records = geschreven.waarde.records
})
const { user, system } = process.cpuUsage()
process.stdout.write(JSON.stringify({ ms, rekenMs: (user + system) / 1000, geheugenMb: process.resourceUsage().maxRSS / 1024, records } satisfies Genereermeting))
