import { type Database, inTransactie, type Transactie } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { type GevondenRoute, isPaar, leesRoutes, leesZoekkeuzes, type Routefilter, voldoetAan } from '../routezoek-store.ts'

export interface Zoekantwoord {
  readonly routes: readonly GevondenRoute[]
  /** Er is nog een bladzijde. */
  readonly meer: boolean
  /** Elk profiel en elke plaats waarop te filteren is. */
  readonly profielen: readonly string[]
  readonly plaatsen: readonly string[]
}

const PER_BLADZIJDE = 25
export const MEESTE_BLADZIJDEN = 100

/** Voor iedereen, zonder inlog: wat scholen in RIO aanbieden is openbaar. `bladzijde` telt vanaf 1. */
export function zoekRoutes(database: Database, filter: Routefilter, bladzijde: number, vandaag: Datum): Promise<Zoekantwoord> {
  return alsBezoeker(database, async (trx) => {
    const vanaf = (Math.min(Math.max(bladzijde, 1), MEESTE_BLADZIJDEN) - 1) * PER_BLADZIJDE
    const routes = await leesRoutes(trx, vandaag, voldoetAan(filter), { vanaf, aantal: PER_BLADZIJDE + 1 })
    return { routes: routes.slice(0, PER_BLADZIJDE), meer: routes.length > PER_BLADZIJDE, ...(await leesZoekkeuzes(trx, vandaag)) }
  })
}

/** Alle routes tussen twee scholen; leeg als er geen is. Codes van onderwijsaanbieders. */
export function toonRoutes(database: Database, vo: string, mbo: string, vandaag: Datum): Promise<readonly GevondenRoute[]> {
  return alsBezoeker(database, (trx) => leesRoutes(trx, vandaag, isPaar(vo, mbo), { vanaf: 0, aantal: MEESTE_VAN_EEN_PAAR }))
}

const MEESTE_VAN_EEN_PAAR = 60

/** Een transactie zonder school en zonder rechten: row-level security laat dan alleen zien wat voor iedereen is. */
function alsBezoeker<T>(database: Database, werk: (trx: Transactie) => Promise<T>): Promise<T> {
  return inTransactie(database, { organisaties: [], rol: 'school', actor: 'bezoeker' }, werk)
}
