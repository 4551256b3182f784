import type { Inschrijving, InschrijvingMbo, InschrijvingVo, PeriodeMbo, PeriodeVo } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Leerroute, Leerroutefase } from '../../kern/leerroute.ts'
import type { Normen } from '../../normen/index.ts'

/** De inschrijvingen die tellen (K-CAS-01 is al toegepast). */
export interface Registers {
  readonly inschrijvingenVo: readonly InschrijvingVo[]
  readonly inschrijvingenMbo: readonly InschrijvingMbo[]
}

/** Een open inschrijving zoals zij op de dag gelezen wordt (K-CAS-02, K-CAS-03). */
export interface OpenInschrijving<P extends PeriodeVo | PeriodeMbo = PeriodeVo | PeriodeMbo> {
  readonly sector: 'VO' | 'MBO'
  readonly inschrijving: Inschrijving
  /** De periode op de dag; null als er nog geen begonnen is. */
  readonly periode: P | null
  /** Null als de periode geen route heeft of genegeerd wordt. */
  readonly route: Leerroute | null
  readonly fase: Leerroutefase | null
  /** K-DLR-01: de periode heeft een route en begint te vroeg; zij telt als zonder route en fase. */
  readonly genegeerd: boolean
}

export interface Registerstand<P extends PeriodeVo | PeriodeMbo = PeriodeVo | PeriodeMbo> {
  readonly open: readonly OpenInschrijving<P>[]
  /** Wie voor het register spreekt: die met route of fase, en anders alle (K-CAS-03). */
  readonly sprekend: readonly OpenInschrijving<P>[]
  readonly metRoute: readonly OpenInschrijving<P>[]
}

/** Wat vo (met vso) en mbo op één dag over een leerling zeggen. */
export interface Stand {
  readonly op: Datum
  readonly vo: Registerstand<PeriodeVo>
  readonly mbo: Registerstand<PeriodeMbo>
  /** Elke route die een open inschrijving op de dag draagt; leeg = geen route. */
  readonly routes: readonly Leerroute[]
}

/**
 * K-CAS-02, K-CAS-03: de stand van beide registers op een dag. Open = van datumInschrijving tot en met datumUitschrijving.
 * Afgeleid; `eersteBegin` komt uit K-DLR-01.
 */
export function bepaalStand(registers: Registers, op: Datum, eersteBegin: Datum): Stand {
  const vo = leesRegister<PeriodeVo>('VO', registers.inschrijvingenVo, op, eersteBegin)
  const mbo = leesRegister<PeriodeMbo>('MBO', registers.inschrijvingenMbo, op, eersteBegin)
  return { op, vo, mbo, routes: verzamelRoutes(vo.metRoute, mbo.metRoute) }
}

/**
 * K-DLR-01: de eerste dag waarop een periode met route mag beginnen. Voor een dag waarop die norm nog niet gold, telt de eerste waarde:
 * een route van voor die tijd is er altijd een die te vroeg begon.
 */
export function eersteBegindatum(normen: Normen, op: Datum): Datum {
  const norm = normen.datum(EERSTE_BEGINDATUM, op)
  if (norm.soort === 'geldt') return norm.waarde
  if (norm.soort === 'nog-niet-van-kracht') return eersteBegindatum(normen, norm.vanaf)
  throw new Error(`de norm ${EERSTE_BEGINDATUM} heeft geen waarde op ${op}; zonder die dag is geen route te lezen`)
}

const EERSTE_BEGINDATUM = 'leerroute/eerste-begindatum'

/** De periode van een inschrijving op een dag: de laatste die op of voor die dag begint (K-CAS-02). */
export function periodeOp<P extends PeriodeVo | PeriodeMbo>(perioden: readonly P[], op: Datum): P | null {
  let gekozen: P | null = null
  for (const periode of perioden) {
    if (periode.datumBegin <= op && (gekozen === null || gaatVoor(periode, gekozen))) gekozen = periode
  }
  return gekozen
}

/** De periode die het laatst begint, ook als dat na de uitschrijving zou zijn. */
export function laatstePeriode<P extends PeriodeVo | PeriodeMbo>(perioden: readonly P[]): P | null {
  let laatste: P | null = null
  for (const periode of perioden) {
    if (laatste === null || gaatVoor(periode, laatste)) laatste = periode
  }
  return laatste
}

/** K-CAS-03: draagt deze periode een route die telt? */
export function draagtRoute(periode: PeriodeVo | PeriodeMbo, eersteBegin: Datum): boolean {
  return Boolean(periode.leerroute) && periode.datumBegin >= eersteBegin
}

export function isOpen(inschrijving: Inschrijving, op: Datum): boolean {
  return inschrijving.datumInschrijving <= op && (!inschrijving.datumUitschrijving || inschrijving.datumUitschrijving >= op)
}

/** K-CAS-02: is er op die dag een inschrijving open, bij vo of mbo? */
export function heeftOpenInschrijving({ inschrijvingenVo, inschrijvingenMbo }: Registers, op: Datum): boolean {
  return inschrijvingenVo.some((inschrijving) => isOpen(inschrijving, op)) || inschrijvingenMbo.some((inschrijving) => isOpen(inschrijving, op))
}

export function isBeeindigd(inschrijving: Inschrijving, op: Datum): boolean {
  return Boolean(inschrijving.datumUitschrijving) && (inschrijving.datumUitschrijving ?? op) < op
}

function leesRegister<P extends PeriodeVo | PeriodeMbo>(
  sector: 'VO' | 'MBO',
  inschrijvingen: readonly Inschrijving<P>[],
  op: Datum,
  eersteBegin: Datum,
): Registerstand<P> {
  const open: OpenInschrijving<P>[] = []
  for (const inschrijving of inschrijvingen) {
    if (isOpen(inschrijving, op)) open.push(leesInschrijving(sector, inschrijving, op, eersteBegin))
  }
  if (open.length === 0) return LEEG_REGISTER
  const metRoute = open.filter((o) => o.route !== null)
  if (metRoute.length === open.length) return { open, sprekend: open, metRoute: open }
  const metRouteOfFase = open.filter((o) => o.route !== null || o.fase !== null)
  return { open, sprekend: metRouteOfFase.length > 0 ? metRouteOfFase : open, metRoute }
}

const LEEG_REGISTER = { open: [], sprekend: [], metRoute: [] } as const

function leesInschrijving<P extends PeriodeVo | PeriodeMbo>(
  sector: 'VO' | 'MBO',
  inschrijving: Inschrijving<P>,
  op: Datum,
  eersteBegin: Datum,
): OpenInschrijving<P> {
  const periode = periodeOp(inschrijving.perioden, op)
  const genegeerd = periode !== null && Boolean(periode.leerroute) && periode.datumBegin < eersteBegin
  const gelezen = genegeerd ? null : periode
  return { sector, inschrijving, periode, route: gelezen?.leerroute ?? null, fase: gelezen?.leerroutefase ?? null, genegeerd }
}

/** Twee perioden van één inschrijving met dezelfde begindag horen niet voor te komen. Dan telt wat het laatst bekend werd, en anders een vaste volgorde. */
function gaatVoor(nieuw: PeriodeVo | PeriodeMbo, oud: PeriodeVo | PeriodeMbo): boolean {
  if (nieuw.datumBegin !== oud.datumBegin) return nieuw.datumBegin > oud.datumBegin
  const [nieuwBekend, oudBekend] = [nieuw.bekendOp ?? '', oud.bekendOp ?? '']
  return nieuwBekend === oudBekend ? JSON.stringify(nieuw) > JSON.stringify(oud) : nieuwBekend > oudBekend
}

function verzamelRoutes(vo: readonly OpenInschrijving[], mbo: readonly OpenInschrijving[]): readonly Leerroute[] {
  let [dlr, glr] = [false, false]
  for (const register of [vo, mbo]) {
    for (const { route } of register) {
      if (route === 'DLR') dlr = true
      else glr = true
    }
  }
  if (dlr) return glr ? BEIDE : ALLEEN_DLR
  return glr ? ALLEEN_GLR : GEEN
}

const BEIDE: readonly Leerroute[] = ['DLR', 'GLR']
const ALLEEN_DLR: readonly Leerroute[] = ['DLR']
const ALLEEN_GLR: readonly Leerroute[] = ['GLR']
const GEEN: readonly Leerroute[] = []
