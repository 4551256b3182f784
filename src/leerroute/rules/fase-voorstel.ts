import type { PeriodeMbo, PeriodeVo } from '../../bron/index.ts'
import { type Datum, schooljaar } from '../../kern/datum.ts'
import type { Leerroute, Leerroutefase, Sector } from '../../kern/leerroute.ts'
import type { Reden } from '../../kern/reden.ts'
import type { Normen } from '../../normen/index.ts'
import { eersteBegindatum, type Registers } from './stand.ts'
import { beginVanRoute, motiveerVerwachting, verwachteFase } from './verwachte-fase.ts'

/** De inschrijving die er nog niet is. */
export interface Voorgenomen {
  readonly sector: Sector
  readonly leerroute: Leerroute
  readonly begin: Datum
}

export interface Fasevoorstel {
  readonly fase: Leerroutefase
  /** Eerste dag van fase MBO volgens de kalender; ligt die na het begin, dan kan een vroege mbo-periode tot die dag fase VO hebben. */
  readonly faseMboVanaf: Datum
  /** Of een eerdere periode met een route bekend is; zonder telt het begin van deze inschrijving als jaar 1. */
  readonly kentEerderePeriode: boolean
  readonly reden: Reden
}

/**
 * K-FASE-01, K-FASE-02: de fase die volgens de kalender bij een nieuwe inschrijving hoort. `undefined` als de route dan nog niet bestond
 * of het aantal jaren niet vastligt. Een voorstel: de school kiest.
 */
export function stelFaseVoor(registers: Registers, voorgenomen: Voorgenomen, normen: Normen): Fasevoorstel | undefined {
  const eersteBegin = eersteBegindatum(normen, voorgenomen.begin)
  const verwacht = verwachteFase(metVoorgenomen(registers, voorgenomen), voorgenomen.begin, eersteBegin, normen)
  if (verwacht === undefined) return undefined
  return {
    fase: verwacht.fase,
    faseMboVanaf: `${schooljaar(verwacht.begin) + verwacht.jarenFaseVo}-08-01` as Datum,
    kentEerderePeriode: beginVanRoute(registers, eersteBegin) !== undefined,
    reden: motiveerVerwachting(verwacht),
  }
}

function metVoorgenomen(registers: Registers, { sector, leerroute, begin }: Voorgenomen): Registers {
  const periode: PeriodeVo & PeriodeMbo = { datumBegin: begin, leerroute, indicatieBekostigbaar: 'J' }
  const inschrijving = { brin: '', inschrijvingvolgnummer: '', datumInschrijving: begin, perioden: [periode] }
  return sector === 'MBO'
    ? { ...registers, inschrijvingenMbo: [...registers.inschrijvingenMbo, inschrijving] }
    : { ...registers, inschrijvingenVo: [...registers.inschrijvingenVo, inschrijving] }
}
