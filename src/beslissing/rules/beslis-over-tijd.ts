import { plusDagen } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import { beginRouteSchooljaar, eersteBegindatum } from '../../leerroute/zonder-register.ts'
import type { Normen } from '../../normen/index.ts'
import type { Besluit, Signaal } from '../besluit.ts'
import type { Dossier } from '../dossier.ts'
import type { Signaalvak, Tijdlijn, Tijdvak } from '../leerlingbeeld.ts'
import { beslisBekend, telVerzuim } from './beslis.ts'
import { bekendDossier } from './kennis.ts'
import { kanteldagen } from './kanteldagen.ts'

export interface Reeksvraag {
  readonly van: Datum
  /** Inclusief; niet voor `van`. */
  readonly totEnMet: Datum
  readonly bekendOp: Datum | null
}

/**
 * De besluiten over een reeks dagen. Beslist alleen op dagen waarop iets kan veranderen; de uitkomst is gelijk aan elke dag apart beslissen.
 * De opgave van een signaal is die van de laatste dag van zijn vak.
 */
export function beslisOverTijd(dossier: Dossier, reeks: Reeksvraag, normen: Normen): Tijdlijn {
  const bekend = bekendDossier(dossier, reeks.bekendOp)
  const drempels = telVerzuim(bekend, normen)
  const dagen = kanteldagen(bekend, reeks.van, reeks.totEnMet, normen)
  const besluiten = dagen.map((peildatum) => beslisBekend(bekend, drempels, { peildatum, bekendOp: reeks.bekendOp }, normen))
  return {
    van: reeks.van,
    totEnMet: reeks.totEnMet,
    tijdvakken: maakTijdvakken(besluiten, reeks.totEnMet),
    signalen: maakSignaalvakken(besluiten),
    teldata: besluiten.filter(({ peildatum }) => isTeldatum(peildatum, normen)).map(({ peildatum, bekostiging }) => ({ datum: peildatum, betaler: bekostiging })),
    beginRouteSchooljaar: beginRouteSchooljaar(bekend, eersteBegindatum(normen, reeks.totEnMet)),
  }
}

/** K-BEK-08: 1 oktober en 1 februari. Elke teldatum is een kanteldag, dus het besluit van die dag is er. */
function isTeldatum(dag: Datum, normen: Normen): boolean {
  const teldata = normen.lijst('bekostiging/teldata-mbo', dag)
  return teldata.soort === 'geldt' && teldata.waarde.includes(dag.slice(5))
}

function maakTijdvakken(besluiten: readonly Besluit[], totEnMet: Datum): readonly Tijdvak[] {
  const vakken: Tijdvak[] = []
  for (const { peildatum, fase, verzuim, bekostiging } of besluiten) {
    const vorig = vakken.at(-1)
    if (vorig !== undefined && vorig.fase === fase && vorig.verzuim === verzuim && vorig.bekostiging === bekostiging) continue
    if (vorig !== undefined) vakken[vakken.length - 1] = { ...vorig, totEnMet: plusDagen(peildatum, -1) }
    vakken.push({ van: peildatum, totEnMet, fase, verzuim, bekostiging })
  }
  return vakken
}

function maakSignaalvakken(besluiten: readonly Besluit[]): readonly Signaalvak[] {
  const gesloten: Signaalvak[] = []
  let open = new Map<Signaal['code'], Signaalvak>()
  for (const { peildatum, signalen } of besluiten) {
    const nu = new Map<Signaal['code'], Signaalvak>()
    for (const signaal of signalen) {
      const { code, niveau } = signaal
      nu.set(code, { code, niveau, van: open.get(code)?.van ?? peildatum, totEnMet: null, signaal })
    }
    for (const vak of open.values()) {
      if (!nu.has(vak.code)) gesloten.push({ ...vak, totEnMet: plusDagen(peildatum, -1) })
    }
    open = nu
  }
  return [...gesloten, ...open.values()].sort((a, b) => vergelijk(a.van, b.van) || vergelijk(a.code, b.code))
}

function vergelijk(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
