import type { Diploma } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Fase } from '../../kern/leerroute.ts'
import type { Normen } from '../../normen/index.ts'
import type { RioAangebodenOpleiding } from '../../rio/index.ts'
import type { GezamenlijkOordeel, InterneRegeling, Leerrouteplan, Samenwerkingsovereenkomst } from '../afspraken.ts'
import { bepaalFase } from './fase.ts'
import { bepaalKanten } from './kanten.ts'
import type { Kanten } from './kanten.ts'
import { type Planfeiten, type Planweging, weegPlannen } from './plan.ts'
import { bepaalStand, eersteBegindatum } from './stand.ts'
import type { Registers, Stand } from './stand.ts'
import { verwachteFase } from './verwachte-fase.ts'
import type { VerwachteFase } from './verwachte-fase.ts'
import { zijnVoActiviteitenAfgerond } from './vo-activiteiten.ts'

/** Alles over een leerling waar de leerroute-regels naar kijken; K-CAS-01 is al toegepast. */
export interface LeerrouteFeiten extends Registers, Planfeiten {
  /** Laatste dag met vo-lessen of vmbo-examenonderdelen. */
  readonly voActiviteitenAfgerondOp: Datum | null
  readonly rioAangebodenOpleidingen: readonly RioAangebodenOpleiding[]
  readonly samenwerkingsovereenkomsten: readonly Samenwerkingsovereenkomst[]
  readonly interneRegelingen: readonly InterneRegeling[]
  readonly gezamenlijkeOordelen: readonly GezamenlijkOordeel[]
  readonly diplomas: readonly Diploma[]
}

/** De feiten op één dag, gelezen zoals de regels ze nodig hebben. Elke regel krijgt deze peiling. */
export interface Peiling {
  readonly op: Datum
  readonly feiten: LeerrouteFeiten
  readonly normen: Normen
  readonly eersteBegin: Datum
  readonly stand: Stand
  readonly fase: Fase
  /** Alleen met een route op de dag. */
  readonly verwacht: VerwachteFase | undefined
  readonly kanten: Kanten
  /** Het plan dat telt, en plannen van scholen daarbuiten (docs/adr/0036); alleen met een route op de dag. */
  readonly plan: Leerrouteplan | null
  readonly buitenplannen: readonly Leerrouteplan[]
  readonly voActiviteitenAfgerond: boolean
}

export function peil(feiten: LeerrouteFeiten, op: Datum, normen: Normen): Peiling {
  const eersteBegin = eersteBegindatum(normen, op)
  const stand = bepaalStand(feiten, op, eersteBegin)
  const metRoute = stand.routes.length > 0
  const weging = metRoute ? weegPlannen(feiten, op) : GEEN_WEGING
  return {
    op,
    feiten,
    normen,
    eersteBegin,
    stand,
    fase: bepaalFase(stand),
    verwacht: metRoute ? verwachteFase(feiten, op, eersteBegin, normen) : undefined,
    kanten: metRoute ? bepaalKanten(stand, feiten, weging.plan) : GEEN_KANTEN,
    plan: weging.plan,
    buitenplannen: weging.buiten,
    voActiviteitenAfgerond: zijnVoActiviteitenAfgerond(feiten, op),
  }
}

const GEEN_WEGING: Planweging = { plan: null, buiten: [] }
const GEEN_KANTEN: Kanten = { vo: [], mbo: [], niveaus: [], leerwegen: [] }

/** Alleen de stand en de fase van een dag: genoeg om te zeggen wie verzuim meldt, en veel goedkoper dan een hele peiling. */
export function peilFase(registers: Registers, op: Datum, normen: Normen): Pick<Peiling, 'stand' | 'fase'> {
  const stand = bepaalStand(registers, op, eersteBegindatum(normen, op))
  return { stand, fase: bepaalFase(stand) }
}
