import { CompiledQuery } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { isBsn, isOnderwijsnummer } from '../../kern/persoonsnummer.ts'
import type { Kluis } from '../../toegang/index.ts'
import type { BpvUitBestand, DiplomaUitBestand, InschrijvingUitBestand, OnderdeelUitBestand, PeriodeUitBestand, PersoonUitBestand } from '../bestanden/persoon.ts'
import type { Tijdvak, Venster } from '../bestanden/selectie.ts'
import { vergelijkPersonen } from '../bestanden/volgnummers.ts'

/** Een student van een school, met het nummer zoals het in een bestand komt. */
export interface Overzichtstudent {
  readonly deelnemerId: string
  readonly nummer: PersoonUitBestand['nummer']
}

/** Een student zoals het register hem nu kent, in de vorm waarin bestanden hem noemen. Alleen wat van de gevraagde school is. */
export interface Overzichtpersoon extends PersoonUitBestand {
  readonly deelnemerId: string
  /** De dag waarmee gerekend wordt als dag of maand onbekend is. */
  readonly geboren: Datum | null
  readonly diplomas: readonly Overzichtdiploma[]
}

export interface Overzichtdiploma extends DiplomaUitBestand {
  readonly niveau: string | null
}

const PER_VRAAG = 20_000

/**
 * De studenten van een school met iets in het venster, in de volgorde van PvE 15.2. De databank kan niet op een versleuteld nummer
 * sorteren; daarom staan hier van elke student de sleutel en het nummer in het geheugen (ongeveer 150 bytes), en niets anders.
 */
export async function leesStudenten(trx: Transactie, kluis: Kluis, brin: string, venster: Venster): Promise<readonly Overzichtstudent[]> {
  const studenten: Overzichtstudent[] = []
  let na = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rijen = await vraag<Studentrij>(trx, KANDIDATEN, [brin, na, PER_VRAAG, ...grenzen(venster)])
    for (const rij of rijen) studenten.push({ deelnemerId: rij.deelnemer_id, nummer: leesNummer(rij, kluis) })
    const laatste = rijen.at(-1)
    if (laatste === undefined || rijen.length < PER_VRAAG) break
    na = laatste.deelnemer_id
  }
  return studenten.sort((a, b) => vergelijkPersonen(a.nummer, b.nummer))
}

interface Studentrij {
  readonly deelnemer_id: string
  readonly versleuteld: Buffer
  readonly sleutel_id: string
  readonly soort: 'BSN' | 'ONDERWIJSNUMMER' | 'ONBEKEND'
  readonly stelsel: 'BSN' | 'ONR' | 'PGN' | null
}

/** Ruim gekozen: `kiesUit` beslist daarna per student. */
const KANDIDATEN = `
  select d.deelnemer_id, d.persoonsnummer_versleuteld as versleuteld, d.persoonsnummer_sleutel_id as sleutel_id, d.persoonsnummer_soort as soort, d.persoonsnummer_stelsel as stelsel
  from deelnemer_school r join deelnemer d using (deelnemer_id)
  where r.brin = $1 and r.deelnemer_id > $2 and (
    exists (select 1 from inschrijving_stand s where s.deelnemer_id = r.deelnemer_id and s.brin = $1 and s.sector = 'MBO' and s.vastgelegd_tot is null
      and s.datum_inschrijving <= $5 and (s.datum_uitschrijving is null or s.datum_uitschrijving >= $4))
    or exists (select 1 from diploma_stand x where x.deelnemer_id = r.deelnemer_id and x.brin = $1 and x.vastgelegd_tot is null and x.datum between $6 and $7)
    or exists (select 1 from resultaat_stand x where x.deelnemer_id = r.deelnemer_id and x.brin = $1 and x.vastgelegd_tot is null
      and (x.datum between $8 and $9 or (x.datum is null and x.diploma_volgnummer is null and $8::date is not null))))
  order by r.deelnemer_id limit $3`

function grenzen(v: Venster): readonly (Datum | null)[] {
  return [v.inschrijvingen, v.diplomas, v.onderdelen].flatMap((vak: Tijdvak | null) => [vak?.van ?? null, vak?.totEnMet ?? null])
}

function leesNummer(rij: Studentrij, kluis: Kluis): PersoonUitBestand['nummer'] {
  const waarde = kluis.ontsleutel(rij.versleuteld, rij.sleutel_id, rij.deelnemer_id)
  const stelsel = rij.stelsel ?? (rij.soort === 'ONDERWIJSNUMMER' ? 'ONR' : 'BSN')
  return { stelsel, waarde, elfproef: stelsel === 'BSN' ? isBsn(waarde) : stelsel === 'ONR' && isOnderwijsnummer(waarde) }
}

/** De open standen van deze studenten bij deze school, in de volgorde waarin ze gevraagd zijn. Een vast aantal vragen. */
export async function laadOverzicht(trx: Transactie, brin: string, studenten: readonly Overzichtstudent[]): Promise<readonly Overzichtpersoon[]> {
  const bij = [studenten.map(({ deelnemerId }) => deelnemerId), brin]
  const gegevens = new Map((await vraag<Gegevensrij>(trx, GEGEVENS, [bij[0]])).map((rij) => [rij.deelnemer_id, rij]))
  const perioden = groepeer(await vraag<Standdeel<PeriodeUitBestand>>(trx, PERIODEN, bij), ({ stand_id }) => stand_id)
  const ondersteuning = groepeer(await vraag<Standdeel<InschrijvingUitBestand['ondersteuning'][number]>>(trx, ONDERSTEUNING, bij), ({ stand_id }) => stand_id)
  const bpv = groepeer(await vraag<BpvUitBestand & { deelnemer_id: string; inschrijvingvolgnummer: string }>(trx, BPV, bij), (r) => `${r.deelnemer_id}/${r.inschrijvingvolgnummer}`)
  const inschrijvingen = groepeer(await vraag<Inschrijvingrij>(trx, INSCHRIJVINGEN, bij), ({ deelnemer_id }) => deelnemer_id)
  const diplomas = groepeer(await vraag<Overzichtdiploma & VanDeelnemer>(trx, DIPLOMAS, bij), ({ deelnemer_id }) => deelnemer_id)
  const onderdelen = groepeer(await vraag<OnderdeelUitBestand & VanDeelnemer>(trx, ONDERDELEN, bij), ({ deelnemer_id }) => deelnemer_id)
  return studenten.map(({ deelnemerId, nummer }) => {
    const persoon = gegevens.get(deelnemerId)
    return {
      deelnemerId, nummer, geboren: persoon?.geboren ?? null, geboortedatum: persoon?.geboortedatum ?? null, geslacht: persoon?.geslacht ?? null, regelnummer: 0, regels: 0,
      inschrijvingen: (inschrijvingen.get(deelnemerId) ?? []).map((i) => ({
        ...i, perioden: perioden.get(i.stand_id) ?? [], ondersteuning: ondersteuning.get(i.stand_id) ?? [], bpv: bpv.get(`${deelnemerId}/${i.inschrijvingvolgnummer}`) ?? [],
      })),
      diplomas: diplomas.get(deelnemerId) ?? [], onderdelen: onderdelen.get(deelnemerId) ?? [],
    }
  })
}

interface VanDeelnemer { readonly deelnemer_id: string }
type Standdeel<T> = T & { readonly stand_id: string }
type Inschrijvingrij = Omit<InschrijvingUitBestand, 'perioden' | 'ondersteuning' | 'bpv'> & VanDeelnemer & { readonly stand_id: string }
interface Gegevensrij extends VanDeelnemer { readonly geboortedatum: string; readonly geboren: Datum; readonly geslacht: 'M' | 'V' | 'O' | null }

const GEGEVENS = `select deelnemer_id, geboortedatum_ruw as geboortedatum, geboortedatum as geboren, geslacht from deelnemer_gegevens where deelnemer_id = any($1::uuid[]) and vastgelegd_tot is null`
const VAN_SCHOOL = `deelnemer_id = any($1::uuid[]) and brin = $2 and vastgelegd_tot is null`
const INSCHRIJVINGEN = `select deelnemer_id, stand_id, brin, inschrijvingvolgnummer, datum_inschrijving as "datumInschrijving", datum_uitschrijving_gepland as "uitschrijvingGepland",
  datum_uitschrijving as "uitschrijvingWerkelijk", reden_uitschrijving as reden from inschrijving_stand where ${VAN_SCHOOL} and sector = 'MBO'`
const BIJ_STAND = `join inschrijving_stand s using (deelnemer_id, stand_id) where s.deelnemer_id = any($1::uuid[]) and s.brin = $2 and s.vastgelegd_tot is null and s.sector = 'MBO'`
const PERIODEN = `select p.stand_id, p.datum_begin as "datumBegin", p.opleidingcode, p.leertraject, p.niveau, case when p.indicatie_bekostigbaar then 'J' else 'N' end as bekostigbaar,
  p.locatiecode_vsv as "locatiecodeVsv", p.onderwijsaanbieder, p.onderwijslocatie, p.leerroute_ruw as leerroute, p.leerroutefase_ruw as leerroutefase
  from inschrijvingsperiode p ${BIJ_STAND} order by p.datum_begin`
const ONDERSTEUNING = `select e.stand_id, e.datum_begin as "datumBegin", e.datum_eind as "datumEind" from extra_ondersteuning e ${BIJ_STAND} order by e.datum_begin`
const BPV = `select deelnemer_id, inschrijvingvolgnummer, bpv_volgnummer as volgnummer, afsluitdatum, datum_begin as "datumBegin", datum_einde_gepland as "eindeGepland",
  datum_einde_werkelijk as "eindeWerkelijk", omvang_uren as omvang, leerbedrijf_id as "leerbedrijfId", opleidingcode, code_keuzedeel as keuzedeelcode from bpv_stand where ${VAN_SCHOOL}`
/** Een mbo-certificaat heeft in deze bestanden geen eigen record. */
const DIPLOMAS = `select deelnemer_id, brin, resultaatvolgnummer, opleidingcode, datum, case when indicatie_bekostigbaar then 'J' when not indicatie_bekostigbaar then 'N' end as bekostigbaar,
  inschrijvingvolgnummer, onderwijsaanbieder, niveau from diploma_stand where ${VAN_SCHOOL} and soort = 'MBO'`
const ONDERDELEN = `select deelnemer_id, case soort when 'EXAMENONDERDEEL' then 'AMO' when 'GENERIEK' then 'GEO' else 'KZD' end as soort, brin, resultaatvolgnummer,
  diploma_volgnummer as diplomavolgnummer, opleidingcode_diploma as "opleidingcodeDiploma", code, datum, inschrijvingvolgnummer, onderwijsaanbieder,
  case when soort = 'KEUZEDEEL' then jsonb_build_object('resultaat', case when behaald then 'Behaald' else 'Niet behaald' end) || bijzonderheden else bijzonderheden end as bijzonderheden
  from resultaat_stand where ${VAN_SCHOOL} and soort in ('EXAMENONDERDEEL', 'GENERIEK', 'KEUZEDEEL')`

async function vraag<R>(trx: Transactie, tekst: string, waarden: readonly unknown[]): Promise<readonly R[]> {
  const { rows } = await trx.executeQuery<R>(CompiledQuery.raw(tekst, [...waarden]))
  return rows
}

function groepeer<R>(rijen: readonly R[], sleutel: (rij: R) => string): ReadonlyMap<string, readonly R[]> {
  return Map.groupBy(rijen, sleutel)
}
