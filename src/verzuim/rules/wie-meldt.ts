import type { Partij } from '../../kern/leerroute.ts'
import type { Reden } from '../../kern/reden.ts'
import type { Peiling } from '../../leerroute/index.ts'

/** Wat de regels nodig hebben om te zeggen wie meldt; een deel van een peiling. */
export type WieMeldtFeiten = Pick<Peiling, 'fase' | 'stand'>

/**
 * K-VZM-01, K-CAS-07: wie verzuim meldt en behandelt. Met route beslist de fase, ook als die partij geen inschrijving heeft;
 * anders het vo als daar een inschrijving open is, en anders het mbo. Bron: S0, S2; zonder route afgeleid.
 */
export function wieMeldt({ fase, stand }: WieMeldtFeiten): Partij {
  if (fase !== null) return fase
  if (stand.vo.open.length > 0) return 'VO'
  return stand.mbo.open.length > 0 ? 'MBO' : 'geen'
}

export function motiveerWieMeldt(feiten: WieMeldtFeiten): Reden {
  return (feiten.fase === null ? ZONDER_ROUTE : MET_ROUTE)[wieMeldt(feiten)]
}

const MET_ROUTE: Readonly<Record<Partij, Reden>> = {
  VO: { onderwerp: 'verzuim', regels: ['K-VZM-01', 'K-CAS-07'], uitkomst: 'VO', uitleg: 'Het vo meldt verzuim, want de fase is VO.' },
  MBO: { onderwerp: 'verzuim', regels: ['K-VZM-01', 'K-CAS-07'], uitkomst: 'MBO', uitleg: 'Het mbo meldt verzuim, want de fase is MBO.' },
  onbepaald: { onderwerp: 'verzuim', regels: ['K-FASE-05', 'K-VZM-01'], uitkomst: 'onbepaald', uitleg: 'Wie verzuim meldt is nog niet te bepalen, want de fase is onbepaald. Spreek samen af wie meldt tot de fase klopt.' },
  geen: { onderwerp: 'verzuim', regels: ['K-CAS-07'], uitkomst: 'geen', uitleg: 'Niemand meldt verzuim.' },
}

const ZONDER_ROUTE: Readonly<Record<Partij, Reden>> = {
  VO: { onderwerp: 'verzuim', regels: ['K-CAS-07'], uitkomst: 'VO', uitleg: 'Het vo meldt verzuim: er is geen route en wel een open vo-inschrijving.' },
  MBO: { onderwerp: 'verzuim', regels: ['K-CAS-07'], uitkomst: 'MBO', uitleg: 'Het mbo meldt verzuim: er is geen route en alleen een open mbo-inschrijving.' },
  onbepaald: MET_ROUTE.onbepaald,
  geen: { onderwerp: 'verzuim', regels: ['K-CAS-07'], uitkomst: 'geen', uitleg: 'Niemand meldt verzuim: er is geen open inschrijving.' },
}
