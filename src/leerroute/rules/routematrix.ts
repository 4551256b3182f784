/**
 * Routes naast scholen: wie heeft een route in RIO, wie niet, en wie noemt wie niet terug. De rechters zijn die van het besluit over een
 * leerling (`rio.ts`): op een dag, per onderwijsaanbieder en kenmerk. Het profiel deelt alleen in; RIO vraagt er niet naar.
 */
import type { Datum } from '../../kern/datum.ts'
import type { Leerroute, Niveau, Sector } from '../../kern/leerroute.ts'
import type { AanbodBericht } from '../../rio/index.ts'
import { KENMERK, noemt, past } from './rio.ts'

/** Een onderwijsaanbieder van een school in de kring. */
export interface Matrixaanbieder {
  readonly code: string
  readonly sector: Sector
  readonly brin: string
  readonly school: string
}

export interface Matrixaanbod extends AanbodBericht {
  readonly brin: string
}

/**
 * `geregistreerd`: in RIO en wederzijds. `ander-profiel`: alleen onder een ander profiel, en dat volstaat voor RIO. `niet-wederzijds`: een van
 * beide noemt de ander niet (K-RIO-04). `ontbreekt`: genoemd, maar zonder aanbod op de dag (K-RIO-05). `begint` en `voorbij`: er is aanbod, niet op de dag.
 */
export type Matrixstand = 'geregistreerd' | 'ander-profiel' | 'niet-wederzijds' | 'ontbreekt' | 'begint' | 'voorbij'

export interface Matrixcel {
  readonly stand: Matrixstand
  /** Eerste dag van het aanbod; bij `voorbij` de laatste, bij `begint` de dag die komt. */
  readonly dag: Datum | null
  /** De laatste dag, als die bekend is en nog komt. */
  readonly totEnMet: Datum | null
  /** Aanbod van de school in deze rij. */
  readonly aanbod: readonly Matrixaanbod[]
  /** Bij `niet-wederzijds`: wie noemt wie niet. */
  readonly mist: readonly { readonly van: Matrixaanbieder; readonly naar: Matrixaanbieder }[]
  /** Bij `ontbreekt` en `begint`: wie de school in deze route noemt. */
  readonly genoemdDoor: readonly Matrixaanbieder[]
}

export interface Matrixrij {
  readonly route: Leerroute
  /** Null: de scholen gaven het aanbod geen profiel. */
  readonly profiel: string | null
  readonly niveaus: readonly Niveau[]
  readonly opleidingcodes: readonly string[]
  /** Per BRIN; een school die er niet in staat, doet niet mee. */
  readonly cellen: ReadonlyMap<string, Matrixcel>
}

const ROUTES: readonly Leerroute[] = ['DLR', 'GLR']

/** K-RIO-01..05 voor elke route en elk profiel; een rij per combinatie, op naam. */
export function maakRoutematrix(aanbieders: readonly Matrixaanbieder[], aanbod: readonly Matrixaanbod[], op: Datum): readonly Matrixrij[] {
  const kring: Kring = { aanbieders: new Map(aanbieders.map((een) => [een.code, een])), aanbod: Map.groupBy(aanbod, ({ onderwijsaanbieder }) => onderwijsaanbieder), op }
  return ROUTES.flatMap((route) => {
    const vanRoute = aanbod.filter(({ leerrouteKenmerk }) => leerrouteKenmerk === KENMERK[route])
    return [...Map.groupBy(vanRoute, ({ profiel }) => profiel ?? null)].map(([profiel, groep]) => maakRij(kring, route, profiel, groep))
  }).toSorted((a, b) => (a.profiel ?? '￿').localeCompare(b.profiel ?? '￿', 'nl') || a.route.localeCompare(b.route))
}

interface Kring {
  readonly aanbieders: ReadonlyMap<string, Matrixaanbieder>
  readonly aanbod: ReadonlyMap<string, readonly Matrixaanbod[]>
  readonly op: Datum
}

function maakRij(kring: Kring, route: Leerroute, profiel: string | null, groep: readonly Matrixaanbod[]): Matrixrij {
  const telt = groep.filter(({ einddatum }) => !einddatum || einddatum >= kring.op)
  const codes = new Set([...groep.map(({ onderwijsaanbieder }) => onderwijsaanbieder), ...telt.flatMap(({ samenwerkendeOnderwijsaanbieders }) => samenwerkendeOnderwijsaanbieders)])
  const perSchool = Map.groupBy([...codes].flatMap((code) => kring.aanbieders.get(code) ?? []), ({ brin }) => brin)
  const cellen = [...perSchool].map(([brin, eigen]) => [brin, ergste(eigen.map((aanbieder) => maakCel(kring, route, groep, aanbieder)))] as const)
  return {
    route, profiel, niveaus: [...new Set(groep.flatMap(({ niveau }) => niveau ?? []))].toSorted(), opleidingcodes: [...new Set(groep.flatMap(({ opleidingcode }) => opleidingcode ?? []))].toSorted(),
    cellen: new Map(cellen),
  }
}

function maakCel(kring: Kring, route: Leerroute, groep: readonly Matrixaanbod[], aanbieder: Matrixaanbieder): Matrixcel {
  const eigen = groep.filter(({ onderwijsaanbieder }) => onderwijsaanbieder === aanbieder.code)
  const inRij = eigen.filter((een) => past(een, aanbieder, route, kring.op))
  const noemers = groep.filter((een) => een.samenwerkendeOnderwijsaanbieders.includes(aanbieder.code) && geldt(een, kring.op))
  const alle = geldendAanbod(kring, aanbieder, route)
  const genoemdDoor = [...new Set(noemers.map(({ onderwijsaanbieder }) => onderwijsaanbieder))].flatMap((code) => kring.aanbieders.get(code) ?? [])
  const kop = { aanbod: eigen, mist: [], genoemdDoor, totEnMet: null }
  if (alle.length === 0) return zonderAanbod(kop, eigen, kring.op)
  const partners = new Set([...inRij.flatMap(({ samenwerkendeOnderwijsaanbieders }) => samenwerkendeOnderwijsaanbieders), ...noemers.map(({ onderwijsaanbieder }) => onderwijsaanbieder)])
  const mist = [...partners].flatMap((code) => nietWederzijds(kring, route, aanbieder, code))
  const dag = laagste((inRij.length > 0 ? inRij : alle).map(({ begindatum }) => begindatum))
  if (mist.length > 0) return { ...kop, stand: 'niet-wederzijds', dag, mist }
  if (inRij.length > 0) return { ...kop, stand: 'geregistreerd', dag, totEnMet: inRij.every(({ einddatum }) => einddatum) ? hoogste(inRij.flatMap(({ einddatum }) => einddatum ?? [])) : null }
  return noemers.length > 0 ? { ...kop, stand: 'ander-profiel', dag } : zonderAanbod(kop, eigen, kring.op)
}

type Celkop = Pick<Matrixcel, 'aanbod' | 'mist' | 'genoemdDoor' | 'totEnMet'>

/** Er is op de dag geen aanbod met deze route. Noemt niemand de school meer, dan is voorbij gewoon voorbij. */
function zonderAanbod(kop: Celkop, eigen: readonly Matrixaanbod[], op: Datum): Matrixcel {
  const komt = laagste(eigen.flatMap(({ begindatum }) => (begindatum > op ? [begindatum] : [])))
  if (komt !== null) return { ...kop, stand: 'begint', dag: komt }
  const geweest = hoogste(eigen.flatMap(({ einddatum }) => (einddatum && einddatum < op ? [einddatum] : [])))
  return kop.genoemdDoor.length > 0 || geweest === null ? { ...kop, stand: 'ontbreekt', dag: geweest } : { ...kop, stand: 'voorbij', dag: geweest }
}

/** K-RIO-04: alleen als beide de route op de dag in RIO hebben. */
function nietWederzijds(kring: Kring, route: Leerroute, aanbieder: Matrixaanbieder, code: string): Matrixcel['mist'] {
  const ander = kring.aanbieders.get(code)
  if (ander === undefined) return []
  const [mijn, zijn] = [geldendAanbod(kring, aanbieder, route), geldendAanbod(kring, ander, route)]
  if (mijn.length === 0 || zijn.length === 0) return []
  return [...(noemt(mijn, ander) ? [] : [{ van: aanbieder, naar: ander }]), ...(noemt(zijn, aanbieder) ? [] : [{ van: ander, naar: aanbieder }])]
}

function geldendAanbod({ aanbod, op }: Kring, aanbieder: Matrixaanbieder, route: Leerroute): readonly Matrixaanbod[] {
  return (aanbod.get(aanbieder.code) ?? []).filter((een) => past(een, aanbieder, route, op))
}

function geldt({ begindatum, einddatum }: Matrixaanbod, op: Datum): boolean {
  return begindatum <= op && (!einddatum || einddatum >= op)
}

const ERNST: readonly Matrixstand[] = ['ontbreekt', 'niet-wederzijds', 'begint', 'geregistreerd', 'ander-profiel', 'voorbij']

/** Een school met meer onderwijsaanbieders heeft een cel: de ergste, met het aanbod van allemaal. */
function ergste(cellen: readonly Matrixcel[]): Matrixcel {
  const [eerste] = cellen.toSorted((a, b) => ERNST.indexOf(a.stand) - ERNST.indexOf(b.stand))
  if (eerste === undefined) throw new Error('een school zonder onderwijsaanbieder staat niet in de matrix')
  return { ...eerste, aanbod: cellen.flatMap(({ aanbod }) => aanbod), mist: cellen.flatMap(({ mist }) => mist) }
}

function laagste(dagen: readonly Datum[]): Datum | null {
  return dagen.toSorted()[0] ?? null
}

function hoogste(dagen: readonly Datum[]): Datum | null {
  return dagen.toSorted().at(-1) ?? null
}
