import { laatVervallen, legStandVast, type Standuitkomst, type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { BpvBericht, DiplomaBericht, InschrijvingBericht, OnderdeelBericht } from '../bericht.ts'
import { bpvRij, diplomaRij, inschrijvingKinderen, inschrijvingRij, ondersteuningRijen, onderdeelRij, periodeRijen } from '../rijen.ts'

interface Wie { readonly deelnemerId: string; readonly nu: Moment; /** De deelnemer is in deze transactie gemaakt. */ readonly isNieuw?: boolean }

/** Legt de hele stand van een inschrijving vast, met periodes en ondersteuning (bron.md 2.1). */
export async function slaInschrijvingOp(trx: Transactie, wie: Wie, bericht: InschrijvingBericht): Promise<Standuitkomst> {
  const standId = uuidv7()
  const uitkomst = await legStandVast(trx, {
    tabel: 'inschrijving_stand', sleutel: inschrijvingsleutel(wie, bericht), inhoud: inschrijvingRij(bericht),
    kinderen: inschrijvingKinderen(bericht), id: ['stand_id', standId], nu: wie.nu, zekerNieuw: wie.isNieuw === true,
  })
  if (uitkomst.soort !== 'nieuw' && uitkomst.soort !== 'gewijzigd') return uitkomst
  const bij = { deelnemer_id: wie.deelnemerId, stand_id: standId }
  await trx.insertInto('inschrijvingsperiode').values(periodeRijen(bericht).map((rij) => ({ ...rij, ...bij }))).execute()
  const ondersteuning = ondersteuningRijen(bericht).map((rij) => ({ ...rij, ...bij }))
  if (ondersteuning.length > 0) await trx.insertInto('extra_ondersteuning').values(ondersteuning).execute()
  return uitkomst
}

export function verwijderInschrijvingStand(trx: Transactie, wie: Wie, bericht: { readonly brin: string; readonly inschrijvingvolgnummer: string }) {
  return laatVervallen(trx, 'inschrijving_stand', inschrijvingsleutel(wie, bericht), wie.nu)
}

/** De sector van de open inschrijving; undefined als die er niet is of niet te zien is. */
export async function findSector(trx: Transactie, deelnemerId: string, brin: string, volgnummer: string) {
  const rij = await trx.selectFrom('inschrijving_stand').select('sector').where('deelnemer_id', '=', deelnemerId)
    .where('brin', '=', brin).where('inschrijvingvolgnummer', '=', volgnummer).where('vastgelegd_tot', 'is', null).executeTakeFirst()
  return rij?.sector
}

export function slaBpvOp(trx: Transactie, wie: Wie, bericht: BpvBericht): Promise<Standuitkomst> {
  const sleutel = {
    deelnemer_id: wie.deelnemerId, brin: bericht.brin, inschrijvingvolgnummer: bericht.inschrijvingvolgnummer, bpv_volgnummer: bericht.bpvVolgnummer,
  }
  return legStandVast(trx, { tabel: 'bpv_stand', sleutel, inhoud: bpvRij(bericht), id: ['stand_id', uuidv7()], nu: wie.nu })
}

export function laatBpvStandVervallen(trx: Transactie, wie: Wie, bericht: Pick<BpvBericht, 'brin' | 'inschrijvingvolgnummer' | 'bpvVolgnummer'>) {
  return laatVervallen(trx, 'bpv_stand', { ...inschrijvingsleutel(wie, bericht), bpv_volgnummer: bericht.bpvVolgnummer }, wie.nu)
}

export function slaDiplomaOp(trx: Transactie, wie: Wie, bericht: DiplomaBericht): Promise<Standuitkomst> {
  const sleutel = { deelnemer_id: wie.deelnemerId, brin: bericht.brin, resultaatvolgnummer: bericht.resultaatvolgnummer }
  return legStandVast(trx, { tabel: 'diploma_stand', sleutel, inhoud: diplomaRij(bericht), id: ['stand_id', uuidv7()], nu: wie.nu })
}

export function laatDiplomaStandVervallen(trx: Transactie, wie: Wie, bericht: { readonly brin: string; readonly resultaatvolgnummer: string }) {
  return laatVervallen(trx, 'diploma_stand', { deelnemer_id: wie.deelnemerId, brin: bericht.brin, resultaatvolgnummer: bericht.resultaatvolgnummer }, wie.nu)
}

export function slaOnderdeelOp(trx: Transactie, wie: Wie, bericht: OnderdeelBericht): Promise<Standuitkomst> {
  const sleutel = { deelnemer_id: wie.deelnemerId, brin: bericht.brin, soort: bericht.soort, resultaatvolgnummer: bericht.resultaatvolgnummer }
  return legStandVast(trx, { tabel: 'resultaat_stand', sleutel, inhoud: onderdeelRij(bericht), id: ['stand_id', uuidv7()], nu: wie.nu })
}

export function laatOnderdeelStandVervallen(trx: Transactie, wie: Wie, bericht: Pick<OnderdeelBericht, 'brin' | 'soort' | 'resultaatvolgnummer'>) {
  const sleutel = { deelnemer_id: wie.deelnemerId, brin: bericht.brin, soort: bericht.soort, resultaatvolgnummer: bericht.resultaatvolgnummer }
  return laatVervallen(trx, 'resultaat_stand', sleutel, wie.nu)
}

function inschrijvingsleutel(wie: Wie, bericht: { readonly brin: string; readonly inschrijvingvolgnummer: string }) {
  return { deelnemer_id: wie.deelnemerId, brin: bericht.brin, inschrijvingvolgnummer: bericht.inschrijvingvolgnummer }
}
