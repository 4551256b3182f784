import { maakTeksten, perTaal, type Taal, type Teksten } from '../kader/taal.ts'
import { en } from './handelingwoorden.en.ts'
import { nl } from './handelingwoorden.nl.ts'

type Woorden = Readonly<Record<string, string>>
type Keuzes = readonly (readonly [handeling: string, woord: string])[]

const WOORDEN: Teksten<Woorden> = maakTeksten(nl, en)

/** Een handeling die er (nog) niet staat, blijft het woord uit de regel. */
export function handelingWoord(handeling: string, taal: Taal): string {
  return Object.hasOwn(WOORDEN[taal], handeling) ? WOORDEN[taal][handeling] ?? handeling : handeling
}

/** Om uit te kiezen, op alfabet van de taal. */
export const HANDELINGKEUZES = perTaal(opAlfabet)

function opAlfabet(taal: Taal): Keuzes {
  return Object.entries(WOORDEN[taal]).toSorted(([, a], [, b]) => a.localeCompare(b, taal))
}
