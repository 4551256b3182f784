-- Waarom: scholen willen weten dat er iets veranderde zonder het register leeg te vragen (S-40 tot en met S-45). Een
-- wijziging legt in haar eigen transactie een regel in gebeurtenis_nieuw. Een publicist haalt die regels eruit en schrijft ze
-- met een aaneengesloten positie in gebeurtenis. Er is er hooguit een tegelijk (het slot op gebeurtenis_teller), dus een
-- positie wordt pas zichtbaar als alle eerdere dat zijn: wie met een cursor leest mist nooit een regel die later vastligt.
create table gebeurtenis_nieuw (
  deelnemer_id uuid not null,
  volgnummer bigint generated always as identity,
  gebeurtenis_id uuid not null,
  soort text not null,
  brin text,
  sleutel text not null,
  op timestamptz not null,
  primary key (deelnemer_id, volgnummer)
);
comment on table gebeurtenis_nieuw is 'Gebeurtenissen die nog een positie moeten krijgen; bijna altijd leeg.';
comment on column gebeurtenis_nieuw.deelnemer_id is 'Nul-uuid als de gebeurtenis niet over een deelnemer gaat.';
comment on column gebeurtenis_nieuw.volgnummer is 'Volgorde van schrijven. Wijzigingen van hetzelfde ding wachten op elkaar, dus per ding is dit de volgorde van vastleggen.';
comment on column gebeurtenis_nieuw.sleutel is 'Waarover: signaal- of aanleveringsnummer, of de leesbare sleutel uit de audit. Nooit een persoonsnummer.';
create index gebeurtenis_nieuw_volgorde on gebeurtenis_nieuw (volgnummer);

create table gebeurtenis_teller (
  enige boolean primary key default true check (enige),
  laatste bigint not null default 0
);
comment on table gebeurtenis_teller is 'De laatst uitgegeven positie; wie deze rij op slot heeft is de publicist.';

create table gebeurtenis (
  positie bigint primary key,
  gebeurtenis_id uuid not null,
  soort text not null,
  bron text not null,
  onderwerp uuid not null,
  deelnemer_id uuid,
  brin text,
  verwijzing text not null,
  op timestamptz not null
);
comment on table gebeurtenis is 'Het logboek van gebeurtenissen (CloudEvents NL GOV): alleen toevoegen, zonder gaten, zonder persoonsgegevens.';
comment on column gebeurtenis.gebeurtenis_id is 'CloudEvents id; ontstaat in de transactie van de wijziging en blijft bij elke bezorging gelijk.';
comment on column gebeurtenis.bron is 'CloudEvents source op het moment van publiceren, zodat id en source samen nooit veranderen.';
comment on column gebeurtenis.onderwerp is 'CloudEvents subject: een ondoorzichtige eigen sleutel (S-42).';
comment on column gebeurtenis.verwijzing is 'Pad vanaf het adres van de server waar de inhoud met een sleutel is op te halen.';
comment on column gebeurtenis.op is 'Moment van registratie (S-43).';
create unique index gebeurtenis_id on gebeurtenis (gebeurtenis_id);
create index gebeurtenis_deelnemer on gebeurtenis (deelnemer_id) where deelnemer_id is not null;

create table gebeurtenis_school (
  brin text not null,
  positie bigint not null,
  primary key (brin, positie)
);
comment on table gebeurtenis_school is 'Voor welke scholen een gebeurtenis is: de school zelf, en wie de keten deelt op het moment van publiceren.';

create table abonnement (
  abonnement_id uuid primary key,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  url text not null,
  soorten text[] not null default '{}',
  geheim_versleuteld bytea,
  geheim_sleutel_id text,
  staat text not null check (staat in ('wacht-op-controle', 'actief', 'afgewezen', 'gestopt', 'verwijderd')),
  reden text,
  tot_positie bigint not null,
  controle_pogingen int not null default 0,
  controle_na timestamptz not null,
  bezig_tot timestamptz,
  versie int not null default 1,
  aangemaakt_door text not null,
  aangemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null
);
comment on table abonnement is 'Een school die gebeurtenissen op een eigen adres wil ontvangen (webhook, S-44).';
comment on column abonnement.soorten is 'Alleen deze soorten; leeg = alle.';
comment on column abonnement.geheim_versleuteld is 'Sleutel voor de handtekening, AES-256-GCM met aad abonnement:<id>; leeg na verwijderen.';
comment on column abonnement.tot_positie is 'Tot en met deze positie zijn de afleveringen gemaakt.';
comment on column abonnement.bezig_tot is 'Een proces controleert het adres; na dit moment mag een ander het overnemen.';
create index abonnement_brin on abonnement (brin);

create table abonnement_onderwerp (
  abonnement_id uuid not null references abonnement,
  onderwerp uuid not null,
  laatste int not null,
  primary key (abonnement_id, onderwerp)
);
comment on table abonnement_onderwerp is 'Laatste volgnummer (CloudEvents sequence) per abonnement en onderwerp (S-43).';

create table aflevering (
  abonnement_id uuid not null references abonnement,
  positie bigint not null,
  gebeurtenis_id uuid not null,
  brin text not null,
  onderwerp uuid not null,
  volgnummer int not null,
  staat text not null default 'wachtend' check (staat in ('wachtend', 'bezorgd', 'opgegeven')),
  pogingen int not null default 0,
  eerste_poging_op timestamptz,
  laatste_poging_op timestamptz,
  volgende_poging_op timestamptz not null,
  laatste_uitkomst text,
  bezorgd_op timestamptz,
  bezig_tot timestamptz,
  bezig_door uuid,
  primary key (abonnement_id, positie)
);
comment on table aflevering is 'Een gebeurtenis die naar een abonnement moet of is gegaan; minstens een keer, op volgorde per onderwerp.';
comment on column aflevering.laatste_uitkomst is 'HTTP-status of soort storing; nooit de inhoud van het antwoord.';
comment on column aflevering.bezig_tot is 'Een proces is aan het bezorgen; na dit moment mag een ander het overnemen.';
create index aflevering_wachtend on aflevering (abonnement_id, volgende_poging_op) where staat = 'wachtend';
create index aflevering_volgorde on aflevering (abonnement_id, onderwerp, positie) where staat = 'wachtend';
create index aflevering_opgegeven on aflevering (abonnement_id, positie) where staat = 'opgegeven';
create index aflevering_gebeurtenis on aflevering (gebeurtenis_id, abonnement_id);

insert into gebeurtenis_teller default values;

do $$
declare tabel text;
begin
  foreach tabel in array array['gebeurtenis_nieuw', 'gebeurtenis_teller', 'gebeurtenis', 'gebeurtenis_school', 'abonnement', 'abonnement_onderwerp', 'aflevering'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('alter table %I force row level security', tabel);
  end loop;
end
$$;

create policy schrijven on gebeurtenis_nieuw for insert with check (
  (select leerroute_is_systeem()) or brin is null or brin = any ((select leerroute_brins())::text[]));
create policy lezen on gebeurtenis_nieuw for select using ((select leerroute_is_systeem()));
create policy weghalen on gebeurtenis_nieuw for delete using ((select leerroute_is_systeem()));
-- De positie zegt niets over een school; elke lezer heeft haar nodig als einde van zijn bladzijde.
create policy lezen on gebeurtenis_teller for select using (true);
create policy wijzigen on gebeurtenis_teller for update using ((select leerroute_is_systeem()));
create policy lezen on gebeurtenis_school for select using (
  (select leerroute_ziet_alles()) or brin = any ((select leerroute_brins())::text[]));
create policy schrijven on gebeurtenis_school for insert with check ((select leerroute_is_systeem()));
create policy lezen on gebeurtenis for select using ((select leerroute_ziet_alles()) or exists (
  select 1 from gebeurtenis_school s where s.positie = gebeurtenis.positie and s.brin = any ((select leerroute_brins())::text[])));
create policy schrijven on gebeurtenis for insert with check ((select leerroute_is_systeem()));
create policy lezen on abonnement for select using (
  (select leerroute_ziet_alles()) or brin = any ((select leerroute_brins())::text[]));
create policy schrijven on abonnement for insert with check (
  (select leerroute_is_systeem()) or brin = any ((select leerroute_brins())::text[]));
create policy wijzigen on abonnement for update using (
  (select leerroute_is_systeem()) or brin = any ((select leerroute_brins())::text[]));
create policy lezen on abonnement_onderwerp for select using ((select leerroute_is_systeem()));
create policy schrijven on abonnement_onderwerp for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on abonnement_onderwerp for update using ((select leerroute_is_systeem()));
create policy lezen on aflevering for select using (
  (select leerroute_ziet_alles()) or brin = any ((select leerroute_brins())::text[]));
create policy schrijven on aflevering for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on aflevering for update using (
  (select leerroute_is_systeem()) or brin = any ((select leerroute_brins())::text[]));

grant select, insert, delete on gebeurtenis_nieuw to leerroute_app;
grant select on gebeurtenis_teller to leerroute_app;
grant update (laatste) on gebeurtenis_teller to leerroute_app;
grant select, insert on gebeurtenis, gebeurtenis_school, abonnement, abonnement_onderwerp, aflevering to leerroute_app;
grant update (url, soorten, geheim_versleuteld, geheim_sleutel_id, staat, reden, tot_positie, controle_pogingen, controle_na, bezig_tot, versie, gewijzigd_op)
  on abonnement to leerroute_app;
grant update (laatste) on abonnement_onderwerp to leerroute_app;
grant update (staat, pogingen, eerste_poging_op, laatste_poging_op, volgende_poging_op, laatste_uitkomst, bezorgd_op, bezig_tot, bezig_door)
  on aflevering to leerroute_app;
