import type { Transactie } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { findAanbieder } from '../../organisatie/index.ts'
import { type Actiecontext, mag, ongeldig, rondAf, type Uitvoerder, type Vastgelegd, voerUit } from '../../toegang/index.ts'
import type { AanbodBericht } from '../bericht.ts'
import { controleerAanbod } from '../rules/controleer-aanbod.ts'
import { type Aanbodsleutel, laatAanbodStandVervallen, slaAanbodOp, versieVanAanbod } from '../store.ts'

/**
 * K-RIO-01: een school registreert haar eigen kant van een leerroute; voor een andere school kan niet. Met `school` moet het aanbod
 * van die school zijn: zo verhuist een wijziging het aanbod niet stil naar een andere BRIN.
 */
export async function registreerAanbod(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: AanbodBericht, school?: string,
): Promise<Uitkomst<Vastgelegd & { readonly brin: string }, Weigering>> {
  const fouten = controleerAanbod(bericht)
  if (fouten.length > 0) return ongeldig(fouten)
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const aanbieder = await findAanbieder(trx, bericht.onderwijsaanbieder)
    if (!aanbieder || !mag(ctx.actor, 'aanbod:schrijven', aanbieder)) return geweigerd({ soort: 'niet-gevonden' })
    if (aanbieder.sector !== bericht.sector) {
      return ongeldig([{
        veld: 'sector', regelId: 'K-RIO-02', regel: `Deze onderwijsaanbieder hoort bij het ${aanbieder.sector.toLowerCase()}.`,
        watTeDoen: 'Registreer het aanbod bij de onderwijsaanbieder van de juiste sector.',
      }])
    }
    if (school !== undefined && school !== aanbieder.brin) {
      return ongeldig([{ veld: 'onderwijsaanbieder', regel: `Deze onderwijsaanbieder hoort niet bij school ${school}.`, watTeDoen: 'Registreer het als nieuw aanbod, en laat het oude vervallen.' }])
    }
    const uitkomst = await slaAanbodOp(trx, aanbieder.brin, bericht, ctx.nu)
    const afgerond = await rondAf(trx, ctx, uitkomst, {
      handeling: 'registreerAanbod', brin: aanbieder.brin, deelnemerId: null, object: ['aanbod', `${bericht.onderwijsaanbieder} ${bericht.eigenSleutel}`], gevolg: 'aanbod-gewijzigd',
    })
    return afgerond.ok ? gelukt({ ...afgerond.waarde, brin: aanbieder.brin }) : afgerond
  })
}

/** Correctie: dit aanbod had niet in RIO moeten staan. */
export async function laatAanbodVervallen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: { readonly brin: string; readonly eigenSleutel: string },
): Promise<Uitkomst<Vastgelegd, Weigering>> {
  if (!mag(ctx.actor, 'aanbod:schrijven', bericht)) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const uitkomst = await laatAanbodStandVervallen(trx, bericht.brin, bericht.eigenSleutel, ctx.nu)
    return rondAf(trx, ctx, uitkomst, {
      handeling: 'laatAanbodVervallen', brin: bericht.brin, deelnemerId: null, object: ['aanbod', `${bericht.brin} ${bericht.eigenSleutel}`], gevolg: 'aanbod-gewijzigd',
    })
  })
}

/** Werk dat een mens begon bij een bepaalde versie: staat er nu iets anders, dan gebeurt er niets en overschrijven twee collega's elkaar niet. */
export function opVersieVanAanbod<T>(
  uitvoerder: Uitvoerder, ctx: Actiecontext, { sleutel, versie }: { readonly sleutel: Aanbodsleutel; readonly versie: string }, werk: (trx: Transactie) => Promise<Uitkomst<T, Weigering>>,
): Promise<Uitkomst<T, Weigering | { readonly soort: 'intussen-gewijzigd' }>> {
  return voerUit<T, Weigering | { readonly soort: 'intussen-gewijzigd' }>(uitvoerder, ctx.actor, async (trx) =>
    (await versieVanAanbod(trx, sleutel)) === versie ? werk(trx) : geweigerd({ soort: 'intussen-gewijzigd' }))
}
