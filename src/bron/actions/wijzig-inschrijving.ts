import type { Datum } from '../../kern/datum.ts'
import type { Leerroutefase } from '../../kern/leerroute.ts'
import { geweigerd, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, ongeldig, type Uitvoerder, voerUit } from '../../toegang/index.ts'
import type { Geleverd, InschrijvingBericht } from '../bericht.ts'
import { controleerDatum, controleerInschrijving } from '../rules/controleer-inschrijving.ts'
import { metFase } from '../rules/met-fase.ts'
import { leesInschrijvingStanden, versieVanInschrijving, type Inschrijvingsleutel } from '../store/register.ts'
import { slaInschrijvingOp } from '../store/standen.ts'
import { metZicht } from '../store/zicht.ts'
import { opEigenDeelnemer, type OverDeelnemer } from './op-eigen-deelnemer.ts'
import { magInschrijving } from './toelaten.ts'

/** Vervangt de hele stand van een inschrijving die er al is; de persoon blijft zoals hij bekend is. */
export function wijzigInschrijving(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: InschrijvingBericht & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  const { deelnemer, ...inschrijving } = bericht
  return pasStandAan(uitvoerder, ctx, { deelnemer, ...sleutelVan(inschrijving) }, 'wijzigInschrijving', () => inschrijving)
}

/** Schrijft een student uit: de inschrijving eindigt op `datum` (laatste dag, inclusief). Dezelfde dag en reden opnieuw verandert niets. */
export function schrijfUit(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OverDeelnemer & Inschrijvingsleutel & { readonly datum: Datum; readonly reden?: string | null },
): Promise<Uitkomst<Geleverd, Weigering>> {
  const fouten = controleerDatum('datum', bericht.datum)
  if (fouten.length > 0) return Promise.resolve(ongeldig(fouten))
  return pasStandAan(uitvoerder, ctx, bericht, 'schrijfUit', (stand) => ({ ...stand, datumUitschrijving: bericht.datum, redenUitschrijving: bericht.reden ?? null }))
}

/** Een andere fase vanaf een dag: een nieuwe periode op dezelfde inschrijving, verder gelijk aan de periode die dan loopt (K-FASE-07). */
export function wisselFase(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OverDeelnemer & Inschrijvingsleutel & { readonly vanaf: Datum; readonly fase: Leerroutefase },
): Promise<Uitkomst<Geleverd, Weigering>> {
  return pasStandAan(uitvoerder, ctx, bericht, 'wijzigInschrijving', (stand) => metFase(stand, bericht.vanaf, bericht.fase))
}

async function pasStandAan(
  uitvoerder: Uitvoerder, ctx: Actiecontext, over: OverDeelnemer & Inschrijvingsleutel, handeling: string, maakNieuw: (stand: InschrijvingBericht) => InschrijvingBericht,
): Promise<Uitkomst<Geleverd, Weigering>> {
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    let geweigerdWegens: Weigering | undefined
    const object = ['inschrijving', `${over.brin}-${over.inschrijvingvolgnummer}`] as const
    const uitkomst = await opEigenDeelnemer(trx, ctx, over, { handeling, object }, async (stap, wie) => {
      // Eerst vasthouden, dan lezen: anders bouwt deze stap voort op een stand die net vervangen is.
      await versieVanInschrijving(stap, wie.deelnemerId, over)
      const oud = (await leesInschrijvingStanden(stap, wie.deelnemerId, over))[0]?.inhoud
      if (!oud || magInschrijving(ctx.actor, oud) !== null) return { soort: 'niet-gevonden' }
      const nieuw = maakNieuw(oud)
      const reden = bezwaar(ctx, nieuw)
      if (reden) {
        geweigerdWegens = reden
        return { soort: 'ongewijzigd' }
      }
      return metZicht(stap, wie, () => slaInschrijvingOp(stap, wie, nieuw))
    })
    return geweigerdWegens ? geweigerd(geweigerdWegens) : uitkomst
  })
}

function bezwaar(ctx: Actiecontext, nieuw: InschrijvingBericht): Weigering | undefined {
  const buiten = magInschrijving(ctx.actor, nieuw)
  if (buiten !== null) return buiten
  const [eerste, ...rest] = controleerInschrijving(nieuw)
  return eerste && { soort: 'ongeldig', fouten: [eerste, ...rest] }
}

function sleutelVan({ brin, inschrijvingvolgnummer }: Inschrijvingsleutel): Inschrijvingsleutel {
  return { brin, inschrijvingvolgnummer }
}
