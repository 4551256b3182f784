import { alsSysteem } from '../../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { Weigering } from '../../../kern/weigering.ts'
import type { Datum } from '../../../kern/datum.ts'
import type { Actiecontext } from '../../actor.ts'
import { bestaanAlle } from '../account-store.ts'
import { metRechten, type Uitvoerder, voerUit } from '../../uitvoeren.ts'
import { findInstelling, slaInstellingOp } from '../../overstap/overstap-store.ts'

/** Of alle verzonnen accounts er al zijn; dan heeft een start niets te doen. */
export function zijnProefaccountsGeladen(uitvoerder: Uitvoerder, { actor }: Pick<Actiecontext, 'actor'>, accountIds: readonly string[]): Promise<boolean> {
  return metRechten(uitvoerder, actor, (trx) => bestaanAlle(trx, accountIds))
}

/** De dagen waarop verzonnen scholen overstappen. Een school die al dagen heeft, houdt ze. Alleen het systeem mag dit. */
export async function zetProefoverstap(
  uitvoerder: Uitvoerder, ctx: Actiecontext, scholen: readonly { readonly brin: string; readonly openVan: Datum; readonly tokenTotEnMet: Datum; readonly coulanceTotEnMet: Datum }[],
): Promise<Uitkomst<null, Weigering>> {
  if (ctx.actor.soort !== 'systeem') return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, (trx) => alsSysteem(trx, async () => {
    for (const school of scholen) {
      if (await findInstelling(trx, school.brin) === undefined) await slaInstellingOp(trx, { ...school, uitnodigingVervangtBewijs: false }, ctx.actor.id, ctx.nu)
    }
    return gelukt(null)
  }))
}
