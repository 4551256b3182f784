/** Een echte server in een eigen proces op een eigen database, met de verzonnen regio. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'

export interface Proefproces {
  readonly adres: string
  /** Wat het proces tot nu toe naar stderr schreef. */
  fouten(): string
  stop(): Promise<void>
}

const START_MS = 60_000

export async function startServer(databaseUrl: string, omgeving: Readonly<Record<string, string>> = {}): Promise<Proefproces> {
  const map = mkdtempSync(join(tmpdir(), 'leerroute-contract-'))
  const poort = await vrijePoort()
  const proces = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'start'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(poort), LEERROUTE_DATA: map, LEERROUTE_LIMIET_PER_MINUUT: '0', ...omgeving }, stdio: ['ignore', 'ignore', 'pipe'],
  })
  let fouten = ''
  proces.stderr.on('data', (stuk: Buffer) => { fouten += stuk.toString() })
  const adres = `http://127.0.0.1:${poort}`
  try {
    await wachtTotGereed(proces, `${adres}/readyz`, () => fouten)
  } catch (fout) {
    await beeindig(proces)
    throw fout
  }
  return {
    adres, fouten: () => fouten,
    stop: async () => {
      await beeindig(proces)
      rmSync(map, { recursive: true, force: true })
    },
  }
}

export async function vrijePoort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const adres = server.address()
  await new Promise((klaar) => server.close(klaar))
  if (adres === null || typeof adres === 'string') throw new Error('geen vrije poort')
  return adres.port
}

/** Wacht tot dit adres goed antwoordt; gooit met de uitvoer erbij als het proces stopt of het te lang duurt. */
export async function wachtTotGereed(proces: ChildProcess, url: string, uitvoer: () => string): Promise<void> {
  for (const einde = Date.now() + START_MS; ; await wacht(100)) {
    if (proces.exitCode !== null || Date.now() > einde) throw new Error(`${url} kwam niet op: ${uitvoer()}`)
    const antwoord = await fetch(url).catch(() => undefined)
    if (antwoord?.ok === true) return
  }
}

export async function beeindig(proces: ChildProcess): Promise<void> {
  if (proces.exitCode !== null || proces.signalCode !== null) return
  const weg = new Promise((klaar) => proces.once('exit', klaar))
  proces.kill('SIGTERM')
  await weg
}
