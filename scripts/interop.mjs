// `npm run interop`: proeven tegen vreemde software (interop/**/*.interop.ts). Niet in `npm test`: dit installeert pakketten en start servers.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const WORTEL = dirname(dirname(fileURLToPath(import.meta.url)))
const inCi = /^(1|true|ja)$/i.test(process.env.CI ?? '')
const gevraagd = process.argv.slice(2)
const telling = { goed: 0, fout: 0, over: 0 }

for (const bestand of vindProeven(join(WORTEL, 'interop'))) {
  if (gevraagd.length > 0 && !gevraagd.some((deel) => bestand.includes(deel))) continue
  await draaiProef(bestand)
}
console.log(`\n${telling.goed} passed, ${telling.fout} failed, ${telling.over} skipped`)
// In CI is overslaan een fout: daar hoort alles te kunnen.
process.exit(telling.fout > 0 || (inCi && telling.over > 0) || telling.goed + telling.over === 0 ? 1 : 0)

function vindProeven(map) {
  if (!existsSync(map)) return []
  return readdirSync(map, { recursive: true, encoding: 'utf8' }).filter((naam) => naam.endsWith('.interop.ts')).sort().map((naam) => join(map, naam))
}

async function draaiProef(bestand) {
  const map = mkdtempSync(join(tmpdir(), 'leerroute-interop-'))
  try {
    const { proef } = await import(pathToFileURL(bestand).href)
    console.log(`\n${proef.naam} (${relative(WORTEL, bestand)})`)
    await proef.draai({ map, slaagt, slaOver })
  } catch (fout) {
    meldFout(relative(WORTEL, bestand), fout)
  } finally {
    rmSync(map, { recursive: true, force: true })
  }
}

async function slaagt(naam, stap) {
  const begin = performance.now()
  try {
    await stap()
    telling.goed += 1
    console.log(`  goed  ${naam} (${Math.round(performance.now() - begin)} ms)`)
  } catch (fout) {
    meldFout(naam, fout)
  }
}

function meldFout(naam, fout) {
  telling.fout += 1
  console.log(`  FOUT  ${naam}\n        ${String(fout?.message ?? fout).replaceAll('\n', '\n        ')}`)
}

function slaOver(naam, reden) {
  telling.over += 1
  console.log(`  OVERGESLAGEN (SKIPPED)  ${naam}: ${reden}`)
}
