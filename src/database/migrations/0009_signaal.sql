-- Waarom: signalen openen en sluiten vanzelf als de feiten veranderen. Een rij per school die het aangaat, zodat elke
-- school haar eigen lijst heeft. Het overzicht is een afgeleide: de laatste uitkomst per deelnemer, voor snelle lijsten.
create table signaal (
  deelnemer_id uuid not null references deelnemer,
  signaal_id uuid not null,
  code text not null,
  niveau text not null check (niveau in ('fout', 'waarschuwing', 'taak', 'info')),
  brin text,
  eerste_dag date not null,
  regels text[] not null,
  uitleg text not null,
  feiten jsonb not null default '[]',
  normen jsonb not null default '[]',
  normen_versie text not null,
  geopend_op timestamptz not null,
  gesloten_op timestamptz,
  primary key (deelnemer_id, signaal_id),
  check (gesloten_op is null or gesloten_op >= geopend_op)
);
comment on table signaal is 'Een signaal voor een school over een deelnemer; gesloten_op leeg = staat open (keten.md 1.9).';
comment on column signaal.brin is 'De school die het aangaat; leeg = geen school, bijvoorbeeld alleen de gemeente.';
comment on column signaal.eerste_dag is 'De peildatum waarop het signaal voor het eerst uit de regels kwam.';
comment on column signaal.normen_versie is 'Vingerafdruk van de gebruikte normen.';
create unique index signaal_open on signaal (deelnemer_id, code, brin) nulls not distinct where gesloten_op is null;
create index signaal_school on signaal (brin, code, deelnemer_id) where gesloten_op is null;

create table leerlingoverzicht (
  deelnemer_id uuid primary key references deelnemer,
  leerroute text check (leerroute in ('DLR', 'GLR')),
  fase text check (fase in ('VO', 'MBO', 'onbepaald')),
  peildatum date not null,
  normen_versie text not null,
  berekend_op timestamptz not null
);
comment on table leerlingoverzicht is 'Laatste uitkomst van de regels per deelnemer; afgeleid en opnieuw te berekenen.';
comment on column leerlingoverzicht.peildatum is 'De dag waarvoor is gerekend; ouder dan vandaag = opnieuw rekenen.';
create index leerlingoverzicht_peildatum on leerlingoverzicht (peildatum);

alter table signaal enable row level security;
alter table signaal force row level security;
alter table leerlingoverzicht enable row level security;
alter table leerlingoverzicht force row level security;
create policy lezen on signaal for select using (
  (select leerroute_ziet_alles()) or brin = any ((select leerroute_brins())::text[]));
create policy schrijven on signaal for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on signaal for update using ((select leerroute_is_systeem()));
create policy lezen on leerlingoverzicht for select using ((select leerroute_ziet_alles()) or exists (
  select 1 from deelnemer_school s where s.deelnemer_id = leerlingoverzicht.deelnemer_id));
create policy schrijven on leerlingoverzicht for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on leerlingoverzicht for update using ((select leerroute_is_systeem()));
grant select, insert on signaal, leerlingoverzicht to leerroute_app;
grant update (niveau, regels, uitleg, feiten, normen, normen_versie, gesloten_op) on signaal to leerroute_app;
grant update (leerroute, fase, peildatum, normen_versie, berekend_op) on leerlingoverzicht to leerroute_app;
