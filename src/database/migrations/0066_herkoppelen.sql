-- Waarom: wie een ander eHerkenning-middel of een andere leverancier krijgt, heeft daar een nieuw account zonder rollen (T-23). Met beide
-- inlogs kan hij zijn rollen zelf meenemen. De poging hoort bij een sessie en bij een browser; wie naar wie overging staat er een keer,
-- als sleutel van de tabel (T-10).
create table herkoppelpoging (
  herkoppelpoging_id uuid primary key,
  sessie_hash bytea not null check (octet_length(sessie_hash) = 32),
  nieuw_account_id uuid not null references account,
  gestart_op timestamptz not null,
  verloopt_op timestamptz not null check (verloopt_op > gestart_op),
  geheim_hash bytea check (octet_length(geheim_hash) = 32),
  oud_account_id uuid references account,
  bewezen_op timestamptz,
  weigering text check (weigering ~ '^[a-z-]{1,60}$'),
  einde text check (einde in ('HERKOPPELD', 'GEANNULEERD', 'VERLOPEN', 'VERVANGEN', 'GEWEIGERD')),
  geeindigd_op timestamptz,
  check ((oud_account_id is null) = (bewezen_op is null)),
  check ((einde is null) = (geeindigd_op is null)),
  check (oud_account_id is null or geheim_hash is null),
  check (oud_account_id <> nieuw_account_id)
);
comment on table herkoppelpoging is 'Een begonnen wissel van eHerkenning-inlog: bewijs van de oude inlog, daarna bevestigen. Tien minuten geldig.';
comment on column herkoppelpoging.sessie_hash is 'De sessie van de nieuwe inlog; in een andere sessie is deze poging er niet.';
comment on column herkoppelpoging.geheim_hash is 'SHA-256 van het geheim dat alleen deze browser heeft terwijl hij bij de makelaar is. Leeg zodra er een antwoord op kwam: een keer te gebruiken.';
comment on column herkoppelpoging.oud_account_id is 'Pas bekend als het tweede bewijs geslaagd is.';
comment on column herkoppelpoging.weigering is 'Waarom het niet kon, als vast woord; alleen voor wie de oude inlog bewees.';
create unique index herkoppelpoging_sessie on herkoppelpoging (sessie_hash) where einde is null;
create index herkoppelpoging_open on herkoppelpoging (verloopt_op) where einde is null;

create table herkoppeling (
  oud_account_id uuid primary key references account,
  nieuw_account_id uuid not null references account,
  herkoppelpoging_id uuid not null unique references herkoppelpoging,
  herkoppeld_op timestamptz not null,
  check (oud_account_id <> nieuw_account_id)
);
comment on table herkoppeling is 'Welk eHerkenning-account met welk nieuw account verderging (T-23). Een oud account staat hier hooguit een keer.';
create index herkoppeling_nieuw on herkoppeling (nieuw_account_id);

alter table inlogverzoek add column herkoppelpoging_id uuid references herkoppelpoging;
comment on column inlogverzoek.herkoppelpoging_id is 'De poging waarvoor dit het bewijs van de oude inlog is; zo een antwoord opent geen sessie.';
alter table inlogverzoek drop constraint inlogverzoek_doel_check;
alter table inlogverzoek add constraint inlogverzoek_doel_check check (doel in ('INLOGGEN', 'OPNIEUW', 'HERKOPPELEN'));
alter table inlogverzoek add constraint inlogverzoek_herkoppelen_check check ((doel = 'HERKOPPELEN') = (herkoppelpoging_id is not null));

alter table beheerdermelding drop constraint beheerdermelding_soort_check;
alter table beheerdermelding add constraint beheerdermelding_soort_check
  check (soort in ('GEKOPPELD', 'GEKOPPELD_DOOR_ANDER', 'GEKOPPELD_DOOR_BEHEERDER', 'GEBLOKKEERD', 'ONTKOPPELD', 'INGETROKKEN', 'HERKOPPELD'));

alter table herkoppelpoging enable row level security;
alter table herkoppelpoging force row level security;
create policy systeem on herkoppelpoging using ((select leerroute_is_systeem())) with check ((select leerroute_is_systeem()));
alter table herkoppeling enable row level security;
alter table herkoppeling force row level security;
create policy systeem on herkoppeling using ((select leerroute_is_systeem())) with check ((select leerroute_is_systeem()));

grant select, insert on herkoppelpoging, herkoppeling to leerroute_app;
grant update (geheim_hash, oud_account_id, bewezen_op, weigering, einde, geeindigd_op) on herkoppelpoging to leerroute_app;
