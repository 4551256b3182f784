import { sql } from 'kysely'
import { maakZoeknaam } from '../../bron/index.ts'
import { alsSysteem, perDeelnemer, type Transactie, vanDeelnemers } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Fase, Leerroute, Sector } from '../../kern/leerroute.ts'
import type { Signaalcode, Signaalniveau } from '../../kern/signaalcode.ts'
import type { LeerlingRegel } from '../leerlingbeeld.ts'

export interface Lijstfilter {
  /** Deel van de naam. */
  readonly zoek?: string | null
  /** BRIN. */
  readonly school?: string | null
  readonly code?: Signaalcode | null
}

/**
 * De scholen van de kijker; null = alle (DUO). Row-level security zegt hetzelfde nog eens, maar met de scholen in de vraag
 * zelf kan PostgreSQL de index op brin gebruiken.
 */
export type Kijkbereik = readonly string[] | null

export type Lijstrij = Omit<LeerlingRegel, 'scholen' | 'openSignalen'>

export interface Bladzijde {
  readonly rijen: readonly Lijstrij[]
  /** Hoeveel leerlingen aan de vraag voldoen; undefined = apart te tellen met `telRelaties`. */
  readonly totaal: number | undefined
}

/**
 * Een bladzijde op naam, na de leerling met sleutel `na` (diens naam wordt opgezocht: een naam hoort niet in een cursor).
 * Het kiezen kijkt als systeem, met de scholen van de kijker in de vraag: row-level security vraagt de relatie per leerling, en
 * dat kost bij honderdduizend leerlingen een seconde. Wat er van een leerling te zien is, leest de kijker met zijn eigen rechten.
 */
export async function leesBladzijde(trx: Transactie, filter: Lijstfilter, bereik: Kijkbereik, na: string | null, aantal: number): Promise<Bladzijde> {
  const binnenBereik = bereikVan(filter, bereik)
  const gekozen = await alsSysteem(trx, () => (filter.zoek || filter.code ? kiesGefilterd(trx, filter, binnenBereik, na, aantal) : kiesOpNaam(trx, binnenBereik, na, aantal)))
  const { rows } = await sql<LijstRow>`
    select g.deelnemer_id, g.naam, g.geboortedatum, o.leerroute, o.fase from deelnemer_gegevens g
    left join leerlingoverzicht o on o.deelnemer_id = g.deelnemer_id
    where ${vanDeelnemers(gekozen.deelnemers, 'g')} and g.vastgelegd_tot is null order by g.zoeknaam, g.deelnemer_id`.execute(trx)
  return { rijen: rows.map(naarRij), totaal: gekozen.totaal }
}

interface Keuze {
  readonly deelnemers: readonly string[]
  readonly totaal: number | undefined
}

/** Loopt over de index op naam en stopt na een bladzijde. */
async function kiesOpNaam(trx: Transactie, bereik: Kijkbereik, na: string | null, aantal: number): Promise<Keuze> {
  const { rows } = await sql<{ deelnemer_id: string }>`
    select g.deelnemer_id from deelnemer_gegevens g
    where g.vastgelegd_tot is null and ${heeftRelatie(bereik)} and ${naLeerling(na, bereik)} order by g.zoeknaam, g.deelnemer_id limit ${aantal}`.execute(trx)
  return { deelnemers: rows.map((rij) => rij.deelnemer_id), totaal: undefined }
}

/** Leest de namen een keer, voor de bladzijde en het totaal samen. */
async function kiesGefilterd(trx: Transactie, filter: Lijstfilter, bereik: Kijkbereik, na: string | null, aantal: number): Promise<Keuze> {
  const { rows } = await sql<{ deelnemer_id: string | null; totaal: number }>`
    with gevonden as materialized (select g.deelnemer_id, g.zoeknaam from deelnemer_gegevens g where g.vastgelegd_tot is null and ${voldoet(filter, bereik)}),
    mijn as materialized (select g.* from gevonden g where ${heeftRelatie(bereik)}),
    bladzijde as (select g.* from mijn g where ${naLeerling(na, bereik)} order by g.zoeknaam, g.deelnemer_id limit ${aantal})
    select b.deelnemer_id, t.totaal from (select count(*)::int as totaal from mijn) t left join bladzijde b on true`.execute(trx)
  return { deelnemers: rows.flatMap((rij) => rij.deelnemer_id ?? []), totaal: rows[0]?.totaal ?? 0 }
}

interface LijstRow {
  deelnemer_id: string
  naam: string | null
  geboortedatum: Datum
  leerroute: Leerroute | null
  fase: Fase
}

function naarRij(rij: LijstRow): Lijstrij {
  return { deelnemerId: rij.deelnemer_id, naam: rij.naam, geboortedatum: rij.geboortedatum, route: rij.leerroute, fase: rij.fase }
}

/** Hoeveel leerlingen een relatie met deze scholen hebben; bij één school staat dat al in de telling per school. */
export async function telRelaties(trx: Transactie, filter: Lijstfilter, bereik: Kijkbereik, perSchool: readonly Schooltelling[]): Promise<number> {
  const scholen = bereikVan(filter, bereik)
  if (scholen?.length === 1) return perSchool.find(({ brin }) => brin === scholen[0])?.studenten ?? 0
  const vraag = scholen === null
    ? sql<{ aantal: number }>`select count(*)::int as aantal from deelnemer`
    : sql<{ aantal: number }>`select count(distinct deelnemer_id)::int as aantal from deelnemer_school where brin = any(${[...scholen]})`
  const { rows } = await vraag.execute(trx)
  return rows[0]?.aantal ?? 0
}

/** De gevraagde school, als die binnen het bereik ligt; een school van een ander geeft een leeg bereik. */
function bereikVan(filter: Lijstfilter, bereik: Kijkbereik): Kijkbereik {
  const { school } = filter
  if (!school) return bereik
  return bereik === null || bereik.includes(school) ? [school] : []
}

function heeftRelatie(bereik: Kijkbereik, tabel = 'g') {
  if (bereik === null) return sql<boolean>`true`
  return sql<boolean>`exists (select 1 from deelnemer_school s where s.deelnemer_id = ${sql.ref(`${tabel}.deelnemer_id`)} and s.brin = any(${[...bereik]}))`
}

/** Een leerling buiten het bereik is geen plek in de lijst: dan is er geen volgende bladzijde, en zegt het antwoord niets over die naam. */
function naLeerling(na: string | null, bereik: Kijkbereik) {
  if (na === null) return sql<boolean>`true`
  return sql<boolean>`(g.zoeknaam, g.deelnemer_id) > (
    (select v.zoeknaam from deelnemer_gegevens v where v.deelnemer_id = ${na} and v.vastgelegd_tot is null and ${heeftRelatie(bereik, 'v')}), ${na}::uuid)`
}

/** Een signaal telt alleen als het een school in het bereik aangaat. */
function voldoet({ zoek, code }: Lijstfilter, bereik: Kijkbereik) {
  return sql.join([
    ...(zoek ? [sql<boolean>`g.zoeknaam like ${`%${maakZoeknaam(zoek).replace(/[\\%_]/g, '\\$&')}%`}`] : []),
    ...(code ? [sql<boolean>`g.deelnemer_id in (select x.deelnemer_id from signaal x where x.code = ${code} and x.gesloten_op is null
      and ${bereik === null ? sql<boolean>`true` : sql<boolean>`x.brin = any(${[...bereik]})`})`] : []),
  ], sql` and `)
}

/** De scholen met een inschrijving op `vandaag`, voor zover zichtbaar. */
export async function leesScholen(trx: Transactie, deelnemers: readonly string[], vandaag: Datum): Promise<Map<string, LeerlingRegel['scholen'][number][]>> {
  const { rows } = await sql<{ deelnemer_id: string; brin: string; sector: Sector; naam: string | null }>`
    select distinct s.deelnemer_id, s.brin, s.sector, o.naam from inschrijving_stand s
    left join organisatie_identificatie i on i.soort = 'BRIN' and i.waarde = s.brin and i.vastgelegd_tot is null
    left join organisatie o on o.organisatie_id = i.organisatie_id
    where ${vanDeelnemers(deelnemers, 's')} and s.vastgelegd_tot is null
      and s.datum_inschrijving <= ${vandaag} and (s.datum_uitschrijving is null or s.datum_uitschrijving >= ${vandaag})
    order by s.sector desc, s.brin`.execute(trx)
  return perDeelnemer(rows, (rij) => ({ brin: rij.brin, naam: rij.naam ?? rij.brin, sector: rij.sector }))
}

/** Een signaal dat meer zichtbare scholen aangaat, staat één keer in de lijst. */
export async function leesSignalen(trx: Transactie, deelnemers: readonly string[]): Promise<Map<string, LeerlingRegel['openSignalen'][number][]>> {
  const { rows } = await sql<{ deelnemer_id: string; code: Signaalcode; niveau: Signaalniveau; sinds: Datum }>`
    select deelnemer_id, code, niveau, min(eerste_dag) as sinds from signaal
    where ${vanDeelnemers(deelnemers)} and gesloten_op is null group by deelnemer_id, code, niveau
    order by array_position(array['fout', 'waarschuwing', 'taak', 'info'], niveau), sinds, code`.execute(trx)
  return perDeelnemer(rows, (rij) => ({ code: rij.code, niveau: rij.niveau, sinds: rij.sinds }))
}

export interface Schooltelling {
  readonly brin: string
  readonly naam: string
  readonly sector: Sector
  readonly studenten: number
  readonly openSignalen: number
}

/** Leerlingen en open signalen per school die de actor mag zien. */
export async function telPerSchool(trx: Transactie, bereik: Kijkbereik): Promise<readonly Schooltelling[]> {
  const { rows } = await sql<Schooltelling>`
    with leerlingen as (select brin, count(*)::int as studenten from deelnemer_school where ${binnen(bereik)} group by brin),
    signalen as (select brin, count(*)::int as aantal from signaal where gesloten_op is null and brin is not null and ${binnen(bereik)} group by brin)
    select l.brin, coalesce(o.naam, l.brin) as naam, l.studenten, coalesce(s.aantal, 0) as "openSignalen",
      coalesce((select a.sector from onderwijsaanbieder a where a.brin = l.brin and a.vastgelegd_tot is null order by a.code limit 1), 'MBO') as sector
    from leerlingen l left join signalen s using (brin)
    left join organisatie_identificatie i on i.soort = 'BRIN' and i.waarde = l.brin and i.vastgelegd_tot is null
    left join organisatie o on o.organisatie_id = i.organisatie_id order by naam, l.brin`.execute(trx)
  return rows
}

/** Aantal leerlingen per open signaal. */
export async function telPerCode(trx: Transactie, bereik: Kijkbereik): Promise<readonly { readonly code: Signaalcode; readonly aantal: number }[]> {
  const { rows } = await sql<{ code: Signaalcode; aantal: number }>`
    select code, count(*)::int as aantal from (select distinct code, deelnemer_id from signaal where gesloten_op is null and ${binnen(bereik)}) x
    group by code order by aantal desc, code`.execute(trx)
  return rows
}

function binnen(bereik: Kijkbereik) {
  return bereik === null ? sql<boolean>`true` : sql<boolean>`brin = any(${[...bereik]})`
}
