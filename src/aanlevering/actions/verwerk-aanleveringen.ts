import { setTimeout as wacht } from 'node:timers/promises'
import { noemStoring, weegStoring } from '../verwerking/storing.ts'
import type { Verwerkomgeving } from './omgeving.ts'
import { rekenVolgendDeel, rondLeveringenAf } from './reken-signalen.ts'
import { slaVolgendDeelOp } from './sla-deel-op.ts'

export interface Verwerkopties {
  /** Stopt na het deel dat nu loopt; wat nog wacht blijft bewaard. */
  readonly stop?: AbortSignal
}

const RUST_MS = 10
const EERSTE_WACHT_MS = 100
const LANGSTE_WACHT_MS = 30_000

/**
 * Verwerkt wat er klaarstaat tot er niets meer is. Twee banen tegelijk: de ene legt delen vast, de andere rekent de signalen
 * van vastgelegde delen uit; zo werken wij en de database tegelijk. Meer processen mogen dit tegelijk doen. Een storing van de
 * database gaat over: elke baan wacht dan steeds iets langer en begint opnieuw.
 */
export async function verwerkAanleveringen(omgeving: Verwerkomgeving, opties: Verwerkopties = {}): Promise<void> {
  const { stop } = opties
  let opslaanKlaar = false
  const opslaan = async (): Promise<void> => {
    while (await metGeduld(omgeving, stop, () => slaVolgendDeelOp(omgeving)));
    opslaanKlaar = true
  }
  const rekenen = async (): Promise<void> => {
    for (;;) {
      if (await metGeduld(omgeving, stop, () => rekenVolgendDeel(omgeving))) continue
      if (stop?.aborted) return
      const laatste = opslaanKlaar
      if (await metGeduld(omgeving, stop, () => rondLeveringenAf(omgeving))) continue
      if (laatste) return
      await wacht(RUST_MS)
    }
  }
  await Promise.all([opslaan(), rekenen()])
}

/** Probeert tot het lukt; `false` als er gestopt moet worden. */
async function metGeduld(omgeving: Verwerkomgeving, stop: AbortSignal | undefined, werk: () => Promise<boolean>): Promise<boolean> {
  for (let pauze = EERSTE_WACHT_MS; ; pauze = Math.min(pauze * 2, LANGSTE_WACHT_MS)) {
    if (stop?.aborted) return false
    try {
      return await werk()
    } catch (fout) {
      omgeving.meld?.(`Aanleveringen verwerken lukt nu niet (${weegStoring(fout)}): ${noemStoring(fout)}`)
      await wacht(pauze, undefined, stop === undefined ? {} : { signal: stop }).catch(() => undefined)
    }
  }
}
