import { koppelingGroep } from './beheer/koppeling.ts'
import { zelfcontroleOpdracht } from './beheer/zelfcontrole.ts'
import { Groep } from './kader/opdracht.ts'
import type { MaakOpdracht } from './omgeving.ts'

/** `leerroute beheer`: werk voor wie het register draait, op de computer van het register zelf. */
export const beheerOpdracht: MaakOpdracht = (omgeving) => {
  const groep = new Groep('beheer', 'beheert het register: koppelingen en controle')
  groep.addCommand(koppelingGroep(omgeving))
  groep.addCommand(zelfcontroleOpdracht(omgeving))
  return groep
}
