import { sql } from 'kysely'
import {
  alsSysteem, type Bladwijzer, type Bladzijde, type Geregistreerd, leesBladzijdeOp, leesVersie, naarGeregistreerd, type Standstempel, type Transactie,
} from '../database/index.ts'
import type { Datum } from '../kern/datum.ts'
import type { Niveau } from '../kern/leerroute.ts'
import type { LeerrouteplanBericht, OordeelBericht, OvereenkomstBericht, RegelingBericht } from './bericht.ts'

/**
 * Lezen per afspraak zoals nu bekend. `scholen` null = alle (DUO, beheer). Een overeenkomst wordt als systeem gelezen, met de scholen
 * van de lezer in de vraag: row-level security toont van de partijen alleen het eigen bestuur, en een halve overeenkomst is niet terug te sturen.
 */
type Scholen = readonly string[] | null

export async function leesOvereenkomstenlijst(trx: Transactie, scholen: Scholen, bladwijzer: Bladwijzer): Promise<Bladzijde<Geregistreerd<OvereenkomstBericht>>> {
  return leesBladzijdeOp<OvereenkomstRij, Geregistreerd<OvereenkomstBericht>>(bladwijzer, async ({ waar, richting, aantal }) => {
    const { rows } = await alsSysteem(trx, () => sql<OvereenkomstRij>`select ${OVEREENKOMST} from samenwerkingsovereenkomst s
      where s.vastgelegd_tot is null and ${waar} and ${vanPartij(scholen)} order by s.kenmerk collate "C" ${richting} limit ${aantal}`.execute(trx))
    return rows
  }, { sleutel: sql`s.kenmerk collate "C"`, soort: 'text', sleutelVan: (rij) => rij.kenmerk, maak: (rij) => naarGeregistreerd(rij, naarOvereenkomst) })
}

export async function findOvereenkomst(trx: Transactie, scholen: Scholen, kenmerk: string): Promise<Geregistreerd<OvereenkomstBericht> | undefined> {
  const { rows } = await alsSysteem(trx, () => sql<OvereenkomstRij>`select ${OVEREENKOMST} from samenwerkingsovereenkomst s
    where s.kenmerk = ${kenmerk} and s.vastgelegd_tot is null and ${vanPartij(scholen)}`.execute(trx))
  return rows[0] && naarGeregistreerd(rows[0], naarOvereenkomst)
}

export async function leesRegelingenlijst(trx: Transactie, scholen: Scholen, bladwijzer: Bladwijzer): Promise<Bladzijde<Geregistreerd<RegelingBericht>>> {
  return leesBladzijdeOp<RegelingRij, Geregistreerd<RegelingBericht>>(bladwijzer, async ({ waar, richting, aantal }) => {
    const { rows } = await sql<RegelingRij>`select r.* from interne_regeling r
      where r.vastgelegd_tot is null and ${waar} and ${vanGezag(scholen)} order by ${REGELINGSLEUTEL} ${richting} limit ${aantal}`.execute(trx)
    return rows
  }, { sleutel: REGELINGSLEUTEL, soort: 'text', sleutelVan: (rij) => `${rij.bevoegd_gezag}-${rij.geldig_van}`, maak: (rij) => naarGeregistreerd(rij, naarRegeling) })
}

export async function findRegeling(trx: Transactie, scholen: Scholen, sleutel: Regelingsleutel): Promise<Geregistreerd<RegelingBericht> | undefined> {
  const { rows } = await sql<RegelingRij>`select r.* from interne_regeling r
    where r.bevoegd_gezag = ${sleutel.bevoegdGezag} and r.geldig_van = ${sleutel.van} and r.vastgelegd_tot is null and ${vanGezag(scholen)}`.execute(trx)
  return rows[0] && naarGeregistreerd(rows[0], naarRegeling)
}

/** De plannen waarin een eigen school staat. */
export async function leesPlannen(trx: Transactie, deelnemerId: string, isEigen: (brin: string) => boolean): Promise<readonly Geregistreerd<LeerrouteplanBericht>[]> {
  const { rows } = await sql<Planrij>`select l.*, array(select a.brin from onderwijsaanbieder a where a.code in (l.vo_onderwijsaanbieder, l.mbo_onderwijsaanbieder) and a.vastgelegd_tot is null) as brins
    from leerrouteplan l where l.deelnemer_id = ${deelnemerId} and l.vastgelegd_tot is null order by l.geldig_van`.execute(trx)
  return rows.filter(({ brins }) => brins.some(isEigen)).map((rij) => naarGeregistreerd(rij, () => ({
    van: rij.geldig_van, voOnderwijsaanbieder: rij.vo_onderwijsaanbieder, mboOnderwijsaanbieder: rij.mbo_onderwijsaanbieder, beoogdNiveau: rij.beoogd_niveau as Niveau | null,
  })))
}

/** De oordelen die de scholen delen, en die een eigen school vastlegde. */
export async function leesOordelenVan(
  trx: Transactie, deelnemerId: string, blik: { readonly deeltKeten: boolean; readonly isEigen: (brin: string) => boolean },
): Promise<readonly Geregistreerd<OordeelBericht>[]> {
  const rijen = await trx.selectFrom('gezamenlijk_oordeel').selectAll().where('deelnemer_id', '=', deelnemerId).where('vastgelegd_tot', 'is', null).orderBy('datum').execute()
  return rijen.filter((rij) => blik.deeltKeten || (rij.vastgelegd_door !== null && blik.isEigen(rij.vastgelegd_door))).map((rij) => naarGeregistreerd(rij, () => ({ datum: rij.datum, ondertekendVo: rij.ondertekend_vo, ondertekendMbo: rij.ondertekend_mbo })))
}

export type Regelingsleutel = Pick<RegelingBericht, 'bevoegdGezag' | 'van'>

/** De versie die er nu staat, vastgehouden tot het einde van de transactie; undefined = niet te zien. */
export function versieVanOvereenkomst(trx: Transactie, kenmerk: string): Promise<string | undefined> {
  return leesVersie(trx, 'samenwerkingsovereenkomst', { kenmerk })
}

export function versieVanRegeling(trx: Transactie, { bevoegdGezag, van }: Regelingsleutel): Promise<string | undefined> {
  return leesVersie(trx, 'interne_regeling', { bevoegd_gezag: bevoegdGezag, geldig_van: van })
}

export function versieVanLeerrouteplan(trx: Transactie, deelnemerId: string, van: Datum): Promise<string | undefined> {
  return leesVersie(trx, 'leerrouteplan', { deelnemer_id: deelnemerId, geldig_van: van })
}

export function versieVanOordeel(trx: Transactie, deelnemerId: string, datum: Datum): Promise<string | undefined> {
  return leesVersie(trx, 'gezamenlijk_oordeel', { deelnemer_id: deelnemerId, datum })
}

interface OvereenkomstRij extends Standstempel {
  kenmerk: string
  geldig_van: Datum
  geldig_tot_en_met: Datum | null
  partijen: string[]
  overstapoptie: string | null
}

interface Planrij extends Standstempel {
  geldig_van: Datum
  vo_onderwijsaanbieder: string
  mbo_onderwijsaanbieder: string
  beoogd_niveau: string | null
  brins: string[]
}

interface RegelingRij extends Standstempel {
  bevoegd_gezag: string
  geldig_van: Datum
  geldig_tot_en_met: Datum | null
  overstapoptie: string | null
}

const OVEREENKOMST = sql`s.kenmerk, s.geldig_van, s.geldig_tot_en_met, s.overstapoptie, s.inhoud_hash, s.vastgelegd_van, s.vastgelegd_tot,
  array(select p.bevoegd_gezag from samenwerkingsovereenkomst_partij p where p.overeenkomst_id = s.overeenkomst_id order by 1) as partijen`
const REGELINGSLEUTEL = sql`(r.bevoegd_gezag || '-' || to_char(r.geldig_van, 'YYYY-MM-DD')) collate "C"`

function naarOvereenkomst(rij: OvereenkomstRij): OvereenkomstBericht {
  return { kenmerk: rij.kenmerk, partijen: rij.partijen, van: rij.geldig_van, tot: rij.geldig_tot_en_met, ...optie(rij) }
}

function naarRegeling(rij: RegelingRij): RegelingBericht {
  return { bevoegdGezag: rij.bevoegd_gezag, van: rij.geldig_van, tot: rij.geldig_tot_en_met, ...optie(rij) }
}

function optie({ overstapoptie }: { readonly overstapoptie: string | null }): Pick<OvereenkomstBericht, 'overstapoptie'> {
  return overstapoptie === null ? {} : { overstapoptie }
}

function vanPartij(scholen: Scholen) {
  return scholen === null ? sql<boolean>`true` : sql<boolean>`exists (select 1 from samenwerkingsovereenkomst_partij p join organisatie_gezag g on g.bevoegd_gezag = p.bevoegd_gezag
    where p.overeenkomst_id = s.overeenkomst_id and g.brin = any(${[...scholen]}) and g.vastgelegd_tot is null)`
}

function vanGezag(scholen: Scholen) {
  return scholen === null ? sql<boolean>`true` : sql<boolean>`exists (select 1 from organisatie_gezag g
    where g.bevoegd_gezag = r.bevoegd_gezag and g.brin = any(${[...scholen]}) and g.vastgelegd_tot is null)`
}
