/** Beide kanten van een wissel, zoals zij op dit moment zijn. Elke stap leest ze opnieuw: wat bij het bewijs gold, kan bij het bevestigen anders zijn. */
import type { Transactie } from '../../database/index.ts'
import { datumInNederland, type Moment } from '../../kern/datum.ts'
import { leesAccounts } from '../account/account-store.ts'
import type { EhAccount } from '../account/eh-account-store.ts'
import { findOrganisatiebeeld, findOrganisatieBij } from '../organisatie-store.ts'
import { findSessiegegevens } from '../sessie/sessie-store.ts'
import type { Herkoppelfeiten } from './rules/herkoppelbaar.ts'

/** Undefined als de sessie van de nieuwe inlog er niet meer is. Gooit als een account verdween. */
export async function leesHerkoppelfeiten(trx: Transactie, { oud, nieuw, sessieHash, nu }: { readonly oud: EhAccount; readonly nieuw: EhAccount; readonly sessieHash: Buffer; readonly nu: Moment }): Promise<Herkoppelfeiten | undefined> {
  const sessie = await findSessiegegevens(trx, sessieHash)
  if (sessie === undefined || sessie.accountId !== nieuw.accountId) return undefined
  const dag = datumInNederland(new Date(nu))
  const accounts = await leesAccounts(trx, { organisatieId: nieuw.organisatieId })
  const oudBeeld = accounts.find(({ accountId }) => accountId === oud.accountId) ?? (await leesAccounts(trx, { accountId: oud.accountId }))[0]
  const nieuwBeeld = accounts.find(({ accountId }) => accountId === nieuw.accountId)
  const organisatie = await findOrganisatiebeeld(trx, nieuw.organisatieId, dag)
  if (oudBeeld === undefined || nieuwBeeld === undefined || organisatie === undefined) throw new Error('wissel van inlog tussen accounts die er niet zijn')
  const nummers = [await findOrganisatieBij(trx, oud.legal, dag), await findOrganisatieBij(trx, nieuw.legal, dag)]
  return {
    nu, accounts, organisatie, oud: oudBeeld, nieuw: nieuwBeeld,
    zelfdeOrganisatie: nummers.every((nummer) => nummer === nieuw.organisatieId), nieuwBeperkt: (sessie.vestigingsnummer ?? null) !== null,
  }
}
