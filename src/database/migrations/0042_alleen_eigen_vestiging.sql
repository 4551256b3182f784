-- Waarom: een machtiging van eHerkenning kan voor een vestiging gelden (A-13, T-27). Wie zo werkt, ziet alleen studenten met een
-- inschrijvingsperiode op die vestiging. Een beperkende regel: hij geeft nooit iets, hij neemt alleen weg. Voor ieder ander is hij een
-- vergelijking met leeg, een keer per opdracht.
select set_config('leerroute.rol', 'systeem', true);

create function leerroute_vestigingen() returns text[]
  language sql stable parallel safe
  set search_path = pg_catalog
  as $$ select string_to_array(nullif(current_setting('leerroute.vestigingen', true), ''), ',') $$;
comment on function leerroute_vestigingen() is 'De vestigingen waartoe deze transactie beperkt is; leeg als er geen beperking is.';

alter table deelnemer_school add column vestigingen text[] not null default '{}';
comment on column deelnemer_school.vestigingen is 'De vestigingen (BRIN met twee cijfers) in de inschrijvingen van deze school die nu gelden.';
grant update (vestigingen) on deelnemer_school to leerroute_app;
update deelnemer_school r set vestigingen = v.vestigingen from (
  select s.deelnemer_id, s.brin, array_agg(distinct p.vestiging order by p.vestiging) as vestigingen
  from inschrijving_stand s join inschrijvingsperiode p using (deelnemer_id, stand_id) where s.vastgelegd_tot is null and p.vestiging is not null group by 1, 2) v
where r.deelnemer_id = v.deelnemer_id and r.brin = v.brin;

create policy vestiging on deelnemer_school as restrictive for select using (
  (select leerroute_vestigingen()) is null or (select leerroute_ziet_alles()) or vestigingen && (select leerroute_vestigingen()));

-- De andere tabellen vragen het aan deelnemer_school, die zelf ook onder row-level security staat. Deelnemer, gegevens, overzicht,
-- plan en oordeel doen dat al; periodes en ondersteuning volgen hun stand.
do $$
declare tabel text;
begin
  foreach tabel in array array['inschrijving_stand', 'bpv_stand', 'diploma_stand', 'resultaat_stand', 'afwezigheid', 'verzuimmelding', 'signaal', 'signaalhandeling',
    'gebeurtenis', 'terugkoppeling', 'audit_regel'] loop
    execute format('create policy vestiging on %1$I as restrictive for select using ((select leerroute_vestigingen()) is null or (select leerroute_ziet_alles())
      or deelnemer_id is null or exists (select 1 from deelnemer_school s where s.deelnemer_id = %1$I.deelnemer_id and s.brin = any ((select leerroute_brins())::text[])))', tabel);
  end loop;
end
$$;
