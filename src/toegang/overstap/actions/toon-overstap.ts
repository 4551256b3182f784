import type { Datum, Moment } from '../../../kern/datum.ts'
import { geldtNu } from '../../account/account.ts'
import { findAccount } from '../../account/account-store.ts'
import type { Actiecontext } from '../../actor.ts'
import { inOverstap, type Overstapdeur } from '../deur.ts'
import { leesSchoolnaam } from '../../organisatie-store.ts'
import { findLaatsteOverstapkoppeling } from '../overstap-store.ts'
import { overstapstanden } from '../overstapstand.ts'

/** Wat iemand met eHerkenning vooraf en achteraf over zijn overstap ziet. */
export interface Eigenoverstap {
  /** De scholen van de organisatie die overstappen. */
  readonly scholen: readonly { readonly brin: string; readonly naam: string; readonly stand: string; readonly coulance: boolean; readonly openVan: Datum | null; readonly tokenTotEnMet: Datum | null; readonly coulanceTotEnMet: Datum | null }[]
  /** De laatste koppeling van dit account; null als er nog geen is. */
  readonly laatste: {
    readonly gebruikersnaam: string
    readonly school: string
    readonly gekoppeldOp: Moment
    readonly rollen: readonly { readonly rol: string; readonly brin: string | null; readonly vestiging: string | null }[]
  } | null
}

export function toonOverstap(deur: Overstapdeur, ctx: Actiecontext): Promise<Eigenoverstap> {
  return inOverstap(deur, ctx, async (trx) => {
    const scholen = []
    for (const stand of ctx.actor.organisatieId === undefined ? [] : await overstapstanden(trx, ctx.actor.organisatieId, ctx.nu)) scholen.push({ ...stand, naam: await leesSchoolnaam(trx, stand.brin) })
    const koppeling = await findLaatsteOverstapkoppeling(trx, ctx.actor.id)
    if (koppeling === undefined) return { scholen, laatste: null }
    const account = await findAccount(trx, ctx.actor.id)
    const rollen = (account?.rollen ?? []).filter((rol) => rol.bron === 'OVERSTAP' && rol.bronSleutel === koppeling.oudAccountId && geldtNu(rol, ctx.nu))
    return { scholen, laatste: { gebruikersnaam: koppeling.gebruikersnaam, school: await leesSchoolnaam(trx, koppeling.brin), gekoppeldOp: koppeling.gekoppeldOp, rollen: rollen.map(({ rol, brin, vestiging }) => ({ rol, brin, vestiging })) } }
  })
}
