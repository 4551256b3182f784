import { type Actor, mag, type Recht } from './actor.ts'

const SECTOREN = ['VO', 'VSO', 'MBO', undefined] as const

/** Of een rol van deze actor dit recht bij enig object geeft. Een eerste, goedkope controle; de actie vraagt mag() op het record zelf. */
export function magErgens(actor: Actor, recht: Recht): boolean {
  // Een rol voor een vestiging geeft het recht alleen op een record van die vestiging (T-27).
  const plaatsen = actor.rollen.length === 0 ? [{ brin: '' }] : actor.rollen.map(({ brin, vestiging }) => ({ brin, ...(vestiging === undefined ? {} : { vestiging }) }))
  return plaatsen.some((plaats) => SECTOREN.some((sector) => mag(actor, recht, { ...plaats, ...(sector === undefined ? {} : { sector }) })))
}
