import { type Datum, plusDagen } from '../../kern/datum.ts'
import { opDag } from './kalender.ts'
import type { Toeval } from './toeval.ts'

/** Een geboortedatum waarmee iemand op 1 augustus van het jaar precies zo oud is. Op 31 juli erna is hij nog hooguit een jaar ouder. */
export function geborenBij(toeval: Toeval, jaar: number, leeftijd: number): Datum {
  return plusDagen(opDag(jaar - leeftijd - 1, 8, 2), toeval.tussen(0, 363))
}
