import type { Datum } from '../../../kern/datum.ts'
import { telt } from '../../../kern/bekend.ts'
import type { Besluit } from '../../../beslissing/index.ts'
import type { Dossier } from '../../../beslissing/index.ts'
import type { Woorden } from '../teksten.ts'

export interface Verzuimdag {
  readonly datum: Datum
  readonly uren: number
}

/** De dagen die samen een drempel haalden, met het bijschrift. */
export interface Verzuimhaak {
  readonly van: Datum
  readonly totEnMet: Datum
  readonly label: string
}

/** Ongeoorloofde klokuren per dag, voor zover bekend op de kennisdatum. */
export function verzuimdagen({ afwezigheid }: Dossier, bekendOp: Datum | null): Verzuimdag[] {
  const perDag = new Map<Datum, number>()
  for (const keer of afwezigheid) {
    if (!keer.geoorloofd && telt(keer, bekendOp)) perDag.set(keer.datum, (perDag.get(keer.datum) ?? 0) + keer.uren)
  }
  return [...perDag].map(([datum, uren]) => ({ datum, uren })).toSorted((a, b) => (a.datum < b.datum ? -1 : 1))
}

/** De drempel van het besluit en de gedane meldingen. De tekening telt zelf geen drempel (K-CAS-08). */
export function verzuimhaken(dossier: Dossier, besluit: Besluit, dagen: readonly Verzuimdag[], { taal, tekst, datum: { kort } }: Woorden): Verzuimhaak[] {
  const meldingen = dossier.verzuimmeldingen.filter((melding) => telt(melding, besluit.bekendOp) && !melding.ingetrokkenOp)
  const vakken = [...meldingen, ...(besluit.melding ? [besluit.melding] : [])]
  const uniek = new Map(vakken.map((vak) => [vak.eind, vak]))
  return [...uniek.values()].flatMap(({ begin, eind }) => {
    const binnen = dagen.filter(({ datum }) => datum >= begin && datum <= eind)
    const laatste = binnen.at(-1)
    if (laatste === undefined) return []
    return [{ van: begin, totEnMet: laatste.datum, label: tekst.tl.uur(getal(binnen.reduce((som, { uren }) => som + uren, 0), taal), kort(laatste.datum)) }]
  })
}

function getal(uren: number, taal: Woorden['taal']): string {
  return String(Math.round(uren * 100) / 100).replace('.', taal === 'nl' ? ',' : '.')
}
