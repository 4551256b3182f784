import type { Datum } from '../kern/datum.ts'
import type { Sector } from '../kern/leerroute.ts'

export type Identificatiesoort = 'BRIN' | 'VESTIGING' | 'BESTUURSNUMMER' | 'KVK' | 'RSIN' | 'OIN' | 'VESTIGINGSNUMMER'

interface Geldig {
  readonly geldigVan: Datum
  /** Laatste dag, inclusief; leeg = loopt door. */
  readonly geldigTotEnMet?: Datum | null
}

/** De hele stand van een organisatie met al haar codes door de tijd. Wat ontbreekt in een nieuwe stand, vervalt. */
export interface OrganisatieBericht {
  readonly soort: 'BEVOEGD_GEZAG' | 'INSTELLING' | 'LEVERANCIER' | 'DUO'
  readonly naam: string
  /** Minstens een; een INSTELLING heeft een BRIN, een BEVOEGD_GEZAG een bestuursnummer, een ander een OIN. */
  readonly identificaties: readonly (Geldig & {
    readonly soort: Identificatiesoort
    readonly waarde: string
    /** Alleen bij een VESTIGINGSNUMMER: van welke vestiging het is. */
    readonly vestiging?: string
  })[]
  /** Alleen bij een INSTELLING: wie haar bestuurt, door de tijd. */
  readonly bevoegdGezag?: readonly (Geldig & { readonly bestuursnummer: string })[]
  readonly onderwijsaanbieders?: readonly (Geldig & {
    readonly code: string
    readonly sector: Sector
    readonly naam?: string
    /** Waar het onderwijs is, zoals bij de onderwijslocatie in RIO. */
    readonly plaats?: string | null
    /** Openbaar nummer van de school, voor leerlingen en ouders. */
    readonly telefoon?: string | null
  })[]
}

/** De code waaronder een organisatie wordt teruggevonden. */
export const HOOFDCODE = { INSTELLING: 'BRIN', BEVOEGD_GEZAG: 'BESTUURSNUMMER', LEVERANCIER: 'OIN', DUO: 'OIN' } as const
