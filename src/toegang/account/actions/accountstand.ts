import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { eis, type Weigering } from '../../../kern/weigering.ts'
import type { Actiecontext } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import type { Uitvoerder } from '../../uitvoeren.ts'
import { schrijfAccountaudit } from '../accountaudit.ts'
import { type Accountbeeld, looptNog } from '../account.ts'
import { zetToestand } from '../account-store.ts'
import { legHerinneringVast } from '../medewerker-store.ts'
import { zetRollenIngetrokken } from '../rol-store.ts'
import { beeindigSessiesVan } from '../../sessie/sessies.ts'
import { eisBeheerder, eisReden, opAccount } from './op-account.ts'

/** Blokkeert een eHerkenning-account: open sessies eindigen, de rollen blijven staan tot de blokkade eraf gaat. */
export function blokkeerAccount(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, reden: string): Promise<Uitkomst<{ readonly toestand: 'GEBLOKKEERD' }, Weigering>> {
  return wisselToestand(uitvoerder, ctx, accountId, reden, { handeling: 'blokkeerAccount', van: ['NIEUW', 'ACTIEF'], naar: 'GEBLOKKEERD' })
}

/** Heft de blokkade op. De eigen blokkade opheffen kan niet: een geblokkeerde beheerder logt niet in. */
export function deblokkeerAccount(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, reden: string): Promise<Uitkomst<{ readonly toestand: 'ACTIEF' }, Weigering>> {
  return wisselToestand(uitvoerder, ctx, accountId, reden, { handeling: 'deblokkeerAccount', van: ['GEBLOKKEERD'], naar: 'ACTIEF' })
}

/** Beëindigt een eHerkenning-account voorgoed: alle rollen worden ingetrokken en het account komt niet terug. */
export function beeindigAccount(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, reden: string): Promise<Uitkomst<{ readonly toestand: 'BEEINDIGD' }, Weigering>> {
  return wisselToestand(uitvoerder, ctx, accountId, reden, { handeling: 'beeindigAccount', van: ['NIEUW', 'ACTIEF', 'GEBLOKKEERD'], naar: 'BEEINDIGD' })
}

interface Wissel<T extends string> {
  readonly handeling: string
  readonly van: readonly string[]
  readonly naar: T
}

function wisselToestand<T extends string>(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, reden: string, { handeling, van, naar }: Wissel<T>): Promise<Uitkomst<{ readonly toestand: T }, Weigering>> {
  return opAccount(uitvoerder, ctx, accountId, async (werk) => {
    const { trx, account } = werk
    const na: Accountbeeld = { ...account, toestand: naar, rollen: naar === 'BEEINDIGD' ? [] : account.rollen }
    const fouten = [
      ...eis(account.middel === 'EHERKENNING' && van.includes(account.toestand), 'account', 'Dit kan niet met dit account zoals het nu is.', 'Laad de bladzijde opnieuw en kijk wat de stand is.', 'T-32'),
      ...eis(naar !== 'ACTIEF' || !werk.isZelf, 'account', 'U kunt uw eigen account niet vrijgeven.', 'Vraag een andere beheerder om dit te doen.', 'Z-04'),
      ...eisReden(reden), ...eisBeheerder(werk, [na], ctx),
    ]
    if (fouten.length > 0) return ongeldig(fouten)
    await zetToestand(trx, accountId, naar, ctx.nu)
    if (naar !== 'ACTIEF') await beeindigSessiesVan(trx, accountId)
    const lopend = naar === 'BEEINDIGD' ? account.rollen.filter((rol) => looptNog(rol, ctx.nu)).map(({ rolId }) => rolId) : []
    await zetRollenIngetrokken(trx, lopend, ctx.actor.id, reden.trim(), ctx.nu)
    await schrijfAccountaudit(trx, ctx, { handeling, organisatieId: account.organisatieId, object: ['account', accountId], van: account.toestand, naar, reden: reden.trim(), ...(lopend.length === 0 ? {} : { extra: { rollen: lopend } }) })
    return gelukt({ toestand: naar })
  })
}

/** K-EH-09: legt vast dat een collega die nog een token gebruikt aan de overstap herinnerd is. Versturen doet de beheerder zelf. */
export function herinnerOverstap(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string): Promise<Uitkomst<{ readonly naam: string }, Weigering>> {
  return opAccount(uitvoerder, ctx, accountId, async ({ trx, account }) => {
    const kan = account.middel === 'DUO_TOKEN' && (account.toestand === 'ACTIEF_TOKEN' || account.toestand === 'AFGESLOTEN')
    if (!kan) return ongeldig(eis(false, 'account', 'Deze medewerker hoeft niet meer over te stappen.', 'Laad de bladzijde opnieuw en kijk wat de stand is.', 'K-EH-09'))
    await legHerinneringVast(trx, accountId, account.organisatieId, ctx.actor.id, ctx.nu)
    await schrijfAccountaudit(trx, ctx, { handeling: 'herinnerOverstap', organisatieId: account.organisatieId, object: ['account', accountId] })
    return gelukt({ naam: account.medewerker?.naam ?? '' })
  })
}
