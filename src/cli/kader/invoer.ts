/** Controles op wat een gebruiker bij een optie of argument invult. Gooien met een zin die zegt hoe het wel moet. */
import { InvalidArgumentError } from 'commander'
import { type Datum, parseDatum } from '../../kern/datum.ts'

export function leesBrin(tekst: string): string {
  const brin = tekst.toUpperCase()
  if (/^[0-9]{2}[A-Z]{2}$/.test(brin)) return brin
  throw new InvalidArgumentError('Een BRIN is twee cijfers en twee letters, bijvoorbeeld 21MB.')
}

export function leesDatum(tekst: string): Datum {
  const datum = parseDatum(tekst)
  if (datum !== undefined) return datum
  throw new InvalidArgumentError('Schrijf een bestaande dag als jjjj-mm-dd, bijvoorbeeld 2026-10-01.')
}

/** Een heel getal binnen grenzen, voor aantallen. */
export function leesAantal(van: number, totEnMet: number): (tekst: string) => number {
  return (tekst) => {
    const getal = Number(tekst)
    if (/^[0-9]+$/.test(tekst) && getal >= van && getal <= totEnMet) return getal
    throw new InvalidArgumentError(`Geef een heel getal van ${van} tot en met ${totEnMet}.`)
  }
}
