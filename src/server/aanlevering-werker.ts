/** Verwerkt aanleveringen zolang de server draait, en ruimt oude terugkoppelingen op. */
import { setTimeout as wacht } from 'node:timers/promises'
import { BEWAARDAGEN, ruimAanleveringenOp, type Verwerkomgeving, verwerkAanleveringen } from '../aanlevering/index.ts'

interface Benodigd extends Verwerkomgeving {
  readonly meld: (regel: string) => void
  /** Hoeveel dagen terugkoppelingen blijven staan. */
  readonly bewaardagen?: number
}

const RUST_MS = 500
const OPRUIMEN_MS = 3_600_000

/** `stop` wacht op het deel dat nu loopt; wat nog wacht blijft bewaard voor de volgende start, of voor een ander proces. */
export function startAanleveringwerker(nodig: Benodigd): { stop(): Promise<void> } {
  const stop = new AbortController()
  const lopend = werk(nodig, stop.signal)
  return {
    stop: async () => {
      stop.abort()
      await lopend
    },
  }
}

async function werk(nodig: Benodigd, stop: AbortSignal): Promise<void> {
  let opgeruimd = Number.NEGATIVE_INFINITY
  while (!stop.aborted) {
    await verwerkAanleveringen(nodig, { stop })
    const nu = nodig.nu().getTime()
    if (nu - opgeruimd >= OPRUIMEN_MS) {
      opgeruimd = nu
      await ruimAanleveringenOp(nodig, nodig.bewaardagen ?? BEWAARDAGEN).catch((fout: unknown) => nodig.meld(`Oude terugkoppelingen opruimen lukt nu niet: ${fout instanceof Error ? fout.name : 'fout'}`))
    }
    await wacht(RUST_MS, undefined, { signal: stop }).catch(() => undefined)
  }
}
