import type { Transactie } from '../../../database/index.ts'
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import { meldAanBeheerder } from '../../account/melding-store.ts'
import { vergelijkPersoon } from '../../account/vier-ogen-store.ts'
import type { Actiecontext } from '../../actor.ts'
import { grenzenVan, inOverstap, type Overstapdeur, weiger } from '../deur.ts'
import { deeldeBrowser } from '../../sessie/browser-store.ts'
import { beeindigKoppelpoging, zetBewezen, zetMislukt } from '../koppelpoging-store.ts'
import { type Koppelvoorstel, maakKoppelvoorstel } from '../koppelvoorstel.ts'
import { type OpenKoppeling, pakKoppeling } from '../open-koppeling.ts'
import { werkTijdBij } from '../tijd.ts'
import { vergrendelTokenaccount } from '../tokenaccount-store.ts'
import { toetsKoppelbaar } from '../toelating.ts'
import { vergrendelUitnodiging } from '../uitnodiging-store.ts'
import type { Overstapweigering } from '../weigering.ts'
import { codehash } from './nodig-uit.ts'

/** T-15: een uitnodiging in plaats van het oude middel, in een begonnen koppeling. Een code voor een andere organisatie bestaat hier niet. */
export function neemUitnodigingAan(deur: Overstapdeur, ctx: Actiecontext, { sessieHash, code }: { readonly sessieHash: Buffer; readonly code: string }): Promise<Uitkomst<Koppelvoorstel, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const open = await pakKoppeling(trx, ctx, sessieHash)
    if (!open.ok) return weiger(trx, ctx, open.reden, { stap: 'uitnodiging', organisatieId: ctx.actor.organisatieId ?? '', object: ['account', ctx.actor.id] })
    return neemAan(trx, deur, ctx, open.waarde, code)
  })
}

async function neemAan(trx: Transactie, deur: Overstapdeur, ctx: Actiecontext, { eh, poging }: OpenKoppeling, code: string): Promise<Uitkomst<Koppelvoorstel, Overstapweigering>> {
  const { koppelpogingId } = poging
  const plaats = { stap: 'uitnodiging', organisatieId: eh.organisatieId, object: ['account', eh.accountId], koppelpogingId } as const
  if (poging.einde !== null) return weiger(trx, ctx, { soort: 'geen-koppeling-begonnen' }, plaats)
  const uitnodiging = await vergrendelUitnodiging(trx, { codeHash: codehash(code) }, eh.organisatieId, ctx.nu)
  if (uitnodiging === undefined) {
    await zetMislukt(trx, koppelpogingId, poging.mislukt + 1)
    if (poging.mislukt + 1 < grenzenVan(deur, ctx).bewijsfoutenPerStart) return weiger(trx, ctx, { soort: 'uitnodiging-onjuist' }, plaats)
    await beeindigKoppelpoging(trx, koppelpogingId, 'MISLUKT', ctx.nu)
    return weiger(trx, ctx, { soort: 'koppeling-gestopt' }, plaats)
  }
  if (await isMogelijkZelf(trx, uitnodiging.uitgenodigdDoor, eh.accountId)) return weiger(trx, ctx, { soort: 'niet-voor-uzelf' }, plaats)
  const gelezen = await vergrendelTokenaccount(trx, uitnodiging.oudAccountId)
  if (gelezen === undefined) throw new Error('uitnodiging voor een account dat er niet is')
  const { account: oud, stand } = await werkTijdBij(trx, ctx, gelezen)
  if (!stand.uitnodigingVervangtBewijs) return weiger(trx, ctx, { soort: 'uitnodiging-vraagt-bewijs' }, plaats)
  const waarom = await toetsKoppelbaar(trx, deur, ctx, eh, oud, stand)
  if (waarom !== undefined) return weiger(trx, ctx, waarom, plaats)
  await zetBewezen(trx, koppelpogingId, oud.accountId, uitnodiging.uitnodigingId, ctx.nu)
  // T-15: van wie dit account is weten wij niet, en het oude middel is niet getoond. Elke beheerder hoort het.
  if (eh.medewerkerId === null) await meldAanBeheerder(trx, eh.organisatieId, 'UITNODIGING_ZONDER_NAAM', oud.accountId, ctx.nu)
  await schrijfAccountaudit(trx, ctx, {
    handeling: 'neemUitnodigingAan', organisatieId: eh.organisatieId, object: ['account', oud.accountId], van: oud.toestand, naar: 'KOPPELING_GESTART',
    extra: { koppelpogingId, ehAccountId: eh.accountId, uitnodigingId: uitnodiging.uitnodigingId },
  })
  return gelukt(await maakKoppelvoorstel(trx, eh, oud, stand, poging.verlooptOp, ctx.nu))
}

/**
 * T-16: wie uitnodigt, koppelt het oude account niet aan zichzelf; ook niet met een tweede account. Van een account zonder naam weten
 * wij dat niet: dan telt of het met dat van de uitnodiger dezelfde browser deelde.
 */
async function isMogelijkZelf(trx: Transactie, uitgenodigdDoor: string, ehAccountId: string): Promise<boolean> {
  const wie = await vergelijkPersoon(trx, uitgenodigdDoor, ehAccountId)
  return wie === 'zelfde' || (wie === 'onbekend' && await deeldeBrowser(trx, uitgenodigdDoor, ehAccountId))
}
