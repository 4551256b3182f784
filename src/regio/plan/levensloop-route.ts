/** Studenten in een leerroute: fase VO in de eerste twee schooljaren, daarna fase MBO (K-FASE-01, K-FASE-02). */
import type { Datum } from '../../kern/datum.ts'
import type { Leerroute, Leerweg, Niveau } from '../../kern/leerroute.ts'
import type { Koppel } from './gebied.ts'
import type { Inschrijvingsplan } from './inschrijvingsplan.ts'
import { opDag } from './kalender.ts'
import { geborenBij } from './leeftijd.ts'
import { kiesCrebo } from './levensloop-mbo.ts'
import { KANS_HERSTELD, LEEFTIJD_LEERJAAR_3, schrijfInVanaf } from './levensloop-vmbo.ts'
import type { Student } from './student.ts'
import type { Gewichten, Toeval } from './toeval.ts'
import { gewoonVerzuim } from './verzuim.ts'

export interface Routekeuze {
  readonly route: Leerroute
  readonly koppel: Koppel
  readonly leerweg: Leerweg
  readonly niveau: Niveau
  /** 1 = het schooljaar waarin de route begon; jaar Y is het laatste. */
  readonly routejaar: 1 | 2 | 3 | 4
  /** Op 1 augustus van jaar Y. */
  readonly leeftijd: number
  /** Het mbo schreef in fase VO al in (K-ROD-04). */
  readonly vroegMbo: boolean
  /** Hoe het vo-deel eindigt als fase MBO begint. `open`: het examen is gespreid (K-ROD-06). */
  readonly vo: 'diploma' | 'afgerond' | 'open'
  /** Standaard waar: bij een GLR tekenen beide scholen (K-DLR-06). */
  readonly oordeel?: 'geen' | 'alleen-vo' | 'beide'
}

export interface Routeplan {
  readonly keuze: Routekeuze
  readonly vo: Inschrijvingsplan
  readonly mbo: Inschrijvingsplan | null
  /** Het jaar waarin fase MBO begon of begint. */
  readonly faseMbo: number
}

/** Een route waar alles aan klopt. */
export function maakRouteleerling(student: Student, route: Leerroute): Routeplan {
  const keuze = kiesRoute(student, route)
  const plan = bouwRoute(student, keuze)
  const { toeval } = student.grond
  if (keuze.routejaar >= 3 && keuze.vo === 'open' && toeval.kans(KANS_NOG_NIET_UITGESCHREVEN)) {
    student.diploma(plan.vo, { soort: 'VMBO', datum: opDag(student.jaar, 6, toeval.tussen(10, 20)) })
    student.verwacht('SIG-VO-UITSCHRIJVING-MOGELIJK', [plan.vo.brin], 'vanzelf')
    if (route === 'GLR') student.verwacht('SIG-GLR-VMBO-DIPLOMA', scholenMet(plan), 'vanzelf')
  } else if (keuze.routejaar === 2 && toeval.kans(KANS_GESTOPT)) {
    stopMetRoute(student, plan)
    return plan
  }
  if (toeval.kans(KANS_HERSTELD)) plan.vo.eerstFout({ leerroutefase: null })
  const inMbo = keuze.routejaar >= 3 && plan.mbo !== null
  gewoonVerzuim(student, inMbo ? plan.mbo ?? plan.vo : plan.vo, inMbo ? 'MBO' : 'VO', keuze.leeftijd)
  return plan
}

/** Een keuze die klopt, met wat de aanroeper vastlegt. */
export function kiesRoute(student: Student, route: Leerroute, vast: Partial<Routekeuze> = {}): Routekeuze {
  const { toeval, gebied } = student.grond
  const leerweg = route === 'GLR' ? 'BB' : toeval.gewogen(LEERWEGEN_DLR)
  const routejaar = toeval.gewogen(ROUTEJAREN)
  const gekozen = { route, leerweg, routejaar, koppel: toeval.kies(gebied.goed), vroegMbo: toeval.kans(KANS_VROEG_MBO), vo: toeval.gewogen(VO_EINDE[route]), ...vast }
  return {
    ...gekozen,
    // Een gespreid examen duurt een jaar; in routejaar 4 is het vo-deel klaar.
    vo: vast.vo ?? (gekozen.vo === 'open' && gekozen.routejaar === 4 ? 'afgerond' : gekozen.vo),
    niveau: vast.niveau ?? kiesNiveau(toeval, gekozen.leerweg),
    leeftijd: vast.leeftijd ?? toeval.gewogen(LEEFTIJD_LEERJAAR_3) + gekozen.routejaar - 1,
  }
}

/** Zet de inschrijvingen, het plan en het oordeel; wat er niet klopt, zet de aanroeper er zelf bij. */
export function bouwRoute(student: Student, keuze: Routekeuze): Routeplan {
  const { koppel, route } = keuze
  student.levensloop = route === 'DLR' ? 'dlr' : 'glr'
  student.geboren(geborenBij(student.grond.toeval, student.jaar, keuze.leeftijd))
  const start = student.jaar - keuze.routejaar + 1
  const faseMbo = start + 2
  const vo = zetVo(student, keuze, start)
  const mbo = zetMbo(student, keuze, start)
  legPlanVast(student, koppel, keuze.niveau, start)
  if (route === 'GLR') tekenOordeel(student, keuze, start)
  return { keuze, vo, mbo, faseMbo }
}

/** Met wie de leerling de route doet; de vo-school legt het vast en daarna zien beide scholen hem (K-CAS-06). */
export function legPlanVast(student: Student, { vo, mbo }: Koppel, niveau: Niveau, start: number): void {
  student.feit(vo.school, opDag(start, 8, 1), {
    soort: 'leerrouteplan', persoonsnummer: student.nummer, brin: vo.school.brin,
    leerrouteplan: { van: opDag(start, 8, 1), voOnderwijsaanbieder: vo.code, mboOnderwijsaanbieder: mbo.code, beoogdNiveau: niveau },
  })
}

/** Elke school tekent zelf: eerst het vo, en het mbo als het de leerling in de ronde erna ziet (K-DLR-06). */
export function tekenOordeel(student: Student, { koppel, oordeel = 'beide' }: Pick<Routekeuze, 'koppel' | 'oordeel'>, start: number): void {
  if (oordeel === 'geen') return
  const datum = opDag(start, 6, 20)
  const teken = (school: Koppel['vo']['school'], dag: Datum, ondertekendMbo: boolean): void => {
    student.feit(school, dag, { soort: 'oordeel', persoonsnummer: student.nummer, brin: school.brin, oordeel: { datum, ondertekendVo: true, ondertekendMbo } })
  }
  teken(koppel.vo.school, opDag(start, 8, 1), false)
  if (oordeel === 'beide') teken(koppel.mbo.school, opDag(start, 9, 20), true)
}

/** De scholen met een open inschrijving met route op de peildatum. */
export function scholenMet({ vo, mbo }: Routeplan): readonly string[] {
  return [vo, mbo].flatMap((plan) => (plan !== null && plan.einde === null && plan.laatstePeriode.leerroute ? [plan.brin] : []))
}

const LEERWEGEN_DLR: Gewichten<Leerweg> = [[34, 'BB'], [46, 'KB'], [12, 'GL'], [8, 'TL']]
const ROUTEJAREN: Gewichten<1 | 2 | 3 | 4> = [[33, 1], [30, 2], [22, 3], [15, 4]]
const VO_EINDE: Readonly<Record<Leerroute, Gewichten<Routekeuze['vo']>>> = {
  DLR: [[78, 'diploma'], [8, 'afgerond'], [14, 'open']],
  GLR: [[85, 'afgerond'], [15, 'open']],
}
const KANS_VROEG_MBO = 0.35
const KANS_NOG_NIET_UITGESCHREVEN = 0.3
const KANS_GESTOPT = 0.05

/** K-DLR-08: BB naar niveau 2, de andere leerwegen naar 3 of 4. */
function kiesNiveau(toeval: Toeval, leerweg: Leerweg): Niveau {
  return leerweg === 'BB' ? 'MBO-2' : toeval.gewogen([[45, 'MBO-3'], [55, 'MBO-4']])
}

function zetVo(student: Student, { koppel, leerweg, route, vo: einde, routejaar }: Routekeuze, start: number): Inschrijvingsplan {
  const { toeval } = student.grond
  const metFase = (leerroutefase: 'VO' | 'MBO', leerjaar: number) => ({ leerroute: route, leerroutefase, leerjaar, leerweg, opleidingcode: '9200' })
  const vanafBrugklas = toeval.kans(0.4)
  const plan = vanafBrugklas
    ? schrijfInVanaf(student, koppel.vo, start - 1, 2, leerweg).wijzig(opDag(start, 8, 1), metFase('VO', 3))
    : student.schrijfInVo(koppel.vo, opDag(start, 8, 1), metFase('VO', 3))
  if (routejaar >= 2) plan.wijzig(opDag(start + 1, 8, 1), metFase('VO', 4))
  if (routejaar < 3) return plan
  const [examen, laatste] = [opDag(start + 2, 6, toeval.tussen(10, 20)), opDag(start + 2, 7, 31)]
  if (einde === 'open') {
    for (let jaar = start + 2; jaar <= student.jaar; jaar += 1) plan.wijzig(opDag(jaar, 8, 1), metFase('MBO', 4))
    return plan
  }
  plan.schrijfUit(laatste, '08')
  if (einde === 'diploma') student.diploma(plan, { soort: 'VMBO', datum: examen })
  else student.feit(koppel.vo.school, opDag(start + 2, 7, 5), { soort: 'vo-afgerond', persoonsnummer: student.nummer, brin: plan.brin, afgerondOp: opDag(start + 2, 7, 5) })
  return plan
}

/** Fase VO als het mbo vroeg inschrijft; anders pas met fase MBO (K-ROD-04, K-ROD-05). */
function zetMbo(student: Student, { koppel, niveau, route, routejaar, vroegMbo }: Routekeuze, start: number): Inschrijvingsplan | null {
  const { toeval } = student.grond
  const inFase = (leerroutefase: 'VO' | 'MBO') => ({ leerroute: route, leerroutefase, niveau, leertraject: 'BOL' as const, opleidingcode: kiesCrebo(toeval, niveau) })
  const begin = vroegMbo ? vroegBegin(student, start) : null
  if (begin === null && routejaar < 3) return null
  const plan = student.schrijfInMbo(koppel.mbo, begin ?? opDag(start + 2, 8, 1), inFase(begin === null ? 'MBO' : 'VO')).gepland(opDag(start + 4, 7, 31))
  if (begin !== null) {
    student.bpv(plan, begin, opDag(start + 1, 7, 1) < begin ? opDag(start + 2, 7, 1) : opDag(start + 1, 7, 1), toeval.tussen(80, 320))
    if (routejaar >= 3) plan.wijzig(opDag(start + 2, 8, 1), { leerroutefase: 'MBO' })
  }
  return plan
}

/** In het voorjaar van routejaar 1 of in september van routejaar 2; in routejaar 1 van jaar Y alleen meteen na de zomer. */
function vroegBegin(student: Student, start: number): Datum {
  if (start === student.jaar) return opDag(start, 9, 15)
  return student.grond.toeval.kans(0.5) ? opDag(start + 1, 2, 1) : opDag(start + 1, 9, 1)
}

/** K-UIT-01: de route stopt aan beide kanten, de leerling blijft in leerjaar 4 van het vmbo. */
function stopMetRoute(student: Student, { vo, mbo }: Routeplan): void {
  vo.wijzig(opDag(student.jaar, 10, 1), { leerroute: null, leerroutefase: null })
  mbo?.schrijfUit(opDag(student.jaar, 9, 30), '04')
}
