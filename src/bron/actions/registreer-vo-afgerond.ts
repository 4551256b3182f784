import type { Datum } from '../../kern/datum.ts'
import { geweigerd, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, mag, ongeldig, type Uitvoerder } from '../../toegang/index.ts'
import type { Geleverd } from '../bericht.ts'
import { controleerDatum } from '../rules/controleer-inschrijving.ts'
import { zetVoAfgerond } from '../store/deelnemer.ts'
import { opEigenDeelnemer, type OverDeelnemer } from './op-eigen-deelnemer.ts'

/** K-ROD-06: de vo-school legt de laatste dag met vo-lessen of vmbo-examenonderdelen vast; null trekt dat weer in. */
export async function registreerVoAfgerond(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OverDeelnemer & { readonly afgerondOp: Datum | null },
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'VO' })) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = controleerDatum('afgerondOp', bericht.afgerondOp)
  if (fouten.length > 0) return ongeldig(fouten)
  const object = ['vo-activiteiten', bericht.afgerondOp ?? 'ingetrokken'] as const
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'registreerVoAfgerond', object }, async (trx, wie) =>
    ({ soort: (await zetVoAfgerond(trx, wie.deelnemerId, ctx.actor.soort === 'systeem' ? null : bericht.brin, bericht.afgerondOp, wie.nu)) ? 'gewijzigd' : 'ongewijzigd' }))
}
