/**
 * `node --import tsx scripts/proef-sigkill.ts [--keren 20] [--studenten 40000] [--servers 2] [--zaad 1]`: doodt tijdens een grote aanlevering
 * telkens een willekeurige server met SIGKILL, en laat een onafhankelijke controle nagaan dat niets verloren of dubbel is.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startIngebedPostgres } from '../src/database/index.ts'
import { doeProef } from '../test/keten/sigkill/proef.ts'

const { values } = parseArgs({ options: { keren: { type: 'string', default: '20' }, studenten: { type: 'string', default: '40000' }, servers: { type: 'string', default: '2' }, zaad: { type: 'string', default: '1' }, poort: { type: 'string', default: '18930' } } })
const postgres = await startIngebedPostgres({ dataMap: tmpdir(), tijdelijk: true })
const dataMap = mkdtempSync(join(tmpdir(), 'leerroute-sigkill-'))
try {
  const verslag = await doeProef({
    databaseUrl: postgres.url, dataMap, studenten: Number(values.studenten), keren: Number(values.keren), servers: Number(values.servers), eerstePoort: Number(values.poort),
    steekproef: 500, toeval: maakToeval(Number(values.zaad)), meld: (tekst) => console.error(tekst),
  })
  console.log(JSON.stringify(verslag, null, 2))
  process.exitCode = verslag.bevindingen.length === 0 ? 0 : 1
} finally {
  await postgres.stop()
  rmSync(dataMap, { recursive: true, force: true })
}

/** mulberry32: genoeg om de momenten te kiezen en de proef te kunnen herhalen. */
function maakToeval(zaad: number): () => number {
  let stand = zaad >>> 0
  return () => {
    stand = (stand + 0x6d2b79f5) >>> 0
    let t = Math.imul(stand ^ (stand >>> 15), stand | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
