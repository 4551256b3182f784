import { type Datum, plusDagen } from '../../kern/datum.ts'

/** Wat er over een afspraak bekend is op een dag, voor een bestuur. */
export interface Afspraakfeiten {
  /** Laatste dag; null = loopt door. */
  readonly tot: Datum | null
  readonly kijkOpnieuwOp: Datum | null
  /** Null = niemand. */
  readonly eigenaar: { readonly uitDienst: boolean } | null
  readonly overstapoptie: string | null
  /** Het eigen bestuur legde deze stand zelf vast. */
  readonly zelfBevestigd: boolean
  /** Elke partij legde deze stand zelf vast. */
  readonly bevestigd: boolean
  /** Studenten met een route die op deze afspraak rust. */
  readonly studenten: number
}

/** Op volgorde van wat eerst moet. */
export const AFSPRAAKWAARSCHUWINGEN = ['verlopen', 'loopt-af', 'zelf-bevestigen', 'kijken-voorbij', 'eigenaar-weg', 'kijken-nabij', 'wacht-op-partner', 'zonder-overstapoptie', 'zonder-eigenaar', 'zonder-kijkdag'] as const
export type Afspraakwaarschuwing = (typeof AFSPRAAKWAARSCHUWINGEN)[number]

const DAGEN_NABIJ = 60
const DAGEN_LOOPT_AF = 365

/**
 * Wat er aan een afspraak te doen is (P9 van keten.md 11). K-SOK-02: op elke dag met route geldt een afspraak, de laatste dag inbegrepen; een
 * route duurt jaren, dus wie binnen een jaar ophoudt met studenten erin, houdt op voordat zij klaar zijn. K-SOK-04: zonder overstapoptie is zij niet af.
 * De termijnen (60 en 365 dagen) zijn afgeleid.
 */
export function waarschuwVoor(feiten: Afspraakfeiten, vandaag: Datum): readonly Afspraakwaarschuwing[] {
  const { tot, kijkOpnieuwOp, eigenaar } = feiten
  if (tot !== null && tot < vandaag) return feiten.studenten > 0 ? ['verlopen'] : []
  const geldt: Readonly<Record<Afspraakwaarschuwing, boolean>> = {
    verlopen: false,
    'loopt-af': tot !== null && feiten.studenten > 0 && tot < plusDagen(vandaag, DAGEN_LOOPT_AF),
    'zelf-bevestigen': !feiten.zelfBevestigd,
    'kijken-voorbij': kijkOpnieuwOp !== null && kijkOpnieuwOp <= vandaag,
    'eigenaar-weg': eigenaar?.uitDienst === true,
    'kijken-nabij': kijkOpnieuwOp !== null && kijkOpnieuwOp > vandaag && kijkOpnieuwOp <= plusDagen(vandaag, DAGEN_NABIJ),
    'wacht-op-partner': feiten.zelfBevestigd && !feiten.bevestigd,
    'zonder-overstapoptie': feiten.overstapoptie === null,
    'zonder-eigenaar': eigenaar === null,
    'zonder-kijkdag': kijkOpnieuwOp === null,
  }
  return AFSPRAAKWAARSCHUWINGEN.filter((welke) => geldt[welke])
}
