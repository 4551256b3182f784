import { type Moment, momentVan } from '../../../kern/datum.ts'
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import { findAccount } from '../../account/account-store.ts'
import type { Actiecontext } from '../../actor.ts'
import { inOverstap, type Overstapdeur } from '../../overstap/deur.ts'
import { findHerkoppelingNaar } from '../herkoppeling-store.ts'
import { beeindigHerkoppelpoging, slaHerkoppelpogingOp, vergrendelHerkoppelpoging } from '../poging-store.ts'
import { isLeeg } from '../rules/herkoppelbaar.ts'
import type { Herkoppelweigering } from '../weigering.ts'
import { laatWisselToe, weigerWissel, WISSEL_MS } from '../wissel.ts'

export type BegonnenWissel =
  | { readonly soort: 'begonnen'; readonly herkoppelpogingId: string; readonly verlooptOp: Moment }
  /** T-28: deze inlog nam al rollen over. Er verandert niets. */
  | { readonly soort: 'al-gekoppeld' }

/** T-01, T-23: begint in de sessie van de nieuwe inlog, tien minuten geldig. Een eerdere in dezelfde sessie stopt dan; aan de oude inlog verandert niets. */
export function startHerkoppeling(deur: Overstapdeur, ctx: Actiecontext, sessieHash: Buffer): Promise<Uitkomst<BegonnenWissel, Herkoppelweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const nieuw = await laatWisselToe(trx, ctx)
    if (!nieuw.ok) return weigerWissel(trx, ctx, nieuw.reden, { stap: 'start' })
    const { accountId, organisatieId } = nieuw.waarde
    const account = await findAccount(trx, accountId)
    if (account === undefined) throw new Error('account verdween onder een slot')
    if (!isLeeg(account, ctx.nu)) return await findHerkoppelingNaar(trx, accountId) === undefined ? weigerWissel(trx, ctx, { soort: 'nieuwe-inlog-heeft-rollen' }, { stap: 'start' }) : gelukt({ soort: 'al-gekoppeld' })
    const eerdere = await vergrendelHerkoppelpoging(trx, sessieHash)
    if (eerdere?.einde === null) await beeindigHerkoppelpoging(trx, eerdere.herkoppelpogingId, eerdere.verlooptOp <= ctx.nu ? 'VERLOPEN' : 'VERVANGEN', ctx.nu)
    const verlooptOp = momentVan(Date.parse(ctx.nu) + WISSEL_MS)
    const herkoppelpogingId = await slaHerkoppelpogingOp(trx, sessieHash, accountId, ctx.nu, verlooptOp)
    await schrijfAccountaudit(trx, ctx, { handeling: 'startHerkoppeling', organisatieId, object: ['account', accountId], extra: { herkoppelpogingId } })
    return gelukt({ soort: 'begonnen', herkoppelpogingId, verlooptOp })
  })
}
