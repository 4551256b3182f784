import type { Inschrijving, InschrijvingVo } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Leerweg, Niveau } from '../../kern/leerroute.ts'
import { uniek } from '../../kern/signaal.ts'
import { vindAanbieder } from '../../organisatie/zonder-register.ts'
import type { GevondenAanbieder, Organisatie } from '../../organisatie/index.ts'
import type { Leerrouteplan } from '../afspraken.ts'
import type { Planfeiten } from './plan.ts'
import { isBeeindigd, laatstePeriode } from './stand.ts'
import type { OpenInschrijving, Stand } from './stand.ts'

/** Wie de route samen doen, naar welk niveau en vanuit welke leerweg (K-CAS-06). Leeg = onbekend; daarover wordt niet geoordeeld. */
export interface Kanten {
  readonly vo: readonly GevondenAanbieder[]
  readonly mbo: readonly GevondenAanbieder[]
  readonly niveaus: readonly Niveau[]
  readonly leerwegen: readonly Leerweg[]
}

/**
 * K-CAS-06: de kanten volgen uit de open inschrijvingen met route. Het plan telt alleen voor een kant die zo'n inschrijving niet heeft.
 * Een open inschrijving met route zonder onderwijsaanbieder of niveau laat die kant dus onbekend. Afgeleid.
 */
export function bepaalKanten(stand: Stand, feiten: Planfeiten, plan: Leerrouteplan | null): Kanten {
  const [vo, mbo] = [stand.vo.metRoute, stand.mbo.metRoute]
  const voCodes = vo.length > 0 ? aanbiedersVan(vo) : plan ? [plan.voOnderwijsaanbieder] : []
  const mboCodes = mbo.length > 0 ? aanbiedersVan(mbo) : plan ? [plan.mboOnderwijsaanbieder] : []
  return {
    vo: zoekAlle(feiten.organisaties, voCodes),
    mbo: zoekAlle(feiten.organisaties, mboCodes),
    niveaus: gevuld(mbo.length > 0 ? mbo.map((open) => open.periode?.niveau) : [plan?.beoogdNiveau]),
    leerwegen: gevuld(vo.length > 0 ? vo.map((open) => open.periode?.leerweg) : [laatsteLeerweg(feiten.inschrijvingenVo, stand.op)]),
  }
}

/** De leerweg van de laatste periode van de vo-inschrijving die het laatst eindigde. */
function laatsteLeerweg(inschrijvingen: readonly InschrijvingVo[], op: Datum): Leerweg | null | undefined {
  let laatste: InschrijvingVo | null = null
  for (const inschrijving of inschrijvingen) {
    if (isBeeindigd(inschrijving, op) && (laatste === null || eindigtLater(inschrijving, laatste))) laatste = inschrijving
  }
  return laatste === null ? null : laatstePeriode(laatste.perioden)?.leerweg
}

/** Eindigen er twee op dezelfde dag, dan telt de inschrijving die het laatst begon. */
export function eindigtLater(nieuw: Inschrijving, oud: Inschrijving): boolean {
  const [nieuwEinde, oudEinde] = [nieuw.datumUitschrijving ?? '', oud.datumUitschrijving ?? '']
  if (nieuwEinde !== oudEinde) return nieuwEinde > oudEinde
  return sleutel(nieuw) > sleutel(oud)
}

function sleutel(inschrijving: Inschrijving): string {
  return `${inschrijving.datumInschrijving} ${inschrijving.brin} ${inschrijving.inschrijvingvolgnummer}`
}

function aanbiedersVan(open: readonly OpenInschrijving[]): readonly string[] {
  return gevuld(open.map((o) => o.periode?.onderwijsaanbieder))
}

function gevuld<T>(waarden: readonly (T | null | undefined)[]): readonly T[] {
  return uniek(waarden.filter((waarde): waarde is T => waarde !== null && waarde !== undefined))
}

/** Een code die in geen organisatie staat, is een onbekende kant. */
function zoekAlle(organisaties: readonly Organisatie[], codes: readonly string[]): readonly GevondenAanbieder[] {
  return gevuld(codes.map((code) => vindAanbieder(organisaties, code)))
}
