import type { Transactie } from '../../database/index.ts'
import { datumInNederland, type Moment } from '../../kern/datum.ts'
import type { Recht } from '../actor.ts'
import { heeftMandaat } from './mandaat-store.ts'
import { scopesVoor } from './rules/scopes.ts'

const MACHINE = /^machine:([0-9a-f-]{36}):([0-9a-f-]{36})$/

/**
 * M-02 voor werk dat langer duurt dan een verzoek: mag de machine die dit begon het nu nog voor deze school? Wie geen machine is,
 * mag: daarover gaan andere regels. Vraagt een transactie van het systeem.
 */
export async function machineWerktNog(trx: Transactie, actorId: string, recht: Recht, brin: string, nu: Moment): Promise<boolean> {
  const [, clientId, organisatieId] = MACHINE.exec(actorId) ?? []
  if (clientId === undefined || organisatieId === undefined) return true
  return heeftMandaat(trx, { clientId, organisatieId, brin, scopes: scopesVoor(recht), vandaag: datumInNederland(new Date(nu)) })
}
