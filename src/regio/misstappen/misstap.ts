import type { Datum } from '../../kern/datum.ts'
import type { Leerroute } from '../../kern/leerroute.ts'
import { bouwRoute, type Fouteparen, geborenBij, type Inschrijvingsplan, kiesRoute, type Koppel, legPlanVast, opDag, type Routekeuze, type Routeplan, type Student } from '../plan/index.ts'

/** Eén soort fout. `plant` bouwt de student met die fout en zet er élk signaal bij dat erop moet volgen. */
export interface Misstap {
  readonly naam: string
  readonly plant: (student: Student) => void
}

/** Een route die klopt, met wat voor deze fout vaststaat. De aanroeper maakt hem fout. */
export function route(student: Student, soort: Leerroute, vast: Partial<Routekeuze>): Routeplan {
  return bouwRoute(student, kiesRoute(student, soort, { vroegMbo: false, vo: soort === 'DLR' ? 'diploma' : 'afgerond', ...vast }))
}

/** Een route in routejaar 1 of 2 met een paar waarvan één afspraak niet klopt. */
export function metPaar(student: Student, welk: keyof Fouteparen, vast: Partial<Routekeuze> = {}): Routeplan {
  const { toeval, gebied } = student.grond
  return route(student, toeval.kans(0.7) ? 'DLR' : 'GLR', { koppel: gebied.fout[welk], routejaar: toeval.kies([1, 2] as const), vroegMbo: toeval.kans(0.4), ...vast })
}

/** Routejaar 3 met alleen een vo-inschrijving, in deze fase. */
export function derdeJaarBijHetVo(student: Student, fase: 'VO' | 'MBO'): { readonly vo: Inschrijvingsplan; readonly koppel: Koppel } {
  const { koppel, leerweg, niveau } = kiesRoute(student, 'DLR')
  const begin = student.jaar - 2
  student.levensloop = 'dlr'
  student.geboren(geborenBij(student.grond.toeval, student.jaar, 16))
  const vo = student.schrijfInVo(koppel.vo, opDag(begin, 8, 1), { leerroute: 'DLR', leerroutefase: 'VO', leerjaar: 3, leerweg })
  vo.wijzig(opDag(begin + 1, 8, 1), { leerjaar: 4 }).wijzig(opDag(begin + 2, 8, 1), { leerroutefase: fase })
  legPlanVast(student, koppel, niveau, begin)
  return { vo, koppel }
}

/** De BRIN van beide kanten van een paar. */
export function beideKanten({ keuze: { koppel } }: Routeplan): readonly string[] {
  return [koppel.vo.school.brin, koppel.mbo.school.brin]
}

/** Na de teldatum van 1 oktober en voor de laatste levering: hier begint een fout die 1 oktober met rust laat. */
export function naTeldatum(student: Student): Datum {
  return opDag(student.jaar, 10, student.grond.toeval.tussen(5, 25))
}

/** De inschrijving van het mbo; gooit als het plan er geen heeft. */
export function mboVan({ mbo }: Routeplan): NonNullable<Routeplan['mbo']> {
  if (mbo === null) throw new Error('deze misstap hoort bij een route met een mbo-inschrijving')
  return mbo
}
