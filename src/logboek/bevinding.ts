import type { Moment } from '../kern/datum.ts'

/** Wat er aan de audit of aan de controlepunten niet klopt. */
export interface Bevinding {
  readonly soort:
    | 'regel-veranderd' | 'gat' | 'staart-weg' | 'kop-veranderd' | 'herschreven' | 'voorgeschiedenis' | 'vreemde-stroom'
    | 'controlepunt-vals' | 'controlepunten-weg' | 'controlepunten-verwisseld'
  /** `stroom 3, regel 17`, of `controlepunten, regel 4`. */
  readonly plaats: string
  /** Een zin die zegt wat er aan de hand is. Nooit met de inhoud van een regel. */
  readonly uitleg: string
}

export interface Logboekcontrole {
  readonly regels: number
  /** Regels van voor de keten: daarvan is alleen te zien of er iets aan veranderd is. */
  readonly vanVoorDeKeten: number
  readonly controlepunten: number
  readonly laatsteControlepunt: Moment | null
  /** Regels na het laatste controlepunt: kloppend, en nog door niets buiten de database bevestigd. */
  readonly nogNietBevestigd: number
  readonly bevindingen: readonly Bevinding[]
  /** Meer dan er in `bevindingen` staan. */
  readonly gevonden: number
}
