-- Waarom: een medewerker verlaat het DUO-token en gaat verder met eHerkenning. Wat alleen het oude middel heeft staat apart van
-- het account: na de overstap zijn wachtwoord en geheim gewist en kan niemand ze nog terugzetten (T-14, T-31). Dat een oud account
-- aan hooguit een eHerkenning-account hangt, is de sleutel van de tabel en niet alleen een controle in de code (T-05).
create table token_account (
  account_id uuid primary key references account,
  gebruikersnaam text not null unique check (gebruikersnaam = lower(gebruikersnaam) and length(gebruikersnaam) between 1 and 100),
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  wachtwoord_hash text check (wachtwoord_hash like '$argon2id$%'),
  geheim bytea,
  geheim_sleutel_id text,
  laatste_stap bigint,
  fouten_tellen_vanaf timestamptz,
  check ((wachtwoord_hash is null) = (geheim is null) and (geheim is null) = (geheim_sleutel_id is null))
);
comment on table token_account is 'Het oude middel van een account: gebruikersnaam, wachtwoord en codegenerator (DUO-token).';
comment on column token_account.brin is 'De instelling waarvoor het account gemaakt is; bepaalt de overstapdatums.';
comment on column token_account.wachtwoord_hash is 'Argon2id; leeg zodra het middel vervallen is.';
comment on column token_account.geheim is 'Het geheim van de codegenerator, versleuteld en gebonden aan dit account; leeg zodra het middel vervallen is.';
comment on column token_account.laatste_stap is 'De laatste tijdstap waarvan de code gebruikt is: een code werkt niet twee keer.';
comment on column token_account.fouten_tellen_vanaf is 'Fouten van voor dit moment tellen niet meer: de beheerder heeft het account gedeblokkeerd.';
create index token_account_brin on token_account (brin);

create table instelling_overstap (
  brin text primary key check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  open_van date,
  token_tot_en_met date,
  coulance_tot_en_met date,
  uitnodiging_vervangt_bewijs boolean not null default false,
  gewijzigd_op timestamptz not null,
  gewijzigd_door text not null,
  check (token_tot_en_met is null or (open_van is not null and token_tot_en_met >= open_van)),
  check (coulance_tot_en_met is null or (token_tot_en_met is not null and coulance_tot_en_met >= token_tot_en_met))
);
comment on table instelling_overstap is 'De overstap van een instelling; DUO stelt de dagen in. Zonder dagen is zij in voorbereiding.';
comment on column instelling_overstap.open_van is 'Eerste dag waarop koppelen kan en eHerkenning rollen geeft (T-19).';
comment on column instelling_overstap.token_tot_en_met is 'Laatste dag waarop het token werkt; de dag erna om 00:00 in Nederland niet meer (T-20).';
comment on column instelling_overstap.coulance_tot_en_met is 'Laatste dag waarop een afgesloten account nog te koppelen is; leeg = geen coulance.';
comment on column instelling_overstap.uitnodiging_vervangt_bewijs is 'De instelling koos dat een uitnodiging in plaats van het oude middel mag (T-15).';

create table uitnodiging (
  uitnodiging_id uuid primary key,
  code_hash bytea not null unique check (octet_length(code_hash) = 32),
  organisatie_id uuid not null references organisatie,
  oud_account_id uuid not null references account,
  uitgenodigd_door text not null,
  uitgenodigd_op timestamptz not null,
  verloopt_op timestamptz not null,
  gebruikt_op timestamptz,
  gebruikt_door uuid references account,
  ingetrokken_op timestamptz,
  check ((gebruikt_op is null) = (gebruikt_door is null))
);
comment on table uitnodiging is 'Een eenmalige code waarmee een genodigde een oud account koppelt (T-15). Van de code staat hier alleen de hash.';
create unique index uitnodiging_open on uitnodiging (oud_account_id) where gebruikt_op is null and ingetrokken_op is null;

create table koppelpoging (
  koppelpoging_id uuid primary key,
  sessie_hash bytea not null check (octet_length(sessie_hash) = 32),
  eh_account_id uuid not null references account,
  gestart_op timestamptz not null,
  verloopt_op timestamptz not null,
  oud_account_id uuid references account,
  uitnodiging_id uuid references uitnodiging,
  bewezen_op timestamptz,
  mislukt int not null default 0 check (mislukt >= 0),
  einde text check (einde in ('GEKOPPELD', 'GEANNULEERD', 'VERLOPEN', 'MISLUKT', 'VERVANGEN', 'GEWEIGERD')),
  geeindigd_op timestamptz,
  check ((oud_account_id is null) = (bewezen_op is null)),
  check ((einde is null) = (geeindigd_op is null))
);
comment on table koppelpoging is 'Een begonnen koppeling in een sessie met eHerkenning (KOPPELING_GESTART): bewijs, daarna bevestigen.';
comment on column koppelpoging.oud_account_id is 'Pas bekend als het bewijs geslaagd is; tot die tijd staat nergens welk account bedoeld is.';
create unique index koppelpoging_sessie on koppelpoging (sessie_hash) where einde is null;

create table overstapkoppeling (
  oud_account_id uuid primary key references account,
  eh_account_id uuid not null references account,
  wijze text not null check (wijze in ('ZELF', 'UITNODIGING', 'HERTOEKENING')),
  koppelpoging_id uuid unique references koppelpoging,
  gekoppeld_op timestamptz not null,
  gekoppeld_door text not null,
  ontkoppeld_op timestamptz,
  ontkoppeld_door text,
  reden_ontkoppeling text,
  check (oud_account_id <> eh_account_id)
);
comment on table overstapkoppeling is 'Welk oud account over is naar welk eHerkenning-account. Een oud account staat hier hooguit een keer, ook na ontkoppelen (T-05).';
create index overstapkoppeling_eh on overstapkoppeling (eh_account_id);

create table bewijspoging (
  poging_id uuid primary key,
  naam_sleutel bytea not null check (octet_length(naam_sleutel) = 32),
  doel text not null check (doel in ('INLOGGEN', 'KOPPELEN')),
  oud_account_id uuid,
  eh_account_id uuid,
  organisatie_id uuid,
  op timestamptz not null,
  gelukt boolean not null default false
);
comment on table bewijspoging is 'Pogingen met het oude middel, ook met namen die niet bestaan: daarop rusten de grenzen van T-12. Na 30 dagen weg.';
comment on column bewijspoging.naam_sleutel is 'HMAC van de getypte gebruikersnaam: zo telt een onbekende naam even hard als een bekende (T-13).';
create index bewijspoging_naam on bewijspoging (naam_sleutel, op);
create index bewijspoging_eh on bewijspoging (eh_account_id, op) where eh_account_id is not null;
create index bewijspoging_organisatie on bewijspoging (organisatie_id, op) where organisatie_id is not null;
create index bewijspoging_op on bewijspoging (op);

create table overstapvoorstel (
  voorstel_id uuid primary key,
  soort text not null check (soort in ('ONTKOPPELEN', 'DATUMS')),
  organisatie_id uuid references organisatie,
  account_id uuid references account,
  brin text check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  gegevens jsonb not null default '{}',
  reden text not null check (reden <> ''),
  voorgesteld_door text not null,
  voorgesteld_op timestamptz not null,
  verloopt_op timestamptz not null,
  besluit text check (besluit in ('BEVESTIGD', 'AFGEWEZEN')),
  besloten_door text,
  besloten_op timestamptz,
  check ((soort = 'ONTKOPPELEN') = (account_id is not null) and (soort = 'DATUMS') = (brin is not null)),
  check ((besluit is null) = (besloten_op is null) and (besluit is null) = (besloten_door is null)),
  check (besluit is distinct from 'BEVESTIGD' or besloten_door <> voorgesteld_door)
);
comment on table overstapvoorstel is 'Wat twee mensen moeten willen: ontkoppelen, en overstapdatums terugzetten. De tweede is een ander dan de eerste.';
create unique index overstapvoorstel_ontkoppelen on overstapvoorstel (account_id) where besluit is null and soort = 'ONTKOPPELEN';
create unique index overstapvoorstel_datums on overstapvoorstel (brin) where besluit is null and soort = 'DATUMS';

create table beheerdermelding (
  melding_id uuid primary key,
  organisatie_id uuid not null references organisatie,
  soort text not null check (soort in ('GEKOPPELD', 'GEKOPPELD_DOOR_ANDER', 'GEKOPPELD_DOOR_BEHEERDER', 'GEBLOKKEERD', 'ONTKOPPELD', 'INGETROKKEN')),
  account_id uuid not null references account,
  op timestamptz not null,
  gezien_op timestamptz,
  gezien_door text
);
comment on table beheerdermelding is 'Bericht aan de beheerders van een organisatie over de overstap van een account (T-11).';
create index beheerdermelding_organisatie on beheerdermelding (organisatie_id, op);

do $$
declare tabel text;
begin
  foreach tabel in array array['token_account', 'instelling_overstap', 'uitnodiging', 'koppelpoging', 'overstapkoppeling', 'bewijspoging', 'overstapvoorstel', 'beheerdermelding'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('alter table %I force row level security', tabel);
    execute format('create policy systeem on %I using ((select leerroute_is_systeem())) with check ((select leerroute_is_systeem()))', tabel);
  end loop;
end
$$;

grant select, insert on token_account, instelling_overstap, uitnodiging, koppelpoging, overstapkoppeling, bewijspoging, overstapvoorstel, beheerdermelding to leerroute_app;
grant update (wachtwoord_hash, geheim, geheim_sleutel_id, laatste_stap, fouten_tellen_vanaf) on token_account to leerroute_app;
grant update (open_van, token_tot_en_met, coulance_tot_en_met, uitnodiging_vervangt_bewijs, gewijzigd_op, gewijzigd_door) on instelling_overstap to leerroute_app;
grant update (gebruikt_op, gebruikt_door, ingetrokken_op) on uitnodiging to leerroute_app;
grant update (oud_account_id, uitnodiging_id, bewezen_op, mislukt, einde, geeindigd_op) on koppelpoging to leerroute_app;
grant update (ontkoppeld_op, ontkoppeld_door, reden_ontkoppeling) on overstapkoppeling to leerroute_app;
grant update (gelukt) on bewijspoging to leerroute_app;
grant delete on bewijspoging to leerroute_app;
grant update (besluit, besloten_door, besloten_op) on overstapvoorstel to leerroute_app;
grant update (gezien_op, gezien_door) on beheerdermelding to leerroute_app;
