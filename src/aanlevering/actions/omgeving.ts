import type { Database } from '../../database/index.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actor, systeemactor, type Kluis } from '../../toegang/index.ts'

/** Waarmee leveringen op de achtergrond verwerkt worden. */
export interface Verwerkomgeving {
  readonly database: Database
  readonly kluis: Kluis
  readonly normen: Normen
  readonly nu: () => Date
  /** Voor het log: een zin zonder waarden van een persoon. */
  readonly meld?: (regel: string) => void
}

/** Namens wie de verwerking haar eigen boekhouding bijhoudt. */
export const VERWERKER: Actor = systeemactor('aanleveringen')

export function moment(omgeving: Pick<Verwerkomgeving, 'nu'>): Moment {
  return momentVan(omgeving.nu())
}
