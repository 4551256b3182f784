import { type Database, inTransactie } from '../../database/index.ts'
import { momentVan } from '../../kern/datum.ts'
import { systeemactor } from '../actor.ts'
import { contextVan } from '../uitvoeren.ts'
import { sluitVerlopenHerkoppelpogingen } from '../herkoppelen/poging-store.ts'
import { verwijderVerlopenBewijzen } from '../gebruikt-bewijs-store.ts'
import { verwijderVerlopenVerzoeken } from './verzoek-store.ts'

/** Sluit verlopen wissels van inlog, en wist begonnen inlogs en gebruikte bewijzen die verlopen zijn; ook die van machines (M-04). */
export function ruimInlogOp(database: Database, nu: Date): Promise<void> {
  return inTransactie(database, contextVan(systeemactor('inlog')), async (trx) => {
    const op = momentVan(nu)
    await sluitVerlopenHerkoppelpogingen(trx, op)
    await verwijderVerlopenVerzoeken(trx, op)
    await verwijderVerlopenBewijzen(trx, op)
  })
}
