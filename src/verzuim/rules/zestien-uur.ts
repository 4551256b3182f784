import { dagnummer } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Normen } from '../../normen/index.ts'
import type { Afwezigheid, Schoolvakantie } from '../afwezigheid.ts'
import { beginVenster, isVakantie, leesVakanties } from './schoolweken.ts'

/** Een bereikte drempel: 16 uur ongeoorloofd verzuim binnen vier schoolweken. */
export interface Drempel {
  readonly begin: Datum
  /** De dag waarop de drempel is bereikt. */
  readonly eind: Datum
  readonly uren: number
  /** Elke dag met uren die meetelden, op volgorde. */
  readonly dagen: readonly Datum[]
}

export interface Verzuimfeiten {
  readonly afwezigheid: readonly Afwezigheid[]
  readonly schoolvakanties: readonly Schoolvakantie[]
}

/**
 * K-CAS-08, K-VZM-02, K-VZM-04: elke drempel, oudste eerst. Alleen ongeoorloofde uren op dagen met een open inschrijving en buiten de vakanties
 * tellen. Na een drempel begint het tellen de dag erna opnieuw, gemeld of niet. Bron: S11; vensters afgeleid.
 * @param isIngeschreven of er op die dag een open inschrijving was, bij vo of mbo.
 */
export function telDrempels(feiten: Verzuimfeiten, isIngeschreven: (dag: Datum) => boolean, normen: Normen): readonly Drempel[] {
  const vakanties = leesVakanties(feiten.schoolvakanties)
  const dagen = telPerDag(feiten.afwezigheid).filter(({ datum, nummer }) => !isVakantie(nummer, vakanties) && isIngeschreven(datum))
  const drempels: Drempel[] = []
  let eersteVrije = 0
  let urenSindsVorige = 0
  for (const [index, dag] of dagen.entries()) {
    const [drempel, weken] = [normen.getal('verzuim/drempel-uren', dag.datum), normen.getal('verzuim/venster-schoolweken', dag.datum)]
    urenSindsVorige += dag.uren
    if (drempel.soort !== 'geldt' || weken.soort !== 'geldt') continue
    // Halen alle uren sinds de vorige drempel het niet, dan haalt geen venster daarbinnen het.
    if (urenSindsVorige < drempel.waarde - AFRONDING) continue
    const vanaf = beginVenster(dag.datum, weken.waarde - 1, vakanties)
    const geteld = dagen.slice(eersteVrije, index + 1).filter(({ nummer }) => nummer >= vanaf)
    const uren = geteld.reduce((som, { uren: erbij }) => som + erbij, 0)
    if (uren < drempel.waarde - AFRONDING) continue
    drempels.push({ begin: geteld[0]?.datum ?? dag.datum, eind: dag.datum, uren, dagen: geteld.map(({ datum }) => datum) })
    eersteVrije = index + 1
    urenSindsVorige = 0
  }
  return drempels
}

/** Uren mogen breuken zijn; tien keer 1,6 moet 16 zijn, ook al rekent de computer binair. */
const AFRONDING = 1e-9

interface Verzuimdag {
  readonly datum: Datum
  readonly nummer: number
  readonly uren: number
}

function telPerDag(afwezigheid: readonly Afwezigheid[]): readonly Verzuimdag[] {
  const perDag = new Map<Datum, number>()
  for (const { datum, uren, geoorloofd } of afwezigheid) {
    if (!geoorloofd) perDag.set(datum, (perDag.get(datum) ?? 0) + uren)
  }
  return [...perDag].map(([datum, uren]) => ({ datum, nummer: dagnummer(datum), uren })).sort((a, b) => a.nummer - b.nummer)
}
