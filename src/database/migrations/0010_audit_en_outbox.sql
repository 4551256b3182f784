-- Waarom: wie wat deed staat in dezelfde transactie als het gevolg; lukt het ene niet, dan het andere ook niet (P-06).
-- audit_regel kan alleen groeien. De outbox is het werk dat nog moet: signalen opnieuw berekenen, partners berichten.
create table audit_regel (
  audit_id uuid primary key,
  op timestamptz not null,
  actor text not null check (actor <> ''),
  handeling text not null,
  brin text,
  deelnemer_id uuid,
  object_soort text not null,
  object_sleutel text not null,
  gegevens jsonb not null default '{}'
);
comment on table audit_regel is 'Wie deed wat, wanneer en waarop. Alleen toevoegen; nooit een persoonsnummer of naam.';
comment on column audit_regel.actor is 'Interne sleutel van het account of de koppeling.';
comment on column audit_regel.object_sleutel is 'Leesbare sleutel van het object, bijvoorbeeld BRIN en volgnummer; nooit een BSN.';
create index audit_regel_deelnemer on audit_regel (deelnemer_id, op);

create table outbox (
  deelnemer_id uuid not null,
  outbox_id uuid not null,
  soort text not null,
  gegevens jsonb not null default '{}',
  aangemaakt_op timestamptz not null,
  verwerkt_op timestamptz,
  primary key (deelnemer_id, outbox_id)
);
comment on table outbox is 'Werk dat volgt op een wijziging, geschreven in dezelfde transactie.';
comment on column outbox.deelnemer_id is 'Deelnemer die het aangaat; nul-uuid als het over alle deelnemers van een aanbod of afspraak gaat.';
create index outbox_open on outbox (aangemaakt_op, deelnemer_id) where verwerkt_op is null;

alter table audit_regel enable row level security;
alter table audit_regel force row level security;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy lezen on audit_regel for select using ((select leerroute_ziet_alles()) or brin = any ((select leerroute_brins())::text[]));
create policy schrijven on audit_regel for insert with check (
  (select leerroute_is_systeem()) or brin is null or brin = any ((select leerroute_brins())::text[]));
create policy lezen on outbox for select using ((select leerroute_is_systeem()));
create policy schrijven on outbox for insert with check (true);
create policy wijzigen on outbox for update using ((select leerroute_is_systeem()));
grant select, insert on audit_regel, outbox to leerroute_app;
grant update (verwerkt_op) on outbox to leerroute_app;
