-- Waarom: een school heeft in de keten vele namen (BRIN, vestiging, bestuursnummer, KvK, RSIN, OIN, RIO-code) en elk
-- daarvan wisselt in de tijd. Een uitsluiting tegen overlap mag hier: de tabellen zijn klein en staan niet op het pad
-- van de grote leveringen.
create table organisatie (
  organisatie_id uuid primary key,
  soort text not null check (soort in ('BEVOEGD_GEZAG', 'INSTELLING', 'LEVERANCIER')),
  naam text not null check (naam <> ''),
  vastgelegd_van timestamptz not null
);
comment on table organisatie is 'Een bevoegd gezag, een school of instelling, of een leverancier.';
comment on column organisatie.organisatie_id is 'uuidv7, gemaakt door de toepassing.';

create table organisatie_identificatie (
  organisatie_id uuid not null references organisatie,
  identificatie_id uuid not null,
  soort text not null check (soort in ('BRIN', 'VESTIGING', 'BESTUURSNUMMER', 'KVK', 'RSIN', 'OIN')),
  waarde text not null check (
    case soort
      when 'BRIN' then waarde ~ '^[0-9]{2}[A-Z]{2}$'
      when 'VESTIGING' then waarde ~ '^[0-9]{2}[A-Z]{2}[0-9]{2}$'
      when 'BESTUURSNUMMER' then waarde ~ '^[0-9]{5}$'
      when 'KVK' then waarde ~ '^[0-9]{8}$'
      when 'RSIN' then waarde ~ '^[0-9]{9}$'
      when 'OIN' then waarde ~ '^[0-9A-Z]{20}$'
    end),
  geldig_van date not null,
  geldig_tot_en_met date,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (organisatie_id, identificatie_id),
  check (geldig_tot_en_met is null or geldig_tot_en_met >= geldig_van),
  check (vastgelegd_tot is null or vastgelegd_tot >= vastgelegd_van),
  -- Een code wijst op elke dag naar hooguit een organisatie.
  exclude using gist (soort with =, waarde with =, daterange(geldig_van, geldig_tot_en_met, '[]') with &&)
    where (vastgelegd_tot is null)
);
comment on table organisatie_identificatie is 'Elke code van een organisatie, met de dagen waarop hij geldt en de tijd waarin wij dat zo wisten.';
comment on column organisatie_identificatie.geldig_tot_en_met is 'Laatste dag, inclusief; leeg = loopt door.';
comment on column organisatie_identificatie.vastgelegd_tot is 'Moment waarop deze rij door een correctie verviel (dat moment telt niet meer mee); leeg = nu bekend.';

create table organisatie_gezag (
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  gezag_id uuid not null,
  bevoegd_gezag text not null check (bevoegd_gezag ~ '^[0-9]{5}$'),
  geldig_van date not null,
  geldig_tot_en_met date,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (brin, gezag_id),
  check (geldig_tot_en_met is null or geldig_tot_en_met >= geldig_van),
  exclude using gist (brin with =, daterange(geldig_van, geldig_tot_en_met, '[]') with &&) where (vastgelegd_tot is null)
);
comment on table organisatie_gezag is 'Welk bevoegd gezag een BRIN bestuurt: op elke dag hooguit een (bestuursnummer, N5).';

create table onderwijsaanbieder (
  code text not null check (code ~ '^[0-9]{3}A[0-9]{3}$'),
  aanbieder_id uuid not null,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  sector text not null check (sector in ('VO', 'VSO', 'MBO')),
  naam text not null,
  geldig_van date not null,
  geldig_tot_en_met date,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (code, aanbieder_id),
  check (geldig_tot_en_met is null or geldig_tot_en_met >= geldig_van),
  exclude using gist (code with =, daterange(geldig_van, geldig_tot_en_met, '[]') with &&) where (vastgelegd_tot is null)
);
comment on table onderwijsaanbieder is 'RIO-onderwijsaanbieder (nnnAnnn) met de BRIN waaronder hij valt en zijn sector.';
create index onderwijsaanbieder_brin on onderwijsaanbieder (brin) where vastgelegd_tot is null;

alter table organisatie enable row level security;
alter table organisatie force row level security;
alter table organisatie_identificatie enable row level security;
alter table organisatie_identificatie force row level security;
alter table organisatie_gezag enable row level security;
alter table organisatie_gezag force row level security;
alter table onderwijsaanbieder enable row level security;
alter table onderwijsaanbieder force row level security;

-- Namen en codes van scholen zijn openbaar; alleen het systeem schrijft ze.
create policy lezen on organisatie for select using (true);
create policy schrijven on organisatie for insert with check (leerroute_is_systeem());
create policy wijzigen on organisatie for update using (leerroute_is_systeem());
create policy lezen on organisatie_identificatie for select using (true);
create policy schrijven on organisatie_identificatie for insert with check (leerroute_is_systeem());
create policy wijzigen on organisatie_identificatie for update using (leerroute_is_systeem());
create policy lezen on organisatie_gezag for select using (true);
create policy schrijven on organisatie_gezag for insert with check (leerroute_is_systeem());
create policy wijzigen on organisatie_gezag for update using (leerroute_is_systeem());
create policy lezen on onderwijsaanbieder for select using (true);
create policy schrijven on onderwijsaanbieder for insert with check (leerroute_is_systeem());
create policy wijzigen on onderwijsaanbieder for update using (leerroute_is_systeem());

grant select, insert on organisatie, organisatie_identificatie, organisatie_gezag, onderwijsaanbieder to leerroute_app;
grant update (naam) on organisatie to leerroute_app;
grant update (vastgelegd_tot) on organisatie_identificatie, organisatie_gezag, onderwijsaanbieder to leerroute_app;
