import type { Moment } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { eis, type Weigering } from '../../../kern/weigering.ts'
import type { Actiecontext } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import type { Uitvoerder } from '../../uitvoeren.ts'
import { schrijfAccountaudit } from '../accountaudit.ts'
import { type Accountbeeld, looptNog, type Rolbeeld } from '../account.ts'
import { zetToestand } from '../account-store.ts'
import { voegRolToe, zetRoleinde, zetRollenIngetrokken } from '../rol-store.ts'
import { toetsToekenning, type Toekenningsvraag } from '../rules/toets-toekenning.ts'
import { type Accountwerk, eisBeheerder, eisReden, opAccount } from './op-account.ts'

/** `van` mag ontbreken: de rol begint dan nu. */
export type Rolvraag = Omit<Toekenningsvraag, 'van'> & { readonly van: Moment | null }

/**
 * K-EH-02, K-EH-08: de beheerder geeft een medewerker een rol bij een school van de eigen organisatie. Een nieuw account wordt daarmee
 * actief. DUO geeft zo geen rollen: een beheerder aanstellen gaat met een formulier van het bestuur (T-18).
 */
export function kenRolToe(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, vraag: Rolvraag): Promise<Uitkomst<{ readonly rolId: string }, Weigering>> {
  return opAccount(uitvoerder, ctx, accountId, async ({ trx, account, organisatie, kant, isZelf }) => {
    const heel: Toekenningsvraag = { ...vraag, van: vraag.van ?? ctx.nu, reden: vraag.reden.trim(), besluitBestuur: vraag.besluitBestuur.trim() }
    const fouten = [
      ...eis(kant !== 'DUO', 'rol', 'DUO geeft geen rollen bij een school.', 'Laat de beheerder van de school dit doen, of stel een eerste beheerder aan met een formulier van het bestuur.', 'T-18'),
      ...toetsToekenning(heel, { nu: ctx.nu, ontvanger: account, organisatie, isZelf }),
    ]
    if (fouten.length > 0) return ongeldig(fouten)
    const bron = account.intermediair === null ? 'TOEKENNING' : 'BESTUUR'
    const rolId = await voegRolToe(trx, { accountId, rol: heel.rol, brin: heel.brin, vestiging: heel.vestiging, van: heel.van, voor: heel.voor, bron, bronSleutel: heel.besluitBestuur, reden: heel.reden, door: ctx.actor.id }, ctx.nu)
    if (account.toestand === 'NIEUW') await zetToestand(trx, accountId, 'ACTIEF', ctx.nu)
    await schrijfAccountaudit(trx, ctx, {
      handeling: 'kenRolToe', organisatieId: account.organisatieId, object: ['account', accountId], van: account.toestand, naar: account.toestand === 'NIEUW' ? 'ACTIEF' : account.toestand, reden: heel.reden,
      extra: { rolId, rol: heel.rol, brin: heel.brin, vestiging: heel.vestiging, geldigVan: heel.van, geldigVoor: heel.voor, bron },
    })
    return gelukt({ rolId })
  })
}

/** Trekt een rol nu in; de volgende vraag van deze medewerker merkt het (Z-03, S-05). */
export function trekRolIn(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, rolId: string, reden: string): Promise<Uitkomst<{ readonly uitkomst: 'ingetrokken' }, Weigering>> {
  return opRol(uitvoerder, ctx, accountId, rolId, async (werk, rol) => {
    const fouten = [...eisReden(reden), ...eisBeheerder(werk, [zonderRol(werk.account, rolId)], ctx)]
    if (fouten.length > 0) return ongeldig(fouten)
    await zetRollenIngetrokken(werk.trx, [rolId], ctx.actor.id, reden.trim(), ctx.nu)
    await legVast(werk, ctx, rol, 'trekRolIn', reden, 'ingetrokken')
    return gelukt({ uitkomst: 'ingetrokken' })
  })
}

/** Z-03: verandert het einde van een rol. `voor`: vanaf dit moment niet meer; null = zonder einde. Niet voor de eigen rollen (Z-04). */
export function zetEinddatum(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, rolId: string, voor: Moment | null, reden: string): Promise<Uitkomst<{ readonly uitkomst: 'gewijzigd' | 'ongewijzigd' }, Weigering>> {
  return opRol<{ readonly uitkomst: 'gewijzigd' | 'ongewijzigd' }>(uitvoerder, ctx, accountId, rolId, async (werk, rol) => {
    if (rol.voor === voor) return gelukt({ uitkomst: 'ongewijzigd' })
    const ruimer = voor === null || (rol.voor !== null && voor > rol.voor)
    const fouten = [
      ...eisReden(reden),
      ...eis(voor === null || (voor > ctx.nu && voor > rol.van), 'totEnMet', 'De laatste dag is vandaag of later.', 'Kies vandaag of een latere dag, of trek de rol in.', 'Z-03'),
      ...eis(!ruimer || !werk.isZelf, 'account', 'U kunt uw eigen rol niet verlengen.', 'Vraag een andere beheerder van uw organisatie om dit te doen.', 'Z-04'),
      ...eis(!ruimer || werk.kant !== 'DUO', 'totEnMet', 'DUO verlengt geen rollen bij een school.', 'Laat de beheerder van de school dit doen.'),
      ...eisBeheerder(werk, [metRol(werk.account, { ...rol, voor })], ctx),
    ]
    if (fouten.length > 0) return ongeldig(fouten)
    await zetRoleinde(werk.trx, rolId, voor)
    await legVast(werk, ctx, rol, 'zetEinddatum', reden, voor ?? 'zonder einde')
    return gelukt({ uitkomst: 'gewijzigd' })
  })
}

type Rolwerk<T> = (werk: Accountwerk, rol: Rolbeeld) => Promise<Uitkomst<T, Weigering>>

/** Een rol van dit account die nog loopt; een andere bestaat niet (Z-02: niet via het account van een ander). */
function opRol<T>(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, rolId: string, doe: Rolwerk<T>): Promise<Uitkomst<T, Weigering>> {
  return opAccount(uitvoerder, ctx, accountId, async (werk) => {
    const rol = werk.account.rollen.find((kandidaat) => kandidaat.rolId === rolId && looptNog(kandidaat, ctx.nu))
    return rol === undefined ? geweigerd({ soort: 'niet-gevonden' }) : doe(werk, rol)
  })
}

export function zonderRol(account: Accountbeeld, rolId: string): Accountbeeld {
  return { ...account, rollen: account.rollen.filter((rol) => rol.rolId !== rolId) }
}

function metRol(account: Accountbeeld, rol: Rolbeeld): Accountbeeld {
  return { ...account, rollen: account.rollen.map((oud) => (oud.rolId === rol.rolId ? rol : oud)) }
}

function legVast({ trx, account }: Accountwerk, ctx: Actiecontext, rol: Rolbeeld, handeling: string, reden: string, naar: string): Promise<void> {
  return schrijfAccountaudit(trx, ctx, {
    handeling, organisatieId: account.organisatieId, object: ['account', account.accountId], van: rol.voor ?? 'zonder einde', naar, reden: reden.trim(),
    extra: { rolId: rol.rolId, rol: rol.rol, brin: rol.brin, vestiging: rol.vestiging },
  })
}
