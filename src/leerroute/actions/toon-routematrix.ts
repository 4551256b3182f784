import type { Datum } from '../../kern/datum.ts'
import type { Leerroute, Niveau, Sector } from '../../kern/leerroute.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { leesAanbieders } from '../../organisatie/index.ts'
import { leesAanbodVan, leesKringcodes } from '../../rio/index.ts'
import { type Actiecontext, brinsVan, magErgens, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { maakRoutematrix, type Matrixaanbieder, type Matrixcel, type Matrixrij } from '../rules/routematrix.ts'

export interface Matrixvraag {
  readonly op: Datum
  /** BRIN van een school in de kring. */
  readonly partner: string | null
  readonly route: Leerroute | null
  readonly profiel: string | null
  readonly niveau: Niveau | null
  /** Ook routes van partners waar de eigen school niet aan meedoet. */
  readonly ookAndere: boolean
  /** Vanaf 1. */
  readonly blad: number
}

export interface Matrixkolom {
  readonly brin: string
  readonly naam: string
  readonly sector: Sector
  readonly eigen: boolean
  /** RIO-codes van de school in deze kring. */
  readonly codes: readonly string[]
}

/** Een cel van een eigen school waar iets aan te doen is. */
export interface Matrixtaak {
  readonly brin: string
  readonly rij: Pick<Matrixrij, 'route' | 'profiel' | 'niveaus' | 'opleidingcodes'>
  readonly cel: Matrixcel
}

export interface Routematrix {
  /** Vo eerst, dan mbo; alleen scholen die in de rijen op dit blad meedoen, en altijd de eigen scholen. */
  readonly kolommen: readonly Matrixkolom[]
  readonly rijen: readonly Matrixrij[]
  readonly blad: number
  readonly bladen: number
  /** Over alle bladen. */
  readonly tellingen: { readonly geregistreerd: number; readonly ontbreekt: number; readonly ontbreektBijU: number; readonly nietWederzijds: number; readonly rijen: number; readonly andere: number }
  readonly taken: readonly Matrixtaak[]
  /** Om uit te kiezen; van alles in de kring, niet alleen van dit blad. */
  readonly partners: readonly Matrixkolom[]
  readonly profielen: readonly string[]
}

const RIJEN_PER_BLAD = 20
const MEESTE_TAKEN = 6

/**
 * K-RIO-01..05: de routes van de eigen scholen en hun partners op een dag. Wat scholen aanbieden is openbaar; er staat niets over
 * leerlingen in. Alleen voor wie voor een school aan routes werkt.
 */
export function toonRoutematrix(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor'>, vraag: Matrixvraag): Promise<Uitkomst<Routematrix, Weigering>> {
  const eigen = brinsVan(ctx.actor)
  if (eigen.length === 0 || !magErgens(ctx.actor, 'afspraak:schrijven')) return Promise.resolve(geweigerd({ soort: 'niet-gevonden' }))
  return metRechten<Uitkomst<Routematrix, Weigering>>(uitvoerder, ctx.actor, async (trx) => {
    const codes = await leesKringcodes(trx, eigen)
    const aanbod = (await leesAanbodVan(trx, codes)).map(({ brin, inhoud }) => ({ ...inhoud, brin }))
    const [vanKring, vanOns] = [await leesAanbieders(trx, { codes }), await leesAanbieders(trx, { brins: eigen })]
    const aanbieders = [...new Map([...vanOns, ...vanKring].map((een) => [een.code, een])).values()]
    return gelukt(stelSamen({ aanbieders, eigen: new Set(eigen), alle: maakRoutematrix(aanbieders, aanbod, vraag.op) }, vraag))
  })
}

interface Kring {
  readonly aanbieders: readonly Matrixaanbieder[]
  readonly eigen: ReadonlySet<string>
  readonly alle: readonly Matrixrij[]
}

function stelSamen({ aanbieders, eigen, alle }: Kring, vraag: Matrixvraag): Routematrix {
  const scholen = maakKolommen(aanbieders, eigen)
  const doetMee = ({ cellen }: Matrixrij): boolean => [...eigen].some((brin) => cellen.has(brin))
  const gekozen = alle.filter((rij) => past(rij, vraag))
  const rijen = vraag.ookAndere ? gekozen : gekozen.filter(doetMee)
  const bladen = Math.max(1, Math.ceil(rijen.length / RIJEN_PER_BLAD))
  const blad = Math.min(Math.max(1, vraag.blad), bladen)
  const opBlad = rijen.slice((blad - 1) * RIJEN_PER_BLAD, blad * RIJEN_PER_BLAD)
  const inKring = new Set(alle.filter(doetMee).flatMap(({ cellen }) => [...cellen.keys()]))
  const cellen = rijen.flatMap((rij) => [...rij.cellen].map(([brin, cel]) => ({ brin, cel, rij })))
  const tel = (zoek: (een: { brin: string, cel: Matrixcel }) => boolean): number => cellen.filter(zoek).length
  return {
    kolommen: scholen.filter(({ brin }) => eigen.has(brin) || opBlad.some((rij) => rij.cellen.has(brin))), rijen: opBlad, blad, bladen,
    tellingen: {
      geregistreerd: tel(({ cel }) => cel.stand === 'geregistreerd' || cel.stand === 'ander-profiel'), ontbreekt: tel(({ cel }) => cel.stand === 'ontbreekt'),
      ontbreektBijU: tel(({ brin, cel }) => cel.stand === 'ontbreekt' && eigen.has(brin)), nietWederzijds: telParen(cellen.map(({ cel }) => cel)),
      rijen: rijen.length, andere: gekozen.length - gekozen.filter(doetMee).length,
    },
    taken: cellen.filter(({ brin, cel }) => eigen.has(brin) && (cel.stand === 'ontbreekt' || cel.stand === 'niet-wederzijds')).slice(0, MEESTE_TAKEN),
    partners: scholen.filter(({ brin }) => !eigen.has(brin) && inKring.has(brin)), profielen: [...new Set(alle.flatMap(({ profiel }) => profiel ?? []))],
  }
}

/** Een paar dat elkaar niet noemt staat in twee cellen, en misschien in meer rijen: het telt een keer. */
function telParen(cellen: readonly Matrixcel[]): number {
  return new Set(cellen.flatMap(({ mist }) => mist.map(({ van, naar }) => [van.code, naar.code].toSorted().join(' ')))).size
}

function past({ route, profiel, niveaus, cellen }: Matrixrij, vraag: Matrixvraag): boolean {
  return (vraag.route === null || vraag.route === route) && (vraag.profiel === null || vraag.profiel === profiel)
    && (vraag.niveau === null || niveaus.includes(vraag.niveau)) && (vraag.partner === null || cellen.has(vraag.partner))
}

const VOLGORDE: readonly Sector[] = ['VO', 'VSO', 'MBO']

function maakKolommen(aanbieders: readonly Matrixaanbieder[], eigen: ReadonlySet<string>): readonly Matrixkolom[] {
  return [...Map.groupBy(aanbieders, ({ brin }) => brin)].flatMap(([brin, groep]) => groep.slice(0, 1).map(({ school, sector }): Matrixkolom => ({
    brin, naam: school, sector, eigen: eigen.has(brin), codes: groep.map(({ code }) => code).toSorted(),
  }))).toSorted((a, b) => VOLGORDE.indexOf(a.sector) - VOLGORDE.indexOf(b.sector) || a.naam.localeCompare(b.naam, 'nl'))
}
