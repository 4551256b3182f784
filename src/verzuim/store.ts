import {
  alsSysteem, type Geregistreerd, laatVervallen, type Lading, lading, leesVersie, legStandVast, naarBekend, naarGeregistreerd, perDeelnemer, type Standuitkomst, type Transactie, uuidv7, vanDeelnemers,
} from '../database/index.ts'
import type { Datum, Moment } from '../kern/datum.ts'
import type { Afwezigheid, Schoolvakantie, Verzuimmelding } from './afwezigheid.ts'
import type { AfwezigheidBericht } from './bericht.ts'

interface Wie { readonly deelnemerId: string; readonly nu: Moment }

export function slaAfwezigheidOp(trx: Transactie, wie: Wie, brin: string, bericht: AfwezigheidBericht) {
  const sleutel = { deelnemer_id: wie.deelnemerId, brin, datum: bericht.datum, geoorloofd: bericht.geoorloofd }
  if (bericht.uren === 0) return laatVervallen(trx, 'afwezigheid', sleutel, wie.nu)
  return legStandVast(trx, {
    tabel: 'afwezigheid', sleutel, inhoud: { uren: bericht.uren, sector: bericht.sector ?? null }, id: ['afwezigheid_id', uuidv7()], nu: wie.nu,
  })
}

export interface MeldingRij {
  readonly meldingId: string
  readonly brin: string
  readonly partij: 'VO' | 'MBO'
  readonly begin: Datum
  readonly eind: Datum
  readonly ingediendOp: Datum
  readonly ingetrokkenOp: Datum | null
}

export function slaMeldingOp(trx: Transactie, wie: Wie, melding: MeldingRij): Promise<Standuitkomst> {
  return legStandVast(trx, {
    tabel: 'verzuimmelding', sleutel: { deelnemer_id: wie.deelnemerId, melding_id: melding.meldingId },
    inhoud: {
      brin: melding.brin, partij: melding.partij, begin_op: melding.begin, eind_op: melding.eind,
      ingediend_op: melding.ingediendOp, ingetrokken_op: melding.ingetrokkenOp,
    },
    id: ['stand_id', uuidv7()], nu: wie.nu,
  })
}

/** De meldingen van een school over een deelnemer die nu bekend zijn. */
export async function leesMeldingen(trx: Transactie, deelnemerId: string, brin: string): Promise<readonly MeldingRij[]> {
  const rijen = await trx.selectFrom('verzuimmelding').selectAll().where('deelnemer_id', '=', deelnemerId)
    .where('brin', '=', brin).where('vastgelegd_tot', 'is', null).orderBy('begin_op').execute()
  return rijen.map((rij) => ({
    meldingId: rij.melding_id, brin: rij.brin, partij: rij.partij, begin: rij.begin_op, eind: rij.eind_op,
    ingediendOp: rij.ingediend_op, ingetrokkenOp: rij.ingetrokken_op,
  }))
}

/** Alle meldingen over een deelnemer die de actor mag zien, zoals nu bekend. */
export async function leesMeldingenVan(trx: Transactie, deelnemerId: string): Promise<readonly Geregistreerd<MeldingRij>[]> {
  const rijen = await trx.selectFrom('verzuimmelding').selectAll().where('deelnemer_id', '=', deelnemerId).where('vastgelegd_tot', 'is', null).orderBy('begin_op').orderBy('melding_id').execute()
  return rijen.map((rij) => naarGeregistreerd(rij, () => ({
    meldingId: rij.melding_id, brin: rij.brin, partij: rij.partij, begin: rij.begin_op, eind: rij.eind_op, ingediendOp: rij.ingediend_op, ingetrokkenOp: rij.ingetrokken_op,
  })))
}

/** De gemiste uren van een deelnemer die de actor mag zien, zoals nu bekend. */
export async function leesAfwezigheidVan(trx: Transactie, deelnemerId: string): Promise<readonly Geregistreerd<AfwezigheidBericht & { readonly brin: string }>[]> {
  const rijen = await trx.selectFrom('afwezigheid').selectAll().where('deelnemer_id', '=', deelnemerId).where('vastgelegd_tot', 'is', null)
    .orderBy('datum').orderBy('brin').orderBy('geoorloofd').execute()
  return rijen.map((rij) => naarGeregistreerd(rij, () => ({ brin: rij.brin, datum: rij.datum, uren: rij.uren, geoorloofd: rij.geoorloofd, sector: rij.sector })))
}

/** De versie die er nu staat, vastgehouden tot het einde van de transactie. */
export function versieVanMelding(trx: Transactie, deelnemerId: string, meldingId: string): Promise<string | undefined> {
  return leesVersie(trx, 'verzuimmelding', { deelnemer_id: deelnemerId, melding_id: meldingId })
}

/** Legt een vakantie vast; dezelfde dagen opnieuw veranderen niets. Een die overlapt vervalt: de nieuwe komt ervoor in de plaats. */
export async function slaVakantieOp(trx: Transactie, vakantie: Schoolvakantie, nu: Moment): Promise<'nieuw' | 'gewijzigd' | 'ongewijzigd'> {
  return alsSysteem(trx, async () => {
    const overlap = await trx.selectFrom('schoolvakantie').selectAll().where('vastgelegd_tot', 'is', null)
      .where('van', '<=', vakantie.tot).where('tot_en_met', '>=', vakantie.van).execute()
    if (overlap.length === 1 && overlap[0]?.van === vakantie.van && overlap[0].tot_en_met === vakantie.tot) return 'ongewijzigd'
    for (const oud of overlap) await trx.updateTable('schoolvakantie').set({ vastgelegd_tot: nu }).where('vakantie_id', '=', oud.vakantie_id).execute()
    await trx.insertInto('schoolvakantie').values({ vakantie_id: uuidv7(), van: vakantie.van, tot_en_met: vakantie.tot, vastgelegd_van: nu, vastgelegd_tot: null }).execute()
    return overlap.length > 0 ? 'gewijzigd' : 'nieuw'
  })
}

/** Vakanties kennen in een dossier geen kennisdag: de laatste stand geldt ook voor vragen over vroeger. */
export async function laadVakanties(trx: Transactie): Promise<readonly Schoolvakantie[]> {
  const rijen = await trx.selectFrom('schoolvakantie').select(['van', 'tot_en_met']).where('vastgelegd_tot', 'is', null).orderBy('van').execute()
  return rijen.map((rij) => ({ van: rij.van, tot: rij.tot_en_met }))
}

export function afwezigheid(trx: Transactie, deelnemers: readonly string[]): Lading<Map<string, Afwezigheid[]>> {
  const vraag = trx.selectFrom('afwezigheid').select(['deelnemer_id', 'datum', 'uren', 'geoorloofd', 'sector', 'vastgelegd_van', 'vastgelegd_tot'])
    .where(vanDeelnemers(deelnemers)).orderBy('datum').orderBy('vastgelegd_van').orderBy('brin')
  return lading(vraag, (rijen) => perDeelnemer(rijen, (rij) => ({
    datum: rij.datum, uren: rij.uren, geoorloofd: rij.geoorloofd, ...(rij.sector === null ? {} : { sector: rij.sector }), ...naarBekend(rij),
  })))
}

export function meldingen(trx: Transactie, deelnemers: readonly string[]): Lading<Map<string, Verzuimmelding[]>> {
  const vraag = trx.selectFrom('verzuimmelding').select(['deelnemer_id', 'partij', 'begin_op', 'eind_op', 'ingediend_op', 'ingetrokken_op', 'vastgelegd_van', 'vastgelegd_tot'])
    .where(vanDeelnemers(deelnemers)).orderBy('begin_op').orderBy('vastgelegd_van')
  return lading(vraag, (rijen) => perDeelnemer(rijen, (rij) => ({
    partij: rij.partij, begin: rij.begin_op, eind: rij.eind_op, ingediendOp: rij.ingediend_op, ingetrokkenOp: rij.ingetrokken_op, ...naarBekend(rij),
  })))
}
