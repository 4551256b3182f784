import type { Moment } from '../kern/datum.ts'
import type { Gebeurtenissoort } from '../kern/gebeurtenissoort.ts'

/**
 * `wacht-op-controle`: het adres moet nog zeggen dat het berichten wil. `afgewezen`: dat deed het niet binnen een dag.
 * `gestopt`: het adres antwoordde 410.
 */
export type Abonnementstaat = 'wacht-op-controle' | 'actief' | 'afgewezen' | 'gestopt'

export interface Abonnement {
  readonly id: string
  readonly brin: string
  readonly url: string
  /** Leeg = elke soort. */
  readonly soorten: readonly Gebeurtenissoort[]
  readonly staat: Abonnementstaat
  /** Waarom het niet actief is, in een zin. */
  readonly reden: string | null
  readonly aangemaaktOp: Moment
  readonly gewijzigdOp: Moment
  readonly versie: number
}

/** Wat een school over haar abonnement zegt; altijd het geheel. */
export interface AbonnementBericht {
  readonly url: string
  readonly soorten: readonly Gebeurtenissoort[]
  /** `whsec_` en 24 tot 64 bytes in base64. Bij wijzigen: weglaten = het oude blijft. Komt nooit terug in een antwoord. */
  readonly geheim?: string | undefined
}

export type Afleverstaat = 'wachtend' | 'bezorgd' | 'opgegeven'

export interface Aflevering {
  readonly gebeurtenisId: string
  readonly positie: number
  readonly soort: Gebeurtenissoort
  readonly onderwerp: string
  readonly volgnummer: number
  readonly staat: Afleverstaat
  readonly pogingen: number
  readonly laatstePogingOp: Moment | null
  /** Alleen als er nog een komt. */
  readonly volgendePogingOp: Moment | null
  /** `HTTP 500`, `time-out`, ... */
  readonly laatsteUitkomst: string | null
  readonly bezorgdOp: Moment | null
}
