/** Gewone mbo-studenten en wie met een diploma vertrok. */
import { plusDagen } from '../../kern/datum.ts'
import type { Niveau } from '../../kern/leerroute.ts'
import { type Aanbieder, hoofd } from './gebied.ts'
import type { Inschrijvingsplan } from './inschrijvingsplan.ts'
import { opDag } from './kalender.ts'
import { geborenBij } from './leeftijd.ts'
import { KANS_HERSTELD, schrijfInVanaf } from './levensloop-vmbo.ts'
import type { Student } from './student.ts'
import type { Gewichten, Toeval } from './toeval.ts'
import { JAREN_PER_NIVEAU, LEERTRAJECTEN, NIVEAUS } from './verdeling.ts'
import { gewoonVerzuim } from './verzuim.ts'

export interface Mboplan {
  readonly plan: Inschrijvingsplan
  readonly start: number
  /** Op 1 augustus van jaar Y. */
  readonly leeftijd: number
}

export function maakMboStudent(student: Student): Mboplan {
  const { toeval } = student.grond
  student.levensloop = 'mbo'
  const niveau = toeval.gewogen(NIVEAUS)
  const duur = JAREN_PER_NIVEAU[niveau]
  const gebouwd = beginMbo(student, niveau, student.jaar - toeval.tussen(1, duur) + 1)
  vulJaren(student, gebouwd, student.jaar)
  gewoonVerzuim(student, gebouwd.plan, 'MBO', gebouwd.leeftijd)
  return gebouwd
}

/** Haalde in juni of juli van jaar Y het diploma. Een deel begint daarna aan een hoger niveau. */
export function maakGediplomeerde(student: Student): void {
  const { toeval } = student.grond
  student.levensloop = 'gediplomeerd'
  const niveau = toeval.gewogen(NIVEAUS)
  const gebouwd = beginMbo(student, niveau, student.jaar - JAREN_PER_NIVEAU[niveau])
  vulJaren(student, gebouwd, student.jaar - 1)
  student.diploma(gebouwd.plan, { soort: 'MBO', niveau, datum: opDag(student.jaar, 6, toeval.tussen(15, 30)) })
  gebouwd.plan.schrijfUit(opDag(student.jaar, 7, toeval.tussen(1, 15)), '08')
  const volgend = VOLGEND_NIVEAU[niveau]
  // Een entreediploma is geen startkwalificatie: wie het heeft, gaat hier altijd door (wie dat niet doet, is een vertrokken student).
  if (volgend === undefined || (niveau !== 'MBO-1' && !toeval.kans(KANS_DOORSTROOM))) return
  const verder = student.schrijfInMbo(kiesInstelling(student), opDag(student.jaar, 8, 1), { niveau: volgend, leertraject: 'BOL', opleidingcode: kiesCrebo(toeval, volgend) })
  verder.gepland(opDag(student.jaar + JAREN_PER_NIVEAU[volgend], 7, 31))
}

/** Schrijft in en zet wat er aan vooraf ging: soms een vmbo-diploma bij een school in dezelfde regio. */
export function beginMbo(student: Student, niveau: Niveau, start: number, meer: { readonly leeftijd?: number } = {}): Mboplan {
  const { toeval } = student.grond
  const leertraject = toeval.gewogen(LEERTRAJECTEN)
  const bijStart = meer.leeftijd === undefined ? toeval.gewogen(leertraject === 'BOL' ? LEEFTIJD_BOL : LEEFTIJD_BBL) : meer.leeftijd - (student.jaar - start)
  student.geboren(geborenBij(toeval, start, bijStart))
  if (bijStart <= 17 && niveau !== 'MBO-1' && meer.leeftijd === undefined && toeval.kans(KANS_UIT_REGIO)) zetVmboErvoor(student, niveau, start)
  const begin = opDag(start, ...toeval.gewogen(BEGINDAGEN))
  const plan = student.schrijfInMbo(kiesInstelling(student), begin, { niveau, leertraject, opleidingcode: kiesCrebo(toeval, niveau) })
  plan.gepland(opDag(start + JAREN_PER_NIVEAU[niveau], 7, 31))
  if (toeval.kans(KANS_ONDERSTEUNING)) plan.ondersteun(begin)
  if (toeval.kans(KANS_HERSTELD)) plan.eerstFout({ opleidingcode: '29999' })
  return { plan, start, leeftijd: bijStart + student.jaar - start }
}

/** Wijzigingen, praktijkovereenkomsten en onderdelen, schooljaar voor schooljaar tot en met `totJaar`. */
export function vulJaren(student: Student, { plan, start }: Mboplan, totJaar: number): void {
  const { toeval, kalender } = student.grond
  const bbl = plan.laatstePeriode.leertraject === 'BBL'
  for (let jaar = start; jaar <= totJaar; jaar += 1) {
    if (jaar > start && toeval.kans(KANS_WIJZIGING)) plan.wijzig(opDag(jaar, 8, 1), kiesWijziging(toeval))
    if (bbl ? jaar === start || toeval.kans(0.6) : toeval.kans(KANS_STAGE)) {
      const van = jaar === start ? plan.begin : opDag(jaar, 9, toeval.tussen(1, 20))
      student.bpv(plan, van, plusDagen(van, bbl ? 330 : 140), bbl ? toeval.tussen(610, 1200) : toeval.tussen(160, 480))
    }
    // Onderdelen zijn van een afgerond schooljaar.
    for (let i = 0; jaar < kalender.jaar && i < ONDERDELEN_PER_JAAR; i += 1) if (toeval.kans(KANS_ONDERDEEL)) student.onderdeel(plan, toeval.kies(ONDERDELEN), opDag(jaar + 1, 6, toeval.tussen(1, 14)), toeval.kans(0.85))
  }
}

export function kiesInstelling(student: Student): Aanbieder {
  const { toeval, gebied } = student.grond
  return hoofd(toeval.gewogen([[80, gebied.mbo[0]], [20, gebied.mbo[1]]]))
}

/** Verzonnen crebo's, per niveau een paar. */
export function kiesCrebo(toeval: Toeval, niveau: Niveau): string {
  return String(29_900 + Number(niveau.slice(4)) * 10 + toeval.tussen(0, 9))
}

const VOLGEND_NIVEAU: Partial<Readonly<Record<Niveau, Niveau>>> = { 'MBO-1': 'MBO-2', 'MBO-2': 'MBO-3', 'MBO-3': 'MBO-4' }
const KANS_DOORSTROOM = 0.35
const KANS_UIT_REGIO = 0.45
const KANS_ONDERSTEUNING = 0.03
const KANS_WIJZIGING = 0.4
const KANS_STAGE = 0.68
const ONDERDELEN_PER_JAAR = 2
const KANS_ONDERDEEL = 0.5
const ONDERDELEN = ['GENERIEK', 'GENERIEK', 'KEUZEDEEL', 'KEUZEDEEL', 'EXAMENONDERDEEL'] as const
const BEGINDAGEN: Gewichten<readonly [maand: number, dag: number]> = [[80, [8, 1]], [12, [8, 15]], [8, [9, 1]]]
const LEEFTIJD_BOL: Gewichten<number> = [[45, 16], [35, 17], [12, 18], [5, 19], [3, 20]]
const LEEFTIJD_BBL: Gewichten<number> = [[12, 16], [18, 17], [18, 18], [12, 19], [10, 20], [10, 24], [10, 30], [6, 38], [4, 47]]
const LEERWEG_BIJ: Readonly<Record<Niveau, 'BB' | 'KB' | 'TL'>> = { 'MBO-1': 'BB', 'MBO-2': 'BB', 'MBO-3': 'KB', 'MBO-4': 'TL' }

/** Leerjaar 3 en 4 bij een vo-school, met diploma, en daarna uitgeschreven: dezelfde student in twee registers. */
function zetVmboErvoor(student: Student, niveau: Niveau, start: number): void {
  const { gebied, toeval } = student.grond
  const vo = schrijfInVanaf(student, hoofd(toeval.kies(gebied.vo)), start - 1, 4, LEERWEG_BIJ[niveau]).schrijfUit(opDag(start, 7, 31), '08')
  student.diploma(vo, { soort: 'VMBO', datum: opDag(start, 6, toeval.tussen(10, 20)) })
}

function kiesWijziging(toeval: Toeval): { readonly opleidingcode?: string; readonly locatiecodeVsv?: string; readonly leertraject?: 'BBL' } {
  const soort = toeval.tussen(1, 10)
  if (soort <= 6) return { opleidingcode: String(29_940 + toeval.tussen(0, 49)) }
  return soort <= 8 ? { leertraject: 'BBL' } : { locatiecodeVsv: `L${toeval.tussen(1, 9)}` }
}
