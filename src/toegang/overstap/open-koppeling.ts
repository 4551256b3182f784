/** Een begonnen koppeling van deze sessie, klaar voor de volgende stap. */
import type { Transactie } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Actiecontext } from '../actor.ts'
import type { EhAccount } from '../account/eh-account-store.ts'
import { beeindigKoppelpoging, type Koppelpoging, vergrendelKoppelpoging } from './koppelpoging-store.ts'
import { laatToe } from './toelating.ts'
import type { Overstapweigering } from './weigering.ts'

export interface OpenKoppeling {
  readonly eh: EhAccount
  readonly poging: Koppelpoging
}

/** T-03: alleen in de sessie waarin met eHerkenning is ingelogd, en alleen zolang de poging loopt. Een beëindigde poging komt mee: de aanroeper weet wat dat betekent. */
export async function pakKoppeling(trx: Transactie, ctx: Actiecontext, sessieHash: Buffer): Promise<Uitkomst<OpenKoppeling, Overstapweigering>> {
  const eh = await laatToe(trx, ctx)
  if (!eh.ok) return eh
  const poging = await vergrendelKoppelpoging(trx, sessieHash)
  if (poging === undefined || poging.ehAccountId !== eh.waarde.accountId) return geweigerd({ soort: 'geen-koppeling-begonnen' })
  if (poging.einde === null && poging.verlooptOp <= ctx.nu) {
    await beeindigKoppelpoging(trx, poging.koppelpogingId, 'VERLOPEN', ctx.nu)
    return geweigerd({ soort: 'koppeling-verlopen' })
  }
  if (poging.einde === 'MISLUKT') return geweigerd({ soort: 'koppeling-gestopt' })
  if (poging.einde === 'VERLOPEN') return geweigerd({ soort: 'koppeling-verlopen' })
  if (poging.einde !== null && poging.einde !== 'GEKOPPELD') return geweigerd({ soort: 'geen-koppeling-begonnen' })
  return gelukt({ eh: eh.waarde, poging })
}
