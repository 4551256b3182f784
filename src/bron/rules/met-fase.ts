import type { Datum } from '../../kern/datum.ts'
import type { Leerroutefase } from '../../kern/leerroute.ts'
import type { InschrijvingBericht } from '../bericht.ts'

/**
 * K-FASE-07: de stand met een nieuwe periode vanaf `vanaf` in de andere fase, verder gelijk aan de periode die dan loopt. Loopt er dan geen
 * periode met een route, of is de fase al zo, dan blijft de stand zoals hij is. Perioden die later beginnen blijven staan.
 */
export function metFase(stand: InschrijvingBericht, vanaf: Datum, fase: Leerroutefase): InschrijvingBericht {
  const lopend = stand.perioden.filter(({ datumBegin }) => datumBegin <= vanaf).toSorted((a, b) => a.datumBegin.localeCompare(b.datumBegin)).at(-1)
  if (lopend === undefined || !lopend.leerroute || lopend.leerroutefase === fase) return stand
  const nieuw = { ...lopend, datumBegin: vanaf, leerroutefase: fase }
  return { ...stand, perioden: [...stand.perioden.filter(({ datumBegin }) => datumBegin !== vanaf), nieuw].toSorted((a, b) => a.datumBegin.localeCompare(b.datumBegin)) }
}
