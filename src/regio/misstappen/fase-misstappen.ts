/** Fouten tussen de registers: route, fase, uitschrijving, bekostiging en diploma. */
import type { Signaalcode } from '../../kern/signaalcode.ts'
import { geborenBij, hoofd, kiesInstelling, opDag, scholenMet, schrijfInVanaf, type Student } from '../plan/index.ts'
import { beideKanten, derdeJaarBijHetVo, mboVan, type Misstap, naTeldatum, route } from './misstap.ts'

export const FASE_MISSTAPPEN = {
  'SIG-FASE-ONTBREEKT': [{ naam: 'vo-zonder-fase', plant: (student) => plantZonderFase(student, 'vo') }, { naam: 'mbo-zonder-fase', plant: (student) => plantZonderFase(student, 'mbo') }],
  'SIG-ROUTE-ONTBREEKT': [
    { naam: 'vmbo-met-fase-zonder-route', plant: plantFaseZonderRouteVo },
    { naam: 'mbo-met-fase-zonder-route', plant: plantFaseZonderRouteMbo },
    { naam: 'gewoon-mbo-met-fase', plant: plantFaseInGewoonMbo },
  ],
  'SIG-FASE-VERSCHIL': [{ naam: 'vo-bleef-in-fase-vo', plant: plantFaseVerschil }, { naam: 'mbo-te-vroeg-in-fase-mbo', plant: plantMboTeVroeg }],
  'SIG-ROUTE-VERSCHIL': [{ naam: 'vo-glr-en-mbo-dlr', plant: plantGlrEnDlr }, { naam: 'mbo-zonder-route', plant: plantMboZonderRoute }],
  'SIG-FASE-AFWIJKEND': [{ naam: 'doubleert-in-fase-vo', plant: plantDoubleert }, { naam: 'versnelt-naar-fase-mbo', plant: plantVersnelt }],
  'SIG-MBO-INSCHRIJVING-ONTBREEKT': [{ naam: 'fase-mbo-zonder-mbo', plant: plantZonderMbo }, { naam: 'mbo-schreef-uit', plant: plantMboUitgeschreven }],
  'SIG-VO-UITSCHRIJVING-TE-VROEG': [{ naam: 'vo-te-vroeg-uitgeschreven', plant: plantTeVroeg }],
  'SIG-VO-UITSCHRIJVING-MOGELIJK': [{ naam: 'vo-open-na-diploma', plant: (student) => plantMogelijk(student, 'diploma') }, { naam: 'vo-open-na-laatste-dag', plant: (student) => plantMogelijk(student, 'afgerond') }],
  'SIG-BEKOSTIGBAAR': [
    { naam: 'vo-op-n', plant: (student) => plantBekostigbaar(student, 'vo') },
    { naam: 'mbo-op-n', plant: (student) => plantBekostigbaar(student, 'mbo') },
    { naam: 'vo-op-n-op-de-teldatum', plant: plantBekostigbaarOpTeldatum },
  ],
  'SIG-DLR-VMBO-DIPLOMA-ONTBREEKT': [{ naam: 'dlr-mbo-diploma-zonder-vmbo', plant: plantDlrZonderVmbo }],
  'SIG-GLR-VMBO-DIPLOMA': [{ naam: 'glr-met-vmbo-diploma', plant: plantGlrMetVmbo }],
} as const satisfies Partial<Record<Signaalcode, readonly Misstap[]>>

function plantZonderFase(student: Student, kant: 'vo' | 'mbo'): void {
  const plan = route(student, 'DLR', { routejaar: 2, vroegMbo: kant === 'mbo' })
  const fout = kant === 'vo' ? plan.vo : mboVan(plan)
  fout.wijzig(naTeldatum(student), { leerroutefase: null })
  student.verwacht('SIG-FASE-ONTBREEKT', [fout.brin])
}

/** Een gewone vmbo-leerling met een fase: zonder route betekent die niets. */
function plantFaseZonderRouteVo(student: Student): void {
  const { toeval, gebied } = student.grond
  student.geboren(geborenBij(toeval, student.jaar, 15))
  student.levensloop = 'vmbo'
  const plan = schrijfInVanaf(student, hoofd(toeval.kies(gebied.vo)), student.jaar, 4, 'KB').wijzig(naTeldatum(student), { leerroutefase: toeval.kies(['VO', 'MBO'] as const) })
  student.verwacht('SIG-ROUTE-ONTBREEKT', [plan.brin])
}

function plantFaseInGewoonMbo(student: Student): void {
  const { toeval } = student.grond
  student.geboren(geborenBij(toeval, student.jaar, 18))
  student.levensloop = 'mbo'
  const plan = student.schrijfInMbo(kiesInstelling(student), opDag(student.jaar - 1, 8, 1), { niveau: 'MBO-3' }).wijzig(naTeldatum(student), { leerroutefase: 'MBO' })
  student.verwacht('SIG-ROUTE-ONTBREEKT', [plan.brin])
}

/** Het mbo noemt de fase maar niet de route; SIG-ROUTE-VERSCHIL blijft dan weg (K-ROD-08). */
function plantFaseZonderRouteMbo(student: Student): void {
  const mbo = mboVan(route(student, 'DLR', { routejaar: 2, vroegMbo: true }))
  mbo.wijzig(naTeldatum(student), { leerroute: null })
  student.verwacht('SIG-ROUTE-ONTBREEKT', [mbo.brin])
}

/** Routejaar 3, examen gespreid: het vo vergat de fase over te zetten. */
function plantFaseVerschil(student: Student): void {
  const plan = route(student, 'DLR', { routejaar: 3, vo: 'open', vroegMbo: student.grond.toeval.kans(0.5) })
  plan.vo.wijzig(opDag(student.jaar, 8, 20), { leerroutefase: 'VO' })
  student.verwacht('SIG-FASE-VERSCHIL', beideKanten(plan))
}

function plantMboTeVroeg(student: Student): void {
  const plan = route(student, 'DLR', { routejaar: 2, vroegMbo: true })
  mboVan(plan).wijzig(naTeldatum(student), { leerroutefase: 'MBO' })
  student.verwacht('SIG-FASE-VERSCHIL', beideKanten(plan))
}

function plantGlrEnDlr(student: Student): void {
  const plan = route(student, 'GLR', { routejaar: 2, vroegMbo: true })
  mboVan(plan).wijzig(naTeldatum(student), { leerroute: 'DLR' })
  student.verwacht('SIG-ROUTE-VERSCHIL', beideKanten(plan))
}

function plantMboZonderRoute(student: Student): void {
  const plan = route(student, 'DLR', { routejaar: 2, vroegMbo: true })
  mboVan(plan).wijzig(naTeldatum(student), { leerroute: null, leerroutefase: null })
  student.verwacht('SIG-ROUTE-VERSCHIL', beideKanten(plan))
}

/** Een derde jaar in fase VO: dat mag, maar de kalender verwacht fase MBO. */
function plantDoubleert(student: Student): void {
  const vo = derdeJaarBijHetVo(student, 'VO').vo
  student.verwacht('SIG-FASE-AFWIJKEND', [vo.brin])
}

function plantVersnelt(student: Student): void {
  const plan = route(student, 'DLR', { routejaar: 2, vroegMbo: true })
  const dag = naTeldatum(student)
  plan.vo.wijzig(dag, { leerroutefase: 'MBO' })
  mboVan(plan).wijzig(dag, { leerroutefase: 'MBO' })
  student.verwacht('SIG-FASE-AFWIJKEND', beideKanten(plan))
}

/** Routejaar 3 zonder mbo: de instelling uit het plan en de vo-school horen het allebei. */
function plantZonderMbo(student: Student): void {
  const { vo, koppel } = derdeJaarBijHetVo(student, 'MBO')
  student.verwacht('SIG-MBO-INSCHRIJVING-ONTBREEKT', [vo.brin, koppel.mbo.school.brin])
}

function plantMboUitgeschreven(student: Student): void {
  const plan = route(student, 'DLR', { routejaar: 3, vo: 'open' })
  mboVan(plan).schrijfUit(naTeldatum(student), '04')
  student.verwacht('SIG-MBO-INSCHRIJVING-ONTBREEKT', beideKanten(plan))
}

function plantTeVroeg(student: Student): void {
  const plan = route(student, student.grond.toeval.kans(0.7) ? 'DLR' : 'GLR', { routejaar: 3, vo: 'open' })
  plan.vo.schrijfUit(opDag(student.jaar, 8, 31), '04')
  student.verwacht('SIG-VO-UITSCHRIJVING-TE-VROEG', [plan.vo.brin])
}

function plantMogelijk(student: Student, waardoor: 'diploma' | 'afgerond'): void {
  const plan = route(student, 'DLR', { routejaar: 3, vo: 'open' })
  const dag = opDag(student.jaar, 6, 18)
  if (waardoor === 'diploma') student.diploma(plan.vo, { soort: 'VMBO', datum: dag })
  else student.feit(plan.keuze.koppel.vo.school, dag, { soort: 'vo-afgerond', persoonsnummer: student.nummer, brin: plan.vo.brin, afgerondOp: dag })
  student.verwacht('SIG-VO-UITSCHRIJVING-MOGELIJK', [plan.vo.brin])
}

function plantBekostigbaar(student: Student, kant: 'vo' | 'mbo'): void {
  const plan = route(student, 'DLR', { routejaar: 2, vroegMbo: kant === 'mbo' })
  const fout = kant === 'vo' ? plan.vo : mboVan(plan)
  fout.wijzig(naTeldatum(student), { indicatieBekostigbaar: 'N' })
  student.verwacht('SIG-BEKOSTIGBAAR', [fout.brin])
}

/** Staat de enige inschrijving op 1 oktober op N, dan telt de leerling ook als vsv: niet in bekostigd onderwijs (K-VSV-02). */
function plantBekostigbaarOpTeldatum(student: Student): void {
  const { vo } = route(student, 'DLR', { routejaar: 2 })
  vo.wijzig(opDag(student.jaar, 9, 15), { indicatieBekostigbaar: 'N' })
  student.verwacht('SIG-BEKOSTIGBAAR', [vo.brin]).verwacht('SIG-VSV', [vo.brin])
}

/** Het mbo-diploma in de DLR, terwijl het vo alleen de laatste dag vastlegde. */
function plantDlrZonderVmbo(student: Student): void {
  const plan = route(student, 'DLR', { routejaar: 4, leerweg: 'BB', niveau: 'MBO-2', vo: 'afgerond' })
  const mbo = mboVan(plan)
  const dag = opDag(student.jaar, 6, student.grond.toeval.tussen(15, 30))
  student.diploma(mbo, { soort: 'MBO', niveau: 'MBO-2', datum: dag })
  mbo.schrijfUit(opDag(student.jaar, 7, 15), '08')
  student.verwacht('SIG-DLR-VMBO-DIPLOMA-ONTBREEKT', [mbo.brin])
}

function plantGlrMetVmbo(student: Student): void {
  const plan = route(student, 'GLR', { routejaar: 3, vo: 'diploma' })
  student.verwacht('SIG-GLR-VMBO-DIPLOMA', scholenMet(plan))
}
