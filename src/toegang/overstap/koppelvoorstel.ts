import type { Transactie } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import { findAccount } from '../account/account-store.ts'
import { type Overgedragen, rollenVoorOverdracht } from '../account/rolovergang.ts'
import type { EhAccount } from '../account/eh-account-store.ts'
import { leesSchoolnaam } from '../organisatie-store.ts'
import type { Schoolstand } from './schoolstand.ts'
import type { Tokenaccount } from './tokenaccount-store.ts'

/** Beide kanten van een koppeling, zoals iemand ze ziet voordat hij bevestigt (toegang.md 3.3). */
export interface Koppelvoorstel extends Overgedragen {
  readonly oud: { readonly gebruikersnaam: string; readonly naam: string | null; readonly brin: string; readonly school: string }
  /** `naam`: null als de beheerder nog niet zei van wie dit eHerkenning-account is. */
  readonly eherkenning: { readonly organisatie: string; readonly kort: string; readonly naam: string | null }
  /** De twee accounts staan op naam van verschillende medewerkers: dan klopt er waarschijnlijk iets niet (T-11). */
  readonly andereMedewerker: boolean
  readonly verlooptOp: Moment
  /** Laatste dag waarop de school het token nog kent; na het bevestigen werkt dit token meteen niet meer. */
  readonly tokenTotEnMet: Datum | null
}

export async function maakKoppelvoorstel(trx: Transactie, eh: EhAccount, oud: Tokenaccount, stand: Schoolstand, verlooptOp: Moment, nu: Moment): Promise<Koppelvoorstel> {
  const rollen = await rollenVoorOverdracht(trx, oud.accountId, eh.accountId, nu)
  const [oudAccount, ehAccount] = [await findAccount(trx, oud.accountId), await findAccount(trx, eh.accountId)]
  return {
    ...rollen, verlooptOp, tokenTotEnMet: stand.tokenTotEnMet,
    oud: { gebruikersnaam: oud.gebruikersnaam, naam: oudAccount?.medewerker?.naam ?? null, brin: oud.brin, school: await leesSchoolnaam(trx, oud.brin) },
    eherkenning: { organisatie: eh.organisatienaam, kort: eh.kort, naam: ehAccount?.medewerker?.naam ?? null },
    andereMedewerker: eh.medewerkerId !== null && oud.medewerkerId !== null && eh.medewerkerId !== oud.medewerkerId,
  }
}
