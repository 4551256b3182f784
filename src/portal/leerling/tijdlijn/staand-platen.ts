import type { Datum } from '../../../kern/datum.ts'
import type { Signaalniveau } from '../../../kern/signaalcode.ts'
import { kort } from '../../woorden/datumwoorden.ts'
import { NIVEAU_VOLGORDE, NIVEAU_WOORD } from '../../woorden/woorden.ts'
import type { Tijdlijnbeeld } from './beeld.ts'
import { pasIn } from './tekstbreedte.ts'

/** Een gebeurtenis op de staande tijdlijn: een wit plaatje in zijn baan. */
export interface Plaat {
  readonly y: number
  readonly x: number
  readonly breed: number
  /** Links ernaast; null als daar al een datum staat. */
  readonly datum: string | null
  readonly woord: string
  /** null = diploma. */
  readonly niveau: Signaalniveau | null
  readonly open: boolean
  readonly href: string | null
  /** Wat een schermlezer zegt. */
  readonly zin: string
}

const HOOG = 28

/**
 * Diploma's in hun eigen baan, signalen per dag gebundeld over de volle breedte. Platen schuiven omlaag tot ze elkaar
 * niet raken; signalen ouder dan `van` staan niet in beeld.
 */
export function maakGebeurtenissen(beeld: Tijdlijnbeeld, van: Datum, y: (dag: Datum) => number): Plaat[] {
  const diplomas = beeld.diplomas.filter(({ datum }) => datum >= van).map(({ datum, plaats, label }): Plaat => ({
    y: y(datum), x: plaats === 'boven' ? 68 : 190, breed: 88, datum: kort(datum), woord: 'diploma', niveau: null, open: true, href: null, zin: label,
  }))
  const perDag = Map.groupBy(beeld.spelden.filter((speld) => speld.van >= van), (speld) => speld.van)
  const signalen = [...perDag].flatMap(([dag, groep]): Plaat[] => {
    const ergste = NIVEAU_VOLGORDE.flatMap((niveau) => groep.filter((speld) => speld.niveau === niveau)).toSorted((a, b) => Number(b.totEnMet === null) - Number(a.totEnMet === null))[0]
    if (ergste === undefined) return []
    const woord = groep.length === 1 ? ergste.label : `${groep.length} signalen`
    return [{
      y: y(dag) + 13, x: 66, breed: 214, datum: null, woord: pasIn(woord, 178, 14, true), niveau: ergste.niveau, open: ergste.totEnMet === null,
      href: groep.length === 1 ? `#${ergste.anker}` : '#signalen', zin: `${NIVEAU_WOORD[ergste.niveau]}: ${woord}, ${kort(dag)}`,
    }]
  })
  return schuif([...diplomas, ...signalen])
}

function schuif(platen: readonly Plaat[]): Plaat[] {
  const uit: Plaat[] = []
  for (const plaat of platen.toSorted((a, b) => a.y - b.y)) {
    const vorige = uit.at(-1)
    uit.push(vorige && plaat.y < vorige.y + HOOG ? { ...plaat, y: vorige.y + HOOG } : plaat)
  }
  return uit
}
