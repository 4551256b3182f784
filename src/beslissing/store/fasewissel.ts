/** Wie er voor een overgang van fase in aanmerking komt. Kiest als systeem, met de eigen scholen in de vraag (zie lijst.ts); namen leest de kijker zelf. */
import { sql } from 'kysely'
import { alsSysteem, type Transactie, vanDeelnemers } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Leerroute, Leerroutefase, Sector } from '../../kern/leerroute.ts'
import type { Wisselvraag } from '../fasewissel.ts'

export interface Kandidaatrij {
  readonly deelnemer_id: string
  /** De vroegste route in een register dat de school ziet. */
  readonly begin: Datum
}

export interface Kantrij {
  readonly deelnemer_id: string
  readonly brin: string
  readonly school: string
  readonly sector: Sector
  readonly eigen: boolean
  readonly leerroute: Leerroute | null
  readonly fase: Leerroutefase | null
  readonly leerjaar: number | null
  readonly opleiding: string | null
}

export interface Begingrens {
  /** K-DLR-01: eerder telt een route niet. */
  readonly eerste: Datum
  /** De laatste dag waarop een route kon beginnen die dan in fase MBO hoort. */
  readonly laatste: Datum
}

/**
 * Studenten van deze scholen met een route die dan in fase MBO hoort, en waarvan dan nog iemand fase VO zegt of nog geen mbo is. Een school
 * telt alleen wat zij mag zien: haar eigen kant en die van haar partners (docs/adr/0028). Op naam, na `na`.
 */
export async function kiesKandidaten(trx: Transactie, brins: readonly string[], vraag: Wisselvraag, grens: Begingrens, na: string | null, aantal: number): Promise<readonly Kandidaatrij[]> {
  return alsSysteem(trx, async () => {
    const { rows } = await sql<Kandidaatrij>`
      with kant as materialized (${kanten(brins, vraag, grens.eerste)}),
      gekozen as (
        select k.deelnemer_id, min(k.begin) as begin from kant k group by k.deelnemer_id
        having min(k.begin) <= ${grens.laatste} and bool_or(k.open and k.leerroute is not null)
          and (bool_or(k.open and k.leerroute is not null and k.fase = 'VO') or not bool_or(k.open and k.sector = 'MBO'))
          and ${vraag.leerjaar === undefined ? sql`true` : sql`bool_or(k.open and k.leerjaar = ${vraag.leerjaar})`}
          and ${vraag.opleiding === undefined ? sql`true` : sql`bool_or(k.open and k.opleiding = ${vraag.opleiding})`})
      select g.deelnemer_id, g.begin from gekozen g join deelnemer d using (deelnemer_id)
      left join lateral (select p.zoeknaam from deelnemer_gegevens p where p.deelnemer_id = g.deelnemer_id and p.vastgelegd_tot is null order by p.brin nulls first limit 1) p on true
      where ${na === null ? sql`true` : sql`(coalesce(p.zoeknaam, ''), g.deelnemer_id) > ((select coalesce((select v.zoeknaam from deelnemer_gegevens v
        where v.deelnemer_id = ${na}::uuid and v.vastgelegd_tot is null order by v.brin nulls first limit 1), '')), ${na}::uuid)`}
      order by coalesce(p.zoeknaam, ''), g.deelnemer_id limit ${aantal}`.execute(trx)
    return rows
  })
}

/** Hoe de inschrijvingen van deze studenten op de dag van de overgang staan, voor zover de scholen ze mogen zien. */
export async function leesKanten(trx: Transactie, brins: readonly string[], vraag: Wisselvraag, deelnemers: readonly string[]): Promise<readonly Kantrij[]> {
  return alsSysteem(trx, async () => {
    const { rows } = await sql<Kantrij>`
      select k.deelnemer_id, k.bij as brin, coalesce(max(o.naam), k.bij) as school, k.sector, k.eigen, k.leerroute, k.fase, k.leerjaar, k.opleiding
      from (${kanten(brins, { overgang: vraag.overgang }, vraag.overgang, deelnemers)}) k
      left join organisatie_identificatie i on i.soort = 'BRIN' and i.waarde = k.bij and i.vastgelegd_tot is null left join organisatie o on o.organisatie_id = i.organisatie_id
      where k.open group by k.deelnemer_id, k.bij, k.sector, k.eigen, k.leerroute, k.fase, k.leerjaar, k.opleiding, k.stand_id order by k.sector = 'MBO', k.bij`.execute(trx)
    return rows
  })
}

export interface Zichtrij {
  readonly deelnemerId: string
  readonly brin: string
  readonly vestigingen: readonly string[]
  readonly zietAlles: boolean
}

/** De relaties van deze studenten die de kijker zelf mag lezen. */
export function leesZichtrijen(trx: Transactie, deelnemers: readonly string[]): Promise<readonly Zichtrij[]> {
  return trx.selectFrom('deelnemer_school').select(['deelnemer_id as deelnemerId', 'brin', 'vestigingen', 'ziet_alles as zietAlles']).where(vanDeelnemers(deelnemers)).execute()
}

/** De namen die de kijker zelf mag lezen; wie hij niet mag zien ontbreekt. */
export async function leesNamenVan(trx: Transactie, deelnemers: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{ deelnemer_id: string; naam: string | null }>`select g.deelnemer_id, g.naam from deelnemer_gegevens g where ${vanDeelnemers(deelnemers, 'g')} and g.vastgelegd_tot is null`.execute(trx)
  return new Map(rows.map(({ deelnemer_id: id, naam }) => [id, naam]))
}

/** Elke stand die de scholen zien, met de periode die op de overgang loopt en het begin van zijn eerste route. */
function kanten(brins: readonly string[], { overgang, school, partner, deelnemerId }: Wisselvraag, eerste: Datum, deelnemers?: readonly string[]) {
  const eigen = school === undefined ? brins : brins.filter((brin) => brin === school)
  return sql`
    select distinct on (s.deelnemer_id, s.stand_id) s.deelnemer_id, s.stand_id, s.brin as bij, s.sector, s.brin = any(${[...eigen]}::text[]) as eigen, l.leerroute, l.leerroutefase as fase, l.leerjaar, l.opleidingcode as opleiding,
      b.begin, s.datum_inschrijving <= ${overgang} and (s.datum_uitschrijving is null or s.datum_uitschrijving >= ${overgang}) as open
    from deelnemer_school m join inschrijving_stand s on s.deelnemer_id = m.deelnemer_id and s.vastgelegd_tot is null and (s.brin = m.brin or s.brin = any(m.partners))
    left join lateral (select p.leerroute, p.leerroutefase, p.leerjaar, p.opleidingcode from inschrijvingsperiode p
      where p.deelnemer_id = s.deelnemer_id and p.stand_id = s.stand_id and p.datum_begin <= ${overgang} order by p.datum_begin desc limit 1) l on true
    left join lateral (select min(p.datum_begin) as begin from inschrijvingsperiode p where p.deelnemer_id = s.deelnemer_id and p.stand_id = s.stand_id and p.leerroute is not null and p.datum_begin >= ${eerste}) b on true
    where m.brin = any(${[...eigen]}::text[]) and ${partner === undefined ? sql`true` : sql`${partner} = any(m.partners)`}
      and ${deelnemerId === undefined ? sql`true` : sql`m.deelnemer_id = ${deelnemerId}::uuid`} and ${deelnemers === undefined ? sql`true` : vanDeelnemers(deelnemers, 'm')}
    order by s.deelnemer_id, s.stand_id`
}
