-- Waarom: een deelnemer heeft een ondoorzichtige sleutel. BSN of onderwijsnummer staat er versleuteld (AES-256-GCM,
-- sleutel buiten de database) met een HMAC om op te zoeken; alleen die twee, dus een gestolen database geeft geen nummers.
-- deelnemer_school is de relatie waarop row-level security steunt; hij wordt door de toepassing bijgehouden (geen
-- triggers op grote tabellen, dat kan Citus niet).
create table deelnemer (
  deelnemer_id uuid primary key,
  persoonsnummer_versleuteld bytea not null,
  persoonsnummer_sleutel_id text not null,
  persoonsnummer_sleutel bytea not null check (octet_length(persoonsnummer_sleutel) = 32),
  persoonsnummer_soort text not null check (persoonsnummer_soort in ('BSN', 'ONDERWIJSNUMMER', 'ONBEKEND')),
  aangemaakt_op timestamptz not null
);
comment on table deelnemer is 'Een leerling of student, bekend onder een ondoorzichtige sleutel.';
comment on column deelnemer.persoonsnummer_versleuteld is 'BSN of onderwijsnummer: 12 bytes iv, cijfertekst, 16 bytes tag (AES-256-GCM, aad = deelnemer_id).';
comment on column deelnemer.persoonsnummer_sleutel_id is 'Met welke sleutel versleuteld is; voor sleutelwissel.';
comment on column deelnemer.persoonsnummer_sleutel is 'HMAC-SHA-256 van het nummer, om op te zoeken.';
comment on column deelnemer.persoonsnummer_soort is 'ONBEKEND = voldoet niet aan de elfproef (alleen uit bestanden van DUO).';
create unique index deelnemer_persoonsnummer on deelnemer (persoonsnummer_sleutel);

create table deelnemer_gegevens (
  deelnemer_id uuid not null references deelnemer,
  gegevens_id uuid not null,
  geboortedatum date not null,
  geboortedatum_ruw text not null check (geboortedatum_ruw ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  geslacht text check (geslacht in ('M', 'V', 'O')),
  naam text,
  woont_in_nederland boolean not null default true,
  vo_activiteiten_afgerond_op date,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (deelnemer_id, gegevens_id),
  check (vastgelegd_tot is null or vastgelegd_tot >= vastgelegd_van)
);
comment on table deelnemer_gegevens is 'Wat over de persoon bekend is, als standen: oude rijen blijven staan.';
comment on column deelnemer_gegevens.geboortedatum_ruw is 'Zoals geleverd; dag of maand kan 00 zijn.';
comment on column deelnemer_gegevens.geboortedatum is 'Bruikbare dag: 00 wordt de laatste dag die kan, zodat niemand te vroeg ouder is.';
comment on column deelnemer_gegevens.naam is 'Leeg als de bron geen namen kent (RO-bestanden).';
comment on column deelnemer_gegevens.vo_activiteiten_afgerond_op is 'Laatste dag met vo-lessen of vmbo-examenonderdelen (K-ROD-06); leeg = nog niet afgerond.';
create unique index deelnemer_gegevens_open on deelnemer_gegevens (deelnemer_id) where vastgelegd_tot is null;

create table deelnemer_school (
  deelnemer_id uuid not null references deelnemer,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  deelt_keten boolean not null default false,
  primary key (deelnemer_id, brin)
);
comment on table deelnemer_school is 'Welke school een inschrijving van deze deelnemer heeft of had; de grond voor inzage.';
comment on column deelnemer_school.deelt_keten is 'Waar als de deelnemer een leerroute volgt of volgde: dan ziet de school ook de kant van de partner.';
create index deelnemer_school_brin on deelnemer_school (brin, deelnemer_id);

alter table deelnemer enable row level security;
alter table deelnemer force row level security;
alter table deelnemer_gegevens enable row level security;
alter table deelnemer_gegevens force row level security;
alter table deelnemer_school enable row level security;
alter table deelnemer_school force row level security;

create policy lezen on deelnemer_school for select
  using (brin = any ((select leerroute_brins())::text[]) or (select leerroute_ziet_alles()));
create policy schrijven on deelnemer_school for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on deelnemer_school for update using ((select leerroute_is_systeem()));

-- De subvraag loopt zelf ook door row-level security: een school vindt alleen haar eigen relaties.
create policy lezen on deelnemer for select
  using ((select leerroute_ziet_alles()) or exists (select 1 from deelnemer_school s where s.deelnemer_id = deelnemer.deelnemer_id));
create policy schrijven on deelnemer for insert with check ((select leerroute_is_systeem()));
create policy lezen on deelnemer_gegevens for select
  using ((select leerroute_ziet_alles()) or exists (select 1 from deelnemer_school s where s.deelnemer_id = deelnemer_gegevens.deelnemer_id));
create policy schrijven on deelnemer_gegevens for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on deelnemer_gegevens for update using ((select leerroute_is_systeem()));

grant select, insert on deelnemer, deelnemer_gegevens, deelnemer_school to leerroute_app;
grant update (vastgelegd_tot) on deelnemer_gegevens to leerroute_app;
grant update (deelt_keten) on deelnemer_school to leerroute_app;
