import { Worker } from 'node:worker_threads'
import type { Regio } from '../regio.ts'
import { type GeschrevenGebied, schrijfGebied } from './schrijf-gebied.ts'

/** Geeft de gebieden in hun eigen volgorde terug, hoe de draden het werk ook verdelen. Hooguit een paar gebieden wachten op hun beurt. */
export async function* schrijfGebieden(regio: Regio, map: string, draden: number): AsyncGenerator<GeschrevenGebied> {
  const aantal = regio.aantalGebieden
  // Een enkel gebied is sneller klaar dan een draad gestart.
  if (aantal < 2) {
    yield await schrijfGebied(regio, 0, map)
    return
  }
  const ploeg = Array.from({ length: Math.min(draden, aantal) }, () => new Draad(regio, map))
  const werk: Promise<GeschrevenGebied>[] = []
  try {
    for (let nummer = 0; nummer < aantal; nummer += 1) {
      // Elke draad heeft één gebied onder handen en één in de wachtrij.
      for (let volgend = werk.length; volgend < Math.min(aantal, nummer + ploeg.length * VOORUIT); volgend += 1) werk.push(kies(ploeg, volgend).schrijf(volgend))
      const klaar = await werk[nummer]
      if (klaar === undefined) throw new Error(`gebied ${nummer} is niet uitgedeeld`)
      // Losgelaten: bij een miljoen studenten blijft het geheugen zo gelijk.
      delete werk[nummer]
      yield klaar
    }
  } finally {
    // Ook na een fout of een afbreking: wie nog wacht, hoort niets meer.
    for (const wachtend of werk) void wachtend?.catch(() => undefined)
    await Promise.all(ploeg.map((draad) => draad.stop()))
  }
}

const VOORUIT = 2

/** Een gebied past er ruim in. Zonder grens ruimt Node pas op als het geheugen van de machine vol raakt. */
const GEHEUGEN = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 32 } as const

class Draad {
  readonly #worker: Worker
  readonly #wachtend = new Map<number, { klaar(geschreven: GeschrevenGebied): void; mislukt(fout: Error): void }>()

  constructor(regio: Regio, map: string) {
    this.#worker = new Worker(new URL('draad.ts', import.meta.url), { workerData: { wens: regio.wens, map }, resourceLimits: GEHEUGEN })
    this.#worker.on('message', (geschreven: GeschrevenGebied) => {
      this.#wachtend.get(geschreven.nummer)?.klaar(geschreven)
      this.#wachtend.delete(geschreven.nummer)
    })
    this.#worker.on('error', (fout: unknown) => this.#laatVallen(fout instanceof Error ? fout : new Error(String(fout))))
    this.#worker.on('exit', () => this.#laatVallen(new Error('een draad stopte voor zijn werk klaar was')))
  }

  schrijf(nummer: number): Promise<GeschrevenGebied> {
    return new Promise((klaar, mislukt) => {
      this.#wachtend.set(nummer, { klaar, mislukt })
      this.#worker.postMessage(nummer)
    })
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #laatVallen(fout: Error): void {
    for (const { mislukt } of this.#wachtend.values()) mislukt(fout)
    this.#wachtend.clear()
  }
}

function kies(ploeg: readonly Draad[], nummer: number): Draad {
  const draad = ploeg[nummer % ploeg.length]
  if (draad === undefined) throw new Error('er zijn draden')
  return draad
}
