import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { eis } from '../../../kern/weigering.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import { draagRollenOver, type Overgedragen } from '../../account/rolovergang.ts'
import type { Actiecontext } from '../../actor.ts'
import { eisIngreep, isVoorZichzelf, pakOudAccount, weigerInvoer } from '../beheer.ts'
import { inOverstap, type Overstapdeur, weiger } from '../deur.ts'
import { zetToestand } from '../../account/account-store.ts'
import { vergrendelEhAccount } from '../../account/eh-account-store.ts'
import { volgendeBewaardeToestand } from '../rules/toestanden.ts'
import { werkTijdBij } from '../tijd.ts'
import { meldAanBeheerder } from '../../account/melding-store.ts'
import { slaOverstapkoppelingOp } from '../overstap-store.ts'
import { zetTokentoestand } from '../tokenaccount-store.ts'
import { trekUitnodigingenIn } from '../uitnodiging-store.ts'
import type { Overstapweigering } from '../weigering.ts'

export interface Hertoekenning {
  readonly oudAccountId: string
  readonly ehAccountId: string
  readonly reden: string
}

/** Na de sluitdatum zet een beheerder de rollen van een afgesloten account op een eHerkenning-account van dezelfde organisatie. Niet voor zichzelf (Z-04). */
export function hertoeken(deur: Overstapdeur, ctx: Actiecontext, { oudAccountId, ehAccountId, reden }: Hertoekenning): Promise<Uitkomst<Overgedragen, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const gelezen = await pakOudAccount(trx, ctx, oudAccountId, eisIngreep(ctx, reden))
    if (!gelezen.ok) return gelezen
    const { account: oud } = await werkTijdBij(trx, ctx, gelezen.waarde)
    const { accountId, organisatieId, toestand } = oud
    const plaats = { stap: 'hertoeken', organisatieId, object: ['account', accountId] } as const
    const eh = await vergrendelEhAccount(trx, ehAccountId)
    if (eh === undefined || eh.organisatieId !== organisatieId || (eh.toestand !== 'NIEUW' && eh.toestand !== 'ACTIEF')) return geweigerd({ soort: 'niet-gevonden' })
    if (eh.heeftIntermediair) return weiger(trx, ctx, { soort: 'ketenmachtiging' }, plaats)
    if (await isVoorZichzelf(trx, ctx, ehAccountId) || await isVoorZichzelf(trx, ctx, accountId)) return weiger(trx, ctx, { soort: 'niet-voor-uzelf' }, plaats)
    const naar = volgendeBewaardeToestand(toestand, 'hertoeken')
    if (!naar.ok) return weiger(trx, ctx, naar.reden, plaats)
    // Anders stond het account van een beheerder zelf zo zonder tweede persoon op naam van een collega (docs/adr/0037).
    if (eh.medewerkerId === null) return weigerInvoer(eis(false, 'ehAccountId', 'Dit account heeft nog geen naam.', 'Zeg eerst van welke medewerker dit account is; een tweede persoon bevestigt dat.', 'P-04'))
    const gezet = await slaOverstapkoppelingOp(trx, { oudAccountId: accountId, ehAccountId, wijze: 'HERTOEKENING', koppelpogingId: null, gekoppeldOp: ctx.nu, gekoppeldDoor: ctx.actor.id })
    if (!gezet) return weiger(trx, ctx, { soort: 'niet-meer-beschikbaar' }, plaats)
    const rollen = await draagRollenOver(trx, { van: accountId, naar: ehAccountId, door: ctx.actor.id, nu: ctx.nu })
    await zetTokentoestand(trx, accountId, naar.waarde, ctx.nu)
    if (eh.toestand === 'NIEUW') await zetToestand(trx, ehAccountId, 'ACTIEF', ctx.nu)
    await trekUitnodigingenIn(trx, accountId, ctx.nu)
    await meldAanBeheerder(trx, organisatieId, 'GEKOPPELD_DOOR_BEHEERDER', accountId, ctx.nu)
    await schrijfAccountaudit(trx, ctx, {
      handeling: 'hertoekenTokenaccount', organisatieId, object: ['account', accountId], van: toestand, naar: naar.waarde, reden: reden.trim(),
      extra: { ehAccountId, rollen: rollen.overgedragen.map(({ rol, brin, vestiging }) => ({ rol, brin, vestiging })) },
    })
    return gelukt(rollen)
  })
}
