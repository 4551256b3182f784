import { sql } from 'kysely'
import { bekendOp, type Lading, lading, naarBekend, perDeelnemer, type Transactie, vanDeelnemers } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import type { Leerroute, Leerroutefase, Leertraject, Leerweg, Niveau, Sector } from '../../kern/leerroute.ts'
import type { InschrijvingMbo, InschrijvingVo } from '../inschrijving.ts'
import type { BehaaldOnderdeel, Diploma } from '../resultaat.ts'

/** Wat over de persoon bekend is, op een kennisdag. */
export interface Persoonsgegevens {
  readonly geboortedatum: Datum
  readonly geslacht: 'M' | 'V' | 'O' | null
  readonly naam: string | null
  readonly woontInNederland: boolean
  readonly voActiviteitenAfgerondOp: Datum | null
}

/**
 * De gegevens per deelnemer zoals op de kennisdag bekend (null = nu). Was de persoon toen nog onbekend, dan de eerste
 * gegevens: een geboortedatum verandert niet doordat wij hem later hoorden.
 */
export function personen(trx: Transactie, deelnemers: readonly string[], kennisdag: Datum | null): Lading<Map<string, Persoonsgegevens>> {
  const vraag = trx.selectFrom('deelnemer_gegevens as g')
    .select(['g.deelnemer_id', 'g.geboortedatum', 'g.geslacht', 'g.naam', 'g.woont_in_nederland', 'g.vo_activiteiten_afgerond_op', bekendOp(kennisdag, 'g').as('bekend')])
    .where(vanDeelnemers(deelnemers, 'g')).orderBy('g.vastgelegd_van')
  return lading(vraag, (rijen) => {
    const uit = new Map<string, Persoonsgegevens>()
    for (const [deelnemerId, standen] of Map.groupBy(rijen, (rij) => rij.deelnemer_id)) {
      const bekend = standen.findLast((rij) => rij.bekend)
      const rij = bekend ?? standen[0]
      if (!rij) continue
      uit.set(deelnemerId, {
        geboortedatum: rij.geboortedatum, geslacht: rij.geslacht, naam: rij.naam, woontInNederland: rij.woont_in_nederland,
        voActiviteitenAfgerondOp: bekend ? rij.vo_activiteiten_afgerond_op : null,
      })
    }
    return uit
  })
}

export interface Inschrijvingen {
  readonly vo: readonly InschrijvingVo[]
  readonly mbo: readonly InschrijvingMbo[]
}

/** Alle standen, ook afgesloten, met de dagen waarop ze bekend werden en vervielen (K-CAS-01). */
export function inschrijvingen(deelnemers: readonly string[]): Lading<Map<string, Inschrijvingen>> {
  const vraag = sql<InschrijvingRij>`
    select s.deelnemer_id, s.brin, s.inschrijvingvolgnummer, s.sector, s.datum_inschrijving, s.datum_uitschrijving, s.vastgelegd_van, s.vastgelegd_tot,
      (select json_agg(periode) from (select p.datum_begin, p.opleidingcode, p.onderwijsaanbieder, p.indicatie_bekostigbaar, p.leerroute, p.leerroutefase,
        p.leerjaar, p.leerweg, p.leertraject, p.niveau
        from inschrijvingsperiode p where p.deelnemer_id = s.deelnemer_id and p.stand_id = s.stand_id order by p.datum_begin) periode) as perioden
    from inschrijving_stand s where ${vanDeelnemers(deelnemers, 's')}
    order by s.datum_inschrijving, s.brin, s.inschrijvingvolgnummer, s.vastgelegd_van, s.stand_id`
  return lading(vraag, (rows) => {
    const uit = new Map<string, Inschrijvingen>()
    for (const [deelnemerId, rijen] of Map.groupBy(rows, (rij) => rij.deelnemer_id)) {
      uit.set(deelnemerId, {
        vo: rijen.filter((rij) => rij.sector !== 'MBO').map(naarVo),
        mbo: rijen.filter((rij) => rij.sector === 'MBO').map(naarMbo),
      })
    }
    return uit
  })
}

interface PeriodeRij {
  datum_begin: Datum
  opleidingcode: string | null
  onderwijsaanbieder: string | null
  indicatie_bekostigbaar: boolean
  leerroute: Leerroute | null
  leerroutefase: Leerroutefase | null
  leerjaar: number | null
  leerweg: Leerweg | null
  leertraject: Leertraject | null
  niveau: Niveau | null
}

interface InschrijvingRij {
  deelnemer_id: string
  brin: string
  inschrijvingvolgnummer: string
  sector: Sector
  datum_inschrijving: Datum
  datum_uitschrijving: Datum | null
  vastgelegd_van: Moment
  vastgelegd_tot: Moment | null
  perioden: PeriodeRij[] | null
}

function naarVo(rij: InschrijvingRij): InschrijvingVo {
  return { ...naarKop(rij), perioden: (rij.perioden ?? []).map((periode) => ({ ...naarPeriode(periode), leerjaar: periode.leerjaar, leerweg: periode.leerweg })) }
}

function naarMbo(rij: InschrijvingRij): InschrijvingMbo {
  return { ...naarKop(rij), perioden: (rij.perioden ?? []).map((periode) => ({ ...naarPeriode(periode), leertraject: periode.leertraject, niveau: periode.niveau })) }
}

function naarKop(rij: InschrijvingRij) {
  return {
    brin: rij.brin, inschrijvingvolgnummer: rij.inschrijvingvolgnummer, datumInschrijving: rij.datum_inschrijving,
    datumUitschrijving: rij.datum_uitschrijving, ...naarBekend(rij),
  }
}

function naarPeriode(periode: PeriodeRij) {
  return {
    datumBegin: periode.datum_begin, opleidingcode: periode.opleidingcode, onderwijsaanbieder: periode.onderwijsaanbieder,
    indicatieBekostigbaar: periode.indicatie_bekostigbaar ? 'J' as const : 'N' as const, leerroute: periode.leerroute, leerroutefase: periode.leerroutefase,
  }
}

export function diplomas(trx: Transactie, deelnemers: readonly string[]): Lading<Map<string, Diploma[]>> {
  const vraag = trx.selectFrom('diploma_stand').select(['deelnemer_id', 'soort', 'niveau', 'datum', 'vastgelegd_van', 'vastgelegd_tot'])
    .where(vanDeelnemers(deelnemers)).orderBy('datum').orderBy('vastgelegd_van').orderBy('stand_id')
  return lading(vraag, (rijen) => perDeelnemer(rijen, (rij) => ({ soort: rij.soort, niveau: rij.niveau as Niveau | null, datum: rij.datum, ...naarBekend(rij) })))
}

/** K-MBV-01: alleen behaalde onderdelen met een datum die niet bij een diploma horen. Een generiek onderdeel is een examenonderdeel. */
export function onderdelen(trx: Transactie, deelnemers: readonly string[]): Lading<Map<string, BehaaldOnderdeel[]>> {
  const vraag = trx.selectFrom('resultaat_stand').select(['deelnemer_id', 'soort', 'datum', 'vastgelegd_van', 'vastgelegd_tot'])
    .where(vanDeelnemers(deelnemers)).where('behaald', '=', true).where('diploma_volgnummer', 'is', null).where('datum', 'is not', null)
    .orderBy('datum').orderBy('vastgelegd_van').orderBy('stand_id')
  return lading(vraag, (rijen) => perDeelnemer(rijen.filter((rij) => rij.datum !== null), (rij) => ({
    datum: rij.datum as Datum, soort: rij.soort === 'GENERIEK' ? 'EXAMENONDERDEEL' as const : rij.soort, ...naarBekend(rij),
  })))
}

export interface Bpv {
  readonly brin: string
  readonly begin: Datum
  readonly eindGepland: Datum
  readonly eindWerkelijk: Datum | null
  readonly afsluitdatum: Datum
}

/** De praktijkovereenkomsten zoals op de kennisdag bekend. */
export function praktijkovereenkomsten(trx: Transactie, deelnemers: readonly string[], kennisdag: Datum | null): Lading<Map<string, Bpv[]>> {
  const vraag = trx.selectFrom('bpv_stand as b')
    .select(['b.deelnemer_id', 'b.brin', 'b.datum_begin', 'b.datum_einde_gepland', 'b.datum_einde_werkelijk', 'b.afsluitdatum'])
    .where(vanDeelnemers(deelnemers, 'b')).where(bekendOp(kennisdag, 'b'))
    .orderBy('b.datum_begin').orderBy('b.stand_id')
  return lading(vraag, (rijen) => perDeelnemer(rijen, (rij) => ({
    brin: rij.brin, begin: rij.datum_begin, eindGepland: rij.datum_einde_gepland, eindWerkelijk: rij.datum_einde_werkelijk, afsluitdatum: rij.afsluitdatum,
  })))
}
