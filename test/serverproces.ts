/** De echte server in een eigen proces, met de verzonnen regio. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'

export interface Proefproces {
  readonly adres: string
  /** Wat het proces tot nu toe naar stderr schreef: zijn log. */
  fouten(): string
  /** Alles wat het schreef, ook voor de klap. */
  uitvoer(): string
  /** SIGKILL: geen kans om iets af te ronden. De datamap blijft. */
  dood(): Promise<void>
  /** SIGTERM, en zijn eigen datamap weg. */
  stop(): Promise<void>
}

export interface Proefkeuze {
  readonly omgeving?: Readonly<Record<string, string>>
  /** Zonder: een eigen map, die met `stop` weggaat. */
  readonly dataMap?: string
  /** Zonder: een vrije poort. */
  readonly poort?: number
}

const START_MS = 60_000

/** Start en wacht tot de server gereed is. Hij stopt met dit proces mee, ook als dat afbreekt. */
export async function startServer(databaseUrl: string, keuze: Proefkeuze = {}): Promise<Proefproces> {
  const map = keuze.dataMap ?? mkdtempSync(join(tmpdir(), 'leerroute-server-'))
  const poort = keuze.poort ?? (await vrijePoort())
  const proces = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'start'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(poort), LEERROUTE_DATA: map, LEERROUTE_LIMIET_PER_MINUUT: '0', LEERROUTE_OUDER_PID: String(process.pid), ...keuze.omgeving }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [fouten, uitvoer] = ['', '']
  proces.stderr.on('data', (stuk: Buffer) => { fouten += stuk.toString() })
  for (const stroom of [proces.stdout, proces.stderr]) stroom.on('data', (stuk: Buffer) => { uitvoer += stuk.toString() })
  const adres = `http://127.0.0.1:${poort}`
  try {
    await wachtTotGereed(proces, `${adres}/readyz`, () => uitvoer)
  } catch (fout) {
    await beeindig(proces)
    throw fout
  }
  return {
    adres, fouten: () => fouten, uitvoer: () => uitvoer, dood: () => beeindig(proces, 'SIGKILL'),
    stop: async () => {
      await beeindig(proces)
      if (keuze.dataMap === undefined) rmSync(map, { recursive: true, force: true })
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
  for (const einde = Date.now() + START_MS; ; await wacht(50)) {
    if (proces.exitCode !== null || Date.now() > einde) throw new Error(`${url} kwam niet op: ${uitvoer()}`)
    const antwoord = await fetch(url).catch(() => undefined)
    if (antwoord?.ok === true) return
  }
}

export async function beeindig(proces: ChildProcess, teken: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (proces.exitCode !== null || proces.signalCode !== null) return
  const weg = new Promise((klaar) => proces.once('exit', klaar))
  proces.kill(teken)
  await weg
}
