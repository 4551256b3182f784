import { cpus, loadavg, totalmem } from 'node:os'

export interface Machine {
  readonly processor: string
  readonly kernen: number
  readonly geheugenGb: number
  readonly node: string
  /** Gemiddeld aantal processen dat wilde rekenen, de laatste vijf minuten; boven het aantal kernen is de machine te druk voor klokmetingen. */
  readonly belasting: number
}

export function beschrijfMachine(): Machine {
  const kernen = cpus()
  return { processor: kernen[0]?.model.trim() ?? 'onbekend', kernen: kernen.length, geheugenGb: Math.round(totalmem() / 2 ** 30), node: process.versions.node, belasting: loadavg()[1] ?? 0 }
}
