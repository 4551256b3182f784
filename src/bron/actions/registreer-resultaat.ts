import { geweigerd, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Veldfout, Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, mag, ongeldig, type Uitvoerder } from '../../toegang/index.ts'
import type { BpvBericht, DiplomaBericht, Geleverd, OnderdeelBericht } from '../bericht.ts'
import { controleerDatum, patroon } from '../rules/controleer-inschrijving.ts'
import { findSector, laatBpvStandVervallen, laatDiplomaStandVervallen, laatOnderdeelStandVervallen, slaBpvOp, slaDiplomaOp, slaOnderdeelOp } from '../store/standen.ts'
import { opEigenDeelnemer, type OverDeelnemer } from './op-eigen-deelnemer.ts'

const VOLGNUMMER = /^[0-9A-Za-z]{1,20}$/

/** Legt de stand van een praktijkovereenkomst vast, bij een open mbo-inschrijving. */
export async function registreerBpv(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: BpvBericht & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'MBO' })) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = controleerBpv(bericht)
  if (fouten.length > 0) return ongeldig(fouten)
  const object = ['bpv', `${bericht.brin}-${bericht.inschrijvingvolgnummer}, bpv ${bericht.bpvVolgnummer}`] as const
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'registreerBpv', object }, async (trx, wie) => {
    const sector = await findSector(trx, wie.deelnemerId, bericht.brin, bericht.inschrijvingvolgnummer)
    return sector === 'MBO' ? slaBpvOp(trx, wie, bericht) : { soort: 'niet-gevonden' }
  })
}

/** Correctie: deze praktijkovereenkomst is er nooit geweest. De rij vervalt, de geschiedenis blijft. */
export async function laatBpvVervallen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: Pick<BpvBericht, 'inschrijvingvolgnummer' | 'bpvVolgnummer'> & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'MBO' })) return geweigerd({ soort: 'niet-gevonden' })
  const object = ['bpv', `${bericht.brin}-${bericht.inschrijvingvolgnummer}, bpv ${bericht.bpvVolgnummer}`] as const
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'laatBpvVervallen', object }, (trx, wie) => laatBpvStandVervallen(trx, wie, bericht))
}

/** Legt een diploma of certificaat vast; alleen de school die het uitreikt. */
export async function registreerDiploma(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: DiplomaBericht & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: sectorVan(bericht.soort) })) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = [
    ...patroon('resultaatvolgnummer', bericht.resultaatvolgnummer, VOLGNUMMER, '1 tot 20 letters of cijfers'),
    ...controleerDatum('datum', bericht.datum),
    ...patroon('niveau', bericht.niveau, /^MBO-[1-4]$/, 'MBO-1, MBO-2, MBO-3 of MBO-4'),
  ]
  if (fouten.length > 0) return ongeldig(fouten)
  const object = ['diploma', `${bericht.brin}-${bericht.resultaatvolgnummer}`] as const
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'registreerDiploma', object }, (trx, wie) => slaDiplomaOp(trx, wie, bericht))
}

/** Correctie: het diploma is niet uitgereikt. De rij vervalt, de geschiedenis blijft. */
export async function laatDiplomaVervallen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: Pick<DiplomaBericht, 'soort' | 'resultaatvolgnummer'> & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: sectorVan(bericht.soort) })) return geweigerd({ soort: 'niet-gevonden' })
  const object = ['diploma', `${bericht.brin}-${bericht.resultaatvolgnummer}`] as const
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'laatDiplomaVervallen', object },
    (trx, wie) => laatDiplomaStandVervallen(trx, wie, bericht))
}

/** Legt een onderdeel vast (K-MBV-01: losse behaalde onderdelen tellen voor de mbo-verklaring). */
export async function registreerOnderdeel(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OnderdeelBericht & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'MBO' })) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = [
    ...patroon('resultaatvolgnummer', bericht.resultaatvolgnummer, VOLGNUMMER, '1 tot 20 letters of cijfers'),
    ...controleerDatum('datum', bericht.datum),
  ]
  if (fouten.length > 0) return ongeldig(fouten)
  const object = ['onderdeel', `${bericht.brin}-${bericht.resultaatvolgnummer}`] as const
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'registreerOnderdeel', object }, (trx, wie) => slaOnderdeelOp(trx, wie, bericht))
}

/** Correctie: dit onderdeel is niet behaald of niet geregistreerd. De rij vervalt, de geschiedenis blijft. */
export async function laatOnderdeelVervallen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: Pick<OnderdeelBericht, 'soort' | 'resultaatvolgnummer'> & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'MBO' })) return geweigerd({ soort: 'niet-gevonden' })
  const object = ['onderdeel', `${bericht.brin}-${bericht.resultaatvolgnummer}`] as const
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'laatOnderdeelVervallen', object }, (trx, wie) => laatOnderdeelStandVervallen(trx, wie, bericht))
}

function sectorVan(soort: DiplomaBericht['soort']): 'VO' | 'MBO' {
  return soort === 'MBO' || soort === 'MBO_CERTIFICAAT' ? 'MBO' : 'VO'
}

function controleerBpv(bericht: BpvBericht): readonly Veldfout[] {
  const uren = bericht.omvangUren ?? 0
  const omvang: Veldfout = { veld: 'omvangUren', regel: 'De omvang is een heel aantal klokuren van 0 tot en met 9999.', watTeDoen: 'Rond af op hele uren.' }
  // Het werkelijke einde mag voor het begin liggen: zo staat een bpv die niet doorging in de bestanden van DUO.
  const eindeVoorBegin: Veldfout = { veld: 'datumEindeGepland', regel: `Het geplande einde (${bericht.datumEindeGepland}) ligt voor het begin (${bericht.datumBegin}).`, watTeDoen: 'Geef de laatste geplande dag van de bpv.' }
  return [
    ...patroon('bpvVolgnummer', bericht.bpvVolgnummer, VOLGNUMMER, '1 tot 20 letters of cijfers'),
    ...controleerDatum('afsluitdatum', bericht.afsluitdatum),
    ...controleerDatum('datumBegin', bericht.datumBegin),
    ...controleerDatum('datumEindeGepland', bericht.datumEindeGepland),
    ...controleerDatum('datumEindeWerkelijk', bericht.datumEindeWerkelijk),
    ...patroon('leerbedrijfId', bericht.leerbedrijfId, /^[1-9]\d{8}$/, 'een SBB-nummer van 9 cijfers'),
    ...(bericht.datumEindeGepland < bericht.datumBegin ? [eindeVoorBegin] : []),
    ...(Number.isInteger(uren) && uren >= 0 && uren <= 9999 ? [] : [omvang]),
  ]
}
