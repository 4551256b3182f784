import { herversleutelOpdracht } from './beheer/herversleutel.ts'
import { inzageOpdracht } from './beheer/inzage.ts'
import { koppelingGroep } from './beheer/koppeling.ts'
import { controleerLogboekOpdracht } from './beheer/logboek.ts'
import { machineGroep } from './beheer/machine.ts'
import { proefcodeOpdracht } from './beheer/proefcode.ts'
import { proefpkiOpdracht } from './beheer/proefpki.ts'
import { tokenaccountsGroep } from './beheer/tokenaccounts.ts'
import { tokensleutelOpdracht } from './beheer/tokensleutel.ts'
import { zelfcontroleOpdracht } from './beheer/zelfcontrole.ts'
import { Groep } from './kader/opdracht.ts'
import type { MaakOpdracht } from './omgeving.ts'

/** `leerroute beheer`: werk voor wie het register draait, op de computer van het register zelf. */
export const beheerOpdracht: MaakOpdracht = (omgeving) => {
  const groep = new Groep('beheer', 'beheert het register: systemen van leveranciers, koppelingen en controle')
  groep.addCommand(machineGroep(omgeving))
  groep.addCommand(koppelingGroep(omgeving))
  groep.addCommand(tokensleutelOpdracht(omgeving))
  groep.addCommand(tokenaccountsGroep(omgeving))
  groep.addCommand(proefpkiOpdracht(omgeving))
  groep.addCommand(proefcodeOpdracht(omgeving))
  groep.addCommand(zelfcontroleOpdracht(omgeving))
  groep.addCommand(controleerLogboekOpdracht(omgeving))
  groep.addCommand(inzageOpdracht(omgeving))
  groep.addCommand(herversleutelOpdracht(omgeving))
  return groep
}
