/** Andere processen voor de bench: een server die op een poort luistert, en de lastgever. */
import { execFile, fork } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Lastopdracht, Lastuitkomst } from './last.ts'
import type { Proefregister } from './proefregister.ts'

export interface Serverproces {
  readonly poort: number
  readonly pid: number
  stop(): Promise<void>
}

export async function startServer(soort: 'rest' | 'kaal' | 'open', { url, kluissleutel, map }: Proefregister, ids: readonly string[] = []): Promise<Serverproces> {
  const kind = fork(join(import.meta.dirname, 'rest-proces.ts'), [soort, url, kluissleutel, join(map, `${soort}.log`), ...ids], { execArgv: process.execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const poort = await new Promise<number>((klaar, mislukt) => {
    kind.once('message', (bericht) => klaar((bericht as { poort: number }).poort))
    kind.once('exit', (code) => mislukt(new Error(`de server stopte met code ${code}`)))
  })
  const stop = async (): Promise<void> => {
    const weg = new Promise((klaar) => { kind.once('exit', klaar) })
    kind.kill('SIGKILL')
    await weg
  }
  return { poort, pid: kind.pid ?? 0, stop }
}

/** Een meting in een eigen proces, met het adres en de sleutel van het register; haar uitkomst is JSON op stdout. */
export async function inEigenProces<T>(proces: string, { url, kluissleutel }: Proefregister, ...argumenten: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, join(import.meta.dirname, proces), url, kluissleutel, ...argumenten])
  return JSON.parse(stdout) as T
}

export async function geefLast(opdracht: Lastopdracht): Promise<Lastuitkomst> {
  const belofte = promisify(execFile)(process.execPath, [...process.execArgv, join(import.meta.dirname, 'last.ts')], { maxBuffer: 1 << 24 })
  belofte.child.stdin?.end(JSON.stringify(opdracht))
  return JSON.parse((await belofte).stdout) as Lastuitkomst
}
