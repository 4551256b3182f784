import { geweigerd, gelukt, type Uitkomst } from '../kern/uitkomst.ts'
import { maakStudentmaker, type Regiowens, type Studentmaker } from './maak-student.ts'
import { type Gebied, type Kalender, maakGebied, maakKalender, MEESTE_STUDENTEN, STUDENTEN_PER_GEBIED } from './plan/index.ts'

/** Een regio die te maken is: de wens is gecontroleerd. Er is nog niets gemaakt; elk gebied komt pas als het nodig is. */
export interface Regio {
  readonly wens: Regiowens
  readonly kalender: Kalender
  readonly aantalGebieden: number
  readonly maker: Studentmaker
  gebied(nummer: number): Gebied
  /** De studenten van een gebied: van `eerste` tot `na`. */
  studenten(gebied: number): { readonly eerste: number; readonly na: number }
}

/** Weigert een wens die niet kan, met uitleg in gewone woorden. */
export function maakRegio(wens: Regiowens): Uitkomst<Regio, string> {
  const bezwaar = bezwaarTegen(wens)
  if (bezwaar !== undefined) return geweigerd(bezwaar)
  const kalender = maakKalender(wens.peildatum)
  if (!kalender.ok) return kalender
  return gelukt({
    wens,
    kalender: kalender.waarde,
    aantalGebieden: Math.ceil(wens.studenten / STUDENTEN_PER_GEBIED),
    maker: maakStudentmaker(wens, kalender.waarde),
    gebied: (nummer) => maakGebied(nummer, kalender.waarde),
    studenten: (nummer) => ({ eerste: nummer * STUDENTEN_PER_GEBIED, na: Math.min(wens.studenten, (nummer + 1) * STUDENTEN_PER_GEBIED) }),
  })
}

const MEESTE_PROCENT = { fouten: 50, routes: 100 } as const

function bezwaarTegen({ studenten, zaad, foutenProcent, routesProcent }: Regiowens): string | undefined {
  if (!Number.isInteger(studenten) || studenten < 1 || studenten > MEESTE_STUDENTEN) {
    return `Het aantal studenten is een heel getal van 1 tot en met ${MEESTE_STUDENTEN.toLocaleString('nl-NL')}: meer persoonsnummers die niet bestaan zijn er niet.`
  }
  if (!Number.isSafeInteger(zaad) || zaad < 0) return 'Het zaad is een heel getal van 0 of hoger. Hetzelfde zaad geeft dezelfde regio.'
  if (!(foutenProcent >= 0 && foutenProcent <= MEESTE_PROCENT.fouten)) return `Het percentage fouten is een getal van 0 tot en met ${MEESTE_PROCENT.fouten}.`
  if (!(routesProcent >= 0 && routesProcent <= MEESTE_PROCENT.routes)) return `Het percentage routes is een getal van 0 tot en met ${MEESTE_PROCENT.routes}.`
  return undefined
}
