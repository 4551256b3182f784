-- Waarom: wie inlogt is een account bij precies een organisatie. Een account kent of eHerkenning of het oude DUO-token; beide
-- hebben dezelfde rollen, zodat een overstap alleen rollen verplaatst. Van het eHerkenning-pseudoniem staat hier alleen een
-- HMAC om op te zoeken en een kort begin om te tonen (P-02): met de database alleen is niemand te volgen.
alter table organisatie drop constraint organisatie_soort_check;
alter table organisatie add constraint organisatie_soort_check check (soort in ('BEVOEGD_GEZAG', 'INSTELLING', 'LEVERANCIER', 'DUO'));
alter table organisatie_identificatie drop constraint organisatie_identificatie_soort_check;
alter table organisatie_identificatie add constraint organisatie_identificatie_soort_check
  check (soort in ('BRIN', 'VESTIGING', 'BESTUURSNUMMER', 'KVK', 'RSIN', 'OIN', 'VESTIGINGSNUMMER'));
alter table organisatie_identificatie drop constraint organisatie_identificatie_check;
alter table organisatie_identificatie add constraint organisatie_identificatie_waarde_check check (
  case soort
    when 'BRIN' then waarde ~ '^[0-9]{2}[A-Z]{2}$'
    when 'VESTIGING' then waarde ~ '^[0-9]{2}[A-Z]{2}[0-9]{2}$'
    when 'BESTUURSNUMMER' then waarde ~ '^[0-9]{5}$'
    when 'KVK' then waarde ~ '^[0-9]{8}$'
    when 'RSIN' then waarde ~ '^[0-9]{9}$'
    when 'OIN' then waarde ~ '^[0-9A-Z]{20}$'
    when 'VESTIGINGSNUMMER' then waarde ~ '^[0-9]{12}$'
  end);

create function leerroute_organisatie() returns uuid
  language sql stable parallel safe
  set search_path = pg_catalog
  as $$ select nullif(current_setting('leerroute.organisatie', true), '')::uuid $$;
comment on function leerroute_organisatie() is 'De organisatie van het account namens wie deze transactie werkt; leeg als er niets is ingesteld.';

create table medewerker (
  medewerker_id uuid primary key,
  organisatie_id uuid not null references organisatie,
  naam text not null check (naam <> '' and length(naam) <= 200),
  aangemaakt_op timestamptz not null,
  uit_dienst_op timestamptz
);
comment on table medewerker is 'Een persoon in dienst van een organisatie; de naam komt van de beheerder, nooit uit eHerkenning (P-04).';
create index medewerker_organisatie on medewerker (organisatie_id);

create table account (
  account_id uuid primary key,
  organisatie_id uuid not null references organisatie,
  medewerker_id uuid references medewerker,
  middel text not null check (middel in ('EHERKENNING', 'DUO_TOKEN')),
  toestand text not null check (
    case middel
      when 'EHERKENNING' then toestand in ('NIEUW', 'ACTIEF', 'GEBLOKKEERD', 'BEEINDIGD')
      else toestand in ('ACTIEF_TOKEN', 'GEBLOKKEERD', 'AFGESLOTEN', 'GEKOPPELD', 'GEKOPPELD_DOOR_BEHEERDER', 'VERVALLEN_ONGEKOPPELD', 'INGETROKKEN', 'ONTKOPPELD')
    end),
  toestand_sinds timestamptz not null,
  aangemaakt_op timestamptz not null,
  laatst_ingelogd_op timestamptz
);
comment on table account is 'Waarmee iemand bij een organisatie binnenkomt: een eHerkenning-account of een oud account met DUO-token.';
comment on column account.medewerker_id is 'Leeg zolang de beheerder nog niet zei van wie een nieuw eHerkenning-account is.';
create index account_organisatie on account (organisatie_id);
create index account_medewerker on account (medewerker_id);

create table eh_account (
  account_id uuid primary key references account,
  acting_sleutel bytea not null check (octet_length(acting_sleutel) = 32),
  acting_kort text not null check (length(acting_kort) <= 8),
  legal_soort text not null check (legal_soort in ('KVK', 'RSIN')),
  legal_waarde text not null,
  intermediair text not null default '' check (intermediair ~ '^([0-9]{8})?$'),
  unique (acting_sleutel, legal_soort, legal_waarde, intermediair)
);
comment on table eh_account is 'Het paar (ActingSubjectID, LegalSubjectID), en de intermediair als die er is: de sleutel van een eHerkenning-account.';
comment on column eh_account.acting_sleutel is 'HMAC-SHA-256 van het ActingSubjectID met een sleutel buiten de database.';
comment on column eh_account.acting_kort is 'Begin van het pseudoniem, alleen om op een scherm accounts te onderscheiden.';

create table account_rol (
  account_rol_id uuid primary key,
  account_id uuid not null references account,
  rol text not null,
  brin text check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  vestiging text check (vestiging ~ '^[0-9]{2}[A-Z]{2}[0-9]{2}$'),
  geldig_van timestamptz not null,
  geldig_voor timestamptz,
  bron text not null check (bron in ('TOEKENNING', 'OVERSTAP', 'DUO', 'BESTUUR')),
  bron_sleutel text not null default '',
  reden text not null default '',
  toegekend_door text not null,
  toegekend_op timestamptz not null,
  ingetrokken_op timestamptz,
  ingetrokken_door text,
  reden_intrekking text,
  check (vestiging is null or left(vestiging, 4) = brin),
  check (geldig_voor is null or geldig_voor > geldig_van)
);
comment on table account_rol is 'Een autorisatie: rol plus kenmerk (K-EH-08), met begin, einde en waar zij vandaan komt.';
comment on column account_rol.brin is 'Leeg bij rollen die niet bij een instelling horen: beheerder (hele organisatie) en de rollen van DUO.';
comment on column account_rol.vestiging is 'Alleen binnen deze vestiging (BRIN met twee cijfers); leeg = de hele instelling.';
comment on column account_rol.geldig_voor is 'Vanaf dit moment geldt de rol niet meer (Z-03); leeg = loopt door.';
comment on column account_rol.bron_sleutel is 'Bij een overstap de account_id van het oude account (T-06).';
create index account_rol_account on account_rol (account_id) where ingetrokken_op is null;

create table inlogverzoek (
  koekje_hash bytea primary key check (octet_length(koekje_hash) = 32),
  kenmerk_hash bytea not null unique check (octet_length(kenmerk_hash) = 32),
  protocol text not null check (protocol in ('OIDC', 'SAML')),
  geheim jsonb not null,
  terug text not null check (terug ~ '^/' and terug !~ '^//' and terug !~ '[\\\r\n\t]'),
  doel text not null check (doel in ('INLOGGEN', 'OPNIEUW')),
  aangemaakt_op timestamptz not null,
  verloopt_op timestamptz not null
);
comment on table inlogverzoek is 'Een begonnen inlog, gebonden aan het koekje van deze browser; wordt bij het antwoord gelezen en gewist in een opdracht (A-01).';

create table gebruikt_bewijs (
  uitgever text not null,
  bewijs_hash bytea not null check (octet_length(bewijs_hash) = 32),
  geldig_tot timestamptz not null,
  primary key (uitgever, bewijs_hash)
);
comment on table gebruikt_bewijs is 'Assertion-ID''s, jti''s en codes die al gebruikt zijn, tot zij verlopen (A-09, M-04). Een tweede invoeging botst.';
create index gebruikt_bewijs_geldig_tot on gebruikt_bewijs (geldig_tot);

create table sessie (
  sessie_hash bytea primary key check (octet_length(sessie_hash) = 32),
  account_id uuid not null references account,
  organisatie_id uuid not null references organisatie,
  middel text not null check (middel in ('EHERKENNING', 'DUO_TOKEN')),
  niveau text check (niveau in ('EH1', 'EH2', 'EH2+', 'EH3', 'EH4')),
  authn_op timestamptz not null,
  vestigingsnummer text,
  intermediair text,
  makelaar text,
  bewijs_hash bytea,
  aangemaakt_op timestamptz not null,
  laatst_gebruikt_op timestamptz not null,
  verloopt_op timestamptz not null
);
comment on table sessie is 'Een open sessie (S-01): het koekje heeft 256 bits toeval, hier staat alleen de hash. Uitloggen wist de rij.';
comment on column sessie.niveau is 'Behaald niveau bij eHerkenning; leeg bij een DUO-token.';
create index sessie_account on sessie (account_id);
create index sessie_verloopt_op on sessie (verloopt_op);

do $$
declare tabel text;
begin
  foreach tabel in array array['medewerker', 'account', 'eh_account', 'account_rol', 'inlogverzoek', 'gebruikt_bewijs', 'sessie'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('alter table %I force row level security', tabel);
    execute format('create policy systeem on %I using ((select leerroute_is_systeem())) with check ((select leerroute_is_systeem()))', tabel);
  end loop;
  -- Een beheerder leest de eigen organisatie; schrijven doet het systeem, na mag().
  foreach tabel in array array['medewerker', 'account', 'sessie'] loop
    execute format('create policy eigen_organisatie on %I for select using (organisatie_id = (select leerroute_organisatie()))', tabel);
  end loop;
  foreach tabel in array array['eh_account', 'account_rol'] loop
    execute format('create policy eigen_organisatie on %1$I for select using (exists (select 1 from account a where a.account_id = %1$I.account_id and a.organisatie_id = (select leerroute_organisatie())))', tabel);
  end loop;
end
$$;

grant select, insert on medewerker, account, eh_account, account_rol to leerroute_app;
grant update (naam, uit_dienst_op) on medewerker to leerroute_app;
grant update (medewerker_id, toestand, toestand_sinds, laatst_ingelogd_op) on account to leerroute_app;
grant update (geldig_voor, ingetrokken_op, ingetrokken_door, reden_intrekking) on account_rol to leerroute_app;
grant select, insert, delete on inlogverzoek, gebruikt_bewijs, sessie to leerroute_app;
grant update (laatst_gebruikt_op) on sessie to leerroute_app;
