import { type Database, inTransactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { systeemactor } from '../actor.ts'
import { contextVan } from '../uitvoeren.ts'
import { verwijderVerlopenInlog } from './verzoek-store.ts'

/** Wist begonnen inlogs en gebruikte bewijzen die verlopen zijn; ook die van machines (M-04). */
export function ruimInlogOp(database: Database, nu: Date): Promise<void> {
  return inTransactie(database, contextVan(systeemactor('inlog')), (trx) => verwijderVerlopenInlog(trx, nu.toISOString() as Moment))
}
