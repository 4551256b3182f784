/** S-02 (sessie): na het koppelen gaat de browser verder met een nieuw kenmerk; het oude werkt niet meer. */
import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { openSessie } from '../sessie/sessies.ts'
import { findSessiegegevens } from './sessie-store.ts'

/** Opent een nieuwe sessie met dezelfde inlog en sluit de oude. Null als de oude er niet meer is. */
export async function vervangSessie(trx: Transactie, sessieHash: Buffer, nu: Moment): Promise<string | null> {
  const gegevens = await findSessiegegevens(trx, sessieHash)
  return gegevens === undefined ? null : openSessie(trx, gegevens, nu, [sessieHash])
}
