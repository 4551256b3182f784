/** M-07: wat een machine mag vragen, en welke rollen daarbij horen. `mag` blijft de enige die beslist. */
import type { Sector } from '../../../kern/leerroute.ts'
import type { Recht, Rol, Roltoekenning } from '../../actor.ts'
import { magErgens } from '../../mag-ergens.ts'

export const SCOPES = ['rio:lezen', 'rio:aanbod:schrijven', 'bron:vo:inschrijven', 'bron:mbo:inschrijven', 'bron:lezen', 'verzuim:melden'] as const
export type Scope = (typeof SCOPES)[number]

/** Een school van de organisatie en de sectoren waarin zij vandaag onderwijs geeft. */
export interface Mandaatschool {
  readonly brin: string
  readonly sectoren: readonly Sector[]
}

interface Scopebetekenis {
  /** Null: geen rol nodig; lezen wat voor elke aangemelde te lezen is. */
  readonly rol: Rol | null
  /** Alleen bij scholen met een van deze sectoren. */
  readonly sectoren?: readonly Sector[]
  /** Wat een beheerder leest als hij het mandaat geeft. */
  readonly uitleg: string
}

export const SCOPEBETEKENIS: Readonly<Record<Scope, Scopebetekenis>> = {
  'rio:lezen': { rol: null, uitleg: 'Het opleidingsaanbod lezen.' },
  'rio:aanbod:schrijven': { rol: 'rio-beheer', uitleg: 'Het opleidingsaanbod van uw scholen vastleggen en wijzigen.' },
  'bron:vo:inschrijven': { rol: 'bron-inschrijving-vo', sectoren: ['VO', 'VSO'], uitleg: 'Inschrijvingen en resultaten van uw vo-scholen leveren, en die lezen.' },
  'bron:mbo:inschrijven': { rol: 'bron-inschrijving-mbo', sectoren: ['MBO'], uitleg: 'Inschrijvingen en resultaten van uw mbo-scholen leveren, en die lezen.' },
  'bron:lezen': { rol: 'raadplegen', uitleg: 'Gegevens van studenten van uw scholen lezen, zonder persoonsnummer.' },
  'verzuim:melden': { rol: 'verzuim', uitleg: 'Verzuim van studenten van uw scholen melden.' },
}

export function isScope(tekst: string): tekst is Scope {
  return (SCOPES as readonly string[]).includes(tekst)
}

/** Leest `scope` uit een verzoek (RFC 6749 3.3); undefined als er een onbekende, lege of dubbele in staat. Een sterretje is onbekend. */
export function leesScopes(tekst: string): readonly Scope[] | undefined {
  const delen = tekst.split(' ')
  return delen.every(isScope) && new Set(delen).size === delen.length ? delen : undefined
}

/** De rollen van deze scopes bij deze scholen. */
export function rollenVan(scopes: readonly Scope[], scholen: readonly Mandaatschool[]): readonly Roltoekenning[] {
  return scopes.flatMap((scope) => {
    const { rol, sectoren } = SCOPEBETEKENIS[scope]
    if (rol === null) return []
    return scholen.filter((school) => sectoren === undefined || school.sectoren.some((sector) => sectoren.includes(sector))).map(({ brin }) => ({ rol, brin }))
  })
}

/** De scopes waarmee een machine een operatie met dit recht kan bereiken, uit dezelfde `mag` als bij een verzoek. */
export function scopesVoor(recht: Recht): readonly Scope[] {
  return SCOPES.filter((scope) => {
    const { rol } = SCOPEBETEKENIS[scope]
    return rol !== null && magErgens({ id: '', soort: 'school', rollen: [{ rol, brin: '' }] }, recht)
  })
}
