/** Waar een waarde in de tijd staat op de tekening (vormgeving 6). Rekent alleen; `trapgrafiek.tsx` tekent. */
import { dagnummer, type Datum } from '../../kern/datum.ts'
import type { Parameter } from '../../normen/index.ts'

export interface Trapdeel {
  readonly x1: number
  readonly x2: number
  readonly y: number
  readonly van: Datum
  readonly waarde: string | number
  readonly afgeleid: boolean
  /** De waarde begint hier in beeld: een gevulde stip. */
  readonly begint: boolean
  /** Er komt hierna een andere waarde: een open stip. */
  readonly eindigt: boolean
}

export interface Trapbeeld {
  readonly breedte: number
  readonly hoogte: number
  readonly links: number
  readonly rechts: number
  readonly boven: number
  readonly onder: number
  readonly delen: readonly Trapdeel[]
  readonly hoogtes: readonly { readonly y: number; readonly woord: string }[]
  readonly jaren: readonly { readonly x: number; readonly jaar: number }[]
  readonly vandaag: number
}

const MARGE = { rechts: 12, boven: 34, onder: 34 }
const JAREN_VOORUIT = 3
const VROEGSTE_JAAR = 2020

/** Undefined bij een dag als waarde: daar is geen as voor. Een lijst geeft een rij per code. */
export function maakTrap(parameter: Parameter, vandaag: Datum, breedte: number): Trapbeeld | undefined {
  const waarden = parameter.waarden.filter(({ aangekondigd }) => !aangekondigd)
  const eerste = waarden[0]
  if (parameter.soort === 'datum' || eerste === undefined) return undefined
  const getallen = waarden.flatMap(({ waarde }) => (typeof waarde === 'number' ? [waarde] : []))
  const codes = [...new Set(waarden.flatMap(({ waarde }) => (typeof waarde === 'number' ? [] : [waarde].flat())))]
  const hoogte = getallen.length > 0 ? (breedte < 400 ? 190 : 230) : MARGE.boven + MARGE.onder + codes.length * 44
  const links = getallen.length > 0 ? 36 : 96
  const vlak = { links, rechts: breedte - MARGE.rechts, boven: MARGE.boven, onder: hoogte - MARGE.onder }
  const jaar = jaarVan(vandaag)
  const begin = `${Math.max(VROEGSTE_JAAR, Math.min(jaar - 2, jaarVan(eerste.van)))}-01-01` as Datum
  const eind = `${jaar + JAREN_VOORUIT}-01-01` as Datum
  const x = (dag: Datum): number => rond(vlak.links + Math.min(1, Math.max(0, deel(dag, begin, eind))) * (vlak.rechts - vlak.links))
  const schaal = getallen.length > 0 ? getalschaal(getallen) : undefined
  const y = (waarde: number | string): number => schaal === undefined || typeof waarde === 'string'
    ? rond(vlak.boven + 22 + codes.indexOf(String(waarde)) * 44)
    : rond(vlak.onder - ((waarde - schaal.laag) / (schaal.hoog - schaal.laag)) * (vlak.onder - vlak.boven))
  const delen = waarden.flatMap(({ van, waarde, zekerheid }, i): Trapdeel[] => {
    const volgende = waarden[i + 1]
    const tot = volgende?.van ?? eind
    if (tot <= begin) return []
    return [waarde].flat().map((een) => ({ x1: x(van), x2: x(tot), y: y(een), van, waarde: een, afgeleid: zekerheid === 'afgeleid', begint: van >= begin, eindigt: volgende !== undefined }))
  })
  return {
    breedte, hoogte, ...vlak, delen, vandaag: x(vandaag),
    hoogtes: schaal === undefined ? codes.map((woord) => ({ y: y(woord), woord })) : schaal.streepjes.map((waarde) => ({ y: y(waarde), woord: String(waarde) })),
    jaren: Array.from({ length: jaarVan(eind) - jaarVan(begin) + 1 }, (_, i) => jaarVan(begin) + i).filter((_, i) => i % (breedte < 400 ? 3 : 2) === 0).map((een) => ({ x: x(`${een}-01-01` as Datum), jaar: een })),
  }
}

/** Ronde streepjes rond de waarden, met lucht erboven en eronder. */
function getalschaal(getallen: readonly number[]): { readonly laag: number; readonly hoog: number; readonly streepjes: readonly number[] } {
  const [kleinste, grootste] = [Math.min(...getallen), Math.max(...getallen)]
  const stap = Math.max(1, Math.ceil((grootste - kleinste + 4) / 5))
  const laag = Math.max(0, Math.floor((kleinste - stap) / stap) * stap)
  const hoog = Math.ceil((grootste + stap) / stap) * stap
  return { laag, hoog, streepjes: Array.from({ length: Math.round((hoog - laag) / stap) + 1 }, (_, i) => laag + i * stap) }
}

function deel(dag: Datum, begin: Datum, eind: Datum): number {
  return (dagnummer(dag) - dagnummer(begin)) / (dagnummer(eind) - dagnummer(begin))
}

function jaarVan(dag: Datum): number {
  return Number(dag.slice(0, 4))
}

function rond(getal: number): number {
  return Math.round(getal * 10) / 10
}
