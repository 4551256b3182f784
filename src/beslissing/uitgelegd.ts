import type { GebruikteNorm, Reden, RegelId, Zekerheid } from '../kern/reden.ts'
import { bron, findRegel } from '../normen/index.ts'
import type { Besluit, Signaal } from './besluit.ts'

/** Een bron onder een regel; `url` leeg = niet openbaar. */
export interface Bronverwijzing {
  readonly id: string
  readonly titel: string
  readonly url: string | null
}

export interface Regelverwijzing {
  readonly id: RegelId
  readonly titel: string
}

interface Onderbouwing {
  readonly regels: readonly Regelverwijzing[]
  readonly normen: readonly GebruikteNorm[]
  readonly bronnen: readonly Bronverwijzing[]
  /** Zeker alleen als elke regel en elke norm dat is. */
  readonly zekerheid: Zekerheid
}

export type UitgelegdeReden = Omit<Reden, 'regels' | 'normen'> & Onderbouwing
export type UitgelegdSignaal = Omit<Signaal, 'regels' | 'normen'> & Onderbouwing

/** Een besluit met bij elke reden en elk signaal de titels van de regels, de normen, de bronnen en hoe zeker het is. */
export interface UitgelegdBesluit extends Omit<Besluit, 'motivering' | 'signalen'> {
  readonly signalen: readonly UitgelegdSignaal[]
  readonly motivering: readonly UitgelegdeReden[]
}

export function legUit(besluit: Besluit): UitgelegdBesluit {
  return {
    ...besluit,
    signalen: besluit.signalen.map(legSignaalUit),
    motivering: besluit.motivering.map((reden) => ({ ...reden, ...onderbouw(reden) })),
  }
}

export function legSignaalUit(signaal: Signaal): UitgelegdSignaal {
  return { ...signaal, ...onderbouw(signaal) }
}

export function zekerheidVan({ regels, normen = [] }: Steun): Zekerheid {
  const zeker = regels.every((id) => findRegel(id)?.zekerheid === 'zeker') && normen.every((norm) => norm.zekerheid === 'zeker')
  return zeker ? 'zeker' : 'afgeleid'
}

interface Steun {
  readonly regels: readonly RegelId[]
  readonly normen?: readonly GebruikteNorm[]
}

function onderbouw(steun: Steun): Onderbouwing {
  const bronnen = new Set(steun.regels.flatMap((id) => findRegel(id)?.bronnen ?? []))
  return {
    regels: steun.regels.map((id) => ({ id, titel: findRegel(id)?.titel ?? id })),
    normen: steun.normen ?? [],
    bronnen: [...bronnen].map((id) => ({ id, titel: bron(id).titel, url: bron(id).url })),
    zekerheid: zekerheidVan(steun),
  }
}
