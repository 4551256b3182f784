import type { Moment } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import type { Accountbeeld, Gebruikersbeeld, Overzichtregel, Voorstel } from '../../toegang/index.ts'
import type { Omgeving } from '../kader/bladzijde.tsx'
import type { Getypt } from '../kader/invoer.ts'

/** Welk formulier er verstuurd is: alleen daar staan de fouten en wat er getypt was. `rol-<id>` bij een rol. */
export type Formuliernaam = 'rol' | 'naam' | 'stand' | 'nakijken' | `rol-${string}`

export interface Gebruikerbladzijde {
  readonly omgeving: Omgeving
  readonly beeld: Gebruikersbeeld & { readonly account: Accountbeeld }
  /** Oude accounts die aan dit account gekoppeld zijn, of de koppeling van dit oude account. */
  readonly koppelingen: readonly Overzichtregel[]
  /** Een naam die op een tweede persoon wacht. */
  readonly naamvoorstel: Voorstel | null
  readonly actorId: string
  readonly nu: Moment
  /** DUO kijkt mee: zij kan rollen intrekken, niet geven. */
  readonly isDuo: boolean
  /** De eigen rollen geeft, verlengt en beoordeelt een ander (Z-04). */
  readonly isZelf: boolean
  readonly isVers: boolean
  readonly formulier: Formuliernaam | null
  readonly fouten: readonly Veldfout[]
  readonly getypt: Getypt
  readonly gelukt: string | null
}
