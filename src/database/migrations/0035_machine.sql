-- Waarom: een systeem van een leverancier meldt zich aan met OAuth (client credentials) en werkt voor een school zolang die school
-- een mandaat geeft (M-01). Hier staan geen geheimen: alleen openbare sleutels en vingerafdrukken van certificaten.
create table machine_client (
  client_id uuid primary key,
  naam text not null check (naam <> '' and length(naam) <= 200),
  oin text not null check (oin ~ '^[0-9A-Z]{20}$'),
  methode text not null check (methode in ('private_key_jwt', 'tls_client_auth')),
  jwks jsonb,
  jwks_uri text check (jwks_uri ~ '^https://' and length(jwks_uri) <= 2000),
  aangemaakt_op timestamptz not null,
  aangemaakt_door text not null,
  ingetrokken_op timestamptz,
  ingetrokken_door text,
  -- Een manier van aanmelden per client, en dan precies wat daarbij hoort.
  check (case methode when 'private_key_jwt' then (jwks is null) <> (jwks_uri is null) else jwks is null and jwks_uri is null end)
);
comment on table machine_client is 'Een systeem van een leverancier dat tokens mag vragen (M-01, S-26).';
comment on column machine_client.oin is 'OIN van de leverancier: de technische afzender (S-20, S-23).';
comment on column machine_client.jwks is 'Openbare sleutels (JWK Set) voor private_key_jwt; of jwks_uri, nooit beide.';
create index machine_client_oin on machine_client (oin);

create table machine_certificaat (
  client_id uuid not null references machine_client,
  vingerafdruk bytea not null check (octet_length(vingerafdruk) = 32),
  toegevoegd_op timestamptz not null,
  ingetrokken_op timestamptz,
  primary key (client_id, vingerafdruk)
);
comment on table machine_certificaat is 'Certificaten waarmee een client mag verbinden (M-03); een ander certificaat van dezelfde leverancier mag niet.';
comment on column machine_certificaat.vingerafdruk is 'SHA-256 van het certificaat in DER (x5t#S256, RFC 8705).';

create table mandaat (
  mandaat_id uuid primary key,
  leverancier_oin text not null check (leverancier_oin ~ '^[0-9A-Z]{20}$'),
  organisatie_id uuid not null references organisatie,
  scopes text[] not null check (
    cardinality(scopes) > 0
    and scopes <@ array['rio:lezen', 'rio:aanbod:schrijven', 'bron:vo:inschrijven', 'bron:mbo:inschrijven', 'bron:lezen', 'verzuim:melden']),
  geldig_van date not null,
  geldig_tot_en_met date,
  gegeven_op timestamptz not null,
  gegeven_door text not null,
  ingetrokken_op timestamptz,
  ingetrokken_door text,
  laatst_token_op timestamptz,
  check (geldig_tot_en_met is null or geldig_tot_en_met >= geldig_van),
  -- Op elke dag hooguit een mandaat per leverancier en organisatie: dan is er nooit twijfel welke scopes gelden.
  exclude using gist (leverancier_oin with =, organisatie_id with =, daterange(geldig_van, geldig_tot_en_met, '[]') with &&) where (ingetrokken_op is null)
);
comment on table mandaat is 'Een organisatie laat een leverancier namens haar werken: welke scopes en welke dagen (M-01). Gegeven door de beheerder.';
comment on column mandaat.geldig_tot_en_met is 'Laatste dag (in Nederland), inclusief; leeg = tot intrekken.';
comment on column mandaat.laatst_token_op is 'Wanneer er voor het laatst een token op dit mandaat is gegeven.';
create index mandaat_organisatie on mandaat (organisatie_id);

-- Welke scholen een bestuur heeft: gevraagd bij elk verzoek van een machine.
create index organisatie_gezag_bevoegd_gezag on organisatie_gezag (bevoegd_gezag) where vastgelegd_tot is null;

do $$
declare tabel text;
begin
  foreach tabel in array array['machine_client', 'machine_certificaat', 'mandaat'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('alter table %I force row level security', tabel);
    execute format('create policy systeem on %I using ((select leerroute_is_systeem())) with check ((select leerroute_is_systeem()))', tabel);
  end loop;
end
$$;
-- Een beheerder leest de mandaten van de eigen organisatie; schrijven doet het systeem, na mag().
create policy eigen_organisatie on mandaat for select using (organisatie_id = (select leerroute_organisatie()));

grant select, insert on machine_client, machine_certificaat, mandaat to leerroute_app;
grant update (ingetrokken_op, ingetrokken_door) on machine_client to leerroute_app;
grant update (ingetrokken_op) on machine_certificaat to leerroute_app;
grant update (ingetrokken_op, ingetrokken_door, laatst_token_op) on mandaat to leerroute_app;
