/** S-18 bij de bladzijden: hoeveel iemand, zijn organisatie en zijn netwerk mogen vragen. Dezelfde instelling als bij het koppelvlak. */
import type { FastifyRequest } from 'fastify'
import { type Limiet, maakGrens, maakLimiet, netwerkVan, type Tevaak } from '../../toegang/index.ts'
import { fouten } from './foutteksten.ts'
import type { Kaderinstelling } from './instelling.ts'
import type { Bezoeker, Portaalroute } from './route.ts'
import type { Taal } from './taal.ts'

export interface Bezoektevaak {
  readonly van: Tevaak['van'] | 'netwerk'
  readonly seconden: number
}

/** Undefined: het mag. Een adres dat er niet is heeft geen route, en telt ook. */
export type Bezoekgrens = (route: Portaalroute | undefined, wie: Bezoeker | null, request: FastifyRequest) => Bezoektevaak | undefined

/** Een emmer per account, per organisatie en per netwerk; wie niet is ingelogd, telt als zijn netwerk. */
export function maakBezoekgrens({ limietPerMinuut = 0, adresVan, nu }: Pick<Kaderinstelling, 'limietPerMinuut' | 'adresVan' | 'nu'>, routes: readonly Portaalroute[]): Bezoekgrens {
  const grens = maakGrens(limietPerMinuut)
  const perNetwerk = new Map<Portaalroute | undefined, Limiet>(routes.flatMap((route) => (route.perNetwerk === undefined ? [] : [[route, maakLimiet(Math.min(limietPerMinuut, route.perNetwerk))] as const])))
  return (route, wie, request) => {
    const nuMs = nu().getTime()
    const netwerk = netwerkVan(adresVan?.(request.raw) ?? request.ip)
    const seconden = perNetwerk.get(route)?.wachtSeconden(netwerk, nuMs) ?? 0
    if (seconden > 0) return { van: 'netwerk', seconden }
    return grens(wie === null ? { aanroeper: `netwerk ${netwerk}` } : { aanroeper: `account ${wie.actor.id}`, organisatie: wie.organisatie.id }, nuMs)
  }
}

/** In gewone taal wat er te veel was, en wanneer het weer kan. */
export function tevaakzinnen({ van, seconden }: Bezoektevaak, taal: Taal): readonly string[] {
  const { teVaak } = fouten[taal]
  return [teVaak[van], teVaak.wacht(seconden)]
}
