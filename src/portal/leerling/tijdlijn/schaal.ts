import { beginSchooljaar, dagnummer, plusDagen, schooljaar, type Datum } from '../../../kern/datum.ts'

/** Het bereik van de tekening in dagen: van 1 augustus tot en met 31 juli. */
export interface Bereik {
  readonly van: Datum
  readonly totEnMet: Datum
}

export interface Schaal extends Bereik {
  readonly links: number
  readonly rechts: number
  /** Aantal px per schooljaar; bepaalt hoeveel woorden passen. */
  readonly pxPerJaar: number
  /** Plaats van het begin van een dag. */
  x(dag: Datum): number
  /** Plaats van het einde van een dag (het begin van de volgende). */
  xEinde(dag: Datum): number
}

/**
 * Van 1 augustus van het eerste schooljaar met een record tot en met 31 juli van het jaar van vandaag,
 * of van het laatste record als alles is gesloten en er geen signaal meer open staat (een open einde is null).
 */
export function bepaalBereik(begindata: readonly Datum[], einddata: readonly (Datum | null)[], vandaag: Datum): Bereik {
  const eerste = begindata.toSorted()[0] ?? vandaag
  const allesGesloten = einddata.length > 0 && einddata.every((d) => d !== null && d < vandaag)
  const laatste = allesGesloten ? (einddata.filter((d) => d !== null).toSorted().at(-1) ?? vandaag) : vandaag
  const begin = beginSchooljaar(eerste < laatste ? eerste : laatste)
  return { van: begin, totEnMet: eindeSchooljaar(laatste) }
}

export function maakSchaal(bereik: Bereik, links: number, rechts: number): Schaal {
  const [eerste, laatste] = [dagnummer(bereik.van), dagnummer(bereik.totEnMet) + 1]
  const plaats = (nummer: number) => Math.min(rechts, Math.max(links, links + ((nummer - eerste) / (laatste - eerste)) * (rechts - links)))
  return {
    ...bereik, links, rechts, pxPerJaar: ((rechts - links) * 365.25) / (laatste - eerste),
    x: (dag) => plaats(dagnummer(dag)),
    xEinde: (dag) => plaats(dagnummer(dag) + 1),
  }
}

/** Elke 1 augustus in het bereik. */
export function schooljaren(bereik: Bereik): Datum[] {
  const uit: Datum[] = []
  for (let dag = bereik.van; dag <= bereik.totEnMet; dag = plusDagen(eindeSchooljaar(dag), 1)) uit.push(dag)
  return uit
}

export function eindeSchooljaar(dag: Datum): Datum {
  return `${String(schooljaar(dag) + 1).padStart(4, '0')}-07-31` as Datum
}

export function valtIn(dag: Datum, { van, totEnMet }: Bereik): boolean {
  return dag >= van && dag <= totEnMet
}
