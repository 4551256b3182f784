import type { Inschrijving, InschrijvingMbo, InschrijvingVo } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { type GevondenAanbieder, vindAanbieder } from '../../organisatie/zonder-register.ts'
import type { Organisatie } from '../../organisatie/index.ts'
import type { RioAangebodenOpleiding } from '../../rio/index.ts'
import type { Leerrouteplan, Samenwerkingsovereenkomst } from '../afspraken.ts'
import { isBeeindigd } from './stand.ts'

export interface Planfeiten {
  readonly organisaties: readonly Organisatie[]
  readonly leerrouteplannen: readonly Leerrouteplan[]
  readonly inschrijvingenVo: readonly InschrijvingVo[]
  readonly inschrijvingenMbo: readonly InschrijvingMbo[]
  readonly samenwerkingsovereenkomsten: readonly Samenwerkingsovereenkomst[]
  readonly rioAangebodenOpleidingen: readonly RioAangebodenOpleiding[]
}

/** Het plan dat op een dag telt, en de plannen van scholen daarbuiten die er niet voor in de plaats komen. */
export interface Planweging {
  readonly plan: Leerrouteplan | null
  readonly buiten: readonly Leerrouteplan[]
}

const GEEN_BUITEN: readonly Leerrouteplan[] = []

/**
 * K-CAS-06: het laatste plan dat op of voor de dag begint; bij gelijke begindag wat het laatst bekend werd. Hebben de twee scholen van een plan hun
 * samenwerking bij elkaar geregistreerd en heeft een van de twee de leerling met een route ingeschreven, dan vervangt een school daarbuiten
 * dat plan niet (docs/adr/0036). Zijn er meer van die paren, dan gaat het plan voor dat het eerst bekend was: dat moment kiest geen school zelf.
 */
export function weegPlannen(feiten: Planfeiten, op: Datum): Planweging {
  const begonnen = feiten.leerrouteplannen.filter((plan) => plan.van <= op).toSorted(opVolgorde)
  const laatste = begonnen.at(-1) ?? null
  if (begonnen.length < 2 || begonnen.every(({ vastgelegdDoor }) => !vastgelegdDoor)) return { plan: laatste, buiten: GEEN_BUITEN }
  const beschermd = begonnen.filter((plan) => isBeschermd(plan, feiten, op))
  const eerste = beschermd.toSorted((een, ander) => vergelijk(een.bekendOp ?? '', ander.bekendOp ?? '') || vergelijk(een.vastgelegdOp ?? '', ander.vastgelegdOp ?? ''))[0]
  if (eerste === undefined) return { plan: laatste, buiten: GEEN_BUITEN }
  const vertrouwd = new Set(scholenIn(eerste, feiten))
  const eigen = begonnen.filter((plan) => {
    if (plan.vastgelegdDoor && !vertrouwd.has(plan.vastgelegdDoor)) return false
    // Wie met een nieuwe partner verder gaat, neemt die partner mee, zodra ook die de samenwerking registreerde.
    if (beschermd.includes(plan)) for (const brin of scholenIn(plan, feiten)) vertrouwd.add(brin)
    return true
  })
  return { plan: eigen.at(-1) ?? null, buiten: begonnen.filter((plan) => !eigen.includes(plan)) }
}

/** De BRIN van de scholen die het plan noemt, voor zover bekend. */
export function scholenIn(plan: Leerrouteplan, { organisaties }: Pick<Planfeiten, 'organisaties'>): readonly string[] {
  return [plan.voOnderwijsaanbieder, plan.mboOnderwijsaanbieder].flatMap((code) => vindAanbieder(organisaties, code)?.organisatie.brin ?? [])
}

function isBeschermd(plan: Leerrouteplan, feiten: Planfeiten, op: Datum): boolean {
  const [vo, mbo] = [vindAanbieder(feiten.organisaties, plan.voOnderwijsaanbieder), vindAanbieder(feiten.organisaties, plan.mboOnderwijsaanbieder)]
  if (!vo || !mbo) return false
  const brinnen = [vo.organisatie.brin, mbo.organisatie.brin]
  if (plan.vastgelegdDoor && !brinnen.includes(plan.vastgelegdDoor)) return false
  const volgt = [...feiten.inschrijvingenVo, ...feiten.inschrijvingenMbo].some((inschrijving) => brinnen.includes(inschrijving.brin) && isMetRoute(inschrijving, op))
  return volgt && werkenSamen(vo, mbo, feiten, op)
}

function isMetRoute(inschrijving: Inschrijving & { readonly perioden: readonly { readonly datumBegin: Datum; readonly leerroute?: string | null }[] }, op: Datum): boolean {
  return inschrijving.datumInschrijving <= op && !isBeeindigd(inschrijving, op) && inschrijving.perioden.some((periode) => periode.datumBegin <= op && Boolean(periode.leerroute))
}

/** Zoals het zicht op de partner (docs/adr/0028): een bestuur, aanbod in RIO dat elkaar noemt, of een overeenkomst die beide zelf vastlegden. */
function werkenSamen(vo: GevondenAanbieder, mbo: GevondenAanbieder, feiten: Planfeiten, op: Datum): boolean {
  const gezagen = [vo.organisatie.bevoegdGezag, mbo.organisatie.bevoegdGezag]
  if (gezagen[0] === gezagen[1]) return true
  if (noemtInRio(vo, mbo, feiten, op) && noemtInRio(mbo, vo, feiten, op)) return true
  return feiten.samenwerkingsovereenkomsten.some((overeenkomst) => overeenkomst.van <= op && (!overeenkomst.tot || overeenkomst.tot >= op)
    && gezagen.every((gezag) => overeenkomst.partijen.includes(gezag) && overeenkomst.vastgelegdDoor?.includes(gezag) !== false))
}

function noemtInRio(van: GevondenAanbieder, naar: GevondenAanbieder, feiten: Planfeiten, op: Datum): boolean {
  return feiten.rioAangebodenOpleidingen.some((aanbod) => aanbod.onderwijsaanbieder === van.code && aanbod.begindatum <= op && (!aanbod.einddatum || aanbod.einddatum >= op)
    && aanbod.samenwerkendeOnderwijsaanbieders.includes(naar.code))
}

function opVolgorde(een: Leerrouteplan, ander: Leerrouteplan): number {
  return vergelijk(een.van, ander.van) || vergelijk(een.bekendOp ?? '', ander.bekendOp ?? '') || vergelijk(JSON.stringify(een), JSON.stringify(ander))
}

function vergelijk(een: string, ander: string): number {
  if (een === ander) return 0
  return een < ander ? -1 : 1
}
