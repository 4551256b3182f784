import { beginSchooljaar } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Leerroutefase } from '../../kern/leerroute.ts'
import type { GebruikteNorm, Reden } from '../../kern/reden.ts'
import { schrijfDag } from '../../kern/zinnen.ts'
import type { Normen } from '../../normen/index.ts'
import { draagtRoute } from './stand.ts'
import type { Registers } from './stand.ts'

export interface VerwachteFase {
  readonly fase: Leerroutefase
  /** Eerste dag van de route, in welk register dan ook. */
  readonly begin: Datum
  /** 1 = het schooljaar waarin de route begon. */
  readonly routejaar: number
  readonly jarenFaseVo: number
  readonly norm: GebruikteNorm
}

/**
 * K-FASE-01, K-FASE-02: de fase volgens de kalender: de eerste schooljaren VO, vanaf 1 augustus daarna MBO.
 * `undefined` als er nooit een route begon of het aantal jaren op die dag niet vastligt. Bron: S0, S2; telling afgeleid.
 */
export function verwachteFase(registers: Registers, op: Datum, eersteBegin: Datum, normen: Normen): VerwachteFase | undefined {
  const begin = beginVanRoute(registers, eersteBegin)
  const norm = normen.getal('leerroute/jaren-fase-vo', op)
  if (begin === undefined || norm.soort !== 'geldt') return undefined
  const routejaar = schooljaarVan(op) - schooljaarVan(begin) + 1
  return { fase: routejaar <= norm.waarde ? 'VO' : 'MBO', begin, routejaar, jarenFaseVo: norm.waarde, norm: norm.norm }
}

/** K-FASE-02: de vroegste begindag van een periode met een route die telt, in een van beide registers. Wisselen of terugkomen begint niet opnieuw. */
export function beginVanRoute(registers: Registers, eersteBegin: Datum): Datum | undefined {
  let begin: Datum | undefined
  for (const inschrijvingen of [registers.inschrijvingenVo, registers.inschrijvingenMbo]) {
    for (const { perioden } of inschrijvingen) {
      for (const periode of perioden) {
        if (draagtRoute(periode, eersteBegin) && (begin === undefined || periode.datumBegin < begin)) begin = periode.datumBegin
      }
    }
  }
  return begin
}

/** 1 augustus van routejaar 1 (K-FASE-02). */
export function beginRouteSchooljaar(registers: Registers, eersteBegin: Datum): Datum | null {
  const begin = beginVanRoute(registers, eersteBegin)
  return begin === undefined ? null : beginSchooljaar(begin)
}

export function motiveerVerwachting(verwacht: VerwachteFase): Reden {
  return {
    onderwerp: 'fase',
    regels: ['K-FASE-01', 'K-FASE-02'],
    uitkomst: verwacht.fase,
    uitleg: `Volgens de kalender hoort fase ${verwacht.fase}. Dit is jaar ${verwacht.routejaar} van de route, die begon op ${schrijfDag(verwacht.begin)}. De eerste ${verwacht.jarenFaseVo} schooljaren zijn fase VO.`,
    normen: [verwacht.norm],
  }
}

function schooljaarVan(d: Datum): number {
  const jaar = Number(d.slice(0, 4))
  return d.slice(5) >= '08-01' ? jaar : jaar - 1
}
