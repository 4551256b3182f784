import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { getal, mediaan, type Benchkeuze, type Meting } from './meting.ts'

const DOEL_MS = 2000
const GEDULD_MS = 120_000
const PROJECT = join(import.meta.dirname, '..')

/** Van `npm start` tot `/readyz` goed antwoordt, met alles geinstalleerd en de gegevens van een vorige keer; vergeleken met een lege Node. */
export async function meetWarmeStart({ klein, meld }: Benchkeuze): Promise<Meting> {
  const dataMap = mkdtempSync(join(tmpdir(), 'leerroute-bench-'))
  try {
    const koud = await startEnStop(dataMap)
    meld(`start: eerste keer ${getal(koud)} ms`)
    const warm: number[] = []
    const kaal: number[] = []
    for (let i = 0; i < (klein ? 2 : 7); i += 1) {
      warm.push(await startEnStop(dataMap))
      kaal.push(await legeNode())
      meld(`start: warm ${getal(warm.at(-1) ?? 0)} ms`)
    }
    return {
      naam: 'Warme start tot gereed',
      uitleg: 'Van het starten van `scripts/go.mjs start` tot `/readyz` 200 geeft, met de meegeleverde PostgreSQL en een bestaande gegevensmap. De vergelijking is een Node die start en meteen stopt.',
      uitkomsten: [
        { wat: 'warme start (mediaan)', waarde: `${getal(mediaan(warm))} ms` },
        { wat: 'lege Node (mediaan)', waarde: `${getal(mediaan(kaal))} ms` },
        { wat: 'verhouding', waarde: getal(mediaan(warm) / mediaan(kaal)) },
        { wat: 'allereerste start, met database en verzonnen regio', waarde: `${getal(koud)} ms` },
      ],
      doel: `onder ${getal(DOEL_MS)} ms`,
      gehaald: mediaan(warm) < DOEL_MS,
    }
  } finally {
    rmSync(dataMap, { recursive: true, force: true })
  }
}

async function startEnStop(dataMap: string): Promise<number> {
  const poort = await vrijePoort()
  const begin = performance.now()
  const proces = spawn(process.execPath, [join(PROJECT, 'scripts/go.mjs'), 'start'], {
    env: { ...process.env, PORT: String(poort), HOST: '127.0.0.1', LEERROUTE_DATA: dataMap, DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await wachtOpGereed(`http://127.0.0.1:${poort}/readyz`, proces)
    return performance.now() - begin
  } finally {
    await stop(proces)
  }
}

async function wachtOpGereed(adres: string, proces: ChildProcess): Promise<void> {
  const einde = performance.now() + GEDULD_MS
  while (performance.now() < einde) {
    if (proces.exitCode !== null) throw new Error(`de server stopte zelf, met code ${proces.exitCode}`)
    const antwoord = await fetch(adres).catch(() => undefined)
    if (antwoord?.ok === true) return
    await wacht(10)
  }
  throw new Error(`de server was na ${GEDULD_MS / 1000} seconden niet gereed`)
}

async function stop(proces: ChildProcess): Promise<void> {
  if (proces.exitCode !== null) return
  const gestopt = once(proces, 'exit')
  proces.kill('SIGTERM')
  await gestopt
}

async function legeNode(): Promise<number> {
  const begin = performance.now()
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit')
  return performance.now() - begin
}

async function vrijePoort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const adres = server.address()
  server.close()
  await once(server, 'close')
  if (adres === null || typeof adres === 'string') throw new Error('geen vrije poort gevonden')
  return adres.port
}
