import { type Actor, mag, type Recht } from './actor.ts'

const SECTOREN = ['VO', 'VSO', 'MBO', undefined] as const

/** Of een rol van deze actor dit recht bij enig object geeft. Een eerste, goedkope controle; de actie vraagt mag() op het record zelf. */
export function magErgens(actor: Actor, recht: Recht): boolean {
  const brinnen = actor.rollen.length === 0 ? [''] : actor.rollen.map(({ brin }) => brin)
  return brinnen.some((brin) => SECTOREN.some((sector) => mag(actor, recht, { brin, ...(sector === undefined ? {} : { sector }) })))
}
