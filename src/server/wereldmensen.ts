/** De mensen van de verzonnen regio: voor de begroeting, en voor de proefsleutels van REST. */
import type { Actor } from '../toegang/index.ts'
import { actorVan, leesIdentiteiten, leesOpleidingsnamen } from './wereld.ts'
import { leesRegio } from './wereld-bestanden.ts'

export interface Proefmens {
  readonly sleutel: string
  readonly naam: string
  readonly rol: string
  readonly organisatie: string
}

export interface Wereldmensen {
  readonly identiteiten: readonly Proefmens[]
  readonly actoren: ReadonlyMap<string, Actor>
  /** Naam per opleidingcode; de codes zijn verzonnen. */
  readonly opleidingsnamen: Readonly<Record<string, string>>
}

/** In productie is er niemand te kiezen. */
export const NIEMAND: Wereldmensen = { identiteiten: [], actoren: new Map(), opleidingsnamen: {} }

export function leesWereldmensen(): Wereldmensen {
  const namen = new Map(leesRegio().organisaties.map(({ brin, naam }) => [brin, naam ?? brin]))
  const mensen = leesIdentiteiten()
  return {
    identiteiten: mensen.map(({ id, naam, functie, organisaties }) => ({
      sleutel: id,
      naam,
      rol: functie,
      organisatie: organisaties.map((brin) => namen.get(brin) ?? brin).join(' en ') || 'DUO',
    })),
    actoren: new Map(mensen.map((mens) => [mens.id, actorVan(mens)])),
    opleidingsnamen: leesOpleidingsnamen(),
  }
}
