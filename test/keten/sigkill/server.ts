/** Een echt serverproces dat op elk moment gedood kan worden. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'

const WORTEL = join(import.meta.dirname, '../../..')
const TSX = join(WORTEL, 'node_modules/tsx/dist/loader.mjs')

export interface Server {
  readonly basis: string
  /** SIGKILL: geen kans om iets af te ronden. */
  dood(): Promise<void>
  /** Alles wat het proces schreef, ook voor de klap. */
  uitvoer(): string
}

/** Start en wacht tot de server gereed is. */
export async function startServer(databaseUrl: string, dataMap: string, poort: number): Promise<Server> {
  const proces = spawn(process.execPath, ['--import', TSX, join(WORTEL, 'src/main.ts'), 'start'], {
    cwd: WORTEL, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: databaseUrl, LEERROUTE_DATA: dataMap, PORT: String(poort), HOST: '127.0.0.1', LEERROUTE_LIMIET_PER_MINUUT: '0', NODE_ENV: '', LEERROUTE_MODUS: 'ontwikkeling' },
  })
  let uitvoer = ''
  for (const stroom of [proces.stdout, proces.stderr]) stroom.on('data', (stuk: Buffer) => { uitvoer += stuk.toString() })
  const basis = `http://127.0.0.1:${poort}`
  await wachtTotGereed(proces, basis, () => uitvoer)
  return { basis, dood: () => dood(proces), uitvoer: () => uitvoer }
}

async function wachtTotGereed(proces: ChildProcess, basis: string, uitvoer: () => string): Promise<void> {
  for (let i = 0; i < 1_200; i += 1) {
    if (proces.exitCode !== null) throw new Error(`de server stopte zelf:\n${uitvoer()}`)
    const gereed = await fetch(`${basis}/readyz`).then((antwoord) => antwoord.ok, () => false)
    if (gereed) return
    await wacht(50)
  }
  throw new Error(`de server werd niet gereed:\n${uitvoer()}`)
}

async function dood(proces: ChildProcess): Promise<void> {
  if (proces.exitCode !== null || proces.signalCode !== null) return
  const weg = once(proces, 'exit')
  proces.kill('SIGKILL')
  await weg
}
