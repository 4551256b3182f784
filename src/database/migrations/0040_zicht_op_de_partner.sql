-- Waarom: een school die een BSN kende en er een inschrijving voor leverde, zag meteen de kant van de andere school, en bleef die
-- zien nadat zij haar inschrijving weer verwijderde. Zicht op de partner vraagt nu twee kanten: een eigen inschrijving met route
-- bij beide, en een samenwerking die beide hebben geregistreerd (docs/adr/0028). Wie bij wie mag kijken staat als uitkomst in
-- deelnemer_school, zodat lezen een opzoeking in een index blijft; src/bron/store/zicht.ts rekent het uit.
select set_config('leerroute.rol', 'systeem', true);

create table samenwerkingsovereenkomst_bevestiging (
  overeenkomst_id uuid not null references samenwerkingsovereenkomst,
  bevoegd_gezag text not null check (bevoegd_gezag ~ '^[0-9]{5}$'),
  bevestigd_op timestamptz not null,
  primary key (overeenkomst_id, bevoegd_gezag)
);
comment on table samenwerkingsovereenkomst_bevestiging is 'Welke partij deze stand van de overeenkomst zelf vastlegde; een overeenkomst van een kant geeft geen zicht (docs/adr/0028).';
alter table samenwerkingsovereenkomst_bevestiging enable row level security;
alter table samenwerkingsovereenkomst_bevestiging force row level security;
create policy lezen on samenwerkingsovereenkomst_bevestiging for select using ((select leerroute_ziet_alles()) or exists (
  select 1 from samenwerkingsovereenkomst_partij p where p.overeenkomst_id = samenwerkingsovereenkomst_bevestiging.overeenkomst_id));
create policy schrijven on samenwerkingsovereenkomst_bevestiging for insert with check ((select leerroute_is_systeem()));
grant select, insert on samenwerkingsovereenkomst_bevestiging to leerroute_app;

-- Wie een overeenkomst vastlegde staat in de audit; legde het systeem haar vast, dan was dat namens alle partijen.
insert into samenwerkingsovereenkomst_bevestiging (overeenkomst_id, bevoegd_gezag, bevestigd_op)
select s.overeenkomst_id, p.bevoegd_gezag, min(a.op) from samenwerkingsovereenkomst s
join samenwerkingsovereenkomst_partij p on p.overeenkomst_id = s.overeenkomst_id
join audit_regel a on a.handeling = 'legOvereenkomstVast' and a.object_sleutel = s.kenmerk and a.op >= s.vastgelegd_van and (s.vastgelegd_tot is null or a.op < s.vastgelegd_tot)
where a.brin is null or exists (select 1 from organisatie_gezag g where g.brin = a.brin and g.bevoegd_gezag = p.bevoegd_gezag and g.vastgelegd_tot is null)
group by 1, 2;

alter table leerrouteplan add column vastgelegd_door text;
comment on column leerrouteplan.vastgelegd_door is 'BRIN van de school die dit plan vastlegde; leeg = het systeem, of van voor dit veld. Een plan van uzelf geeft uzelf geen zicht.';
alter table gezamenlijk_oordeel add column vastgelegd_door text;
comment on column gezamenlijk_oordeel.vastgelegd_door is 'BRIN van de school die deze stand vastlegde; leeg = het systeem, of van voor dit veld.';

alter table deelnemer_school add column partners text[] not null default '{}';
alter table deelnemer_school add column ziet_alles boolean not null default false;
comment on table deelnemer_school is 'Welke school iets over deze deelnemer heeft geregistreerd dat nog staat, of door haar partner in het leerrouteplan is genoemd; de grond voor inzage. Een uitkomst: opnieuw uit te rekenen.';
comment on column deelnemer_school.partners is 'BRIN van de scholen waarvan deze school bij deze deelnemer ook de kant ziet.';
comment on column deelnemer_school.deelt_keten is 'Waar als er een partner is waarvan de school de kant ziet.';
comment on column deelnemer_school.ziet_alles is 'Waar als er bij deze deelnemer geen school is waarvan deze school de kant niet ziet: dan mag zij het besluit uit het hele dossier zien.';
create policy weghalen on deelnemer_school for delete using ((select leerroute_is_systeem()));
grant delete on deelnemer_school to leerroute_app;
grant update (partners, ziet_alles) on deelnemer_school to leerroute_app;

-- Wie geraakt kan zijn door een wijziging in aanbod of afspraken; een kort stuk van de periodes.
create index inschrijvingsperiode_route on inschrijvingsperiode (deelnemer_id) where leerroute_ruw is not null or leerroutefase_ruw is not null;

do $$
declare
  relatie constant text := 'exists (select 1 from deelnemer_school s where s.deelnemer_id = %1$I.deelnemer_id and s.brin = any ((select leerroute_brins())::text[])%2$s)';
  alles constant text := '(select leerroute_ziet_alles())';
  eigen constant text := 'brin = any ((select leerroute_brins())::text[])';
  tabel text;
begin
  foreach tabel in array array['inschrijving_stand', 'bpv_stand', 'diploma_stand', 'afwezigheid', 'verzuimmelding'] loop
    execute format('alter policy lezen on %I using (%s or %s or %s)', tabel, alles, eigen, format(relatie, tabel, format(' and %I.brin = any (s.partners)', tabel)));
  end loop;
  -- De uitkomst van het hele dossier alleen voor wie het hele dossier mag zien.
  execute format('alter policy lezen on leerlingoverzicht using (%s or %s)', alles, format(relatie, 'leerlingoverzicht', ' and s.ziet_alles'));
  execute format('alter policy lezen on leerrouteplan using (%s or (%s and exists (select 1 from onderwijsaanbieder a
    where a.code in (leerrouteplan.vo_onderwijsaanbieder, leerrouteplan.mbo_onderwijsaanbieder) and a.vastgelegd_tot is null and a.brin = any ((select leerroute_brins())::text[]))))',
    alles, format(relatie, 'leerrouteplan', ''));
  execute format('alter policy lezen on gezamenlijk_oordeel using (%s or %s)', alles,
    format(relatie, 'gezamenlijk_oordeel', ' and (s.deelt_keten or s.brin = gezamenlijk_oordeel.vastgelegd_door)'));
end
$$;

-- Alle bestaande relaties opnieuw, met dezelfde vraag als src/bron/store/zicht.ts.
with doel as materialized (select deelnemer_id from deelnemer),
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
    where leerroute_dag(now()) <= case when x.tot = 'infinity' then x.tot else make_date(extract(year from x.tot + interval '5 months')::int + 1, 7, 31) end
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
  blik as materialized (
    select g.deelnemer_id, g.brin, g.heeft_kant, coalesce(array_agg(s.ander order by s.ander) filter (where s.zicht), '{}') as partners
    from (select deelnemer_id, brin, bool_or(heeft_kant) as heeft_kant from grond group by 1, 2) g left join samen s on s.deelnemer_id = g.deelnemer_id and s.brin = g.brin group by 1, 2, 3),
  zicht as materialized (
    select b.*, not exists (select 1 from blik a where a.deelnemer_id = b.deelnemer_id and a.brin <> b.brin and a.heeft_kant and a.brin <> all (b.partners)) as ziet_alles from blik b),
  weg as (delete from deelnemer_school s using doel d where s.deelnemer_id = d.deelnemer_id
    and not exists (select 1 from zicht z where z.deelnemer_id = s.deelnemer_id and z.brin = s.brin))
  insert into deelnemer_school as s (deelnemer_id, brin, partners, deelt_keten, ziet_alles)
  select deelnemer_id, brin, partners, partners <> '{}', ziet_alles from zicht order by 1, 2
  on conflict (deelnemer_id, brin) do update set partners = excluded.partners, deelt_keten = excluded.deelt_keten, ziet_alles = excluded.ziet_alles
  where (s.partners, s.deelt_keten, s.ziet_alles) is distinct from (excluded.partners, excluded.deelt_keten, excluded.ziet_alles);
