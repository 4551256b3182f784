-- Waarom: wie in de audit een regel verandert, wist, verplaatst of ertussen zet, moet gezien worden. Elke nieuwe regel hoort bij een
-- stroom, heeft daarin een volgnummer zonder gaten, en een SHA-256 over de vorige hash en de canonieke JSON van de regel. Meer stromen
-- naast elkaar, zodat schrijvers niet op elkaar wachten: een schrijver neemt een vrije stroom. Het ondertekende controlepunt buiten de
-- database (docs/beheer/logboek.md) bewijst dat ook de staart er nog is. Daarnaast het logboek van verwerkingen (Logboek
-- Dataverwerkingen): een regel per betrokkene, zonder wie het deed; dat staat in de audit, met dezelfde trace_id.
alter table audit_regel
  add column trace_id uuid,
  add column operation_id bytea check (octet_length(operation_id) = 8),
  add column stroom smallint,
  add column volgnummer bigint check (volgnummer > 0),
  add column hash bytea check (octet_length(hash) = 32);
comment on column audit_regel.trace_id is 'Trace van het verzoek: dezelfde als in verwerking_regel en in het technische logboek.';
comment on column audit_regel.hash is 'SHA-256 over de hash van de vorige regel in deze stroom en de canonieke JSON (RFC 8785) van deze regel.';
-- Niet geldig verklaard voor wat er al stond: die regels zijn van voor de keten. Voor elke nieuwe regel geldt het wel.
alter table audit_regel add constraint audit_regel_geketend
  check (stroom is not null and volgnummer is not null and hash is not null and trace_id is not null and operation_id is not null) not valid;
create unique index audit_regel_keten on audit_regel (stroom, volgnummer);
create index audit_regel_trace on audit_regel (trace_id);

create table audit_kop (
  stroom smallint primary key,
  laatste bigint not null default 0,
  hash bytea not null check (octet_length(hash) = 32)
) with (fillfactor = 10);
comment on table audit_kop is 'De laatste regel van elke stroom van de audit. Een schrijver houdt een vrije stroom vast tot zijn commit.';
insert into audit_kop (stroom, hash) select n, sha256(convert_to('leerroute/audit/' || n, 'UTF8')) from generate_series(0, 63) n;

create table audit_begin (
  enige boolean primary key default true check (enige),
  aantal bigint not null,
  vingerafdruk bytea not null,
  op timestamptz not null default clock_timestamp()
);
comment on table audit_begin is 'Hoeveel regels er in de audit stonden voordat de keten begon, met een vingerafdruk over alle: ook daar kan niets meer ongezien af.';
insert into audit_begin (aantal, vingerafdruk)
  select count(*), sha256(convert_to(coalesce(string_agg(md5(concat_ws('|', audit_id, extract(epoch from op), actor, handeling, brin, deelnemer_id, object_soort, object_sleutel, gegevens)), '' order by audit_id), ''), 'UTF8'))
  from audit_regel;

create table verwerking_regel (
  regel_id bigint generated always as identity primary key,
  trace_id uuid not null,
  operation_id bytea not null check (octet_length(operation_id) = 8),
  ouder_id bytea check (octet_length(ouder_id) = 8),
  status text not null check (status in ('OK', 'ERROR')),
  naam text not null,
  begin_op timestamptz not null,
  eind_op timestamptz not null check (eind_op >= begin_op),
  activiteit text not null check (activiteit ~ '^[a-z-]+:[0-9]+$'),
  betrokkene bytea check (octet_length(betrokkene) = 32),
  betrokkene_sleutel text,
  check ((betrokkene is null) = (betrokkene_sleutel is null))
);
comment on table verwerking_regel is 'Logboek Dataverwerkingen: een regel per verwerking en betrokkene (S-30). Alleen toevoegen; geen gebruiker, geen inhoud, geen nummer.';
comment on column verwerking_regel.activiteit is 'Naam en versie uit het register van verwerkingsactiviteiten (regels/verwerkingen).';
comment on column verwerking_regel.betrokkene is 'HMAC-SHA-256 van de deelnemer met een sleutel buiten de database (S-92); leeg als er geen betrokkene gevonden is.';
create index verwerking_regel_betrokkene on verwerking_regel (betrokkene) where betrokkene is not null;
create index verwerking_regel_eind_op on verwerking_regel using brin (eind_op);

create table logboekpositie (
  ontvanger text primary key,
  tot_regel bigint not null,
  gewijzigd_op timestamptz not null
);
comment on table logboekpositie is 'Tot en met welke verwerkingsregel een ontvanger buiten Leerroute alles bevestigde (S-36).';

do $$
declare tabel text;
begin
  foreach tabel in array array['audit_kop', 'audit_begin', 'verwerking_regel', 'logboekpositie'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('alter table %I force row level security', tabel);
  end loop;
end
$$;
create policy iedereen on audit_kop using (true) with check (true);
create policy systeem on audit_begin for select using ((select leerroute_is_systeem()));
create policy lezen on verwerking_regel for select using ((select leerroute_is_systeem()));
create policy schrijven on verwerking_regel for insert with check (true);
create policy systeem on logboekpositie using ((select leerroute_is_systeem())) with check ((select leerroute_is_systeem()));

grant select on audit_kop, audit_begin to leerroute_app;
grant update (laatste, hash) on audit_kop to leerroute_app;
grant select, insert on verwerking_regel to leerroute_app;
grant select on sequence verwerking_regel_regel_id_seq to leerroute_app;
grant select, insert on logboekpositie to leerroute_app;
grant update (tot_regel, gewijzigd_op) on logboekpositie to leerroute_app;
