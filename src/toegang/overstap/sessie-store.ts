import type { Transactie } from '../../database/index.ts'
import type { Betrouwbaarheidsniveau } from '../eherkenning/niveau.ts'
import type { NieuweSessie } from '../sessie/sessie.ts'

/** De inlog van een open sessie, om er een nieuwe sessie mee te openen. */
export async function findSessiegegevens(trx: Transactie, sessieHash: Buffer): Promise<NieuweSessie | undefined> {
  const rij = await trx.selectFrom('sessie').selectAll().where('sessie_hash', '=', sessieHash).forUpdate().executeTakeFirst()
  return rij && {
    accountId: rij.account_id, organisatieId: rij.organisatie_id, middel: rij.middel, niveau: rij.niveau as Betrouwbaarheidsniveau | null, authnOp: rij.authn_op,
    vestigingsnummer: rij.vestigingsnummer, intermediair: rij.intermediair, makelaar: rij.makelaar, bewijsHash: rij.bewijs_hash,
  }
}
