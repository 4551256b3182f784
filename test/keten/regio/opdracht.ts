/** Een opdracht van `leerroute` in een eigen proces. */
import { spawn } from 'node:child_process'

export interface Uitslag {
  readonly code: number
  readonly uit: string
}

/** Gooit als de opdracht met een andere code eindigt dan verwacht. */
export async function opdracht(argumenten: readonly string[], omgeving: Readonly<Record<string, string>>, goed: readonly number[] = [0]): Promise<Uitslag> {
  const proces = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...argumenten], { env: { ...process.env, ...omgeving }, stdio: ['ignore', 'pipe', 'pipe'] })
  let uit = ''
  let fout = ''
  proces.stdout.on('data', (stuk: Buffer) => { uit += stuk.toString() })
  proces.stderr.on('data', (stuk: Buffer) => { fout = `${fout}${stuk.toString()}`.slice(-4_000) })
  const code = await new Promise<number>((klaar) => proces.once('close', (n) => klaar(n ?? 3)))
  if (!goed.includes(code)) throw new Error(`leerroute ${argumenten[0] ?? ''} eindigde met ${code}: ${uit.slice(-2_000)}${fout}`)
  return { code, uit }
}
