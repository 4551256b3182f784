import type { Transactie } from '../../../database/index.ts'
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import type { Actiecontext } from '../../actor.ts'
import { type Bewijsuitkomst, leverBewijs } from '../bewijs.ts'
import { grenzenVan, inOverstap, type Overstapdeur, weiger } from '../deur.ts'
import { beeindigKoppelpoging, zetBewezen, zetMislukt } from '../koppelpoging-store.ts'
import { type Koppelvoorstel, maakKoppelvoorstel } from '../koppelvoorstel.ts'
import { type OpenKoppeling, pakKoppeling } from '../open-koppeling.ts'
import { findOverstapkoppeling } from '../overstap-store.ts'
import { werkTijdBij } from '../tijd.ts'
import { vergrendelTokenaccount } from '../tokenaccount-store.ts'
import { toetsKoppelbaar } from '../toelating.ts'
import type { Overstapweigering } from '../weigering.ts'

export interface Bewijsinvoer {
  readonly sessieHash: Buffer
  readonly gebruikersnaam: string
  readonly wachtwoord: string
  readonly code: string
}

export type Bewezen =
  | { readonly soort: 'bewezen'; readonly voorstel: Koppelvoorstel }
  /** T-28: dit oude account hangt al aan deze eHerkenning; er verandert niets. */
  | { readonly soort: 'al-gekoppeld' }

/** T-03: bewijst het oude middel, beide factoren, in de sessie van eHerkenning. Geslaagd = klaar om te bevestigen; er is nog niets gekoppeld. */
export async function bewijsOudMiddel(deur: Overstapdeur, ctx: Actiecontext, invoer: Bewijsinvoer): Promise<Uitkomst<Bewezen, Overstapweigering>> {
  const begin = await inOverstap(deur, ctx, async (trx) => {
    const open = await pakKoppeling(trx, ctx, invoer.sessieHash)
    const plaats = { stap: 'bewijs', organisatieId: ctx.actor.organisatieId ?? '', object: ['account', ctx.actor.id] } as const
    if (!open.ok) return weiger(trx, ctx, open.reden, plaats)
    if (open.waarde.poging.einde !== null) return weiger(trx, ctx, { soort: 'geen-koppeling-begonnen' }, plaats)
    // Vooraf geteld, zodat ook wie vijf keer tegelijk raadt niet meer dan vijf kansen heeft.
    await zetMislukt(trx, open.waarde.poging.koppelpogingId, open.waarde.poging.mislukt + 1)
    return open
  })
  if (!begin.ok) return begin
  const { eh } = begin.waarde
  const bewijs = await leverBewijs(deur, ctx, { ...invoer, doel: 'KOPPELEN', eh: { accountId: eh.accountId, organisatieId: eh.organisatieId } })
  return inOverstap(deur, ctx, async (trx) => {
    const open = await pakKoppeling(trx, ctx, invoer.sessieHash)
    return open.ok ? rondBewijsAf(trx, deur, ctx, open.waarde, bewijs) : open
  })
}

const NIEMAND = '00000000-0000-0000-0000-000000000000'

async function rondBewijsAf(trx: Transactie, deur: Overstapdeur, ctx: Actiecontext, open: OpenKoppeling, bewijs: Bewijsuitkomst): Promise<Uitkomst<Bewezen, Overstapweigering>> {
  const { eh, poging: { koppelpogingId, mislukt } } = open
  const plaats = { stap: 'bewijs', organisatieId: eh.organisatieId, object: ['account', eh.accountId], koppelpogingId } as const
  switch (bewijs.soort) {
    case 'klopt':
      await zetMislukt(trx, koppelpogingId, mislukt - 1)
      return bevestigBewijs(trx, deur, ctx, open, bewijs.account.accountId)
    case 'wacht':
    case 'te-vaak':
      await zetMislukt(trx, koppelpogingId, mislukt - 1)
      return weiger(trx, ctx, bewijs, plaats)
    case 'onjuist': {
      // Een onbekende naam krijgt dezelfde vraag aan de database (T-13).
      const koppeling = await findOverstapkoppeling(trx, bewijs.account?.accountId ?? NIEMAND)
      if (koppeling?.ehAccountId === eh.accountId && koppeling.ontkoppeldOp === null) {
        await zetMislukt(trx, koppelpogingId, mislukt - 1)
        return gelukt({ soort: 'al-gekoppeld' })
      }
      if (mislukt < grenzenVan(deur, ctx).bewijsfoutenPerStart) return weiger(trx, ctx, { soort: 'bewijs-onjuist' }, plaats)
      await beeindigKoppelpoging(trx, koppelpogingId, 'MISLUKT', ctx.nu)
      return weiger(trx, ctx, { soort: 'koppeling-gestopt' }, plaats)
    }
  }
}

/** Het bewijs klopt; pas nu mag een antwoord iets over het account zeggen (T-13). */
async function bevestigBewijs(trx: Transactie, deur: Overstapdeur, ctx: Actiecontext, { eh, poging }: OpenKoppeling, oudAccountId: string): Promise<Uitkomst<Bewezen, Overstapweigering>> {
  const gelezen = await vergrendelTokenaccount(trx, oudAccountId)
  if (gelezen === undefined) throw new Error('bewezen account is weg')
  const { account: oud, stand } = await werkTijdBij(trx, ctx, gelezen)
  const waarom = await toetsKoppelbaar(trx, deur, ctx, eh, oud, stand)
  if (waarom !== undefined) return weiger(trx, ctx, waarom, { stap: 'bewijs', organisatieId: eh.organisatieId, object: ['account', oud.accountId], koppelpogingId: poging.koppelpogingId })
  await zetBewezen(trx, poging.koppelpogingId, oud.accountId, null, ctx.nu)
  await schrijfAccountaudit(trx, ctx, {
    handeling: 'bewijsOudMiddel', organisatieId: eh.organisatieId, object: ['account', oud.accountId], van: oud.toestand, naar: 'KOPPELING_GESTART',
    extra: { koppelpogingId: poging.koppelpogingId, ehAccountId: eh.accountId },
  })
  return gelukt({ soort: 'bewezen', voorstel: await maakKoppelvoorstel(trx, eh, oud, stand, poging.verlooptOp, ctx.nu) })
}
