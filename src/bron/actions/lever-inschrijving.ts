import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { isBekendeBrin } from '../../organisatie/index.ts'
import { type Actiecontext, mag, rondAf, type Uitvoerder, voerUit, zietAlles } from '../../toegang/index.ts'
import type { Geleverd, InschrijvingBericht, PersoonBericht } from '../bericht.ts'
import { rondDeelnemerAf, zorgVoorDeelnemer } from '../store/deelnemer.ts'
import { slaInschrijvingOp, verwijderInschrijvingStand } from '../store/standen.ts'
import { metZicht } from '../store/zicht.ts'
import { opEigenDeelnemer, type OverDeelnemer } from './op-eigen-deelnemer.ts'
import { HANDELING, onbekendeBrin, toelaatInschrijving } from './toelaten.ts'

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
    const { deelnemerId, isNieuw } = await zorgVoorDeelnemer(trx, ctx.kluis, persoon, brin, isDuo ? null : brin, ctx.nu)
    const stand = await slaInschrijvingOp(trx, { deelnemerId, nu: ctx.nu, isNieuw }, inschrijving)
    // Een levering die ouder is dan wat er staat, zegt ook over de persoon niets.
    const persoonGewijzigd = isNieuw || (stand.soort !== 'ouder-dan-bekend' && (await rondDeelnemerAf(trx, deelnemerId, persoon, { brin, isDuo }, ctx.nu)))
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
  if (!mag(ctx.actor, 'inschrijving:schrijven', bericht)) return geweigerd({ soort: 'niet-gevonden' })
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'verwijderInschrijving', object: ['inschrijving', sleutelVan(bericht)] },
    (trx, wie) => metZicht(trx, wie, () => verwijderInschrijvingStand(trx, wie, bericht)))
}

function sleutelVan(bericht: { readonly brin: string; readonly inschrijvingvolgnummer: string }): string {
  return `${bericht.brin}-${bericht.inschrijvingvolgnummer}`
}
