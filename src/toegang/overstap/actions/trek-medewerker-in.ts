import type { Transactie } from '../../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import type { Accountbeeld } from '../../account/account.ts'
import { leesAccounts, vergrendelOrganisatie, zetToestand } from '../../account/account-store.ts'
import { magBeheren, magNogBeheren } from '../../account/actions/op-account.ts'
import type { Actiecontext } from '../../actor.ts'
import { findMedewerker, zetUitDienst } from '../../account/medewerker-store.ts'
import { eisIngreep, houdtBeheerder, isVoorZichzelf, weigerInvoer } from '../beheer.ts'
import { inOverstap, type Overstapdeur, weiger } from '../deur.ts'
import { meldAanBeheerder } from '../../account/melding-store.ts'
import { beeindigKoppelpogingenVan } from '../koppelpoging-store.ts'
import { zetRollenIngetrokken } from '../../account/rol-store.ts'
import { vergrendelTokenaccount, zetTokentoestand } from '../tokenaccount-store.ts'
import { type Bewaardetoestand, volgendeBewaardeToestand } from '../rules/toestanden.ts'
import { beeindigSessiesVan } from '../../sessie/sessies.ts'
import { trekUitnodigingenIn } from '../uitnodiging-store.ts'
import type { Overstapweigering } from '../weigering.ts'

/** T-22: iemand gaat weg. Elk eHerkenning-account en elk oud account van die medewerker bij deze organisatie eindigt, met rollen, sessies en uitnodigingen. */
export function trekMedewerkerIn(deur: Overstapdeur, ctx: Actiecontext, { medewerkerId, reden }: { readonly medewerkerId: string; readonly reden: string }): Promise<Uitkomst<{ readonly accounts: number }, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const organisatieId = (await findMedewerker(trx, medewerkerId))?.organisatieId
    if (organisatieId === undefined || !magBeheren(ctx, organisatieId)) return geweigerd({ soort: 'niet-gevonden' })
    const fouten = eisIngreep(ctx, reden)
    if (fouten.length > 0) return weigerInvoer(fouten)
    await vergrendelOrganisatie(trx, organisatieId)
    if (!(await magNogBeheren(trx, ctx))) return geweigerd({ soort: 'niet-gevonden' })
    const accounts = (await leesAccounts(trx, { organisatieId })).filter(({ medewerker }) => medewerker?.id === medewerkerId)
    const plaats = { stap: 'trek-in', organisatieId, object: ['account', accounts[0]?.accountId ?? medewerkerId] } as const
    for (const { accountId } of accounts) if (await isVoorZichzelf(trx, ctx, accountId)) return weiger(trx, ctx, { soort: 'niet-voor-uzelf' }, plaats)
    const houdt = await houdtBeheerder(trx, ctx, organisatieId, ({ medewerker, toestand }) => (medewerker?.id === medewerkerId ? { toestand, rollen: [] } : undefined))
    if (!houdt) return weiger(trx, ctx, { soort: 'laatste-beheerder' }, plaats)
    for (const account of accounts) await beeindig(trx, ctx, account, reden.trim())
    await zetUitDienst(trx, medewerkerId, ctx.nu)
    return gelukt({ accounts: accounts.length })
  })
}

async function beeindig(trx: Transactie, ctx: Actiecontext, { accountId, organisatieId, middel, toestand: oud, rollen }: Accountbeeld, reden: string): Promise<void> {
  const naar = middel === 'DUO_TOKEN' ? await trekTokenIn(trx, ctx, accountId) : 'BEEINDIGD'
  if (middel === 'EHERKENNING' && oud !== 'BEEINDIGD') await zetToestand(trx, accountId, 'BEEINDIGD', ctx.nu)
  await zetRollenIngetrokken(trx, rollen.filter(({ ingetrokkenOp }) => ingetrokkenOp === null).map(({ rolId }) => rolId), ctx.actor.id, reden, ctx.nu)
  await beeindigSessiesVan(trx, accountId)
  await trekUitnodigingenIn(trx, accountId, ctx.nu)
  await beeindigKoppelpogingenVan(trx, accountId, 'GEWEIGERD', ctx.nu)
  if (naar === oud) return
  await meldAanBeheerder(trx, organisatieId, 'INGETROKKEN', accountId, ctx.nu)
  await schrijfAccountaudit(trx, ctx, { handeling: 'trekMedewerkerIn', organisatieId, object: ['account', accountId], van: oud, naar, reden })
}

/** Een eindtoestand blijft wat hij is: ingetrokken of ontkoppeld was al ingetrokken. */
async function trekTokenIn(trx: Transactie, ctx: Actiecontext, accountId: string): Promise<Bewaardetoestand> {
  const account = await vergrendelTokenaccount(trx, accountId)
  if (account === undefined) throw new Error('tokenaccount zonder middel')
  const naar = volgendeBewaardeToestand(account.toestand, 'trek-in')
  if (!naar.ok) return account.toestand
  await zetTokentoestand(trx, accountId, naar.waarde, ctx.nu)
  return naar.waarde
}
