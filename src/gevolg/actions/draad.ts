/** De draad die rekent, zodat de server intussen antwoordt. Elk bericht is een wijziging; het antwoord heeft hetzelfde nummer. */
import { parentPort } from 'node:worker_threads'
import { berekenGevolgen, maakRekenbasis } from '../bereken.ts'
import type { Gevolgen, Wijziging } from '../gevolg.ts'

export interface Opdracht {
  readonly nummer: number
  readonly wijziging: Wijziging
}

export interface Antwoord {
  readonly nummer: number
  readonly gevolgen: Gevolgen
}

if (parentPort === null) throw new Error('deze draad hoort bij gevolgenteller.ts')
const poort = parentPort
const basis = maakRekenbasis()
poort.on('message', ({ nummer, wijziging }: Opdracht) => {
  const antwoord: Antwoord = { nummer, gevolgen: berekenGevolgen(basis, wijziging) }
  poort.postMessage(antwoord)
})
