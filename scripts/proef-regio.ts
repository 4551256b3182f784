/** `node --import tsx scripts/proef-regio.ts [--studenten 100000] [--zaad 7] [--houd]`: de keten van begin tot eind met een verzonnen regio, door REST. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startIngebedPostgres } from '../src/database/index.ts'
import { doeProef } from '../test/keten/regio/proef.ts'

const { values } = parseArgs({ options: { studenten: { type: 'string', default: '100000' }, zaad: { type: 'string', default: '7' }, houd: { type: 'boolean', default: false } } })
const [eerste, tweede] = await Promise.all([startIngebedPostgres({ dataMap: tmpdir(), tijdelijk: true }), startIngebedPostgres({ dataMap: tmpdir(), tijdelijk: true })])
const map = mkdtempSync(join(tmpdir(), 'leerroute-regio-'))
try {
  const verslag = await doeProef({ studenten: Number(values.studenten), zaad: Number(values.zaad), databaseUrl: eerste.url, tweedeUrl: tweede.url, map, meld: (regel) => console.error(regel) })
  console.log(JSON.stringify(verslag, null, 2))
  process.exitCode = verslag.bevindingen.length === 0 ? 0 : 1
} finally {
  await Promise.all([eerste.stop(), tweede.stop()])
  if (values.houd) console.error(`De bestanden staan nog in ${map}`)
  else rmSync(map, { recursive: true, force: true })
}
