import { NIVEAUS, type Niveau } from '../../kern/leerroute.ts'
import { MEESTE_BLADZIJDEN, type Routefilter } from '../../rio/index.ts'
import { tekstVan } from '../kader/invoer.ts'

/** Wat iemand zoekt, zoals het in het adres staat. */
export interface Zoekvraag extends Omit<Routefilter, 'woorden'> {
  readonly zoek: string
  readonly bladzijde: number
}

const LANGSTE = 80
const MEESTE_WOORDEN = 6
const KENMERKEN = { DLR: 'DLR_VMBO_MBO', GLR: 'GLR_VMBO_MBO' } as const

/** Wat er niet in hoort, telt niet mee: dit is een zoekveld, geen formulier. */
export function leesZoekvraag(query: unknown): Zoekvraag {
  const kort = (naam: string): string => tekstVan(query, naam).replaceAll(/\p{Cc}/gu, ' ').slice(0, LANGSTE).trim()
  const route = kort('route')
  const bladzijde = Number(kort('bladzijde'))
  return {
    zoek: kort('zoek'), kenmerk: route === 'DLR' || route === 'GLR' ? KENMERKEN[route] : null, niveau: NIVEAUS.find((niveau) => niveau === `MBO-${kort('niveau')}`) ?? null,
    profiel: kort('profiel') || null, plaats: kort('plaats') || null, bladzijde: Number.isInteger(bladzijde) && bladzijde >= 1 ? Math.min(bladzijde, MEESTE_BLADZIJDEN) : 1,
  }
}

export function filterVan({ zoek, kenmerk, niveau, profiel, plaats }: Zoekvraag): Routefilter {
  return { woorden: zoek.split(/\s+/).filter((woord) => woord !== '').slice(0, MEESTE_WOORDEN), kenmerk, niveau, profiel, plaats }
}

export function zoekadres({ zoek, kenmerk, niveau, profiel, plaats, bladzijde }: Zoekvraag): string {
  const delen = new URLSearchParams()
  for (const [naam, waarde] of Object.entries({ zoek, plaats, profiel, niveau: niveau === null ? null : niveaucijfer(niveau), route: kenmerk?.slice(0, 3) })) if (waarde) delen.set(naam, waarde)
  if (bladzijde > 1) delen.set('bladzijde', String(bladzijde))
  const query = delen.toString()
  return query === '' ? '/routes' : `/routes?${query}`
}

export function niveaucijfer(niveau: Niveau): string {
  return niveau.slice(-1)
}
