/** De mensen van de verzonnen regio: voor de proefsleutels van REST. */
import type { Actor } from '../toegang/index.ts'
import { actorVan, leesIdentiteiten, leesOpleidingsnamen } from './wereld.ts'

export interface Wereldmensen {
  readonly actoren: ReadonlyMap<string, Actor>
  /** Naam per opleidingcode; de codes zijn verzonnen. */
  readonly opleidingsnamen: Readonly<Record<string, string>>
}

/** In productie is er niemand. */
export const NIEMAND: Wereldmensen = { actoren: new Map(), opleidingsnamen: {} }

export function leesWereldmensen(): Wereldmensen {
  return { actoren: new Map(leesIdentiteiten().map((mens) => [mens.id, actorVan(mens)])), opleidingsnamen: leesOpleidingsnamen() }
}
