-- Waarom: elke school registreert haar eigen kant van een leerroute in RIO (K-RIO-01). Een correctie is een nieuwe rij;
-- de oude krijgt vastgelegd_tot. Zo blijft "zoals bekend op" te beantwoorden.
create table rio_aangeboden_opleiding (
  aanbod_id uuid primary key,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  onderwijsaanbieder text not null check (onderwijsaanbieder ~ '^[0-9]{3}A[0-9]{3}$'),
  eigen_sleutel text not null check (eigen_sleutel <> ''),
  sector text not null check (sector in ('VO', 'VSO', 'MBO')),
  leerroute_kenmerk text not null check (leerroute_kenmerk in ('DLR_VMBO_MBO', 'GLR_VMBO_MBO')),
  begindatum date not null,
  einddatum date,
  inhoud_hash bytea not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  check (einddatum is null or einddatum >= begindatum),
  check (vastgelegd_tot is null or vastgelegd_tot >= vastgelegd_van)
);
comment on table rio_aangeboden_opleiding is 'Aangeboden opleiding met leerroutekenmerk (K-RIO-01..05).';
comment on column rio_aangeboden_opleiding.eigen_sleutel is 'Sleutel van de school voor dit aanbod, bijvoorbeeld de aangeboden-opleidingcode uit RIO.';
comment on column rio_aangeboden_opleiding.einddatum is 'Laatste dag, inclusief.';
comment on column rio_aangeboden_opleiding.inhoud_hash is 'SHA-256 van de inhoud; dezelfde inhoud opnieuw leveren verandert niets.';
create unique index rio_aangeboden_opleiding_open on rio_aangeboden_opleiding (brin, eigen_sleutel) where vastgelegd_tot is null;
create index rio_aangeboden_opleiding_aanbieder on rio_aangeboden_opleiding (onderwijsaanbieder);

create table rio_aangeboden_opleiding_partner (
  aanbod_id uuid not null references rio_aangeboden_opleiding,
  onderwijsaanbieder text not null check (onderwijsaanbieder ~ '^[0-9]{3}A[0-9]{3}$'),
  primary key (aanbod_id, onderwijsaanbieder)
);
comment on table rio_aangeboden_opleiding_partner is 'samenwerkendeOnderwijsaanbiedercode van een aanbod (K-RIO-03, -04).';

alter table rio_aangeboden_opleiding enable row level security;
alter table rio_aangeboden_opleiding force row level security;
alter table rio_aangeboden_opleiding_partner enable row level security;
alter table rio_aangeboden_opleiding_partner force row level security;

-- RIO is openbaar om te lezen; schrijven mag alleen voor de eigen school.
create policy lezen on rio_aangeboden_opleiding for select using (true);
create policy schrijven on rio_aangeboden_opleiding for insert
  with check (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
create policy wijzigen on rio_aangeboden_opleiding for update
  using (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
create policy lezen on rio_aangeboden_opleiding_partner for select using (true);
create policy schrijven on rio_aangeboden_opleiding_partner for insert
  with check ((select leerroute_is_systeem()) or exists (
    select 1 from rio_aangeboden_opleiding o
    where o.aanbod_id = rio_aangeboden_opleiding_partner.aanbod_id and o.brin = any ((select leerroute_brins())::text[])));

grant select, insert on rio_aangeboden_opleiding, rio_aangeboden_opleiding_partner to leerroute_app;
grant update (vastgelegd_tot) on rio_aangeboden_opleiding to leerroute_app;
