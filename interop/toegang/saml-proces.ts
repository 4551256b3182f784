import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wacht } from 'node:timers/promises'

export interface Proces {
  /** Wat het proces schreef; voor een melding als er iets misgaat. */
  uitvoer(): string
  stop(): Promise<void>
}

const START_MS = 15_000
const STOP_MS = 30_000

/** Start een server en wacht tot `adres` antwoordt, en niet met een storing. */
export async function startProces(opdracht: string, argumenten: readonly string[], omgeving: Readonly<Record<string, string>>, adres: string, startMs = START_MS): Promise<Proces> {
  const kind = spawn(opdracht, argumenten, { env: { ...process.env, LEERROUTE_OUDER_PID: String(process.pid), ...omgeving }, stdio: ['ignore', 'pipe', 'pipe'] })
  let uitvoer = ''
  for (const stroom of [kind.stdout, kind.stderr]) stroom.on('data', (stuk: Buffer) => (uitvoer = (uitvoer + stuk.toString()).slice(-200_000)))
  const proces = { uitvoer: () => uitvoer, stop: () => stop(kind) }
  const tot = performance.now() + startMs
  while (performance.now() < tot && kind.exitCode === null) {
    if (await antwoordt(adres)) return proces
    await wacht(100)
  }
  await proces.stop()
  throw new Error(`${opdracht} startte niet: ${uitvoer}`)
}

async function antwoordt(adres: string): Promise<boolean> {
  try {
    return (await fetch(adres, { redirect: 'manual' })).status < 500
  } catch {
    return false
  }
}

async function stop(kind: ChildProcess): Promise<void> {
  if (kind.exitCode !== null || kind.signalCode !== null) return
  const weg = new Promise<void>((klaar) => kind.once('exit', () => klaar()))
  kind.kill('SIGTERM')
  const hard = setTimeout(() => kind.kill('SIGKILL'), STOP_MS)
  await weg
  clearTimeout(hard)
}

/** Een poort op loopback die nu vrij is. */
export function vrijePoort(): Promise<number> {
  return new Promise((klaar, mis) => {
    const server = createServer()
    server.once('error', mis)
    server.listen(0, '127.0.0.1', () => {
      const adres = server.address()
      server.close(() => klaar(typeof adres === 'object' && adres !== null ? adres.port : 0))
    })
  })
}
