import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { isBekendeBrin } from '../../organisatie/index.ts'
import { type Actiecontext, rondAf, type Uitvoerder, voerUit, zietAlles } from '../../toegang/index.ts'
import type { Geleverd, InschrijvingBericht, PersoonBericht } from '../bericht.ts'
import { vestigingenVan } from '../rules/vestiging.ts'
import { rondDeelnemerAf, vestigingenBij, zorgVoorDeelnemer } from '../store/deelnemer.ts'
import { slaInschrijvingOp, verwijderInschrijvingStand } from '../store/standen.ts'
import { metZicht } from '../store/zicht.ts'
import { opEigenDeelnemer, type OverDeelnemer } from './op-eigen-deelnemer.ts'
import { HANDELING, heeftRolBij, isBeperktTotVestiging, magBijVestigingen, onbekendeBrin, toelaatInschrijving } from './toelaten.ts'

/**
 * Legt de volledige stand van een inschrijving vast. Dezelfde inhoud opnieuw verandert niets; een andere inhoud sluit de
 * oude stand op hetzelfde moment. Bij een weigering is er niets opgeslagen.
 */
export async function leverInschrijving(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: { readonly persoon: PersoonBericht; readonly inschrijving: InschrijvingBericht },
): Promise<Uitkomst<Geleverd, Weigering>> {
  const { persoon, inschrijving } = bericht
  const bezwaar = toelaatInschrijving(ctx.actor, bericht)
  if (bezwaar !== null) return geweigerd(bezwaar)
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    if (!(await isBekendeBrin(trx, inschrijving.brin))) return geweigerd(onbekendeBrin(inschrijving.brin))
    const { brin } = inschrijving
    const isDuo = zietAlles(ctx.actor)
    const vestigingen = vestigingenVan(inschrijving)
    const { deelnemerId, isNieuw } = await zorgVoorDeelnemer(trx, ctx.kluis, persoon, { brin, door: isDuo ? null : brin, vestigingen }, ctx.nu)
    if (!isNieuw && isBeperktTotVestiging(ctx.actor) && !magBijVestigingen(ctx.actor, inschrijving, await vestigingenBij(trx, deelnemerId, brin))) return geweigerd({ soort: 'niet-gevonden' })
    const stand = await slaInschrijvingOp(trx, { deelnemerId, nu: ctx.nu, isNieuw }, inschrijving)
    // Een levering die ouder is dan wat er staat, zegt ook over de persoon niets.
    const persoonGewijzigd = isNieuw || (stand.soort !== 'ouder-dan-bekend' && (await rondDeelnemerAf(trx, deelnemerId, persoon, { brin, isDuo, vestigingen }, ctx.nu)))
    // Een andere geboortedatum of naam bij dezelfde inschrijving is ook een wijziging: signalen kunnen erdoor veranderen.
    const uitkomst = stand.soort === 'ongewijzigd' && persoonGewijzigd ? { soort: 'gewijzigd' as const } : stand
    const afgerond = await rondAf(trx, ctx, uitkomst, {
      ...HANDELING.inschrijving(inschrijving), brin: inschrijving.brin, deelnemerId, gevolg: 'deelnemer-gewijzigd',
    })
    return afgerond.ok ? gelukt({ deelnemerId, ...afgerond.waarde }) : afgerond
  })
}

/** Trekt een inschrijving in die er nooit had moeten zijn: de stand vervalt, de geschiedenis blijft. Is er geen andere grond, dan ziet de school de deelnemer niet meer. */
export async function verwijderInschrijving(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OverDeelnemer & Pick<InschrijvingBericht, 'sector' | 'inschrijvingvolgnummer'>,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!heeftRolBij(ctx.actor, bericht)) return geweigerd({ soort: 'niet-gevonden' })
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'verwijderInschrijving', object: ['inschrijving', sleutelVan(bericht)] },
    async (trx, wie) => (isBeperktTotVestiging(ctx.actor) && !magBijVestigingen(ctx.actor, bericht, await vestigingenBij(trx, wie.deelnemerId, bericht.brin)))
      ? { soort: 'niet-gevonden' } : metZicht(trx, wie, () => verwijderInschrijvingStand(trx, wie, bericht)))
}

function sleutelVan(bericht: { readonly brin: string; readonly inschrijvingvolgnummer: string }): string {
  return `${bericht.brin}-${bericht.inschrijvingvolgnummer}`
}
