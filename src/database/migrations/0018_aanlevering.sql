-- Waarom: een school levert soms honderdduizend records in een keer. De ontvangst bewaart het bestand alleen, in versleutelde
-- delen (AES-256-GCM, sleutel buiten de database); een werker verwerkt daarna deel voor deel. Een deel is een transactie:
-- records, audit, outbox, terugkoppelingen en "dit deel is gedaan" samen. Daardoor maakt een levering na een klap zichzelf af,
-- zonder iets dubbel. De inhoud van een deel verdwijnt zodra het verwerkt is. Er staat nergens een persoonsnummer leesbaar.
create table aanlevering (
  aanlevering_id uuid primary key,
  afzender text not null check (afzender <> ''),
  afzender_soort text not null check (afzender_soort in ('school', 'systeem')),
  rollen jsonb not null,
  brins text[] not null,
  soort text not null check (soort in ('NDJSON', 'RO', 'GRONDSLAG')),
  bestandsnaam text,
  bytes bigint not null check (bytes >= 0),
  records integer,
  ontvangen_op timestamptz not null,
  volgorde bigint generated always as identity,
  staat text not null check (staat in ('wachtend', 'bezig', 'klaar', 'mislukt')),
  begonnen_op timestamptz,
  klaar_op timestamptz,
  tellingen jsonb,
  uitleg jsonb,
  check ((staat in ('klaar', 'mislukt')) = (klaar_op is not null))
);
comment on table aanlevering is 'Een bestand dat een school leverde om op de achtergrond te verwerken. Zonder persoonsgegevens.';
comment on column aanlevering.afzender is 'Interne sleutel van het account of de koppeling; leveringen van een afzender gaan op volgorde.';
comment on column aanlevering.rollen is 'De rechten van de afzender op het moment van ontvangst; daarmee wordt elk record beoordeeld.';
comment on column aanlevering.brins is 'De scholen waarvoor de afzender werkte; wie voor al die scholen werkt ziet de levering ook.';
comment on column aanlevering.records is 'Aantal records; leeg zolang een bestand van DUO nog niet gelezen is.';
comment on column aanlevering.ontvangen_op is 'Het moment van alle records: daarmee worden zij vastgelegd.';
comment on column aanlevering.volgorde is 'Volgorde van ontvangst, ook binnen dezelfde milliseconde.';
comment on column aanlevering.tellingen is 'Aantal records per uitkomst, gevuld als de levering klaar is; daarvoor staan zij bij de delen.';
comment on column aanlevering.uitleg is 'Waarom de levering mislukt is: uitleg en wat te doen.';
create index aanlevering_open on aanlevering (volgorde) where staat in ('wachtend', 'bezig');
create index aanlevering_afzender on aanlevering (afzender, volgorde);

create table aanlevering_deel (
  aanlevering_id uuid not null references aanlevering on delete cascade,
  vanaf_regel integer not null,
  tot_en_met_regel integer not null,
  vorm text not null check (vorm in ('regels', 'studenten', 'bytes')),
  records integer not null,
  staat text not null check (staat in ('wachtend', 'opgeslagen', 'klaar')),
  inhoud bytea,
  sleutel_id text,
  pogingen smallint not null default 0,
  breed boolean not null default false,
  tellingen jsonb,
  primary key (aanlevering_id, vanaf_regel),
  check ((inhoud is not null) = (staat = 'wachtend')),
  check (tot_en_met_regel >= vanaf_regel)
);
comment on table aanlevering_deel is 'Een deel van een levering, versleuteld (12 bytes iv, cijfertekst, 16 bytes tag; aad = levering en regel). Gaat in volgorde van regel.';
comment on column aanlevering_deel.vanaf_regel is 'Eerste regel van het bestand in dit deel; bij vorm bytes een negatief volgnummer.';
comment on column aanlevering_deel.vorm is 'regels: NDJSON; bytes: stuk van een bestand van DUO; studenten: gelezen records uit zo een bestand.';
comment on column aanlevering_deel.staat is 'wachtend; opgeslagen = in het register, signalen nog niet uitgerekend; klaar.';
comment on column aanlevering_deel.pogingen is 'Hoe vaak een werker hieraan begon. Lukt het steeds niet, dan wordt het deel kleiner gemaakt.';
comment on column aanlevering_deel.breed is 'Dit deel veranderde iets dat ook eerdere records raakt (aanbod, afspraak, school): hun signalen gaan opnieuw.';
create index aanlevering_deel_open on aanlevering_deel (staat, aanlevering_id, vanaf_regel) where staat <> 'klaar';

create table terugkoppeling (
  aanlevering_id uuid not null references aanlevering on delete cascade,
  regelnummer integer not null,
  soort text,
  uitkomst text not null check (uitkomst in ('nieuw', 'gewijzigd', 'ongewijzigd', 'ouder', 'afgekeurd', 'geen-recht')),
  deelnemer_id uuid,
  fouten jsonb not null default '[]',
  primary key (aanlevering_id, regelnummer)
);
comment on table terugkoppeling is 'Wat er met een record uit een levering gebeurde. De sleutel begint met de levering: een record hoeft geen deelnemer te hebben.';
comment on column terugkoppeling.fouten is 'Veld, regel en wat te doen; nooit met een persoonsnummer.';
create index terugkoppeling_uitkomst on terugkoppeling (aanlevering_id, uitkomst, regelnummer);

alter table aanlevering enable row level security;
alter table aanlevering force row level security;
alter table aanlevering_deel enable row level security;
alter table aanlevering_deel force row level security;
alter table terugkoppeling enable row level security;
alter table terugkoppeling force row level security;

create policy lezen on aanlevering for select using (
  (select leerroute_is_systeem()) or afzender = (select current_setting('leerroute.actor', true))
  or (brins <> '{}' and brins <@ (select leerroute_brins())));
create policy schrijven on aanlevering for insert with check (
  (select leerroute_is_systeem()) or afzender = (select current_setting('leerroute.actor', true)));
create policy wijzigen on aanlevering for update using ((select leerroute_is_systeem()));
create policy lezen on aanlevering_deel for select using (
  (select leerroute_is_systeem()) or exists (select 1 from aanlevering a where a.aanlevering_id = aanlevering_deel.aanlevering_id));
create policy schrijven on aanlevering_deel for insert with check (
  (select leerroute_is_systeem()) or exists (
    select 1 from aanlevering a where a.aanlevering_id = aanlevering_deel.aanlevering_id and a.afzender = (select current_setting('leerroute.actor', true))));
create policy wijzigen on aanlevering_deel for update using ((select leerroute_is_systeem()));
create policy verwijderen on aanlevering_deel for delete using ((select leerroute_is_systeem()));
create policy lezen on terugkoppeling for select using (
  (select leerroute_is_systeem()) or exists (select 1 from aanlevering a where a.aanlevering_id = terugkoppeling.aanlevering_id));
create policy schrijven on terugkoppeling for insert with check ((select leerroute_is_systeem()));
create policy verwijderen on terugkoppeling for delete using ((select leerroute_is_systeem()));

grant select, insert on aanlevering, aanlevering_deel, terugkoppeling to leerroute_app;
grant update (records, bytes, staat, begonnen_op, klaar_op, tellingen, uitleg) on aanlevering to leerroute_app;
grant update (staat, inhoud, sleutel_id, pogingen, breed, tellingen) on aanlevering_deel to leerroute_app;
grant delete on aanlevering_deel, terugkoppeling to leerroute_app;
