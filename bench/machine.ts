import { cpus, totalmem } from 'node:os'

export interface Machine {
  readonly processor: string
  readonly kernen: number
  readonly geheugenGb: number
  readonly node: string
}

export function beschrijfMachine(): Machine {
  const kernen = cpus()
  return { processor: kernen[0]?.model.trim() ?? 'onbekend', kernen: kernen.length, geheugenGb: Math.round(totalmem() / 2 ** 30), node: process.versions.node }
}
