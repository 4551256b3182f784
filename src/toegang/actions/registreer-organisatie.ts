import { geweigerd, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { controleerOrganisatie, HOOFDCODE, type OrganisatieBericht, slaOrganisatieOp } from '../../organisatie/index.ts'
import { type Actiecontext, mag } from '../actor.ts'
import { ongeldig, rondAf, type Vastgelegd } from '../afronden.ts'
import { type Uitvoerder, voerUit } from '../uitvoeren.ts'

/** Legt de hele stand van een organisatie vast; wat niet meer genoemd wordt, vervalt. Alleen het systeem (beheer) mag dit. */
export async function registreerOrganisatie(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OrganisatieBericht,
): Promise<Uitkomst<Vastgelegd, Weigering>> {
  const hoofdcode = bericht.identificaties.find((code) => code.soort === HOOFDCODE[bericht.soort])?.waarde ?? ''
  if (!mag(ctx.actor, 'organisatie:schrijven', { brin: hoofdcode })) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = controleerOrganisatie(bericht)
  if (fouten.length > 0) return ongeldig(fouten)
  try {
    return await voerUit(uitvoerder, ctx.actor, async (trx) => rondAf(trx, ctx, { soort: await slaOrganisatieOp(trx, bericht, ctx.nu) }, {
      handeling: 'registreerOrganisatie', brin: bericht.soort === 'INSTELLING' ? hoofdcode : null, deelnemerId: null,
      object: ['organisatie', hoofdcode], gevolg: 'organisatie-gewijzigd',
    }))
  } catch (fout) {
    if (!isOverlap(fout)) throw fout
    return ongeldig([{
      veld: 'identificaties', regel: 'Een van deze codes hoort in dezelfde dagen al bij een andere organisatie.',
      watTeDoen: 'Beëindig de code eerst bij de andere organisatie, of verbeter de dagen.',
    }])
  }
}

/** exclusion_violation: de database bewaakt dat een code op elke dag naar één organisatie wijst. */
function isOverlap(fout: unknown): boolean {
  return fout instanceof Error && 'code' in fout && fout.code === '23P01'
}
