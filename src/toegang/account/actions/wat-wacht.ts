import { alsSysteem } from '../../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { isUuid } from '../../../kern/uuid.ts'
import type { Weigering } from '../../../kern/weigering.ts'
import { type Actiecontext, magBijOrganisatie } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import { metRechten, type Uitvoerder, voerUit } from '../../uitvoeren.ts'
import { type Beheermelding, leesOpenMeldingen, zetMeldingGezien } from '../melding-store.ts'
import { eisVerseInlog } from '../rules/verse-inlog.ts'
import { wijsAf } from '../vier-ogen.ts'
import { leesOpenVoorstellen, type Voorstel } from '../vier-ogen-store.ts'

export interface Watwacht {
  /** Over koppelingen, blokkades en ontkoppelingen (T-11). */
  readonly meldingen: readonly Beheermelding[]
  /** Voorstellen van een beheerder die op een tweede wachten. */
  readonly voorstellen: readonly Voorstel[]
}

/** Wat er bij de eigen organisatie op de beheerder wacht. */
export function toonWatWacht(uitvoerder: Uitvoerder, ctx: Actiecontext): Promise<Uitkomst<Watwacht, Weigering>> {
  return metRechten<Uitkomst<Watwacht, Weigering>>(uitvoerder, ctx.actor, async (trx) => {
    const { organisatieId } = ctx.actor
    if (organisatieId === undefined || !magBijOrganisatie(ctx.actor, 'eigen-organisatie:beheren', organisatieId)) return geweigerd({ soort: 'niet-gevonden' })
    return alsSysteem(trx, async () => gelukt({ meldingen: await leesOpenMeldingen(trx, organisatieId, ctx.actor.id), voorstellen: await leesOpenVoorstellen(trx, { organisatieId, kant: 'ORGANISATIE' }, ctx.nu) }))
  })
}

/** De beheerder heeft de melding gelezen. Een melding van een ander bestaat niet. */
export function leesMelding(uitvoerder: Uitvoerder, ctx: Actiecontext, meldingId: string): Promise<Uitkomst<{ readonly uitkomst: 'gezien' }, Weigering>> {
  return voerUit<{ readonly uitkomst: 'gezien' }, Weigering>(uitvoerder, ctx.actor, async (trx) => {
    const { organisatieId, id } = ctx.actor
    if (organisatieId === undefined || !magBijOrganisatie(ctx.actor, 'eigen-organisatie:beheren', organisatieId) || !isUuid(meldingId)) return geweigerd({ soort: 'niet-gevonden' })
    const gezien = await alsSysteem(trx, () => zetMeldingGezien(trx, meldingId, organisatieId, id, ctx.nu))
    return gezien ? gelukt({ uitkomst: 'gezien' }) : geweigerd({ soort: 'niet-gevonden' })
  })
}

/** Alles wat bij DUO op een tweede behandelaar wacht, van elk soort. */
export function toonVoorstellenDuo(uitvoerder: Uitvoerder, ctx: Actiecontext): Promise<Uitkomst<readonly Voorstel[], Weigering>> {
  return metRechten<Uitkomst<readonly Voorstel[], Weigering>>(uitvoerder, ctx.actor, async (trx) => {
    if (ctx.actor.duorollen?.includes('duo-behandelaar') !== true) return geweigerd({ soort: 'niet-gevonden' })
    return gelukt(await alsSysteem(trx, () => leesOpenVoorstellen(trx, { kant: 'DUO' }, ctx.nu)))
  })
}

/** Wijst een voorstel van de eigen kant af; wie het deed, trekt het zo ook in. Er verandert verder niets. */
export function wijsVoorstelAf(uitvoerder: Uitvoerder, ctx: Actiecontext, voorstelId: string, soort: string): Promise<Uitkomst<{ readonly uitkomst: 'afgewezen' }, Weigering>> {
  return voerUit<{ readonly uitkomst: 'afgewezen' }, Weigering>(uitvoerder, ctx.actor, async (trx) => {
    const { organisatieId, duorollen } = ctx.actor
    const mag = duorollen?.includes('duo-behandelaar') === true || (organisatieId !== undefined && magBijOrganisatie(ctx.actor, 'eigen-organisatie:beheren', organisatieId))
    if (!mag) return geweigerd({ soort: 'niet-gevonden' })
    const oud = eisVerseInlog(ctx)
    if (oud.length > 0) return ongeldig(oud)
    const afgewezen = await alsSysteem(trx, () => wijsAf(trx, ctx, voorstelId, soort))
    return afgewezen.ok ? gelukt({ uitkomst: 'afgewezen' }) : afgewezen
  })
}
