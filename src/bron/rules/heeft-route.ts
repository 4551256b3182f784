import type { InschrijvingBericht } from '../bericht.ts'

/** Een route of een fase in een van de perioden, ook een code die wij niet kennen: dan gaat het over twee scholen. */
export function heeftRoute(inschrijving: InschrijvingBericht): boolean {
  return inschrijving.perioden.some((periode) => Boolean(periode.leerroute ?? periode.leerroutefase))
}
