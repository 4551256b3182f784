import { type Actiecontext, type Actor, mag, type Recht } from '../../actor.ts'
import { metRechten, type Uitvoerder } from '../../uitvoeren.ts'
import { type Accountbeeld, isBruikbaar } from '../account.ts'
import { actorrollen } from '../actorrollen.ts'
import { leesAccounts } from '../account-store.ts'

/** Een medewerker van de eigen organisatie, voor wie werk wil doorgeven. */
export interface Collega {
  readonly accountId: string
  readonly naam: string
}

/**
 * Wie van de eigen organisatie dit recht bij deze school heeft, op naam; ook de kijker zelf. Leeg als de actor het recht daar niet heeft,
 * en voor een koppeling: die heeft geen collega's. Alleen mensen met een naam: een account waarvan de beheerder nog niet zei van wie het
 * is, kan niemand kiezen.
 */
export async function toonCollegas(uitvoerder: Uitvoerder, { actor, nu }: Pick<Actiecontext, 'actor' | 'nu'>, recht: Recht, brin: string): Promise<readonly Collega[]> {
  const { organisatieId } = actor
  if (organisatieId === undefined || !mag(actor, recht, { brin })) return []
  const accounts = await metRechten(uitvoerder, actor, (trx) => leesAccounts(trx, { organisatieId }))
  return accounts.flatMap((account) => {
    const { medewerker, accountId } = account
    if (medewerker === null || medewerker.uitDienstOp !== null || !isBruikbaar(account)) return []
    return mag(actorVan(account, nu), recht, { brin }) ? [{ accountId, naam: medewerker.naam }] : []
  })
}

function actorVan({ accountId, rollen }: Accountbeeld, nu: Actiecontext['nu']): Actor {
  return { id: accountId, ...actorrollen(rollen.map((rol) => ({ ...rol, geldig_van: rol.van, geldig_voor: rol.voor, ingetrokken_op: rol.ingetrokkenOp })), nu) }
}
