import type { Transactie } from '../../database/index.ts'
import { parseDatum } from '../../kern/datum.ts'
import { geweigerd, type Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'
import { findBevoegdGezag } from '../../organisatie/index.ts'
import { type Actiecontext, mag, ongeldig, rondAf, type Uitvoerder, type Vastgelegd, voerUit } from '../../toegang/index.ts'
import type { OvereenkomstBericht, RegelingBericht } from '../bericht.ts'
import { laatOvereenkomstStandVervallen, laatRegelingStandVervallen, partijenVan, slaOvereenkomstOp, slaRegelingOp } from '../store.ts'

/** K-SOK-01: legt een overeenkomst tussen bevoegde gezagen vast. Alleen een school waarvan het bestuur partij is en blijft. */
export async function legOvereenkomstVast(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OvereenkomstBericht,
): Promise<Uitkomst<Vastgelegd, Weigering>> {
  const partijen = new Set(bericht.partijen)
  const fouten: readonly Veldfout[] = [
    ...eis(bericht.kenmerk.trim() !== '', 'kenmerk', 'Een overeenkomst heeft een kenmerk.', 'Geef de naam of het nummer van de overeenkomst.'),
    ...eis(partijen.size >= 2, 'partijen', 'Een overeenkomst heeft minstens twee bevoegde gezagen.', 'Noem beide besturen. Is er één bestuur? Leg dan een interne regeling vast.', 'K-SOK-01'),
    ...bericht.partijen.flatMap((nummer, i) => eis(BESTUURSNUMMER.test(nummer), `partijen[${i}]`, 'Een bestuursnummer heeft 5 cijfers.', 'Verbeter het nummer.')),
    ...controleerDagen(bericht), ...controleerOverstapoptie(bericht),
  ]
  if (fouten.length > 0) return ongeldig(fouten)
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const eerder = await partijenVan(trx, bericht.kenmerk)
    const isPartij = await magAlsPartij(trx, ctx, bericht.brin, (gezag) => partijen.has(gezag) && (eerder?.includes(gezag) ?? true))
    if (!isPartij) return geweigerd({ soort: 'niet-gevonden' })
    return rondAf(trx, ctx, await slaOvereenkomstOp(trx, bericht, await namensWie(trx, bericht), ctx.nu), {
      handeling: 'legOvereenkomstVast', brin: bericht.brin ?? null, deelnemerId: null, object: ['overeenkomst', bericht.kenmerk], gevolg: 'afspraak-gewijzigd',
    })
  })
}

/** K-SOK-02: legt de interne regeling vast van een bestuur dat beide scholen heeft. */
export async function legRegelingVast(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: RegelingBericht,
): Promise<Uitkomst<Vastgelegd, Weigering>> {
  const fouten = [
    ...eis(BESTUURSNUMMER.test(bericht.bevoegdGezag), 'bevoegdGezag', 'Een bestuursnummer heeft 5 cijfers.', 'Verbeter het nummer.'),
    ...controleerDagen(bericht), ...controleerOverstapoptie(bericht),
  ]
  if (fouten.length > 0) return ongeldig(fouten)
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    if (!(await magAlsPartij(trx, ctx, bericht.brin, (gezag) => gezag === bericht.bevoegdGezag))) return geweigerd({ soort: 'niet-gevonden' })
    return rondAf(trx, ctx, await slaRegelingOp(trx, bericht, ctx.nu), {
      handeling: 'legRegelingVast', brin: bericht.brin ?? null, deelnemerId: null, object: ['interne regeling', `${bericht.bevoegdGezag} vanaf ${bericht.van}`], gevolg: 'afspraak-gewijzigd',
    })
  })
}

/** Correctie: deze overeenkomst is er nooit geweest. Een overeenkomst die eindigt, krijgt een laatste dag. */
export async function laatOvereenkomstVervallen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: Pick<OvereenkomstBericht, 'kenmerk' | 'brin'>,
): Promise<Uitkomst<Vastgelegd, Weigering>> {
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const partijen = await partijenVan(trx, bericht.kenmerk)
    if (!(await magAlsPartij(trx, ctx, bericht.brin, (gezag) => partijen?.includes(gezag) ?? false))) return geweigerd({ soort: 'niet-gevonden' })
    return rondAf(trx, ctx, await laatOvereenkomstStandVervallen(trx, bericht.kenmerk, ctx.nu), {
      handeling: 'laatOvereenkomstVervallen', brin: bericht.brin ?? null, deelnemerId: null, object: ['overeenkomst', bericht.kenmerk], gevolg: 'afspraak-gewijzigd',
    })
  })
}

/** Correctie: deze interne regeling is er nooit geweest. */
export async function laatRegelingVervallen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: Pick<RegelingBericht, 'bevoegdGezag' | 'van' | 'brin'>,
): Promise<Uitkomst<Vastgelegd, Weigering>> {
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    if (!(await magAlsPartij(trx, ctx, bericht.brin, (gezag) => gezag === bericht.bevoegdGezag))) return geweigerd({ soort: 'niet-gevonden' })
    return rondAf(trx, ctx, await laatRegelingStandVervallen(trx, bericht, ctx.nu), {
      handeling: 'laatRegelingVervallen', brin: bericht.brin ?? null, deelnemerId: null, object: ['interne regeling', `${bericht.bevoegdGezag} vanaf ${bericht.van}`], gevolg: 'afspraak-gewijzigd',
    })
  })
}

const BESTUURSNUMMER = /^\d{5}$/

/** Een school bevestigt voor haar eigen bestuur; het systeem voor alle partijen. Pas als beide bevestigden geeft de overeenkomst zicht (docs/adr/0028). */
async function namensWie(trx: Transactie, { brin, partijen }: OvereenkomstBericht): Promise<readonly string[]> {
  if (brin === undefined) return partijen
  const gezag = await findBevoegdGezag(trx, brin)
  return gezag === undefined ? [] : [gezag]
}

async function magAlsPartij(trx: Transactie, ctx: Actiecontext, brin: string | undefined, isPartij: (gezag: string) => boolean): Promise<boolean> {
  if (brin === undefined) return ctx.actor.soort === 'systeem'
  if (!mag(ctx.actor, 'afspraak:schrijven', { brin })) return false
  const gezag = await findBevoegdGezag(trx, brin)
  return gezag !== undefined && isPartij(gezag)
}

const LANGSTE_OVERSTAPOPTIE = 2000

/** K-SOK-04. Wie er geen heeft, noemt er geen: dat is een melding waard, geen weigering. */
function controleerOverstapoptie({ overstapoptie }: { readonly overstapoptie?: string | null }): readonly Veldfout[] {
  const goed = overstapoptie === undefined || overstapoptie === null || (overstapoptie.trim() !== '' && overstapoptie.length <= LANGSTE_OVERSTAPOPTIE)
  return eis(goed, 'overstapoptie', 'Een overstapoptie heeft 1 tot 2000 tekens.', 'Schrijf kort op hoe een leerling die stopt toch een diploma haalt.', 'K-SOK-04')
}

function controleerDagen(vak: { readonly van: string; readonly tot?: string | null }): readonly Veldfout[] {
  const goedEind = !vak.tot || (parseDatum(vak.tot) !== undefined && vak.tot >= vak.van)
  return [
    ...eis(parseDatum(vak.van) !== undefined, 'van', 'Dit is geen bestaande datum.', 'Schrijf jjjj-mm-dd.'),
    ...eis(goedEind, 'tot', 'De laatste dag ligt voor de eerste, of bestaat niet.', 'Geef de laatste dag (inclusief).'),
  ]
}
