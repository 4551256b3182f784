import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import type { Actiecontext } from '../../actor.ts'
import { eisIngreep, isVoorZichzelf, pakOudAccount } from '../beheer.ts'
import { inOverstap, type Overstapdeur, weiger } from '../deur.ts'
import { volgendeBewaardeToestand } from '../rules/toestanden.ts'
import { werkTijdBij } from '../tijd.ts'
import { telFoutenOpnieuw, zetTokentoestand } from '../tokenaccount-store.ts'
import type { Overstapweigering } from '../weigering.ts'

/** T-12: een beheerder haalt de blokkering van een oud account eraf, met een reden. Eerdere fouten tellen daarna niet meer. */
export function deblokkeer(deur: Overstapdeur, ctx: Actiecontext, { oudAccountId, reden }: { readonly oudAccountId: string; readonly reden: string }): Promise<Uitkomst<{ readonly uitkomst: 'gedeblokkeerd' }, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const oud = await pakOudAccount(trx, ctx, oudAccountId, eisIngreep(ctx, reden))
    if (!oud.ok) return oud
    const { accountId, organisatieId, toestand } = oud.waarde
    const plaats = { stap: 'deblokkeer', organisatieId, object: ['account', accountId] } as const
    if (await isVoorZichzelf(trx, ctx, accountId)) return weiger(trx, ctx, { soort: 'niet-voor-uzelf' }, plaats)
    const naar = volgendeBewaardeToestand(toestand, 'deblokkeer')
    if (!naar.ok) return weiger(trx, ctx, naar.reden, plaats)
    await zetTokentoestand(trx, accountId, naar.waarde, ctx.nu)
    await telFoutenOpnieuw(trx, accountId, ctx.nu)
    await schrijfAccountaudit(trx, ctx, { handeling: 'deblokkeerTokenaccount', organisatieId, object: ['account', accountId], van: toestand, naar: naar.waarde, reden: reden.trim() })
    // Is de laatste tokendag intussen voorbij, dan gaat het account meteen dicht en niet pas bij het volgende verzoek.
    await werkTijdBij(trx, ctx, { ...oud.waarde, toestand: naar.waarde })
    return gelukt({ uitkomst: 'gedeblokkeerd' })
  })
}
