import type { Bladwijzer, Bladzijde } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Aanbiederregel, leesAanbieders } from '../../organisatie/index.ts'
import { type Actiecontext, brinsVan, mag, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { type Aanbodsleutel, findAanbod, type GeregistreerdAanbod, leesAanbodlijst } from '../store.ts'

type Ctx = Pick<Actiecontext, 'actor'>

/** K-RUP-01: wat scholen aanbieden is openbaar; iedereen leest alles. */
export function leesAangebodenOpleidingen(
  uitvoerder: Uitvoerder, ctx: Ctx, filter: { readonly brin?: string }, bladwijzer: Bladwijzer,
): Promise<Uitkomst<Bladzijde<GeregistreerdAanbod>, Weigering>> {
  return metRechten(uitvoerder, ctx.actor, async (trx) => gelukt(await leesAanbodlijst(trx, filter, bladwijzer)))
}

export function leesAangebodenOpleiding(uitvoerder: Uitvoerder, ctx: Ctx, sleutel: Aanbodsleutel): Promise<Uitkomst<GeregistreerdAanbod, Weigering>> {
  return metRechten<Uitkomst<GeregistreerdAanbod, Weigering>>(uitvoerder, ctx.actor, async (trx) => {
    const aanbod = await findAanbod(trx, sleutel)
    return aanbod ? gelukt(aanbod) : geweigerd({ soort: 'niet-gevonden' })
  })
}

/** De onderwijsaanbieders waarvoor de actor zelf aanbod registreert (K-RIO-01). */
export function leesEigenAanbieders(uitvoerder: Uitvoerder, ctx: Ctx): Promise<readonly Aanbiederregel[]> {
  return metRechten(uitvoerder, ctx.actor, async (trx) => (await leesAanbieders(trx, { brins: brinsVan(ctx.actor) })).filter((aanbieder) => mag(ctx.actor, 'aanbod:schrijven', aanbieder)))
}

/** De scholen achter RIO-codes; openbaar. */
export function leesSchoolnamen(uitvoerder: Uitvoerder, ctx: Ctx, codes: readonly string[]): Promise<readonly Aanbiederregel[]> {
  return metRechten(uitvoerder, ctx.actor, (trx) => leesAanbieders(trx, { codes }))
}
