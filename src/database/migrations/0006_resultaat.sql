-- Waarom: diploma's en losse onderdelen zijn ook standen. Een mbo-diploma telt voor de startkwalificatie, een
-- vmbo-diploma sluit de vo-kant van een DLR af (K-ROD-06, K-UIT-04); losse onderdelen tellen voor de mbo-verklaring.
create table diploma_stand (
  deelnemer_id uuid not null references deelnemer,
  stand_id uuid not null,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  resultaatvolgnummer text not null check (resultaatvolgnummer ~ '^[0-9A-Za-z-]{1,20}$'),
  soort text not null check (soort in ('VMBO', 'HAVO', 'VWO', 'MBO', 'MBO_CERTIFICAAT')),
  niveau text,
  opleidingcode text,
  datum date not null,
  indicatie_bekostigbaar boolean,
  inschrijvingvolgnummer text,
  onderwijsaanbieder text,
  inhoud_hash bytea not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (deelnemer_id, stand_id),
  check (vastgelegd_tot is null or vastgelegd_tot >= vastgelegd_van)
);
comment on table diploma_stand is 'Een diploma of certificaat zoals geregistreerd (DIP); onveranderlijk.';
comment on column diploma_stand.niveau is 'MBO-1 .. MBO-4; leeg als het niet geleverd is.';
create unique index diploma_stand_open on diploma_stand (deelnemer_id, brin, resultaatvolgnummer) where vastgelegd_tot is null;

create table resultaat_stand (
  deelnemer_id uuid not null references deelnemer,
  stand_id uuid not null,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  resultaatvolgnummer text not null check (resultaatvolgnummer ~ '^[0-9A-Za-z-]{1,20}$'),
  soort text not null check (soort in ('EXAMENONDERDEEL', 'GENERIEK', 'KEUZEDEEL', 'BPV')),
  code text,
  datum date,
  diploma_volgnummer text,
  behaald boolean not null,
  inschrijvingvolgnummer text,
  onderwijsaanbieder text,
  bijzonderheden jsonb not null default '{}',
  inhoud_hash bytea not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (deelnemer_id, stand_id),
  check (vastgelegd_tot is null or vastgelegd_tot >= vastgelegd_van)
);
comment on table resultaat_stand is 'Een behaald of niet behaald onderdeel (AMO, GEO, KZD), los of bij een diploma.';
comment on column resultaat_stand.diploma_volgnummer is 'Gevuld als het onderdeel bij een diploma hoort; dan telt het niet apart.';
comment on column resultaat_stand.bijzonderheden is 'Cijfers en vrijstellingen zoals geleverd; beslissen niets.';
create unique index resultaat_stand_open on resultaat_stand (deelnemer_id, brin, soort, resultaatvolgnummer) where vastgelegd_tot is null;

alter table diploma_stand enable row level security;
alter table diploma_stand force row level security;
alter table resultaat_stand enable row level security;
alter table resultaat_stand force row level security;
create policy lezen on diploma_stand for select using (
  (select leerroute_ziet_alles())
  or brin = any ((select leerroute_brins())::text[])
  or exists (select 1 from deelnemer_school s where s.deelnemer_id = diploma_stand.deelnemer_id and s.deelt_keten));
create policy schrijven on diploma_stand for insert
  with check (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
create policy wijzigen on diploma_stand for update
  using (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
create policy lezen on resultaat_stand for select using (
  (select leerroute_ziet_alles()) or brin = any ((select leerroute_brins())::text[]));
create policy schrijven on resultaat_stand for insert
  with check (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
create policy wijzigen on resultaat_stand for update
  using (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
grant select, insert on diploma_stand, resultaat_stand to leerroute_app;
grant update (vastgelegd_tot) on diploma_stand, resultaat_stand to leerroute_app;
