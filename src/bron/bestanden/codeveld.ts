import { parseDatum, type Datum } from '../../kern/datum.ts'
import type { Bestandsregels } from './bestandsregels.ts'
import type { Veld } from './indeling.ts'

/** De velden die zeggen van welke dag een record is, het eerste dat gevuld is telt. */
const DAGVELDEN = ['datumBegin', 'teldatum', 'Teldatum', 'datum', 'DatumBehaald', 'uitschrijvingWerkelijk', 'datumInschrijving', 'DatumInschrijving'] as const

/** Van welke dag een record is; null als het dat niet zegt (PER). */
export function dagVan(waarde: (sleutel: string) => string | null | undefined): Datum | null {
  for (const sleutel of DAGVELDEN) {
    const dag = waarde(sleutel)
    if (dag) return parseDatum(dag) ?? null
  }
  return null
}

/** Wat er in een veld hoort: bij een waardelijst de codes die op de dag van het record gelden. */
export function verwachtVan(veld: Veld, regels: Bestandsregels, dag: Datum | null): string {
  if (veld.soort.soort !== 'codes') return veld.verwacht
  const codes = regels.lijsten[veld.soort.lijst].geldigOp(dag)
  return `${codes.length === 0 ? 'niets: op die dag geldt geen enkele code' : codes.join(', ')}${veld.verplicht ? '' : ', of leeg'}${dag === null ? '' : ` (op ${dag})`}`
}
