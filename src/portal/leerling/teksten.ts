/** De woorden van de studentpagina in de taal van de kijker, met de datums en de vaste begrippen erbij. */
import { maakTeksten, perTaal, type Taal, useTekst } from '../kader/taal.ts'
import { type Begrippen, begrippenIn } from '../woorden/begrippen.ts'
import { type Datums, datumsIn } from '../woorden/datums.ts'
import { cijfers } from '../woorden/datumwoorden.ts'
import type { Datum } from '../../kern/datum.ts'
import { en } from './teksten.en.ts'
import { nl } from './teksten.nl.ts'

const teksten = maakTeksten(nl, en)

export interface Woorden {
  readonly taal: Taal
  readonly tekst: (typeof teksten)['nl']
  readonly begrip: Begrippen
  readonly datum: Datums & { /** Voor tabellen: 1-8-2026, in het Engels 1 Aug 2026. */ readonly tabel: (dag: Datum) => string }
}

const WOORDEN = perTaal(maakWoorden)

export function woordenIn(taal: Taal): Woorden {
  return WOORDEN[taal]
}

export function useWoorden(): Woorden {
  return useTekst(WOORDEN)
}

function maakWoorden(taal: Taal): Woorden {
  const datums = datumsIn(taal)
  return { taal, tekst: teksten[taal], begrip: begrippenIn(taal), datum: { ...datums, tabel: taal === 'nl' ? cijfers : datums.middel } }
}
