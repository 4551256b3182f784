// `npm test`: alle tests, en als laatste regel `N passed, M failed`, ook als de testronde zelf omvalt.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const WORTEL = dirname(dirname(fileURLToPath(import.meta.url)))
const BEKENDE_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const inCi = isAan(process.env.CI)

const argumenten = process.argv.slice(2)
const werkmap = mkdtempSync(join(tmpdir(), 'leerroute-proeven-'))
const tellingBestand = join(werkmap, 'telling')
const chromium = argumenten.length === 0 ? zorgVoorChromium() : vindChromium()

const vitest = spawn(process.execPath, [join(WORTEL, 'node_modules/vitest/vitest.mjs'), 'run', ...argumenten], {
  cwd: WORTEL,
  stdio: 'inherit',
  env: { ...process.env, LEERROUTE_TELLING: tellingBestand, ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }) },
})
for (const signaal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signaal, () => vitest.kill(signaal))
vitest.once('error', (fout) => {
  console.error(fout.message)
  eindig(3)
})
vitest.once('exit', (code) => eindig(code ?? 1))

function eindig(code) {
  const geteld = existsSync(tellingBestand)
  rmSync(werkmap, { recursive: true, force: true })
  if (!geteld) console.log('0 passed, 1 failed')
  process.exitCode = geteld ? code : code || 1
}

function zorgVoorChromium() {
  const gevonden = vindChromium()
  if (gevonden !== undefined) return gevonden
  if (!inCi && !isAan(process.env.LEERROUTE_INSTALL_CHROMIUM)) return meldZonder('niet gevonden')
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return meldZonder('alleen als root op Debian zelf te installeren')
  console.error('Chromium installeren met apt-get (ongeveer 350 MB) ...')
  const stil = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  // Een kale Debian-image heeft geen pakketlijsten: zonder update vindt install niets.
  const gelukt = [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', 'chromium']].every(
    (stap) => spawnSync('apt-get', stap, stil).status === 0,
  )
  return (gelukt ? vindChromium() : undefined) ?? meldZonder('installeren met apt-get is mislukt')
}

function vindChromium() {
  const eigen = process.env.CHROMIUM_PATH
  if (eigen && !existsSync(eigen)) {
    console.error(`CHROMIUM_PATH=${eigen}: dit bestand bestaat niet.`)
    return undefined
  }
  return eigen || BEKENDE_BROWSERS.find((pad) => existsSync(pad))
}

function meldZonder(reden) {
  console.error(
    `\n*** GEEN CHROMIUM (${reden}): de browsertests worden OVERGESLAGEN${inCi ? ', en dat is in CI een fout' : ''}. ***\n` +
      '*** Zet CHROMIUM_PATH, of start met LEERROUTE_INSTALL_CHROMIUM=1 (root op Debian). ***\n',
  )
  return undefined
}

function isAan(waarde) {
  return waarde !== undefined && waarde !== '' && waarde !== '0' && waarde !== 'false'
}
