import { CompiledQuery, sql } from 'kysely'
import { alsSysteem, type Kaleverbinding, type Transactie } from '../../database/index.ts'
import { type Datum, datumInNederland, type Moment } from '../../kern/datum.ts'

/**
 * Wie bij een deelnemer mag kijken, en bij welke partner (docs/adr/0028). Een school houdt een relatie zolang iets van haar staat, of
 * zolang een ander haar in het leerrouteplan noemt. Zij ziet de kant van een partner als die partner de route zelf heeft ingeschreven, zij
 * zelf ook (of door een ander in het plan genoemd is), en beide de samenwerking registreerden: hetzelfde bevoegd gezag, aanbod in RIO dat
 * over en weer de ander noemt, of een overeenkomst die beide vastlegden. $1 = deelnemers, $2 = vandaag.
 */
const VRAAG = `with doel as materialized (select distinct unnest($1::uuid[]) as deelnemer_id),
  kant as materialized (
    select s.deelnemer_id, s.brin, s.sector = 'MBO' as is_mbo, min(s.datum_inschrijving) as van, max(coalesce(s.datum_uitschrijving, 'infinity')) as tot
    from doel join inschrijving_stand s using (deelnemer_id)
    where s.vastgelegd_tot is null and exists (select 1 from inschrijvingsperiode p where p.deelnemer_id = s.deelnemer_id and p.stand_id = s.stand_id
      and (p.leerroute_ruw is not null or p.leerroutefase_ruw is not null))
    group by 1, 2, 3),
  genoemd as materialized (
    select l.deelnemer_id, g.brin, g.is_mbo, g.ander, l.geldig_van as van from doel join leerrouteplan l using (deelnemer_id)
    cross join lateral (select a.brin from onderwijsaanbieder a where a.code = l.vo_onderwijsaanbieder and a.vastgelegd_tot is null order by a.geldig_van desc limit 1) v
    cross join lateral (select a.brin from onderwijsaanbieder a where a.code = l.mbo_onderwijsaanbieder and a.vastgelegd_tot is null order by a.geldig_van desc limit 1) m
    cross join lateral (values (v.brin, false, m.brin), (m.brin, true, v.brin)) as g(brin, is_mbo, ander)
    where l.vastgelegd_tot is null and v.brin <> m.brin and l.vastgelegd_door is distinct from g.brin),
  paar as (
    select x.deelnemer_id, x.brin, y.brin as ander, true as zicht, greatest(x.van, y.van) as van, least(x.tot, y.tot) as tot
    from kant x join kant y on y.deelnemer_id = x.deelnemer_id and y.is_mbo <> x.is_mbo and y.brin <> x.brin
    where $2::date <= case when x.tot = 'infinity' then x.tot else make_date(extract(year from x.tot + interval '5 months')::int + 1, 7, 31) end
    union all
    select g.deelnemer_id, g.brin, g.ander, y.brin is not null, greatest(g.van, y.van), coalesce(y.tot, 'infinity')
    from genoemd g left join kant y on y.deelnemer_id = g.deelnemer_id and y.brin = g.ander and y.is_mbo <> g.is_mbo
    where not exists (select 1 from kant x where x.deelnemer_id = g.deelnemer_id and x.brin = g.brin and x.is_mbo = g.is_mbo)),
  samen as (
    select distinct q.deelnemer_id, q.brin, q.ander, q.zicht from paar q
    cross join lateral (select least(q.van, q.tot) as van, greatest(q.van, q.tot) as tot) w
    where exists (
      select 1 from organisatie_gezag a join organisatie_gezag b on b.bevoegd_gezag = a.bevoegd_gezag
      where a.brin = q.brin and b.brin = q.ander and a.vastgelegd_tot is null and b.vastgelegd_tot is null
        and a.geldig_van <= w.tot and coalesce(a.geldig_tot_en_met, 'infinity') >= w.van and b.geldig_van <= w.tot and coalesce(b.geldig_tot_en_met, 'infinity') >= w.van)
    or (select count(distinct o.brin) = 2 from (values (q.brin, q.ander), (q.ander, q.brin)) as r(van, naar)
      join rio_aangeboden_opleiding o on o.brin = r.van and o.vastgelegd_tot is null and o.begindatum <= w.tot and coalesce(o.einddatum, 'infinity') >= w.van
      join rio_aangeboden_opleiding_partner p on p.aanbod_id = o.aanbod_id
      join onderwijsaanbieder a on a.code = p.onderwijsaanbieder and a.vastgelegd_tot is null and a.brin = r.naar)
    or exists (
      select 1 from organisatie_gezag a
      join samenwerkingsovereenkomst_bevestiging pa on pa.bevoegd_gezag = a.bevoegd_gezag
      join samenwerkingsovereenkomst_bevestiging pb on pb.overeenkomst_id = pa.overeenkomst_id and pb.bevoegd_gezag <> pa.bevoegd_gezag
      join organisatie_gezag b on b.bevoegd_gezag = pb.bevoegd_gezag
      join samenwerkingsovereenkomst o on o.overeenkomst_id = pa.overeenkomst_id
      where a.brin = q.brin and b.brin = q.ander and a.vastgelegd_tot is null and b.vastgelegd_tot is null and o.vastgelegd_tot is null
        and o.geldig_van <= w.tot and coalesce(o.geldig_tot_en_met, 'infinity') >= w.van)),
  grond as (
    select deelnemer_id, brin, true as heeft_kant from doel join inschrijving_stand using (deelnemer_id) where vastgelegd_tot is null
    union select deelnemer_id, brin, true from doel join bpv_stand using (deelnemer_id) where vastgelegd_tot is null
    union select deelnemer_id, brin, true from doel join diploma_stand using (deelnemer_id) where vastgelegd_tot is null
    union select deelnemer_id, brin, true from doel join resultaat_stand using (deelnemer_id) where vastgelegd_tot is null
    union select deelnemer_id, brin, false from samen),
  plaats as (
    select s.deelnemer_id, s.brin, array_agg(distinct p.vestiging order by p.vestiging) as vestigingen from doel join inschrijving_stand s using (deelnemer_id)
    join inschrijvingsperiode p on p.deelnemer_id = s.deelnemer_id and p.stand_id = s.stand_id where s.vastgelegd_tot is null and p.vestiging is not null group by 1, 2),
  blik as materialized (
    select g.deelnemer_id, g.brin, g.heeft_kant, coalesce(array_agg(s.ander order by s.ander) filter (where s.zicht), '{}') as partners
    from (select deelnemer_id, brin, bool_or(heeft_kant) as heeft_kant from grond group by 1, 2) g left join samen s on s.deelnemer_id = g.deelnemer_id and s.brin = g.brin group by 1, 2, 3),
  zicht as materialized (
    select b.*, coalesce(v.vestigingen, '{}') as vestigingen, not exists (select 1 from blik a where a.deelnemer_id = b.deelnemer_id and a.brin <> b.brin and a.heeft_kant and a.brin <> all (b.partners)) as ziet_alles
    from blik b left join plaats v on v.deelnemer_id = b.deelnemer_id and v.brin = b.brin)`

const WERK_BIJ = `${VRAAG},
  weg as (delete from deelnemer_school s using doel d where s.deelnemer_id = d.deelnemer_id
    and not exists (select 1 from zicht z where z.deelnemer_id = s.deelnemer_id and z.brin = s.brin))
  insert into deelnemer_school as s (deelnemer_id, brin, partners, deelt_keten, ziet_alles, vestigingen)
  select deelnemer_id, brin, partners, partners <> '{}', ziet_alles, vestigingen from zicht order by 1, 2
  on conflict (deelnemer_id, brin) do update set partners = excluded.partners, deelt_keten = excluded.deelt_keten, ziet_alles = excluded.ziet_alles, vestigingen = excluded.vestigingen
  where (s.partners, s.deelt_keten, s.ziet_alles, s.vestigingen) is distinct from (excluded.partners, excluded.deelt_keten, excluded.ziet_alles, excluded.vestigingen)`

/** Rekent het zicht op deze deelnemers opnieuw uit, als systeem, na wat in deze transactie al is vastgelegd. */
export async function herzieZicht(trx: Transactie, deelnemers: readonly string[], nu: Moment): Promise<void> {
  if (deelnemers.length === 0) return
  await alsSysteem(trx, async () => {
    for (const reeks of inReeksen(deelnemers)) await trx.executeQuery(CompiledQuery.raw(WERK_BIJ, [reeks, vandaag(nu)]))
  })
}

/** Werk waarna een school meer of minder mag zien. */
export async function metZicht<T>(trx: Transactie, wie: { readonly deelnemerId: string; readonly nu: Moment }, werk: () => Promise<T>): Promise<T> {
  const uitkomst = await werk()
  await herzieZicht(trx, [wie.deelnemerId], wie.nu)
  return uitkomst
}

/** Als `herzieZicht`, voor de bulkweg: op de kale verbinding, die al als systeem werkt. */
export async function herzieZichtInBulk(verbinding: Kaleverbinding, deelnemers: readonly string[], nu: Moment): Promise<void> {
  for (const reeks of inReeksen(deelnemers)) await verbinding.query(WERK_BIJ, [reeks, vandaag(nu)])
}

/** De deelnemers van wie de relaties anders zijn dan het register zegt; voor de zelfcontrole. */
export function afwijkendZicht(nu: Moment) {
  const alle = VRAAG.replace('select distinct unnest($1::uuid[]) as deelnemer_id', 'select deelnemer_id from deelnemer').replace('$2::date', `date '${vandaag(nu)}'`)
  return sql.raw(`${alle} select concat_ws(' ', coalesce(z.deelnemer_id, s.deelnemer_id)::text, coalesce(z.brin, s.brin)) as sleutel
    from zicht z full join deelnemer_school s on s.deelnemer_id = z.deelnemer_id and s.brin = z.brin
    where (s.partners, s.deelt_keten, s.ziet_alles, s.vestigingen) is distinct from (z.partners, z.partners <> '{}', z.ziet_alles, z.vestigingen)`)
}

/** PostgreSQL kent de grootte van een tussenuitkomst niet en kan dan elk met elk vergelijken: in korte reeksen groeit het werk gelijk op. */
function inReeksen(deelnemers: readonly string[]): readonly string[][] {
  return Array.from({ length: Math.ceil(deelnemers.length / REEKS) }, (_, i) => deelnemers.slice(i * REEKS, (i + 1) * REEKS))
}

const REEKS = 50

function vandaag(nu: Moment): Datum {
  return datumInNederland(new Date(nu))
}
