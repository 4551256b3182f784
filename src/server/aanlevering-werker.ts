/** Verwerkt aanleveringen en controleert bestanden zolang de server draait, en ruimt op wat zijn tijd had. */
import { setTimeout as wacht } from 'node:timers/promises'
import { BEWAARDAGEN, ruimAanleveringenOp, ruimControlesOp, type Verwerkomgeving, verwerkAanleveringen, voerControleUit } from '../aanlevering/index.ts'

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
  const lopend = Promise.all([werk(nodig, stop.signal), controleer(nodig, stop.signal)])
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

/** Naast de leveringen: wie controleert wacht niet op een groot bestand van een ander. */
async function controleer(nodig: Benodigd, stop: AbortSignal): Promise<void> {
  let opgeruimd = Number.NEGATIVE_INFINITY
  while (!stop.aborted) {
    try {
      const nu = nodig.nu()
      if (nu.getTime() - opgeruimd >= OPRUIMEN_MS) {
        opgeruimd = nu.getTime()
        await ruimControlesOp(nodig.database, nu)
      }
      if (await voerControleUit(nodig)) continue
    } catch (fout) {
      nodig.meld(`Bestanden controleren lukt nu niet: ${fout instanceof Error ? fout.name : 'fout'}`)
    }
    await wacht(RUST_MS, undefined, { signal: stop }).catch(() => undefined)
  }
}
