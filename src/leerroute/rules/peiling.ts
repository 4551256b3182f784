import type { Diploma } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Fase } from '../../kern/leerroute.ts'
import type { Normen } from '../../normen/index.ts'
import type { RioAangebodenOpleiding } from '../../rio/index.ts'
import type { GezamenlijkOordeel, InterneRegeling, Samenwerkingsovereenkomst } from '../afspraken.ts'
import { bepaalFase } from './fase.ts'
import { bepaalKanten } from './kanten.ts'
import type { Kanten, KantenFeiten } from './kanten.ts'
import { bepaalStand, eersteBegindatum } from './stand.ts'
import type { Registers, Stand } from './stand.ts'
import { verwachteFase } from './verwachte-fase.ts'
import type { VerwachteFase } from './verwachte-fase.ts'
import { zijnVoActiviteitenAfgerond } from './vo-activiteiten.ts'

/** Alles over een leerling waar de leerroute-regels naar kijken; K-CAS-01 is al toegepast. */
export interface LeerrouteFeiten extends Registers, KantenFeiten {
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
  readonly voActiviteitenAfgerond: boolean
}

export function peil(feiten: LeerrouteFeiten, op: Datum, normen: Normen): Peiling {
  const eersteBegin = eersteBegindatum(normen, op)
  const stand = bepaalStand(feiten, op, eersteBegin)
  const metRoute = stand.routes.length > 0
  return {
    op,
    feiten,
    normen,
    eersteBegin,
    stand,
    fase: bepaalFase(stand),
    verwacht: metRoute ? verwachteFase(feiten, op, eersteBegin, normen) : undefined,
    kanten: metRoute ? bepaalKanten(stand, feiten) : GEEN_KANTEN,
    voActiviteitenAfgerond: zijnVoActiviteitenAfgerond(feiten, op),
  }
}

const GEEN_KANTEN: Kanten = { vo: [], mbo: [], niveaus: [], leerwegen: [] }

/** Alleen de stand en de fase van een dag: genoeg om te zeggen wie verzuim meldt, en veel goedkoper dan een hele peiling. */
export function peilFase(registers: Registers, op: Datum, normen: Normen): Pick<Peiling, 'stand' | 'fase'> {
  const stand = bepaalStand(registers, op, eersteBegindatum(normen, op))
  return { stand, fase: bepaalFase(stand) }
}
