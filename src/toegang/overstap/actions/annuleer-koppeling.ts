import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import type { Actiecontext } from '../../actor.ts'
import { inOverstap, type Overstapdeur } from '../deur.ts'
import { beeindigKoppelpoging, vergrendelKoppelpoging } from '../koppelpoging-store.ts'
import type { Overstapweigering } from '../weigering.ts'

/** Stopt de begonnen koppeling van deze sessie. Het oude account blijft wat het was; fouten blijven tellen. */
export function annuleerKoppeling(deur: Overstapdeur, ctx: Actiecontext, sessieHash: Buffer): Promise<Uitkomst<{ readonly uitkomst: 'geannuleerd' }, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const poging = await vergrendelKoppelpoging(trx, sessieHash)
    if (poging === undefined || poging.einde !== null || poging.ehAccountId !== ctx.actor.id) return geweigerd({ soort: 'geen-koppeling-begonnen' })
    await beeindigKoppelpoging(trx, poging.koppelpogingId, 'GEANNULEERD', ctx.nu)
    await schrijfAccountaudit(trx, ctx, { handeling: 'annuleerKoppeling', organisatieId: ctx.actor.organisatieId ?? '', object: ['account', ctx.actor.id], extra: { koppelpogingId: poging.koppelpogingId } })
    return gelukt({ uitkomst: 'geannuleerd' })
  })
}
