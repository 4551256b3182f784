import { datumInNederland, type Moment } from '../../kern/datum.ts'

/** De dag in Nederland zoals een ander programma hem leest (ISO 8601); leeg als er geen is. */
export function isoDag(op: Moment | null): string {
  return op === null ? '' : datumInNederland(new Date(op))
}

/** Een rekenblad voert een cel die met = + - @ tab of CR begint uit als formule; een apostrof ervoor voorkomt dat (S-85). */
export function csvBestand(kop: readonly string[], regels: readonly (readonly string[])[]): string {
  return `\uFEFF${[kop, ...regels].map(csvRegel).join('')}`
}

/** Een regel met regeleinde, voor een bestand dat als stroom gaat; het begin is `csvBestand(kop, [])`. */
export function csvRegel(regel: readonly string[]): string {
  return `${regel.map(cel).join(';')}\r\n`
}

function cel(waarde: string): string {
  const veilig = /^[\s]*[=+\-@\t\r]/.test(waarde) ? `'${waarde}` : waarde
  return /[";\r\n\t']/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig
}
