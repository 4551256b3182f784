import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Veldfout, Weigering } from '../../kern/weigering.ts'
import { isBekendeBrin } from '../../organisatie/index.ts'
import { type Actiecontext, mag, ongeldig, rondAf, type Uitvoerder, voerUit } from '../../toegang/index.ts'
import type { Geleverd, InschrijvingBericht, PersoonBericht } from '../bericht.ts'
import { controleerInschrijving, controleerPersoon } from '../rules/controleer-inschrijving.ts'
import { heeftRoute } from '../rules/heeft-route.ts'
import { legRelatieVast, zorgVoorDeelnemer } from '../store/deelnemer.ts'
import { slaInschrijvingOp, verwijderInschrijvingStand } from '../store/standen.ts'
import { opEigenDeelnemer, type OverDeelnemer } from './op-eigen-deelnemer.ts'

/**
 * Legt de volledige stand van een inschrijving vast. Dezelfde inhoud opnieuw verandert niets; een andere inhoud sluit de
 * oude stand op hetzelfde moment. Bij een weigering is er niets opgeslagen.
 */
export async function leverInschrijving(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: { readonly persoon: PersoonBericht; readonly inschrijving: InschrijvingBericht },
): Promise<Uitkomst<Geleverd, Weigering>> {
  const { persoon, inschrijving } = bericht
  if (!mag(ctx.actor, 'inschrijving:schrijven', inschrijving)) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = [...controleerPersoon(persoon), ...controleerInschrijving(inschrijving)]
  if (fouten.length > 0) return ongeldig(fouten)
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    if (!(await isBekendeBrin(trx, inschrijving.brin))) return ongeldig([onbekendeBrin(inschrijving.brin)])
    const deelnemerId = await zorgVoorDeelnemer(trx, ctx.kluis, persoon, ctx.nu)
    await legRelatieVast(trx, deelnemerId, inschrijving.brin, heeftRoute(inschrijving))
    const uitkomst = await slaInschrijvingOp(trx, { deelnemerId, nu: ctx.nu }, inschrijving)
    const afgerond = await rondAf(trx, ctx, uitkomst, {
      handeling: 'leverInschrijving', brin: inschrijving.brin, deelnemerId, object: ['inschrijving', sleutelVan(inschrijving)], gevolg: 'deelnemer-gewijzigd',
    })
    return afgerond.ok ? gelukt({ deelnemerId, ...afgerond.waarde }) : afgerond
  })
}

/** Trekt een inschrijving in die er nooit had moeten zijn: de stand vervalt, de geschiedenis blijft. */
export async function verwijderInschrijving(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OverDeelnemer & Pick<InschrijvingBericht, 'sector' | 'inschrijvingvolgnummer'>,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'inschrijving:schrijven', bericht)) return geweigerd({ soort: 'niet-gevonden' })
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'verwijderInschrijving', object: ['inschrijving', sleutelVan(bericht)] },
    (trx, wie) => verwijderInschrijvingStand(trx, wie, bericht))
}

function sleutelVan(bericht: { readonly brin: string; readonly inschrijvingvolgnummer: string }): string {
  return `${bericht.brin}-${bericht.inschrijvingvolgnummer}`
}

function onbekendeBrin(brin: string): Veldfout {
  return { veld: 'brin', regel: `School ${brin} is hier niet bekend.`, watTeDoen: 'Controleer de code, of vraag de beheerder de school te registreren.' }
}
