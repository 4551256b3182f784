import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { eis, type Weigering } from '../../../kern/weigering.ts'
import type { Actiecontext } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import type { Uitvoerder } from '../../uitvoeren.ts'
import { schrijfAccountaudit } from '../accountaudit.ts'
import { type Accountbeeld, geldtNu } from '../account.ts'
import { legBeoordelingVast, zetRollenIngetrokken } from '../rol-store.ts'
import { eisBeheerder, opAccount } from './op-account.ts'

/** Per rol het oordeel van de beheerder; een rol die niet genoemd is blijft staan en blijft te beoordelen. */
export type Beoordeling = Readonly<Record<string, 'BLIJFT' | 'INTREKKEN'>>

/**
 * BIO2 (5.18), Z-03: de beheerder kijkt na of iemand zijn rollen nog nodig heeft. De eigen rollen beoordeelt een ander (Z-04); intrekken
 * van wat een ander nodig heeft om beheerder te houden kan niet (T-17).
 */
export function herbeoordeel(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, oordelen: Beoordeling): Promise<Uitkomst<{ readonly blijft: number; readonly ingetrokken: number }, Weigering>> {
  return opAccount(uitvoerder, ctx, accountId, async (werk) => {
    const { trx, account, isZelf } = werk
    const geldig = account.rollen.filter((rol) => geldtNu(rol, ctx.nu))
    const genoemd = Object.entries(oordelen)
    if (genoemd.some(([rolId]) => !geldig.some((rol) => rol.rolId === rolId))) return geweigerd({ soort: 'niet-gevonden' })
    const weg = new Set(genoemd.flatMap(([rolId, oordeel]) => (oordeel === 'INTREKKEN' ? [rolId] : [])))
    const na: Accountbeeld = { ...account, rollen: account.rollen.filter(({ rolId }) => !weg.has(rolId)) }
    const fouten = [
      ...eis(genoemd.length > 0, 'oordeel', 'U koos bij geen enkele rol iets.', 'Kies bij ten minste een rol "blijft" of "intrekken".'),
      ...eis(!isZelf, 'account', 'U kunt uw eigen rollen niet beoordelen.', 'Vraag een andere beheerder om dit te doen.', 'Z-04'),
      ...eisBeheerder(werk, [na], ctx),
    ]
    if (fouten.length > 0) return ongeldig(fouten)
    for (const [rolId, oordeel] of genoemd) await legBeoordelingVast(trx, { rolId, organisatieId: account.organisatieId, oordeel, door: ctx.actor.id }, ctx.nu)
    await zetRollenIngetrokken(trx, [...weg], ctx.actor.id, 'Niet meer nodig bij het nakijken van de rollen.', ctx.nu)
    await schrijfAccountaudit(trx, ctx, { handeling: 'beoordeelRol', organisatieId: account.organisatieId, object: ['account', accountId], extra: { oordelen } })
    return gelukt({ blijft: genoemd.length - weg.size, ingetrokken: weg.size })
  })
}
