import type { Diploma, Inschrijving, PeriodeMbo, PeriodeVo } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Feit } from '../../kern/reden.ts'
import { schrijfDag } from '../../kern/zinnen.ts'
import { naamVanSchool } from '../../organisatie/zonder-register.ts'
import type { Organisatie } from '../../organisatie/index.ts'
import type { OpenInschrijving } from './stand.ts'

/** Verwijzing naar de inschrijving en de periode die op de dag telt: "11VA-1, periode vanaf 2026-08-01". */
export function feitVanOpen(open: OpenInschrijving): Feit {
  const periode = open.periode
  if (periode === null) return feitVanInschrijving(open.inschrijving, open.sector)
  const vastgelegdOp = periode.vastgelegdOp ?? open.inschrijving.vastgelegdOp
  return maakFeit(SOORT[open.sector], `${sleutelVan(open.inschrijving)}, periode vanaf ${periode.datumBegin}`, vastgelegdOp)
}

/** Verwijzing naar een hele inschrijving, ook als zij al voorbij is: "11VA-1, tot en met 2022-07-31". */
export function feitVanInschrijving(inschrijving: Inschrijving, sector: 'VO' | 'MBO'): Feit {
  const einde = inschrijving.datumUitschrijving ? `, tot en met ${inschrijving.datumUitschrijving}` : `, vanaf ${inschrijving.datumInschrijving}`
  return maakFeit(SOORT[sector], sleutelVan(inschrijving) + einde, inschrijving.vastgelegdOp)
}

export function feitVanDiploma(diploma: Diploma): Feit {
  const soort = diploma.soort === 'MBO' ? diploma.niveau ?? diploma.soort : diploma.soort
  return maakFeit('diploma', `${soort} van ${diploma.datum}`, diploma.vastgelegdOp)
}

export function maakFeit(soort: Feit['soort'], sleutel: string, vastgelegdOp: string | undefined): Feit {
  return vastgelegdOp === undefined ? { soort, sleutel } : { soort, sleutel, vastgelegdOp }
}

export function schoolVan(organisaties: readonly Organisatie[], open: OpenInschrijving): string {
  return naamVanSchool(organisaties, open.inschrijving.brin)
}

/** De namen van scholen, elk één keer. */
export function scholenVan(organisaties: readonly Organisatie[], open: readonly OpenInschrijving[]): readonly string[] {
  return [...new Set(open.map((o) => schoolVan(organisaties, o)))]
}

export function brinnenVan(open: readonly OpenInschrijving[]): readonly string[] {
  return open.map((o) => o.inschrijving.brin)
}

/** Sinds wanneer deze inschrijving deze route en fase zo noemt, over perioden heen; nooit voor de inschrijving zelf begon. */
export function sinds(open: OpenInschrijving): string {
  const { inschrijving, periode } = open
  if (periode === null) return schrijfDag(inschrijving.datumInschrijving)
  let begin: Datum = periode.datumBegin
  for (let eerder = vorigePeriode(inschrijving, begin); eerder !== null && noemtHetzelfde(eerder, periode); eerder = vorigePeriode(inschrijving, begin)) {
    begin = eerder.datumBegin
  }
  return schrijfDag(begin > inschrijving.datumInschrijving ? begin : inschrijving.datumInschrijving)
}

const SOORT = { VO: 'inschrijvingVo', MBO: 'inschrijvingMbo' } as const

function sleutelVan(inschrijving: Inschrijving): string {
  return `${inschrijving.brin}-${inschrijving.inschrijvingvolgnummer}`
}

function vorigePeriode(inschrijving: Inschrijving, voor: Datum): PeriodeVo | PeriodeMbo | null {
  let vorige: PeriodeVo | PeriodeMbo | null = null
  for (const periode of inschrijving.perioden) {
    if (periode.datumBegin < voor && (vorige === null || periode.datumBegin > vorige.datumBegin)) vorige = periode
  }
  return vorige
}

function noemtHetzelfde(een: PeriodeVo | PeriodeMbo, ander: PeriodeVo | PeriodeMbo): boolean {
  return (een.leerroute ?? null) === (ander.leerroute ?? null) && (een.leerroutefase ?? null) === (ander.leerroutefase ?? null)
}
