-- Waarom: een bericht draagt de hele stand van een inschrijving. Standen zijn onveranderlijk: de toepassing mag alleen
-- vastgelegd_tot vullen. Precies een open stand per (deelnemer, BRIN, inschrijvingvolgnummer). Periodes hebben alleen een
-- begin; hun einde volgt. Elke sleutel begint met deelnemer_id, zodat de tabellen op die sleutel te verdelen zijn.
create table inschrijving_stand (
  deelnemer_id uuid not null references deelnemer,
  stand_id uuid not null,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  inschrijvingvolgnummer text not null check (inschrijvingvolgnummer ~ '^[0-9A-Za-z-]{1,20}$'),
  sector text not null check (sector in ('VO', 'VSO', 'MBO')),
  datum_inschrijving date not null,
  datum_uitschrijving_gepland date,
  datum_uitschrijving date,
  reden_uitschrijving text,
  inhoud_hash bytea not null check (octet_length(inhoud_hash) = 32),
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (deelnemer_id, stand_id),
  check (datum_uitschrijving is null or datum_uitschrijving >= datum_inschrijving),
  check (vastgelegd_tot is null or vastgelegd_tot >= vastgelegd_van)
);
comment on table inschrijving_stand is 'De volledige stand van een inschrijving zoals geleverd; onveranderlijk (bron.md 2).';
comment on column inschrijving_stand.datum_uitschrijving is 'Laatste dag, inclusief; leeg = loopt door.';
comment on column inschrijving_stand.inhoud_hash is 'SHA-256 van de hele inhoud, ook periodes; gelijk = er verandert niets.';
comment on column inschrijving_stand.vastgelegd_tot is 'Moment waarop een nieuwe stand of een verwijdering deze afsloot.';
create unique index inschrijving_stand_open on inschrijving_stand (deelnemer_id, brin, inschrijvingvolgnummer)
  where vastgelegd_tot is null;
create index inschrijving_stand_brin on inschrijving_stand (brin) where vastgelegd_tot is null;

create table inschrijvingsperiode (
  deelnemer_id uuid not null,
  stand_id uuid not null,
  datum_begin date not null,
  opleidingcode text,
  vestiging text,
  onderwijsaanbieder text,
  onderwijslocatie text,
  locatiecode_vsv text,
  indicatie_bekostigbaar boolean not null,
  leerroute text check (leerroute in ('DLR', 'GLR')),
  leerroute_ruw text,
  leerroutefase text check (leerroutefase in ('VO', 'MBO')),
  leerroutefase_ruw text,
  leerjaar smallint,
  leerweg text,
  leertraject text,
  niveau text,
  primary key (deelnemer_id, stand_id, datum_begin),
  foreign key (deelnemer_id, stand_id) references inschrijving_stand
);
comment on table inschrijvingsperiode is 'Periode van een stand; loopt tot de dag voor de volgende, of tot en met de uitschrijving.';
comment on column inschrijvingsperiode.indicatie_bekostigbaar is 'Opgave van de school, geen oordeel van DUO (K-BEK-01).';
comment on column inschrijvingsperiode.leerroute is 'DLR of GLR; leeg bij een code die wij niet kennen.';
comment on column inschrijvingsperiode.leerroute_ruw is 'De code zoals geleverd (AN3), ook als wij hem niet kennen.';
comment on column inschrijvingsperiode.leerroutefase_ruw is 'De fase zoals geleverd.';

create table extra_ondersteuning (
  deelnemer_id uuid not null,
  stand_id uuid not null,
  datum_begin date not null,
  datum_eind date,
  primary key (deelnemer_id, stand_id, datum_begin),
  foreign key (deelnemer_id, stand_id) references inschrijving_stand
);
comment on table extra_ondersteuning is 'Extra ondersteuning (ISE) bij een stand; datum_eind is inclusief.';

create table bpv_stand (
  deelnemer_id uuid not null references deelnemer,
  stand_id uuid not null,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  inschrijvingvolgnummer text not null,
  bpv_volgnummer text not null check (bpv_volgnummer ~ '^[0-9A-Za-z-]{1,20}$'),
  afsluitdatum date not null,
  datum_begin date not null,
  datum_einde_gepland date not null,
  datum_einde_werkelijk date,
  omvang_uren integer check (omvang_uren between 0 and 9999),
  leerbedrijf_id text,
  opleidingcode text,
  code_keuzedeel text,
  inhoud_hash bytea not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (deelnemer_id, stand_id),
  check (vastgelegd_tot is null or vastgelegd_tot >= vastgelegd_van)
);
comment on table bpv_stand is 'Beroepspraktijkvorming: de stand van een praktijkovereenkomst.';
comment on column bpv_stand.afsluitdatum is 'Dag waarop de praktijkovereenkomst is opgemaakt.';
comment on column bpv_stand.omvang_uren is 'Totaal aantal klokuren.';
create unique index bpv_stand_open on bpv_stand (deelnemer_id, brin, inschrijvingvolgnummer, bpv_volgnummer)
  where vastgelegd_tot is null;

alter table inschrijving_stand enable row level security;
alter table inschrijving_stand force row level security;
alter table inschrijvingsperiode enable row level security;
alter table inschrijvingsperiode force row level security;
alter table extra_ondersteuning enable row level security;
alter table extra_ondersteuning force row level security;
alter table bpv_stand enable row level security;
alter table bpv_stand force row level security;

create policy lezen on inschrijving_stand for select using (
  (select leerroute_ziet_alles())
  or brin = any ((select leerroute_brins())::text[])
  or exists (select 1 from deelnemer_school s where s.deelnemer_id = inschrijving_stand.deelnemer_id and s.deelt_keten));
create policy schrijven on inschrijving_stand for insert
  with check (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
create policy wijzigen on inschrijving_stand for update
  using (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));

create policy lezen on inschrijvingsperiode for select using ((select leerroute_ziet_alles()) or exists (
  select 1 from inschrijving_stand s where s.deelnemer_id = inschrijvingsperiode.deelnemer_id and s.stand_id = inschrijvingsperiode.stand_id));
create policy schrijven on inschrijvingsperiode for insert with check ((select leerroute_is_systeem()) or exists (
  select 1 from inschrijving_stand s where s.deelnemer_id = inschrijvingsperiode.deelnemer_id
    and s.stand_id = inschrijvingsperiode.stand_id and s.brin = any ((select leerroute_brins())::text[])));
create policy lezen on extra_ondersteuning for select using ((select leerroute_ziet_alles()) or exists (
  select 1 from inschrijving_stand s where s.deelnemer_id = extra_ondersteuning.deelnemer_id and s.stand_id = extra_ondersteuning.stand_id
    and s.brin = any ((select leerroute_brins())::text[])));
create policy schrijven on extra_ondersteuning for insert with check ((select leerroute_is_systeem()) or exists (
  select 1 from inschrijving_stand s where s.deelnemer_id = extra_ondersteuning.deelnemer_id
    and s.stand_id = extra_ondersteuning.stand_id and s.brin = any ((select leerroute_brins())::text[])));
create policy lezen on bpv_stand for select using (
  (select leerroute_ziet_alles())
  or brin = any ((select leerroute_brins())::text[])
  or exists (select 1 from deelnemer_school s where s.deelnemer_id = bpv_stand.deelnemer_id and s.deelt_keten));
create policy schrijven on bpv_stand for insert
  with check (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
create policy wijzigen on bpv_stand for update
  using (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));

grant select, insert on inschrijving_stand, inschrijvingsperiode, extra_ondersteuning, bpv_stand to leerroute_app;
grant update (vastgelegd_tot) on inschrijving_stand, bpv_stand to leerroute_app;
