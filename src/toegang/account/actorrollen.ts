import type { Moment } from '../../kern/datum.ts'
import type { Actor, Roltoekenning } from '../actor.ts'
import { isDuorol, isSchoolrol } from './rol.ts'

/** Een rij van account_rol, zoals een store haar leest. */
export interface Rolrij {
  readonly rol: string
  readonly brin: string | null
  readonly vestiging: string | null
  readonly geldig_van: Moment
  readonly geldig_voor: Moment | null
  readonly ingetrokken_op: Moment | null
  readonly bron: string
}

/** Wat de inlog van deze sessie beperkt, los van wat het account meer heeft. */
export interface Inlogbeperking {
  /** de vestiging (BRIN met twee cijfers) van de machtiging. `ONBEKEND`: er is er een, maar die is niet te vinden. Null: geen beperking. */
  readonly vestiging: string | 'ONBEKEND' | null
  /** iemand handelt via een intermediair. */
  readonly intermediair: boolean
}

export type Actorrollen = Pick<Actor, 'soort' | 'rollen'> & Required<Pick<Actor, 'isBeheerder' | 'duorollen'>>

const ONBEPERKT: Inlogbeperking = { vestiging: null, intermediair: false }
const GEEN: Actorrollen = { soort: 'school', rollen: [], isBeheerder: false, duorollen: [] }

/** Z-03: een rol geldt vanaf zijn begin tot zijn einde, en nooit meer na intrekken, hoe laat dit verzoek ook begon. Het einde zelf telt niet mee. */
export function isGeldigeRol(rij: Pick<Rolrij, 'geldig_van' | 'geldig_voor' | 'ingetrokken_op'>, nu: Moment): boolean {
  return rij.geldig_van <= nu && (rij.geldig_voor === null || nu < rij.geldig_voor) && rij.ingetrokken_op === null
}

/**
 * Het deel van de actor dat uit de rollen komt (Z-03, Z-06, T-27, A-13, A-14). Rollen van DUO samen met rollen van een school
 * geven niets: dat mag niet bestaan, en raden welke kant bedoeld is helpt alleen een aanvaller.
 */
export function actorrollen(rijen: readonly Rolrij[], nu: Moment, beperking: Inlogbeperking = ONBEPERKT): Actorrollen {
  const geldig = rijen.filter((rij) => isGeldigeRol(rij, nu) && (!beperking.intermediair || rij.bron === 'BESTUUR'))
  const duorollen = [...new Set(geldig.map(({ rol }) => rol).filter(isDuorol))]
  const rollen = geldig.flatMap((rij) => schoolrol(rij, beperking))
  const beperkt = beperking.intermediair || beperking.vestiging !== null
  const isBeheerder = !beperkt && geldig.some(({ rol }) => rol === 'beheerder')
  if (duorollen.length > 0) return rollen.length > 0 || beperkt ? GEEN : { soort: duorollen.includes('duo-behandelaar') ? 'duo' : 'toezicht', rollen: [], isBeheerder, duorollen }
  return { soort: 'school', rollen, isBeheerder, duorollen: [] }
}

/** De rol zoals hij in deze sessie werkt: niets buiten de vestiging van de machtiging. */
function schoolrol({ rol, brin, vestiging }: Rolrij, beperking: Inlogbeperking): readonly Roltoekenning[] {
  if (!isSchoolrol(rol) || brin === null) return []
  if (beperking.vestiging === null) return [{ rol, brin, ...(vestiging === null ? {} : { vestiging }) }]
  if (beperking.vestiging.slice(0, 4) !== brin || (vestiging !== null && vestiging !== beperking.vestiging)) return []
  return [{ rol, brin, vestiging: beperking.vestiging }]
}
