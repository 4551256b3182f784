import { type RawBuilder, sql } from 'kysely'
import { type Geregistreerd, leesVersie, naarGeregistreerd, type Schema, type Standtabel, type Transactie } from '../../database/index.ts'
import type { BpvBericht, DiplomaBericht, InschrijvingBericht, OnderdeelBericht } from '../bericht.ts'
import { bpvUit, diplomaUit, type InschrijvingRij, inschrijvingUit, onderdeelUit } from '../uit-rijen.ts'

/** Lezen per ding, met de rechten van de transactie. `alleen` kiest er een; zonder `alleen` alles van de deelnemer. */
export type Inschrijvingsleutel = Pick<InschrijvingBericht, 'brin' | 'inschrijvingvolgnummer'>
export type Bpvsleutel = Pick<BpvBericht, 'brin' | 'inschrijvingvolgnummer' | 'bpvVolgnummer'>
export type Diplomasleutel = Pick<DiplomaBericht, 'brin' | 'resultaatvolgnummer'>
export type Onderdeelsleutel = Pick<OnderdeelBericht, 'brin' | 'soort' | 'resultaatvolgnummer'>

/** De inschrijvingen zoals nu bekend; met `geschiedenis` ook alle eerdere standen, de nieuwste eerst. */
export async function leesInschrijvingStanden(
  trx: Transactie, deelnemerId: string, alleen?: Inschrijvingsleutel, geschiedenis = false,
): Promise<readonly Geregistreerd<InschrijvingBericht>[]> {
  const { rows } = await sql<InschrijvingRij>`
    select s.deelnemer_id, s.brin, s.inschrijvingvolgnummer, s.sector, s.datum_inschrijving, s.datum_uitschrijving_gepland, s.datum_uitschrijving,
      s.reden_uitschrijving, s.inhoud_hash, s.vastgelegd_van, s.vastgelegd_tot,
      (select jsonb_agg(to_jsonb(p) order by p.datum_begin) from inschrijvingsperiode p
       where p.deelnemer_id = s.deelnemer_id and p.stand_id = s.stand_id) as perioden,
      (select jsonb_agg(to_jsonb(x) order by x.datum_begin) from extra_ondersteuning x
       where x.deelnemer_id = s.deelnemer_id and x.stand_id = s.stand_id) as ondersteuning
    from inschrijving_stand s where ${van('s', deelnemerId, alleen && inschrijvingKolommen(alleen), geschiedenis)}
    order by s.datum_inschrijving, s.brin, s.inschrijvingvolgnummer, s.vastgelegd_van desc`.execute(trx)
  return rows.map((rij) => naarGeregistreerd(rij, inschrijvingUit))
}

export async function leesBpvStanden(trx: Transactie, deelnemerId: string, alleen?: Bpvsleutel): Promise<readonly Geregistreerd<BpvBericht>[]> {
  const rijen = await lees<Schema['bpv_stand']>(trx, 'bpv_stand', deelnemerId, alleen && bpvKolommen(alleen), sql`s.datum_begin, s.brin, s.bpv_volgnummer`)
  return rijen.map((rij) => naarGeregistreerd(rij, bpvUit))
}

export async function leesDiplomaStanden(trx: Transactie, deelnemerId: string, alleen?: Diplomasleutel): Promise<readonly Geregistreerd<DiplomaBericht>[]> {
  const rijen = await lees<Schema['diploma_stand']>(trx, 'diploma_stand', deelnemerId, alleen && diplomaKolommen(alleen), sql`s.datum, s.brin, s.resultaatvolgnummer`)
  return rijen.map((rij) => naarGeregistreerd(rij, diplomaUit))
}

export async function leesOnderdeelStanden(trx: Transactie, deelnemerId: string, alleen?: Onderdeelsleutel): Promise<readonly Geregistreerd<OnderdeelBericht>[]> {
  const rijen = await lees<Schema['resultaat_stand']>(trx, 'resultaat_stand', deelnemerId, alleen && onderdeelKolommen(alleen), sql`s.datum nulls last, s.brin, s.soort, s.resultaatvolgnummer`)
  return rijen.map((rij) => naarGeregistreerd(rij, onderdeelUit))
}

/** De versie die er nu staat, vastgehouden tot het einde van de transactie; undefined = niet te zien. */
export function versieVanInschrijving(trx: Transactie, deelnemerId: string, sleutel: Inschrijvingsleutel): Promise<string | undefined> {
  return leesVersie(trx, 'inschrijving_stand', { deelnemer_id: deelnemerId, ...inschrijvingKolommen(sleutel) })
}

export function versieVanBpv(trx: Transactie, deelnemerId: string, sleutel: Bpvsleutel): Promise<string | undefined> {
  return leesVersie(trx, 'bpv_stand', { deelnemer_id: deelnemerId, ...bpvKolommen(sleutel) })
}

export function versieVanDiploma(trx: Transactie, deelnemerId: string, sleutel: Diplomasleutel): Promise<string | undefined> {
  return leesVersie(trx, 'diploma_stand', { deelnemer_id: deelnemerId, ...diplomaKolommen(sleutel) })
}

export function versieVanOnderdeel(trx: Transactie, deelnemerId: string, sleutel: Onderdeelsleutel): Promise<string | undefined> {
  return leesVersie(trx, 'resultaat_stand', { deelnemer_id: deelnemerId, ...onderdeelKolommen(sleutel) })
}

/** De volgorde van de kolommen is die van het slot bij het opslaan (store/standen.ts); anders wachten lezer en schrijver niet op elkaar. */
function inschrijvingKolommen(sleutel: Inschrijvingsleutel) {
  return { brin: sleutel.brin, inschrijvingvolgnummer: sleutel.inschrijvingvolgnummer }
}

function bpvKolommen(sleutel: Bpvsleutel) {
  return { brin: sleutel.brin, inschrijvingvolgnummer: sleutel.inschrijvingvolgnummer, bpv_volgnummer: sleutel.bpvVolgnummer }
}

function diplomaKolommen(sleutel: Diplomasleutel) {
  return { brin: sleutel.brin, resultaatvolgnummer: sleutel.resultaatvolgnummer }
}

function onderdeelKolommen(sleutel: Onderdeelsleutel) {
  return { brin: sleutel.brin, soort: sleutel.soort, resultaatvolgnummer: sleutel.resultaatvolgnummer }
}

type Kolommen = Readonly<Record<string, string>>

async function lees<R>(trx: Transactie, tabel: Standtabel, deelnemerId: string, kolommen: Kolommen | undefined, volgorde: RawBuilder<unknown>): Promise<readonly R[]> {
  const { rows } = await sql<R>`select s.* from ${sql.table(tabel)} s where ${van('s', deelnemerId, kolommen, false)} order by ${volgorde}`.execute(trx)
  return rows
}

function van(tabel: string, deelnemerId: string, kolommen: Kolommen | undefined, geschiedenis: boolean) {
  return sql.join([
    sql<boolean>`${sql.ref(`${tabel}.deelnemer_id`)} = ${deelnemerId}`,
    ...Object.entries(kolommen ?? {}).map(([kolom, waarde]) => sql<boolean>`${sql.ref(`${tabel}.${kolom}`)} = ${waarde}`),
    ...(geschiedenis ? [] : [sql<boolean>`${sql.ref(`${tabel}.vastgelegd_tot`)} is null`]),
  ], sql` and `)
}
