// `npm run bouwlijst`: wat er in een bouw zit (SBOM, CycloneDX; wat alleen voor ontwikkeling is, staat er zo bij) en onder welke licentie (S-88).
// Een licentie buiten de lijst is een fout.
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const WORTEL = dirname(dirname(fileURLToPath(import.meta.url)))
const UIT = join(WORTEL, 'build')
const require = createRequire(import.meta.url)

/** Te verenigen met EUPL-1.2 als onderdeel. Een nieuwe licentie vraagt een besluit in een ADR, niet een regel hier alleen. */
const TOEGESTAAN = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'EUPL-1.2', 'OFL-1.1', 'CC0-1.0', 'MPL-2.0', 'Python-2.0', 'CC-BY-3.0'])
/** Dit project zelf; `private` maakt daar UNLICENSED van. */
const ZELF = 'leerroute@'

const pakketten = await promisify(require('license-checker-rseidelsohn').init)({ start: WORTEL })
const regels = Object.entries(pakketten).filter(([naam]) => !naam.startsWith(ZELF)).map(([naam, { licenses, repository }]) => ({ naam, licentie: String(licenses), bron: repository ?? '' }))
const anders = regels.filter(({ licentie }) => !isToegestaan(licentie))

await mkdir(UIT, { recursive: true })
await writeFile(join(UIT, 'licenties.csv'), `pakket;licentie;bron\n${regels.map(({ naam, licentie, bron }) => `${naam};${licentie};${bron}`).join('\n')}\n`)
const { stdout } = await promisify(execFile)('npm', ['sbom', '--sbom-format', 'cyclonedx'], { cwd: WORTEL, maxBuffer: 64 * 1024 * 1024 })
const sbom = JSON.parse(stdout)
await writeFile(join(UIT, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`)

console.log(`${sbom.components.length} onderdelen in build/sbom.cdx.json, ${regels.length} pakketten in build/licenties.csv`)
for (const { naam, licentie } of anders) console.log(`FOUT  ${naam} heeft licentie ${licentie}: niet in de lijst van scripts/bouwlijst.mjs`)
process.exitCode = anders.length > 0 ? 1 : 0

/** `A OR B`: een is genoeg. `A AND B`: allebei. */
function isToegestaan(licentie) {
  return licentie.replace(/[()*]/g, '').split(' OR ').some((keuze) => keuze.split(/ AND |,/).every((een) => TOEGESTAAN.has(een.trim())))
}
