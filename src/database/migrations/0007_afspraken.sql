-- Waarom: een leerroute rust op afspraken tussen besturen (K-SOK-01, -02) en op afspraken over een leerling
-- (leerrouteplan, gezamenlijk oordeel). Ook hier: een correctie is een nieuwe rij, de oude vervalt.
create table samenwerkingsovereenkomst (
  overeenkomst_id uuid primary key,
  kenmerk text not null check (kenmerk <> ''),
  geldig_van date not null,
  geldig_tot_en_met date,
  inhoud_hash bytea not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  check (geldig_tot_en_met is null or geldig_tot_en_met >= geldig_van)
);
comment on table samenwerkingsovereenkomst is 'Overeenkomst tussen bevoegde gezagen over leerroutes (K-SOK-01).';
comment on column samenwerkingsovereenkomst.kenmerk is 'Naam of nummer waaronder de partijen de overeenkomst kennen.';
create unique index samenwerkingsovereenkomst_open on samenwerkingsovereenkomst (kenmerk) where vastgelegd_tot is null;

create table samenwerkingsovereenkomst_partij (
  overeenkomst_id uuid not null references samenwerkingsovereenkomst,
  bevoegd_gezag text not null check (bevoegd_gezag ~ '^[0-9]{5}$'),
  primary key (overeenkomst_id, bevoegd_gezag)
);
comment on table samenwerkingsovereenkomst_partij is 'De bevoegde gezagen die de overeenkomst sloten.';

create table interne_regeling (
  regeling_id uuid primary key,
  bevoegd_gezag text not null check (bevoegd_gezag ~ '^[0-9]{5}$'),
  geldig_van date not null,
  geldig_tot_en_met date,
  inhoud_hash bytea not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  check (geldig_tot_en_met is null or geldig_tot_en_met >= geldig_van)
);
comment on table interne_regeling is 'Regeling binnen een bevoegd gezag dat beide scholen bestuurt (K-SOK-02).';
create unique index interne_regeling_open on interne_regeling (bevoegd_gezag, geldig_van) where vastgelegd_tot is null;

create table leerrouteplan (
  deelnemer_id uuid not null references deelnemer,
  plan_id uuid not null,
  geldig_van date not null,
  vo_onderwijsaanbieder text not null check (vo_onderwijsaanbieder ~ '^[0-9]{3}A[0-9]{3}$'),
  mbo_onderwijsaanbieder text not null check (mbo_onderwijsaanbieder ~ '^[0-9]{3}A[0-9]{3}$'),
  beoogd_niveau text,
  inhoud_hash bytea not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (deelnemer_id, plan_id)
);
comment on table leerrouteplan is 'Met welke partner de leerling de route doet (K-CAS-06).';
create unique index leerrouteplan_open on leerrouteplan (deelnemer_id, geldig_van) where vastgelegd_tot is null;

create table gezamenlijk_oordeel (
  deelnemer_id uuid not null references deelnemer,
  oordeel_id uuid not null,
  datum date not null,
  ondertekend_vo boolean not null,
  ondertekend_mbo boolean not null,
  inhoud_hash bytea not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (deelnemer_id, oordeel_id)
);
comment on table gezamenlijk_oordeel is 'Oordeel van vo en mbo samen dat een leerling de GLR mag volgen (K-DLR-06).';
create unique index gezamenlijk_oordeel_open on gezamenlijk_oordeel (deelnemer_id, datum) where vastgelegd_tot is null;

alter table samenwerkingsovereenkomst enable row level security;
alter table samenwerkingsovereenkomst force row level security;
alter table samenwerkingsovereenkomst_partij enable row level security;
alter table samenwerkingsovereenkomst_partij force row level security;
alter table interne_regeling enable row level security;
alter table interne_regeling force row level security;
alter table leerrouteplan enable row level security;
alter table leerrouteplan force row level security;
alter table gezamenlijk_oordeel enable row level security;
alter table gezamenlijk_oordeel force row level security;

-- Een bestuur ziet de overeenkomsten waarin het partij is; dat loopt via de BRIN's die het bestuurt.
create policy lezen on samenwerkingsovereenkomst_partij for select using (
  (select leerroute_ziet_alles()) or bevoegd_gezag in (
    select g.bevoegd_gezag from organisatie_gezag g where g.brin = any ((select leerroute_brins())::text[]) and g.vastgelegd_tot is null));
create policy schrijven on samenwerkingsovereenkomst_partij for insert with check ((select leerroute_is_systeem()));
create policy lezen on samenwerkingsovereenkomst for select using ((select leerroute_ziet_alles()) or exists (
  select 1 from samenwerkingsovereenkomst_partij p where p.overeenkomst_id = samenwerkingsovereenkomst.overeenkomst_id));
create policy schrijven on samenwerkingsovereenkomst for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on samenwerkingsovereenkomst for update using ((select leerroute_is_systeem()));
create policy lezen on interne_regeling for select using (
  (select leerroute_ziet_alles()) or bevoegd_gezag in (
    select g.bevoegd_gezag from organisatie_gezag g where g.brin = any ((select leerroute_brins())::text[]) and g.vastgelegd_tot is null));
create policy schrijven on interne_regeling for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on interne_regeling for update using ((select leerroute_is_systeem()));
create policy lezen on leerrouteplan for select using ((select leerroute_ziet_alles()) or exists (
  select 1 from deelnemer_school s where s.deelnemer_id = leerrouteplan.deelnemer_id and s.deelt_keten));
create policy schrijven on leerrouteplan for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on leerrouteplan for update using ((select leerroute_is_systeem()));
create policy lezen on gezamenlijk_oordeel for select using ((select leerroute_ziet_alles()) or exists (
  select 1 from deelnemer_school s where s.deelnemer_id = gezamenlijk_oordeel.deelnemer_id and s.deelt_keten));
create policy schrijven on gezamenlijk_oordeel for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on gezamenlijk_oordeel for update using ((select leerroute_is_systeem()));

grant select, insert on samenwerkingsovereenkomst, samenwerkingsovereenkomst_partij, interne_regeling, leerrouteplan,
  gezamenlijk_oordeel to leerroute_app;
grant update (vastgelegd_tot) on samenwerkingsovereenkomst, interne_regeling, leerrouteplan, gezamenlijk_oordeel to leerroute_app;
