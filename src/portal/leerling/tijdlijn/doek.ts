import type { Datum } from '../../../kern/datum.ts'
import type { Tijdlijnbeeld } from './beeld.ts'
import { bepaalRijen, type Maten, type Rijen } from './maten.ts'
import { maakSchaal, valtIn, type Schaal } from './schaal.ts'
import { verdeelSpelden, type Speldrijen } from './signaalrijen.ts'

/** Alles wat een onderdeel van de tekening moet weten om zijn plaats te kiezen. */
export interface Doek {
  readonly beeld: Tijdlijnbeeld
  readonly m: Maten
  readonly schaal: Schaal
  readonly rijen: Rijen
  readonly spelden: Speldrijen
  /** Voorvoegsel voor namen van patronen: er staan drie tekeningen op één bladzijde. */
  readonly id: string
  readonly xVandaag: number
  /** null als de gekozen datum buiten de tekening valt. */
  readonly xGekozen: number | null
  /** Of tekst van x1 tot x2 een verticale lijn kruist en dus een rand in de achtergrondkleur krijgt. */
  kruist(x1: number, x2: number): boolean
}

export function maakDoek(beeld: Tijdlijnbeeld, m: Maten): Doek {
  const schaal = maakSchaal(beeld.bereik, m.links, m.breedte - 4)
  const spelden = verdeelSpelden(beeld.spelden, schaal, beeld.vandaag, beeld.woorden)
  const plaats = (dag: Datum) => schaal.x(dag)
  const xGekozen = valtIn(beeld.peildatum, beeld.bereik) ? plaats(beeld.peildatum) : null
  const xVandaag = schaal.xEinde(beeld.vandaag)
  const lijnen = [xVandaag, ...(xGekozen === null ? [] : [xGekozen])]
  return {
    beeld, m, schaal, spelden, xGekozen, xVandaag, id: m.soort,
    rijen: bepaalRijen(m, {
      boven: beeld.diplomas.some(({ plaats: waar }) => waar === 'boven'),
      onder: beeld.diplomas.some(({ plaats: waar }) => waar === 'onder') || beeld.stages.length > 0,
      verzuim: beeld.verzuim.dagen.length > 0, speldrijen: spelden.rijen,
    }),
    kruist: (x1, x2) => lijnen.some((x) => x > x1 - 4 && x < x2 + 4),
  }
}
