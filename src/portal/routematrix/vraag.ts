/** Wat er in het adres van de matrix staat: alleen keuzes, geen namen van mensen. */
import type { Datum } from '../../kern/datum.ts'
import { NIVEAUS } from '../../kern/leerroute.ts'
import { isBrin } from '../../kern/schoolcode.ts'
import type { Matrixvraag } from '../../leerroute/index.ts'
import { tekstVan } from '../kader/invoer.ts'
import { leesDatum } from '../woorden/datuminvoer.ts'

export interface Gelezenvraag {
  readonly vraag: Matrixvraag
  /** Wat er bij de dag getypt was, als dat niet te lezen is. */
  readonly dagFout: string | null
}

const LANGSTE_PROFIEL = 100

/** Een onbekende keuze telt als geen keuze: de bladzijde zegt wat zij toont. */
export function leesMatrixvraag(query: unknown, vandaag: Datum): Gelezenvraag {
  const getypt = tekstVan(query, 'op')
  const dag = getypt === '' ? null : leesDatum(getypt)
  const [partner, route, profiel, blad] = ['partner', 'route', 'profiel', 'blad'].map((naam) => tekstVan(query, naam))
  return {
    vraag: {
      op: dag?.ok === true ? dag.waarde : vandaag, partner: isBrin(partner) ? partner : null,
      route: route === 'DLR' || route === 'GLR' ? route : null, profiel: profiel ? profiel.slice(0, LANGSTE_PROFIEL) : null,
      niveau: NIVEAUS.find((niveau) => niveau === tekstVan(query, 'niveau')) ?? null, ookAndere: tekstVan(query, 'ook') === 'ja', blad: /^\d{1,3}$/.test(blad ?? '') ? Number(blad) : 1,
    },
    dagFout: dag?.ok === false ? getypt.slice(0, 20) : null,
  }
}

/** Het adres met deze keuzes; wat vanzelf spreekt staat er niet in. */
export function matrixadres(vraag: Partial<Matrixvraag>, vandaag: Datum): string {
  const { op, partner, route, profiel, niveau, ookAndere, blad } = vraag
  const delen = { partner, route, profiel, niveau, op: op === vandaag ? null : op, ook: ookAndere === true ? 'ja' : null, blad: blad === undefined || blad <= 1 ? null : String(blad) }
  const query = new URLSearchParams(Object.entries(delen).flatMap(([naam, waarde]) => (waarde ? [[naam, waarde]] : []))).toString()
  return query === '' ? '/routematrix' : `/routematrix?${query}`
}

/** Het adres van een eigen aanbod. */
export function aanbodadres({ brin, eigenSleutel }: { readonly brin: string; readonly eigenSleutel: string }): string {
  return `/routematrix/aanbod/school/${brin}/${encodeURIComponent(eigenSleutel)}`
}
