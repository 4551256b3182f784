/** Fouten in de route zelf: begin, leerjaar, niveau, leerweg, oordeel, afspraken en aanbod. */
import type { Signaalcode } from '../../kern/signaalcode.ts'
import { geborenBij, hoofd, opDag, type Student } from '../plan/index.ts'
import { beideKanten, metPaar, type Misstap, route } from './misstap.ts'

export const ROUTE_MISSTAPPEN = {
  'SIG-ROUTE-VOOR-2020': [{ naam: 'route-voor-2020', plant: plantVoor2020 }],
  'SIG-LEERJAAR': [{ naam: 'route-in-leerjaar-2', plant: (student) => plantLeerjaar(student, 2) }, { naam: 'route-in-leerjaar-1', plant: (student) => plantLeerjaar(student, 1) }],
  'SIG-ENTREE': [
    { naam: 'entree-in-het-mbo', plant: (student) => plantNiveau(student, 'DLR', 'MBO-1', true) },
    { naam: 'entree-in-het-plan', plant: (student) => plantNiveau(student, 'DLR', 'MBO-1', false) },
    { naam: 'entree-in-een-glr', plant: (student) => plantNiveau(student, 'GLR', 'MBO-1', true) },
  ],
  'SIG-GLR-NIVEAU': [
    { naam: 'glr-naar-niveau-3', plant: (student) => plantNiveau(student, 'GLR', 'MBO-3', true) },
    { naam: 'glr-naar-niveau-4-in-het-plan', plant: (student) => plantNiveau(student, 'GLR', 'MBO-4', false) },
  ],
  'SIG-GLR-LEERWEG': [{ naam: 'glr-bij-kader', plant: (student) => plantGlrLeerweg(student, 'KB') }, { naam: 'glr-bij-tl', plant: (student) => plantGlrLeerweg(student, 'TL') }],
  'SIG-NIVEAU-LEERWEG': [
    { naam: 'bb-naar-niveau-3', plant: (student) => plantNiveau(student, 'DLR', 'MBO-3', true) },
    { naam: 'bb-naar-niveau-4-in-het-plan', plant: (student) => plantNiveau(student, 'DLR', 'MBO-4', false) },
  ],
  'SIG-GLR-OORDEEL-ONTBREEKT': [
    { naam: 'glr-zonder-oordeel', plant: (student) => plantOordeel(student, 'geen') },
    { naam: 'glr-oordeel-alleen-door-vo', plant: (student) => plantOordeel(student, 'alleen-vo') },
  ],
  'SIG-SOK-ONTBREEKT': [
    { naam: 'geen-overeenkomst', plant: (student) => void student.verwacht('SIG-SOK-ONTBREEKT', beideKanten(metPaar(student, 'zonderOvereenkomst'))) },
    { naam: 'overeenkomst-verlopen', plant: (student) => void student.verwacht('SIG-SOK-ONTBREEKT', beideKanten(metPaar(student, 'overeenkomstVerlopen'))) },
    { naam: 'interne-regeling-verlopen', plant: (student) => void student.verwacht('SIG-SOK-ONTBREEKT', beideKanten(metPaar(student, 'regelingVerlopen'))) },
  ],
  'SIG-RIO-ONTBREEKT-VO': [
    { naam: 'vo-zonder-aanbod', plant: (student) => plantAanbod(student, 'voZonderAanbod', 'SIG-RIO-ONTBREEKT-VO') },
    { naam: 'vo-aanbod-voorbij', plant: (student) => plantAanbod(student, 'voAanbodVoorbij', 'SIG-RIO-ONTBREEKT-VO') },
  ],
  'SIG-RIO-ONTBREEKT-MBO': [{ naam: 'mbo-zonder-aanbod', plant: (student) => plantAanbod(student, 'mboZonderAanbod', 'SIG-RIO-ONTBREEKT-MBO') }],
  'SIG-RIO-PARTNER': [
    { naam: 'mbo-noemt-vo-niet', plant: (student) => void student.verwacht('SIG-RIO-PARTNER', beideKanten(metPaar(student, 'mboNoemtVoNiet'))) },
    { naam: 'niemand-noemt-elkaar', plant: (student) => void student.verwacht('SIG-RIO-PARTNER', beideKanten(metPaar(student, 'niemandNoemtElkaar'))) },
  ],
} as const satisfies Partial<Record<Signaalcode, readonly Misstap[]>>

/** K-DLR-01: een jaartal verkeerd getikt; de route telt niet mee en er blijft een gewone inschrijving over. */
function plantVoor2020(student: Student): void {
  const { toeval, gebied } = student.grond
  student.geboren(geborenBij(toeval, student.jaar, 15))
  student.levensloop = 'dlr'
  const plan = student.schrijfInVo(hoofd(toeval.kies(gebied.vo)), opDag(2020, 7, toeval.tussen(1, 31)), { leerjaar: 3, leerweg: 'KB', leerroute: 'DLR', leerroutefase: 'VO' })
  student.verwacht('SIG-ROUTE-VOOR-2020', [plan.brin])
}

function plantLeerjaar(student: Student, leerjaar: 1 | 2): void {
  const plan = route(student, 'DLR', { routejaar: 1, leeftijd: 14 })
  plan.vo.wijzig(opDag(student.jaar, 8, 20), { leerjaar })
  student.verwacht('SIG-LEERJAAR', [plan.vo.brin])
}

/** Het niveau van de mbo-inschrijving beslist; zonder die inschrijving het niveau in het plan (K-CAS-06). */
function plantNiveau(student: Student, soort: 'DLR' | 'GLR', niveau: 'MBO-1' | 'MBO-3' | 'MBO-4', metMbo: boolean): void {
  const plan = route(student, soort, { leerweg: 'BB', niveau, routejaar: metMbo ? 2 : 1, vroegMbo: metMbo })
  const code = niveau === 'MBO-1' ? 'SIG-ENTREE' : soort === 'GLR' ? 'SIG-GLR-NIVEAU' : 'SIG-NIVEAU-LEERWEG'
  student.verwacht(code, metMbo ? beideKanten(plan) : [plan.vo.brin])
}

function plantGlrLeerweg(student: Student, leerweg: 'KB' | 'TL'): void {
  const vroegMbo = student.grond.toeval.kans(0.5)
  const plan = route(student, 'GLR', { leerweg, niveau: 'MBO-2', routejaar: 2, vroegMbo })
  student.verwacht('SIG-GLR-LEERWEG', vroegMbo ? beideKanten(plan) : [plan.vo.brin])
}

/** Het signaal gaat naar beide kanten, ook als het mbo nog geen inschrijving heeft: het kan wel tekenen. */
function plantOordeel(student: Student, oordeel: 'geen' | 'alleen-vo'): void {
  const { toeval } = student.grond
  const plan = route(student, 'GLR', { oordeel, routejaar: toeval.kies([1, 2, 3] as const), vroegMbo: toeval.kans(0.3) })
  student.verwacht('SIG-GLR-OORDEEL-ONTBREEKT', beideKanten(plan))
}

function plantAanbod(student: Student, welk: 'voZonderAanbod' | 'voAanbodVoorbij' | 'mboZonderAanbod', code: 'SIG-RIO-ONTBREEKT-VO' | 'SIG-RIO-ONTBREEKT-MBO'): void {
  const { vo, mbo } = metPaar(student, welk).keuze.koppel
  student.verwacht(code, [code === 'SIG-RIO-ONTBREEKT-VO' ? vo.school.brin : mbo.school.brin])
}
