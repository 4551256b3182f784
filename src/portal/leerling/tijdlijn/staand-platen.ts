import type { Datum } from '../../../kern/datum.ts'
import type { Signaalniveau } from '../../../kern/signaalcode.ts'
import { NIVEAU_VOLGORDE } from '../../woorden/woorden.ts'
import type { Tijdlijnbeeld } from './beeld.ts'

/** Een gebeurtenis op de staande tijdlijn: een wit plaatje in zijn baan met de datum links. */
export interface Plaat {
  readonly y: number
  readonly x: number
  readonly breed: number
  readonly datum: string
  readonly woord: string
  readonly soort: 'diploma' | 'verzuim'
}

/** De signalen van een paar dagen samen, als speld op de fasekolom. */
export interface Fasespeld {
  readonly y: number
  readonly niveau: Signaalniveau
  readonly open: boolean
  readonly aantal: number
  readonly href: string
  readonly zin: string
}

const HOOG = 28
const BREED = 86
/** Halve hoogte van een speld met wat lucht. */
const SPELD = 13
const KOLOM_VO = 69
const KOLOM_MBO = 191

/** Diploma's en bereikte drempels; platen schuiven omlaag tot ze elkaar niet raken. */
export function maakPlaten(beeld: Tijdlijnbeeld, van: Datum, y: (dag: Datum) => number): Plaat[] {
  const { tekst: { tl }, datum: { kort } } = beeld.woorden
  const diplomas = beeld.diplomas.map(({ datum, plaats }) => ({ dag: datum, x: plaats === 'boven' ? KOLOM_VO : KOLOM_MBO, woord: tl.plaatDiploma, soort: 'diploma' as const }))
  const haken = beeld.verzuim.haken.map(({ totEnMet, label }) => ({
    dag: totEnMet, x: faseOp(beeld, totEnMet) === 'MBO' ? KOLOM_MBO : KOLOM_VO, woord: label.split(/ (?:op|on) /)[0] ?? label, soort: 'verzuim' as const,
  }))
  const platen = [...diplomas, ...haken].filter(({ dag }) => dag >= van).map(({ dag, x, woord, soort }) => ({ y: y(dag), x, breed: BREED, datum: kort(dag), woord, soort }))
  const uit: Plaat[] = []
  for (const plaat of platen.toSorted((a, b) => a.y - b.y)) {
    const vorige = uit.at(-1)
    uit.push(vorige && plaat.y < vorige.y + HOOG ? { ...plaat, y: vorige.y + HOOG } : plaat)
  }
  return uit
}

/** Signalen die minder dan een speld uit elkaar liggen, delen er een; de vorm is die van het ergste open signaal. */
export function maakFasespelden(beeld: Tijdlijnbeeld, van: Datum, y: (dag: Datum) => number): Fasespeld[] {
  const { tekst: { tl }, begrip, datum: { kort } } = beeld.woorden
  const groepen: { plek: number, leden: Tijdlijnbeeld['spelden'][number][] }[] = []
  for (const speld of beeld.spelden.filter((een) => een.van >= van).toSorted((a, b) => (a.van < b.van ? -1 : 1))) {
    const vorige = groepen.at(-1)
    if (vorige && y(speld.van) < vorige.plek + HOOG) vorige.leden.push(speld)
    else groepen.push({ plek: y(speld.van), leden: [speld] })
  }
  return groepen.flatMap(({ plek, leden }) => {
    const open = leden.filter(({ totEnMet }) => totEnMet === null)
    const ergste = NIVEAU_VOLGORDE.flatMap((niveau) => (open.length > 0 ? open : leden).filter((speld) => speld.niveau === niveau))[0]
    if (ergste === undefined) return []
    const zin = leden.length === 1 ? `${begrip.niveau(ergste.niveau)}: ${ergste.label}, ${kort(ergste.van)}` : tl.bundelVanaf(leden.length, kort(ergste.van), begrip.tel(leden.map(({ niveau }) => niveau)))
    return [{ y: plek, niveau: ergste.niveau, open: open.length > 0, aantal: leden.length, href: leden.length === 1 ? `#${ergste.anker}` : '#signalen', zin }]
  })
}

/** Het grootste stuk van een vlak waar geen speld of lijn doorheen loopt; daar komt het woord. */
export function ruimsteVak(boven: number, onder: number, bezet: readonly number[]): { readonly midden: number, readonly hoog: number } {
  const hinder = bezet.filter((plek) => plek > boven - SPELD && plek < onder + SPELD).toSorted((a, b) => a - b)
  const grenzen = [boven, ...hinder.flatMap((plek) => [plek - SPELD, plek + SPELD]), onder]
  const vakken = Array.from({ length: grenzen.length / 2 }, (_, i) => ({ van: grenzen[i * 2] ?? boven, tot: grenzen[i * 2 + 1] ?? onder }))
  const heel = { midden: (boven + onder) / 2, hoog: 0 }
  return vakken.map(({ van, tot }) => ({ midden: (van + tot) / 2, hoog: tot - van })).reduce((beste, vak) => (vak.hoog > beste.hoog ? vak : beste), heel)
}

function faseOp({ fasevakken }: Tijdlijnbeeld, dag: Datum) {
  return fasevakken.find(({ van, totEnMet }) => dag >= van && dag <= totEnMet)?.fase
}
