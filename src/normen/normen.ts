import type { Datum } from '../kern/datum.ts'
import type { GebruikteNorm } from '../kern/reden.ts'

/** Het antwoord op een vraag naar een norm op een dag; nooit een terugval op een oudere waarde (anchors 11). */
export type Normwaarde<T> =
  | { readonly soort: 'geldt'; readonly waarde: T; readonly norm: GebruikteNorm }
  | { readonly soort: 'nog-niet-van-kracht'; readonly vanaf: Datum }
  | { readonly soort: 'vervallen'; readonly geldigTotEnMet: Datum }
  | { readonly soort: 'onbekend' }

/** Alle gedateerde parameters uit regels/, opgevraagd per dag. Er is geen vraag zonder datum. */
export interface Normen {
  getal(naam: string, op: Datum): Normwaarde<number>
  datum(naam: string, op: Datum): Normwaarde<Datum>
  lijst(naam: string, op: Datum): Normwaarde<readonly string[]>
  /** De eerste dagen waarop een waarde van deze parameter gaat gelden; voor randtests en tijdlijnen. */
  wijzigingsdata(naam: string): readonly Datum[]
  /** Vingerafdruk van alle waarden; bewaard bij een besluit of telling als bewijs van de gebruikte normen. */
  readonly versie: string
}
