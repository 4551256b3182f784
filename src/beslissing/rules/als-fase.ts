import type { Datum } from '../../kern/datum.ts'
import type { Leerroutefase } from '../../kern/leerroute.ts'
import type { Dossier } from '../dossier.ts'

/**
 * Hetzelfde dossier, alsof elke inschrijving met een route op deze dag deze fase had. Een wat-als: er verandert niets, en een
 * inschrijving die er niet is komt er niet bij. De periode die op de dag geldt verandert, ook voor de dagen ervoor en erna (K-FASE-02).
 */
export function alsFase(dossier: Dossier, fase: Leerroutefase, dag: Datum): Dossier {
  return {
    ...dossier,
    inschrijvingenVo: dossier.inschrijvingenVo.map((inschrijving) => ({ ...inschrijving, perioden: metFase(inschrijving.perioden, fase, dag) })),
    inschrijvingenMbo: dossier.inschrijvingenMbo.map((inschrijving) => ({ ...inschrijving, perioden: metFase(inschrijving.perioden, fase, dag) })),
  }
}

function metFase<P extends { readonly datumBegin: Datum; readonly leerroute?: unknown; readonly leerroutefase?: Leerroutefase | null }>(perioden: readonly P[], fase: Leerroutefase, dag: Datum): readonly P[] {
  const laatste = perioden.filter(({ datumBegin }) => datumBegin <= dag).toSorted((a, b) => a.datumBegin.localeCompare(b.datumBegin)).at(-1)
  return perioden.map((periode) => (periode.datumBegin === laatste?.datumBegin && (periode.leerroute ?? null) !== null ? { ...periode, leerroutefase: fase } : periode))
}
