import type { Moment } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { Actiecontext } from '../../actor.ts'
import { inOverstap, type Overstapdeur } from '../deur.ts'
import { type Koppelvoorstel, maakKoppelvoorstel } from '../koppelvoorstel.ts'
import { pakKoppeling } from '../open-koppeling.ts'
import { overstapstand } from '../overstapstand.ts'
import { findTokenaccount } from '../tokenaccount-store.ts'
import type { Overstapweigering } from '../weigering.ts'

export type Koppelstap =
  | { readonly soort: 'bewijzen'; readonly verlooptOp: Moment }
  | { readonly soort: 'bevestigen'; readonly voorstel: Koppelvoorstel }
  | { readonly soort: 'al-gekoppeld' }

/** Waar de koppeling van deze sessie is. Verandert niets aan een account. */
export function toonKoppeling(deur: Overstapdeur, ctx: Actiecontext, sessieHash: Buffer): Promise<Uitkomst<Koppelstap, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const open = await pakKoppeling(trx, ctx, sessieHash)
    if (!open.ok) return open
    const { eh, poging } = open.waarde
    if (poging.einde !== null) return gelukt({ soort: 'al-gekoppeld' })
    if (poging.oudAccountId === null) return gelukt({ soort: 'bewijzen', verlooptOp: poging.verlooptOp })
    const oud = await findTokenaccount(trx, poging.oudAccountId)
    if (oud === undefined || oud.organisatieId !== eh.organisatieId) return geweigerd({ soort: 'organisatie-komt-niet-overeen' })
    const stand = await overstapstand(trx, oud.brin, ctx.nu)
    return gelukt({ soort: 'bevestigen', voorstel: await maakKoppelvoorstel(trx, eh, oud, stand, poging.verlooptOp, ctx.nu) })
  })
}
