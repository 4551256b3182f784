/** Gewone vmbo- en vso-leerlingen: een inschrijving met een periode per leerjaar, en geen route. */
import { type Aanbieder, hoofd, type School } from './gebied.ts'
import type { Inschrijvingsplan } from './inschrijvingsplan.ts'
import { opDag } from './kalender.ts'
import { geborenBij } from './leeftijd.ts'
import type { Student } from './student.ts'
import type { PeriodeVo } from './studentplan.ts'
import type { Gewichten } from './toeval.ts'
import { LEERWEGEN } from './verdeling.ts'
import { gewoonVerzuim } from './verzuim.ts'

/** Leeftijd op 1 augustus voor leerjaar 3; een op de tien is een jaar later. */
export const LEEFTIJD_LEERJAAR_3: Gewichten<number> = [[9, 14], [1, 15]]

export function maakVmboLeerling(student: Student): Inschrijvingsplan {
  const { toeval, gebied } = student.grond
  const isVso = toeval.kans(AANDEEL_VSO)
  student.levensloop = isVso ? 'vso' : 'vmbo'
  const school = toeval.kies(isVso ? gebied.vso : gebied.vo)
  const leerjaar = toeval.gewogen(LEERJAREN)
  const leeftijd = toeval.gewogen(LEEFTIJD_LEERJAAR_3) + leerjaar - 3
  student.geboren(geborenBij(toeval, student.jaar, leeftijd))
  const leerweg = isVso ? 'BB' : toeval.gewogen(LEERWEGEN)
  const plan = toeval.kans(KANS_ANDERE_SCHOOL) && leerjaar > 3 ? stapOver(student, school, leerweg) : schrijfInVanaf(student, hoofd(school), student.jaar, leerjaar, leerweg)
  if (toeval.kans(KANS_HERSTELD)) plan.eerstFout({ leerjaar: Math.max(1, leerjaar - 1) })
  gewoonVerzuim(student, plan, 'VO', leeftijd)
  return plan
}

/**
 * Een inschrijving die in `totJaar` in `leerjaar` is: begonnen in leerjaar 1 of 3, en elk schooljaar een leerjaar verder. Leerjaar 1 en 2 hebben nog
 * geen leerweg.
 */
export function schrijfInVanaf(student: Student, bij: Aanbieder, totJaar: number, leerjaar: number, leerweg: PeriodeVo['leerweg']): Inschrijvingsplan {
  const eerste = leerjaar < 3 || student.grond.toeval.kans(KANS_VANAF_DE_BRUGKLAS) ? 1 : 3
  const periode = (jaar: number): PeriodeVo => ({ leerjaar: jaar, leerweg: jaar < 3 ? null : leerweg ?? null, opleidingcode: jaar < 3 ? '9100' : '9200' })
  const plan = student.schrijfInVo(bij, opDag(totJaar - leerjaar + eerste, 8, 1), periode(eerste))
  for (let jaar = eerste + 1; jaar <= leerjaar; jaar += 1) plan.wijzig(opDag(totJaar - leerjaar + jaar, 8, 1), periode(jaar))
  return plan
}

const AANDEEL_VSO = 0.04
const LEERJAREN: Gewichten<number> = [[4, 1], [4, 2], [45, 3], [47, 4]]
const KANS_VANAF_DE_BRUGKLAS = 0.4
const KANS_ANDERE_SCHOOL = 0.06
/** Een eerste levering die een ronde later verbeterd is. */
export const KANS_HERSTELD = 0.02

/** Leerjaar 3 op de ene school, leerjaar 4 op de andere. */
function stapOver(student: Student, naar: School, leerweg: PeriodeVo['leerweg']): Inschrijvingsplan {
  const { gebied, toeval } = student.grond
  const van = toeval.kies([...gebied.vo, ...gebied.vso].filter((school) => school !== naar))
  schrijfInVanaf(student, hoofd(van), student.jaar - 1, 3, leerweg).schrijfUit(opDag(student.jaar, 7, 31), '08')
  return student.schrijfInVo(hoofd(naar), opDag(student.jaar, 8, 1), { leerjaar: 4, leerweg: leerweg ?? null })
}
