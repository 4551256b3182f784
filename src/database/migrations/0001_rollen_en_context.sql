-- Waarom: row-level security is de tweede lijn achter mag(). De toepassing werkt in elke transactie als leerroute_app:
-- geen eigenaar, geen BYPASSRLS. Wie de vraag stelt staat in transactie-instellingen, die bij het einde van de
-- transactie vanzelf vervallen; zo blijft een verbinding uit de pool nooit met de rechten van een ander achter.
-- Zonder instelling ziet de rol geen enkele rij. De rol is er per cluster, daarom mag hij al bestaan.
do $$
begin
  create role leerroute_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
exception when duplicate_object or unique_violation then null;
end
$$;

-- Alleen wie de rol niet al heeft, krijgt hem; twee migraties tegelijk op een cluster mogen elkaar niet laten struikelen.
do $$
begin
  if not pg_has_role(current_user, 'leerroute_app', 'member') then
    execute format('grant leerroute_app to %I', current_user);
  end if;
end
$$;

grant usage on schema public to leerroute_app;

create function leerroute_brins() returns text[]
  language sql stable parallel safe
  set search_path = pg_catalog
  as $$ select coalesce(string_to_array(nullif(current_setting('leerroute.brins', true), ''), ','), '{}') $$;
comment on function leerroute_brins() is 'De BRIN-codes waarvoor deze transactie werkt; leeg als er niets is ingesteld.';

create function leerroute_ziet_alles() returns boolean
  language sql stable parallel safe
  set search_path = pg_catalog
  as $$ select coalesce(current_setting('leerroute.rol', true), '') in ('duo', 'systeem') $$;
comment on function leerroute_ziet_alles() is 'Waar voor DUO-behandelaars en voor het systeem zelf (regels, import).';

create function leerroute_is_systeem() returns boolean
  language sql stable parallel safe
  set search_path = pg_catalog
  as $$ select coalesce(current_setting('leerroute.rol', true), '') = 'systeem' $$;
comment on function leerroute_is_systeem() is 'Waar als het systeem zelf schrijft, na een controle met mag().';

create function leerroute_dag(moment timestamptz) returns date
  language sql immutable parallel safe
  set search_path = pg_catalog
  as $$ select (moment at time zone 'Europe/Amsterdam')::date $$;
comment on function leerroute_dag(timestamptz) is 'De kalenderdag in Nederland op een moment (ADR 0003).';

create extension if not exists btree_gist;
