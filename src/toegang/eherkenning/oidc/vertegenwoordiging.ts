/**
 * De `represents`-claim van het NL GOV-profiel: namens wie de persoon handelt, met eventuele schakels ertussen. De diepste is de
 * vertegenwoordigde. Wie de claim niet begrijpt mag hem niet overslaan. Bron: toegang.md 1.5; OIDC NL GOV, Representation Relationships.
 */
import type { Rechtspersoon } from '../identiteit.ts'
import { leesRechtspersoon } from '../vorm.ts'

export interface Vertegenwoordiging {
  readonly namens: Rechtspersoon
  /** KvK-nummer van de schakel ertussen; null als de persoon de organisatie zelf vertegenwoordigt. */
  readonly intermediair: string | null
}

/** Meer schakels dan een persoon, een intermediair en een organisatie komt in eHerkenning niet voor. */
const MEESTE_SCHAKELS = 2

export function leesVertegenwoordiging(claim: unknown, soorten: Readonly<Record<string, Rechtspersoon['soort']>>): Vertegenwoordiging | 'geen' | 'onbegrepen' {
  if (claim === undefined) return 'geen'
  const schakels: Rechtspersoon[] = []
  for (let plaats: unknown = claim; plaats !== undefined;) {
    const schakel = leesSchakel(plaats, soorten)
    if (schakel === undefined || schakels.length === MEESTE_SCHAKELS) return 'onbegrepen'
    schakels.push(schakel.rechtspersoon)
    plaats = schakel.verder
  }
  const namens = schakels.at(-1)
  const tussen = schakels.length === MEESTE_SCHAKELS ? schakels[0] : undefined
  if (namens === undefined || (tussen !== undefined && tussen.soort !== 'KVK')) return 'onbegrepen'
  return { namens, intermediair: tussen?.waarde ?? null }
}

function leesSchakel(claim: unknown, soorten: Readonly<Record<string, Rechtspersoon['soort']>>): { readonly rechtspersoon: Rechtspersoon; readonly verder: unknown } | undefined {
  if (typeof claim !== 'object' || claim === null || Array.isArray(claim)) return undefined
  const { sub, iss, sub_id_type: type, represents } = claim as Readonly<Record<string, unknown>>
  const soort = typeof type === 'string' && Object.hasOwn(soorten, type) ? soorten[type] : undefined
  if (typeof iss !== 'string' || iss === '' || soort === undefined) return undefined
  const rechtspersoon = leesRechtspersoon(soort, sub)
  return rechtspersoon === undefined ? undefined : { rechtspersoon, verder: represents }
}
