import type { Overstapdatums, Stand } from './rules/overstapstand.ts'

/** Waar een school vandaag is in de overstap. */
export interface Schoolstand extends Overstapdatums {
  readonly brin: string
  readonly stand: Stand
  /** Na de sluitdatum, en nog te koppelen. */
  readonly coulance: boolean
  /** De school koos dat een uitnodiging in plaats van het oude middel mag (T-15). */
  readonly uitnodigingVervangtBewijs: boolean
}
