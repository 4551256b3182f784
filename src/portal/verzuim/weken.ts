/** Uren verzuim per week, om te tekenen. Telt op wat er geleverd is; of een uur meetelt besliste de regel al. */
import { dagnummer, type Datum, plusDagen, weekdag } from '../../kern/datum.ts'
import type { Afwezigheid } from '../../verzuim/index.ts'

export interface Week {
  /** De maandag. */
  readonly vanaf: Datum
  readonly ongeoorloofd: number
  readonly geoorloofd: number
  readonly dagen: number
  /** Of er een dag in valt die meetelt voor de melding. */
  readonly teltMee: boolean
}

const MEESTE_WEKEN = 16
const WEEK = 7

/** De laatste weken met verzuim, aaneengesloten; een week zonder uren staat er ook bij. Wat later weer is ingetrokken telt niet. */
export function perWeek(afwezigheid: readonly Afwezigheid[], melding: { readonly begin: Datum; readonly eind: Datum } | null): readonly Week[] {
  const geldig = afwezigheid.filter(({ uren }) => uren > 0)
  const laatste = geldig.map(({ datum }) => datum).toSorted().at(-1)
  if (laatste === undefined) return []
  const eerste = geldig.map(({ datum }) => datum).toSorted()[0] ?? laatste
  const tot = maandagVan(laatste)
  const aantal = Math.min(MEESTE_WEKEN, (dagnummer(tot) - dagnummer(maandagVan(eerste))) / WEEK + 1)
  return Array.from({ length: aantal }, (_niets, i) => weekVan(plusDagen(tot, (i - aantal + 1) * WEEK), geldig, melding))
}

function weekVan(vanaf: Datum, afwezigheid: readonly Afwezigheid[], melding: { readonly begin: Datum; readonly eind: Datum } | null): Week {
  const tot = plusDagen(vanaf, WEEK - 1)
  const deze = afwezigheid.filter(({ datum }) => datum >= vanaf && datum <= tot)
  const som = (geoorloofd: boolean): number => deze.filter((dag) => dag.geoorloofd === geoorloofd).reduce((totaal, { uren }) => totaal + uren, 0)
  return {
    vanaf, ongeoorloofd: som(false), geoorloofd: som(true), dagen: new Set(deze.map(({ datum }) => datum)).size,
    teltMee: melding !== null && deze.some(({ datum, geoorloofd }) => !geoorloofd && datum >= melding.begin && datum <= melding.eind),
  }
}

function maandagVan(dag: Datum): Datum {
  return plusDagen(dag, 1 - weekdag(dag))
}
