/** Bewijzen die al gebruikt zijn: antwoorden van een makelaar en assertions van een machine. De sleutel van de tabel beslist, ook tussen twee servers. */
import type { Transactie } from '../database/index.ts'
import type { Moment } from '../kern/datum.ts'

/** A-09, M-04: onwaar als dit bewijs al eens gebruikt is. Na een botsing gaat de transactie gewoon verder. */
export async function gebruikBewijs(trx: Transactie, uitgever: string, bewijsHash: Buffer, geldigTot: Moment): Promise<boolean> {
  const rij = await trx.insertInto('gebruikt_bewijs').values({ uitgever, bewijs_hash: bewijsHash, geldig_tot: geldigTot })
    .onConflict((botsing) => botsing.columns(['uitgever', 'bewijs_hash']).doNothing()).returning('uitgever').executeTakeFirst()
  return rij !== undefined
}

/** Bewijzen die verlopen zijn en dus al om hun leeftijd geweigerd worden. */
export async function verwijderVerlopenBewijzen(trx: Transactie, nu: Moment): Promise<void> {
  await trx.deleteFrom('gebruikt_bewijs').where('geldig_tot', '<=', nu).execute()
}
