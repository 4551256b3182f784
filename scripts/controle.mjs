// `npm run check`: precies wat CI draait. Typen, lint, bouwgrenzen, dode code en licenties, met per onderdeel de tijd.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const WORTEL = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(WORTEL, 'node_modules')

const ONDERDELEN = [
  { naam: 'typen (tsc)', opdracht: [join(modules, 'typescript-7/bin/tsc'), '--noEmit', '-p', '.'] },
  { naam: 'lint (oxlint)', opdracht: [join(modules, '.bin/oxlint'), '--quiet'] },
  { naam: 'bouwgrenzen', opdracht: [process.execPath, join(modules, 'vitest/vitest.mjs'), 'run', 'test/grenzen.test.ts', '--reporter=dot'] },
  { naam: 'dode code (knip)', opdracht: [process.execPath, join(modules, 'knip/bin/knip.js'), '--no-progress', '--no-config-hints'] },
  { naam: 'licenties en SBOM', opdracht: [process.execPath, join(WORTEL, 'scripts/bouwlijst.mjs')] },
]

const begin = Date.now()
let fouten = 0
// Twee tegelijk: tsc vult al een kern, en de uitvoer van een onderdeel blijft bij elkaar.
const wachtrij = [...ONDERDELEN]
await Promise.all([werk(), werk()])
console.log(`check: ${ONDERDELEN.length - fouten} goed, ${fouten} fout, ${seconden(begin)} s`)
process.exitCode = fouten > 0 ? 1 : 0

async function werk() {
  for (let onderdeel = wachtrij.shift(); onderdeel !== undefined; onderdeel = wachtrij.shift()) {
    const start = Date.now()
    const { code, uitvoer } = await draai(onderdeel.opdracht)
    if (code !== 0) fouten++
    console.log(`${code === 0 ? 'goed' : 'FOUT'}  ${onderdeel.naam} (${seconden(start)} s)`)
    if (code !== 0) console.log(uitvoer.trimEnd())
  }
}

function draai([programma, ...argumenten]) {
  return new Promise((klaar) => {
    const kind = spawn(programma, argumenten, { cwd: WORTEL, stdio: ['ignore', 'pipe', 'pipe'] })
    let uitvoer = ''
    kind.stdout.on('data', (deel) => (uitvoer += deel))
    kind.stderr.on('data', (deel) => (uitvoer += deel))
    kind.once('error', (fout) => klaar({ code: 3, uitvoer: fout.message }))
    kind.once('close', (code) => klaar({ code: code ?? 3, uitvoer }))
  })
}

function seconden(vanaf) {
  return ((Date.now() - vanaf) / 1000).toFixed(1)
}
