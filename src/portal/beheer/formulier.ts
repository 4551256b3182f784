import { beginVanDag, type Datum, datumInNederland, type Moment } from '../../kern/datum.ts'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'
import { veldVan } from '../kader/invoer.ts'
import { leesDatum } from '../woorden/datuminvoer.ts'
import type { Getypt } from './onderdelen.tsx'
import { dagErna } from './woorden.ts'

/** De tekst in een veld, zonder spaties eromheen; leeg als het veld er niet is of geen tekst is. */
export function tekstVan(body: unknown, naam: string): string {
  const waarde = veldVan(body, naam)
  return typeof waarde === 'string' ? waarde.trim() : ''
}

export function getyptUit(body: unknown, namen: readonly string[]): Getypt {
  return Object.fromEntries(namen.map((naam) => [naam, tekstVan(body, naam)]))
}

export interface Gelezendatum {
  readonly datum: Datum | null
  readonly fouten: readonly Veldfout[]
}

/** Een datum die leeg mag zijn. `wat` is het veld in woorden, voor boven de bladzijde. */
export function leesDag(body: unknown, naam: string, wat: string): Gelezendatum {
  const invoer = tekstVan(body, naam)
  if (invoer === '') return { datum: null, fouten: [] }
  const gelezen = leesDatum(invoer)
  return gelezen.ok ? { datum: gelezen.waarde, fouten: [] } : { datum: null, fouten: eis(false, naam, `${wat} konden wij niet lezen.`, 'Schrijf de dag als 1-8-2026 of 1 aug 2026.') }
}

/** Begin van een rol: null is nu. Vandaag is ook nu: de dag is al begonnen. */
export function beginMoment(dag: Datum | null, nu: Moment): Moment | null {
  return dag === null || dag === datumInNederland(new Date(nu)) ? null : beginVanDag(dag)
}

/** Een laatste dag wordt het moment waarop de volgende begint. */
export function eindeNa(dag: Datum | null): Moment | null {
  return dag === null ? null : beginVanDag(dagErna(dag))
}

/** De fouten om te tonen; `null` bij niet gevonden. */
export function foutenVan(reden: Weigering): readonly Veldfout[] | null {
  switch (reden.soort) {
    case 'niet-gevonden':
      return null
    case 'ongeldig':
      return reden.fouten
    case 'ouder-dan-bekend':
      return eis(false, 'account', 'Iemand anders veranderde dit net.', 'Laad de bladzijde opnieuw en kijk wat de stand is.')
  }
}
