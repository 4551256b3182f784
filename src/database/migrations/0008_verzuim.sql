-- Waarom: uit de gemiste klokuren per dag volgt of een melding moet (K-CAS-08). Een melding intrekken is een gewone stap,
-- geen correctie: daarvoor is ingetrokken_op, in een nieuwe stand.
create table afwezigheid (
  deelnemer_id uuid not null references deelnemer,
  afwezigheid_id uuid not null,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  datum date not null,
  uren numeric(4, 2) not null check (uren > 0 and uren <= 24),
  geoorloofd boolean not null,
  sector text check (sector in ('VO', 'MBO')),
  inhoud_hash bytea not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (deelnemer_id, afwezigheid_id),
  check (vastgelegd_tot is null or vastgelegd_tot >= vastgelegd_van)
);
comment on table afwezigheid is 'Gemiste klokuren op een dag bij een school (K-VZM-07).';
comment on column afwezigheid.uren is 'Klokuren, met kwartieren als decimalen.';
create unique index afwezigheid_open on afwezigheid (deelnemer_id, brin, datum, geoorloofd) where vastgelegd_tot is null;

create table schoolvakantie (
  vakantie_id uuid primary key,
  van date not null,
  tot_en_met date not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  check (tot_en_met >= van),
  exclude using gist (daterange(van, tot_en_met, '[]') with &&) where (vastgelegd_tot is null)
);
comment on table schoolvakantie is 'Schoolvakantie, voor vo en mbo gelijk; tot_en_met is de laatste dag.';

create table verzuimmelding (
  deelnemer_id uuid not null references deelnemer,
  stand_id uuid not null,
  melding_id uuid not null,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  partij text not null check (partij in ('VO', 'MBO')),
  begin_op date not null,
  eind_op date not null,
  ingediend_op date not null,
  ingetrokken_op date,
  inhoud_hash bytea not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  primary key (deelnemer_id, stand_id),
  check (eind_op >= begin_op),
  check (ingetrokken_op is null or ingetrokken_op >= ingediend_op)
);
comment on table verzuimmelding is 'Een gedane melding van verzuim (K-VZM-06, K-CAS-09).';
comment on column verzuimmelding.melding_id is 'Blijft gelijk over de standen van dezelfde melding.';
create unique index verzuimmelding_open on verzuimmelding (deelnemer_id, melding_id) where vastgelegd_tot is null;

alter table afwezigheid enable row level security;
alter table afwezigheid force row level security;
alter table schoolvakantie enable row level security;
alter table schoolvakantie force row level security;
alter table verzuimmelding enable row level security;
alter table verzuimmelding force row level security;
create policy lezen on afwezigheid for select using (
  (select leerroute_ziet_alles())
  or brin = any ((select leerroute_brins())::text[])
  or exists (select 1 from deelnemer_school s where s.deelnemer_id = afwezigheid.deelnemer_id and s.deelt_keten));
create policy schrijven on afwezigheid for insert
  with check (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
create policy wijzigen on afwezigheid for update
  using (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
create policy lezen on verzuimmelding for select using (
  (select leerroute_ziet_alles())
  or brin = any ((select leerroute_brins())::text[])
  or exists (select 1 from deelnemer_school s where s.deelnemer_id = verzuimmelding.deelnemer_id and s.deelt_keten));
create policy schrijven on verzuimmelding for insert
  with check (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
create policy wijzigen on verzuimmelding for update
  using (brin = any ((select leerroute_brins())::text[]) or (select leerroute_is_systeem()));
create policy lezen on schoolvakantie for select using (true);
create policy schrijven on schoolvakantie for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on schoolvakantie for update using ((select leerroute_is_systeem()));
grant select, insert on afwezigheid, schoolvakantie, verzuimmelding to leerroute_app;
grant update (vastgelegd_tot) on afwezigheid, schoolvakantie, verzuimmelding to leerroute_app;
