/** Verzuim dat niet of verkeerd is gemeld, en vertrek waar iemand iets mee moet. */
import { plusDagen } from '../../kern/datum.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import { bereikDrempel, beginMbo, hoofd, geborenBij, maakVertrokkene, meldDrempel, schrijfInVanaf, type Student } from '../plan/index.ts'
import { beideKanten, mboVan, type Misstap, route } from './misstap.ts'

export const VERZUIM_MISSTAPPEN = {
  'SIG-VERZUIM-16U': [
    { naam: 'verzuim-niet-gemeld-vmbo', plant: plantVmbo },
    { naam: 'verzuim-niet-gemeld-fase-vo', plant: plantFaseVo },
    { naam: 'verzuim-niet-gemeld-fase-mbo', plant: plantFaseMbo },
  ],
  'SIG-VERZUIM-18PLUS-MOGELIJK': [{ naam: 'verzuim-18-plus', plant: plantAchttien }],
  'SIG-VERZUIM-OVERDRACHT': [{ naam: 'verzuim-over-de-zomer-heen', plant: plantOverdracht }],
  'SIG-VERZUIM-VERKEERDE-PARTIJ': [
    { naam: 'vo-meldt-in-fase-mbo', plant: plantVoMeldt },
    { naam: 'mbo-meldt-in-fase-vo', plant: plantMboMeldt },
    { naam: 'allebei-gemeld', plant: plantAllebei },
  ],
  'SIG-VSV': [{ naam: 'vsv', plant: (student) => maakVertrokkene(student, 'mbo', 'geplant') }],
  'SIG-ABSOLUUT-VERZUIM': [{ naam: 'absoluut-verzuim-vo', plant: (student) => maakVertrokkene(student, 'vo-jong', 'geplant') }, { naam: 'absoluut-verzuim-mbo', plant: (student) => maakVertrokkene(student, 'mbo-jong', 'geplant') }],
  'SIG-MBO-VERKLARING': [{ naam: 'mbo-verklaring', plant: (student) => maakVertrokkene(student, 'mbo-met-onderdeel', 'geplant') }, { naam: 'mbo-verklaring-na-1-oktober', plant: (student) => maakVertrokkene(student, 'na-1-oktober', 'geplant') }],
} as const satisfies Partial<Record<Signaalcode, readonly Misstap[]>>

function plantVmbo(student: Student): void {
  const { toeval, gebied } = student.grond
  student.geboren(geborenBij(toeval, student.jaar, 15))
  student.levensloop = 'vmbo'
  const plan = schrijfInVanaf(student, hoofd(toeval.kies(gebied.vo)), student.jaar, 4, 'KB')
  bereikDrempel(student, plan)
  student.verwacht('SIG-VERZUIM-16U', [plan.brin])
}

function plantFaseVo(student: Student): void {
  const plan = route(student, 'DLR', { routejaar: 2, leeftijd: 15, vroegMbo: student.grond.toeval.kans(0.5) })
  // Waar de les was, doet er niet toe: in fase VO meldt het vo (K-VZM-01, K-DLR-09).
  bereikDrempel(student, plan.mbo !== null && student.grond.kalender.septemberdagen.every((dag) => plan.mbo?.isOpenOp(dag)) ? plan.mbo : plan.vo)
  student.verwacht('SIG-VERZUIM-16U', [plan.vo.brin])
}

function plantFaseMbo(student: Student): void {
  const mbo = mboVan(route(student, 'DLR', { routejaar: 3, leeftijd: 16 }))
  bereikDrempel(student, mbo)
  student.verwacht('SIG-VERZUIM-16U', [mbo.brin])
}

function plantAchttien(student: Student): void {
  const { plan } = beginMbo(student, 'MBO-3', student.jaar - 1, { leeftijd: student.grond.toeval.tussen(18, 21) })
  student.levensloop = 'mbo'
  bereikDrempel(student, plan)
  student.verwacht('SIG-VERZUIM-18PLUS-MOGELIJK', [plan.brin])
}

/** De eerste uren in de laatste week van fase VO, de rest in de eerste week van fase MBO; vakantieweken tellen niet (K-CAS-08). */
function plantOverdracht(student: Student): void {
  const plan = route(student, 'DLR', { routejaar: 3, leeftijd: 16 })
  const mbo = mboVan(plan)
  const [voor, na, laatste] = student.grond.kalender.rondZomer
  student.afwezig(plan.vo, voor, 7, false).afwezig(mbo, na, 5, false).afwezig(mbo, laatste, 4, false)
  student.verwacht('SIG-VERZUIM-16U', [mbo.brin]).verwacht('SIG-VERZUIM-OVERDRACHT', beideKanten(plan))
}

/** De vo-school meldt uit gewoonte; de fase is al MBO, dus de plicht staat nog open. */
function plantVoMeldt(student: Student): void {
  const plan = route(student, 'DLR', { routejaar: 3, leeftijd: 16, vo: 'open' })
  const mbo = mboVan(plan)
  meldDrempel(student, plan.vo, 'VO', bereikDrempel(student, mbo))
  student.verwacht('SIG-VERZUIM-VERKEERDE-PARTIJ', beideKanten(plan)).verwacht('SIG-VERZUIM-16U', [mbo.brin])
}

function plantMboMeldt(student: Student): void {
  const plan = route(student, 'DLR', { routejaar: 2, leeftijd: 15, vroegMbo: true })
  meldDrempel(student, mboVan(plan), 'MBO', bereikDrempel(student, plan.vo))
  student.verwacht('SIG-VERZUIM-VERKEERDE-PARTIJ', beideKanten(plan)).verwacht('SIG-VERZUIM-16U', [plan.vo.brin])
}

/** De goede school meldde ook: de plicht is voldaan, de verkeerde melding staat er nog. */
function plantAllebei(student: Student): void {
  const plan = route(student, 'DLR', { routejaar: 3, leeftijd: 16, vo: 'open' })
  const mbo = mboVan(plan)
  const drempel = bereikDrempel(student, mbo)
  meldDrempel(student, mbo, 'MBO', drempel)
  student.meld(plan.vo, 'VO', drempel.begin, drempel.eind, plusDagen(drempel.eind, 7))
  student.verwacht('SIG-VERZUIM-VERKEERDE-PARTIJ', beideKanten(plan))
}
