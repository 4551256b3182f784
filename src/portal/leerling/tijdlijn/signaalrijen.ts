import type { Datum } from '../../../kern/datum.ts'
import type { Signaalniveau } from '../../../kern/signaalcode.ts'
import { NIVEAU_VOLGORDE } from '../../woorden/woorden.ts'
import { type Woorden, woordenIn } from '../teksten.ts'
import type { Schaal } from './schaal.ts'
import { tekstbreedte } from './tekstbreedte.ts'

/** Een signaal zoals de tekening het nodig heeft; `anker` wijst naar het signaal in de lijst. */
export interface Speldinvoer {
  readonly anker: string
  readonly niveau: Signaalniveau
  readonly label: string
  readonly van: Datum
  /** null = nog open. */
  readonly totEnMet: Datum | null
}

export interface Speld {
  readonly anker: string
  readonly niveau: Signaalniveau
  readonly open: boolean
  readonly label: string
  /** Meer dan 1: een bundel van signalen op één dag. */
  readonly aantal: number
  readonly x: number
  readonly xEind: number
  readonly labelX: number
  readonly labelLinks: boolean
  readonly rij: number
}

export interface Speldrijen {
  readonly spelden: readonly Speld[]
  readonly rijen: number
  /** Hoeveel signalen er niet getekend zijn; er staat dan een link naar de lijst op de laatste rij. */
  readonly nietGetekend: number
}

export const LABEL_LETTER = 14
const LUCHT = 10
const MEESTE_RIJEN = 6
const BUNDEL_VANAF = 4

/** Verdeelt signalen gretig over rijen op eerste dag; twee delen een rij als labels en strepen 10 px uit elkaar blijven. */
export function verdeelSpelden(signalen: readonly Speldinvoer[], schaal: Schaal, vandaag: Datum, woorden: Woorden = woordenIn('nl')): Speldrijen {
  const spelden = bundel(signalen, woorden).map((groep) => plaats(groep, schaal, vandaag))
  const eindes: number[] = []
  const verdeeld = spelden.map((speld) => {
    const [begin, eind] = bezet(speld)
    const vrij = eindes.findIndex((vorig) => begin >= vorig + LUCHT)
    const rij = vrij < 0 ? eindes.length : vrij
    eindes[rij] = eind
    return { ...speld, rij }
  })
  if (eindes.length <= MEESTE_RIJEN) return { spelden: verdeeld, rijen: eindes.length, nietGetekend: 0 }
  const getekend = verdeeld.filter(({ rij }) => rij < MEESTE_RIJEN - 1)
  const weg = verdeeld.filter(({ rij }) => rij >= MEESTE_RIJEN - 1).reduce((som, { aantal }) => som + aantal, 0)
  return { spelden: getekend, rijen: MEESTE_RIJEN, nietGetekend: weg }
}

/** Vier of meer op één dag worden één speld met de vorm van het ergste; de streep loopt tot het laatste gesloten is. */
function bundel(signalen: readonly Speldinvoer[], { tekst: { tl }, begrip, datum }: Woorden): (Speldinvoer & { readonly aantal: number })[] {
  const perDag = Map.groupBy(signalen.toSorted((a, b) => (a.van < b.van ? -1 : a.van > b.van ? 1 : 0)), ({ van }) => van)
  return [...perDag].flatMap(([van, groep]) => {
    const ergste = NIVEAU_VOLGORDE.flatMap((niveau) => groep.filter((signaal) => signaal.niveau === niveau))[0]
    if (groep.length < BUNDEL_VANAF || ergste === undefined) return groep.map((signaal) => ({ ...signaal, aantal: 1 }))
    const eindes = groep.map(({ totEnMet }) => totEnMet)
    return [{
      ...ergste, aantal: groep.length, totEnMet: eindes.includes(null) ? null : (eindes.toSorted().at(-1) ?? null),
      label: tl.bundel(groep.length, datum.kort(van), begrip.tel(groep.map(({ niveau }) => niveau))),
    }]
  })
}

function plaats(signaal: Speldinvoer & { readonly aantal: number }, schaal: Schaal, vandaag: Datum): Omit<Speld, 'rij'> {
  const open = signaal.totEnMet === null
  const x = schaal.x(signaal.van)
  const xEind = Math.max(x + 3, open ? schaal.x(vandaag) : schaal.xEinde(signaal.totEnMet ?? signaal.van))
  const breed = tekstbreedte(signaal.label, LABEL_LETTER, open)
  const voorLabel = signaal.aantal > 1 ? 34 : 15
  const labelLinks = x + voorLabel + breed > schaal.rechts && x - 15 - breed > schaal.links - 40
  return { anker: signaal.anker, niveau: signaal.niveau, open, label: signaal.label, aantal: signaal.aantal, x, xEind, labelX: labelLinks ? x - 15 : x + voorLabel, labelLinks }
}

function bezet(speld: Omit<Speld, 'rij'>): [number, number] {
  const breed = tekstbreedte(speld.label, LABEL_LETTER, speld.open)
  return speld.labelLinks ? [speld.labelX - breed, Math.max(speld.x + 10, speld.xEind)] : [speld.x - 10, Math.max(speld.labelX + breed, speld.xEind)]
}
