import type { Moment } from '../../../kern/datum.ts'
import { type Accountbeeld, geldtNu, isBruikbaar } from '../account.ts'

/** De rollen en de toestand van een account na een wijziging. */
export type Nawijziging = Pick<Accountbeeld, 'accountId' | 'toestand' | 'rollen'>

/**
 * T-17, K-EH-12: een organisatie houdt een beheerder die nu kan werken, en de laatste dag waarop zij er een heeft komt niet dichterbij.
 * Zo is een vaste beheerder niet weg te halen als alleen een tijdelijke overblijft. `accounts`: alle accounts van de organisatie;
 * `na`: wat er van gewijzigde accounts overblijft. Zonder beheerder vooraf valt er niets te verliezen.
 */
export function blijftErEenBeheerder(accounts: readonly Nawijziging[], na: readonly Nawijziging[], nu: Moment): boolean {
  const gewijzigd = new Map(na.map((account) => [account.accountId, account]))
  const vooraf = laatsteEinde(accounts, nu)
  if (vooraf === undefined) return true
  const achteraf = laatsteEinde(accounts.map((account) => gewijzigd.get(account.accountId) ?? account), nu)
  return achteraf !== undefined && (achteraf === null || (vooraf !== null && achteraf >= vooraf))
}

/** Of dit account nu beheerder is en kan inloggen. */
export function isWerkendeBeheerder(account: Nawijziging, nu: Moment): boolean {
  return isBruikbaar(account) && account.rollen.some((rol) => rol.rol === 'beheerder' && geldtNu(rol, nu))
}

/** Tot wanneer er een beheerder is: null = zonder einde, undefined = nu is er geen. */
function laatsteEinde(accounts: readonly Nawijziging[], nu: Moment): Moment | null | undefined {
  const eindes = accounts.filter(isBruikbaar).flatMap(({ rollen }) => rollen.filter((rol) => rol.rol === 'beheerder' && geldtNu(rol, nu)).map(({ voor }) => voor))
  const [eerste, ...rest] = eindes
  if (eerste === undefined) return undefined
  return rest.reduce<Moment | null>((laatste, einde) => (laatste === null || einde === null ? null : einde > laatste ? einde : laatste), eerste)
}
