-- Waarom: een signaal is van een school, maar een mens lost het op. Een collega kan het aan een ander van dezelfde school geven. Dat is een
-- regel erbij; wie het nu heeft staat ook bij het signaal zelf, zodat de werklijst erop kan kiezen. Een toewijzing blijft gelden als de
-- feiten veranderen: het werk is dan niet van een ander.
alter table signaal add column toegewezen_aan uuid;
comment on column signaal.toegewezen_aan is 'Account dat het signaal oplost; volgt uit de laatste signaaltoewijzing, leeg = niemand.';
grant update (toegewezen_aan) on signaal to leerroute_app;

create table signaaltoewijzing (
  deelnemer_id uuid not null references deelnemer,
  toewijzing_id uuid not null,
  signaal_id uuid not null,
  brin text not null,
  aan uuid,
  actor text not null check (actor <> ''),
  op timestamptz not null,
  primary key (deelnemer_id, toewijzing_id),
  foreign key (deelnemer_id, signaal_id) references signaal
);
comment on table signaaltoewijzing is 'Wie een signaal wanneer aan wie gaf; alleen toevoegen.';
comment on column signaaltoewijzing.aan is 'Account van een medewerker van dezelfde school; leeg = weer van niemand.';
comment on column signaaltoewijzing.actor is 'Interne sleutel van het account of de koppeling die het gaf.';
create index signaaltoewijzing_signaal on signaaltoewijzing (deelnemer_id, signaal_id, op);

alter table signaaltoewijzing enable row level security;
alter table signaaltoewijzing force row level security;
create policy lezen on signaaltoewijzing for select using (
  (select leerroute_ziet_alles()) or brin = any ((select leerroute_brins())::text[]));
create policy schrijven on signaaltoewijzing for insert with check (
  (select leerroute_is_systeem()) or brin = any ((select leerroute_brins())::text[]));
create policy vestiging on signaaltoewijzing as restrictive for select using ((select leerroute_vestigingen()) is null or (select leerroute_ziet_alles())
  or exists (select 1 from deelnemer_school s where s.deelnemer_id = signaaltoewijzing.deelnemer_id and s.brin = any ((select leerroute_brins())::text[])));
grant select, insert on signaaltoewijzing to leerroute_app;

-- De werklijst toont per regel de oudste signalen eerst, van een school of van alle scholen; ook bij een miljoen signalen is dat een
-- stukje index. Gesloten signalen zijn een eigen keuze, de laatste eerst.
create index signaal_groep on signaal (brin, code, eerste_dag, signaal_id) where gesloten_op is null;
create index signaal_groep_alle on signaal (code, eerste_dag, signaal_id) where gesloten_op is null;
create index signaal_gesloten on signaal (brin, code, gesloten_op desc, signaal_id) where gesloten_op is not null;
create index signaal_gesloten_alle on signaal (code, gesloten_op desc, signaal_id) where gesloten_op is not null;
