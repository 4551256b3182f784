-- Waarom: een school wil bij een signaal kunnen zeggen dat zij het gezien heeft, of waarom het zo klopt. Dat is een regel
-- erbij, nooit een wijziging; sluiten doen alleen de feiten. Veranderen de feiten achter een open signaal, dan krijgt het
-- een nieuwe inhoud_versie en staat het weer open: een oude verklaring geldt niet stil voor iets anders.
alter table signaal add column inhoud_versie int not null default 1;
alter table signaal add column afhandeling text not null default 'open' check (afhandeling in ('open', 'gezien', 'verklaard'));
comment on column signaal.inhoud_versie is 'Eén hoger bij elke verandering van de feiten achter een signaal dat open blijft.';
comment on column signaal.afhandeling is 'Volgt uit de laatste signaalhandeling bij deze inhoud_versie; telt alleen zolang het signaal niet gesloten is.';
grant update (inhoud_versie, afhandeling) on signaal to leerroute_app;
create index signaal_sleutel on signaal (signaal_id);
create index signaal_werklijst on signaal (brin, geopend_op, signaal_id);

create table signaalhandeling (
  deelnemer_id uuid not null references deelnemer,
  handeling_id uuid not null,
  signaal_id uuid not null,
  brin text not null,
  soort text not null check (soort in ('gezien', 'verklaard')),
  verklaring text check (char_length(verklaring) <= 500),
  inhoud_versie int not null,
  actor text not null check (actor <> ''),
  op timestamptz not null,
  primary key (deelnemer_id, handeling_id),
  check ((soort = 'verklaard') = (verklaring is not null)),
  foreign key (deelnemer_id, signaal_id) references signaal
);
comment on table signaalhandeling is 'Een school heeft een signaal gezien of verklaard; alleen toevoegen.';
comment on column signaalhandeling.inhoud_versie is 'De inhoud van het signaal waarop dit sloeg.';
comment on column signaalhandeling.actor is 'Interne sleutel van het account of de koppeling.';
create index signaalhandeling_signaal on signaalhandeling (deelnemer_id, signaal_id, op);
alter table signaalhandeling enable row level security;
alter table signaalhandeling force row level security;
create policy lezen on signaalhandeling for select using (
  (select leerroute_ziet_alles()) or brin = any ((select leerroute_brins())::text[]));
create policy schrijven on signaalhandeling for insert with check (
  (select leerroute_is_systeem()) or brin = any ((select leerroute_brins())::text[]));
grant select, insert on signaalhandeling to leerroute_app;
