import type { Actor, Recht } from '../../actor.ts'
import { magErgens } from '../../mag-ergens.ts'
import { metRechten, type Uitvoerder } from '../../uitvoeren.ts'
import { leesMedewerkers } from '../medewerker-store.ts'

/** Iemand in dienst van de eigen organisatie, ook zonder account of rol. */
export interface Medewerkerregel {
  readonly medewerkerId: string
  readonly naam: string
}

/** Wie nu in dienst is, op naam: om iemand verantwoordelijk voor iets te maken. Leeg voor wie dit recht nergens heeft, en voor een koppeling. */
export async function toonMedewerkers(uitvoerder: Uitvoerder, actor: Actor, recht: Recht): Promise<readonly Medewerkerregel[]> {
  const { organisatieId } = actor
  if (organisatieId === undefined || !magErgens(actor, recht)) return []
  return (await metRechten(uitvoerder, actor, (trx) => leesMedewerkers(trx, organisatieId))).map(({ medewerkerId, naam }) => ({ medewerkerId, naam }))
}
