import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import type { Actiecontext } from '../../actor.ts'
import { inOverstap, type Overstapdeur } from '../../overstap/deur.ts'
import { beeindigHerkoppelpoging, vergrendelHerkoppelpoging } from '../poging-store.ts'
import type { Herkoppelweigering } from '../weigering.ts'

/** Stopt de begonnen wissel van deze sessie. Beide inlogs blijven wat zij waren. */
export function annuleerHerkoppeling(deur: Overstapdeur, ctx: Actiecontext, sessieHash: Buffer): Promise<Uitkomst<{ readonly uitkomst: 'geannuleerd' }, Herkoppelweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const poging = await vergrendelHerkoppelpoging(trx, sessieHash)
    if (poging === undefined || poging.einde !== null || poging.nieuwAccountId !== ctx.actor.id) return geweigerd({ soort: 'geen-wissel-begonnen' })
    await beeindigHerkoppelpoging(trx, poging.herkoppelpogingId, 'GEANNULEERD', ctx.nu)
    await schrijfAccountaudit(trx, ctx, { handeling: 'annuleerHerkoppeling', organisatieId: ctx.actor.organisatieId ?? '', object: ['account', ctx.actor.id], extra: { herkoppelpogingId: poging.herkoppelpogingId } })
    return gelukt({ uitkomst: 'geannuleerd' })
  })
}
