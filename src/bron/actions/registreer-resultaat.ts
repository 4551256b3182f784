import { geweigerd, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, mag, type Uitvoerder } from '../../toegang/index.ts'
import type { BpvBericht, DiplomaBericht, Geleverd, OnderdeelBericht } from '../bericht.ts'
import { findSector, laatBpvStandVervallen, laatDiplomaStandVervallen, laatOnderdeelStandVervallen, slaBpvOp, slaDiplomaOp, slaOnderdeelOp } from '../store/standen.ts'
import { metZicht } from '../store/zicht.ts'
import { opEigenDeelnemer, type OverDeelnemer } from './op-eigen-deelnemer.ts'
import { HANDELING, sectorVan, toelaatBpv, toelaatDiploma, toelaatOnderdeel } from './toelaten.ts'

/** Legt de stand van een praktijkovereenkomst vast, bij een open mbo-inschrijving. */
export async function registreerBpv(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: BpvBericht & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  const bezwaar = toelaatBpv(ctx.actor, bericht)
  if (bezwaar !== null) return geweigerd(bezwaar)
  return opEigenDeelnemer(uitvoerder, ctx, bericht, HANDELING.bpv(bericht), async (trx, wie) => {
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
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'laatBpvVervallen', object }, (trx, wie) => metZicht(trx, wie, () => laatBpvStandVervallen(trx, wie, bericht)))
}

/** Legt een diploma of certificaat vast; alleen de school die het uitreikt. */
export async function registreerDiploma(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: DiplomaBericht & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  const bezwaar = toelaatDiploma(ctx.actor, bericht)
  if (bezwaar !== null) return geweigerd(bezwaar)
  return opEigenDeelnemer(uitvoerder, ctx, bericht, HANDELING.diploma(bericht), (trx, wie) => slaDiplomaOp(trx, wie, bericht))
}

/** Correctie: het diploma is niet uitgereikt. De rij vervalt, de geschiedenis blijft. */
export async function laatDiplomaVervallen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: Pick<DiplomaBericht, 'soort' | 'resultaatvolgnummer'> & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: sectorVan(bericht.soort) })) return geweigerd({ soort: 'niet-gevonden' })
  const object = ['diploma', `${bericht.brin}-${bericht.resultaatvolgnummer}`] as const
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'laatDiplomaVervallen', object },
    (trx, wie) => metZicht(trx, wie, () => laatDiplomaStandVervallen(trx, wie, bericht)))
}

/** Legt een onderdeel vast (K-MBV-01: losse behaalde onderdelen tellen voor de mbo-verklaring). */
export async function registreerOnderdeel(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OnderdeelBericht & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  const bezwaar = toelaatOnderdeel(ctx.actor, bericht)
  if (bezwaar !== null) return geweigerd(bezwaar)
  return opEigenDeelnemer(uitvoerder, ctx, bericht, HANDELING.onderdeel(bericht), (trx, wie) => slaOnderdeelOp(trx, wie, bericht))
}

/** Correctie: dit onderdeel is niet behaald of niet geregistreerd. De rij vervalt, de geschiedenis blijft. */
export async function laatOnderdeelVervallen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: Pick<OnderdeelBericht, 'soort' | 'resultaatvolgnummer'> & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'MBO' })) return geweigerd({ soort: 'niet-gevonden' })
  const object = ['onderdeel', `${bericht.brin}-${bericht.resultaatvolgnummer}`] as const
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'laatOnderdeelVervallen', object }, (trx, wie) => metZicht(trx, wie, () => laatOnderdeelStandVervallen(trx, wie, bericht)))
}
