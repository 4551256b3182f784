import { parseDatum } from '../../kern/datum.ts'
import { MAANDEN } from '../../kern/zinnen.ts'
import type { GedateerdeWaarde, Parameter } from '../../normen/index.ts'
import type { Taal } from '../kader/taal.ts'
import { datumsIn } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

type Waarde = GedateerdeWaarde['waarde']

/** De waarde van een parameter in woorden: "16 uur", "leerjaar 3", "MBO-2, MBO-3", "1 oktober". */
export function schrijfWaarde({ eenheid, soort }: Pick<Parameter, 'eenheid' | 'soort'>, waarde: Waarde, taal: Taal): string {
  if (typeof waarde === 'number') return schrijfGetal(eenheid, waarde, taal)
  if (soort === 'maand-dagen') return [waarde].flat().map((dag) => schrijfDagInJaar(dag, taal)).join(', ')
  const dag = typeof waarde === 'string' ? parseDatum(waarde) : undefined
  return dag === undefined ? [waarde].flat().join(', ') : datumsIn(taal).lang(dag)
}

/** "15 oktober", "15 October". */
export function schrijfDagInJaar(maandDag: string, taal: Taal): string {
  const maand = Number(maandDag.slice(0, 2)) - 1
  const woord = taal === 'nl' ? MAANDEN[maand] : new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, maand, 1)))
  return `${Number(maandDag.slice(3))} ${woord ?? ''}`
}

function schrijfGetal(eenheid: string, getal: number, taal: Taal): string {
  const { eenheid: woorden } = teksten[taal]
  return heeftWoord(woorden, eenheid) ? woorden[eenheid](getal) : woorden.anders(getal)
}

/** De eenheid in het meervoud, voor de hint bij een veld. */
export function schrijfEenheid(eenheid: string, taal: Taal): string {
  const { eenheden } = teksten[taal]
  return heeftWoord(eenheden, eenheid) ? eenheden[eenheid] : eenheden.anders
}

function heeftWoord<W extends object>(woorden: W, naam: string): naam is keyof W & string {
  return Object.hasOwn(woorden, naam)
}
