import type { Moment } from '../../../kern/datum.ts'
import type { Accountbeeld } from '../account.ts'
import { isWerkendeBeheerder } from './laatste-beheerder.ts'

/**
 * Of een beheerder van de eigen organisatie een voorstel van `voorsteller` over `onderwerp` kan bevestigen: een werkende beheerder van
 * wie vaststaat dat hij een ander is. Is die er niet, dan vraagt de organisatie DUO (docs/adr/0037).
 */
export function kanBevestigen(accounts: readonly Accountbeeld[], voorsteller: Pick<Accountbeeld, 'medewerker'>, onderwerp: string, nu: Moment): boolean {
  const { medewerker } = voorsteller
  if (medewerker === null) return false
  return accounts.some((ander) => ander.accountId !== onderwerp && ander.medewerker !== null && ander.medewerker.id !== medewerker.id && isWerkendeBeheerder(ander, nu))
}
