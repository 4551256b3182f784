-- Waarom: rollen worden niet alleen gegeven en ingetrokken (0030), maar ook van tijd tot tijd nagekeken. Wat een school of DUO
-- schaadt als een persoon zich vergist of kwaad wil, vraagt een tweede persoon. En een eerste beheerder komt van een formulier
-- van het bestuur, nooit uit het niets.
create table rolbeoordeling (
  beoordeling_id uuid primary key,
  account_rol_id uuid not null references account_rol,
  organisatie_id uuid not null references organisatie,
  oordeel text not null check (oordeel in ('BLIJFT', 'INTREKKEN')),
  beoordeeld_door text not null,
  beoordeeld_op timestamptz not null
);
comment on table rolbeoordeling is 'Dat een beheerder naging of een rol nog nodig is (BIO2, toegangsrechten nakijken), met het oordeel.';
create index rolbeoordeling_rol on rolbeoordeling (account_rol_id, beoordeeld_op);

create table vier_ogen (
  voorstel_id uuid primary key,
  soort text not null check (soort <> ''),
  organisatie_id uuid not null references organisatie,
  kant text not null check (kant in ('ORGANISATIE', 'DUO')),
  sleutel text not null,
  inhoud jsonb not null,
  reden text not null check (reden <> '' and length(reden) <= 500),
  voorgesteld_door text not null check (voorgesteld_door <> ''),
  voorgesteld_op timestamptz not null,
  verloopt_op timestamptz not null check (verloopt_op > voorgesteld_op),
  besluit text check (besluit in ('BEVESTIGD', 'AFGEWEZEN', 'VERLOPEN')),
  besloten_door text,
  besloten_op timestamptz,
  check ((besluit is null) = (besloten_op is null)),
  check (besluit is null or besluit = 'VERLOPEN' or besloten_door is not null),
  check (besluit is distinct from 'BEVESTIGD' or besloten_door <> voorgesteld_door)
);
comment on table vier_ogen is 'Een voorstel dat pas gebeurt als een tweede persoon van dezelfde kant het bevestigt.';
comment on column vier_ogen.sleutel is 'Waar het voorstel over gaat, bijvoorbeeld een account_id; per soort is er hooguit een open voorstel.';
comment on column vier_ogen.inhoud is 'Wat er gebeurt na bevestiging; nooit een persoonsnummer of pseudoniem.';
create unique index vier_ogen_open on vier_ogen (soort, sleutel) where besluit is null;
create index vier_ogen_organisatie on vier_ogen (organisatie_id) where besluit is null;

create table aanstelling (
  aanstelling_id uuid primary key,
  organisatie_id uuid not null references organisatie,
  account_id uuid not null references account,
  formulier_kenmerk text not null check (formulier_kenmerk <> '' and length(formulier_kenmerk) <= 60),
  ondertekend_op date not null,
  ondertekend_door text not null check (ondertekend_door <> '' and length(ondertekend_door) <= 200),
  aangesteld_door text not null,
  bevestigd_door text not null,
  aangesteld_op timestamptz not null,
  check (aangesteld_door <> bevestigd_door),
  unique (formulier_kenmerk)
);
comment on table aanstelling is 'De eerste beheerder van een organisatie, aangesteld door twee behandelaars van DUO op een formulier van het bestuur (T-18).';
comment on column aanstelling.ondertekend_door is 'Naam van de bestuurder die het formulier tekende.';
create index aanstelling_organisatie on aanstelling (organisatie_id);

create table overstap_herinnering (
  herinnering_id uuid primary key,
  account_id uuid not null references account,
  organisatie_id uuid not null references organisatie,
  herinnerd_door text not null,
  herinnerd_op timestamptz not null
);
comment on table overstap_herinnering is 'Dat een beheerder een collega herinnerde aan de overstap naar eHerkenning. Het register verstuurt zelf niets.';
create index overstap_herinnering_account on overstap_herinnering (account_id, herinnerd_op);

do $$
declare tabel text;
begin
  foreach tabel in array array['rolbeoordeling', 'vier_ogen', 'aanstelling', 'overstap_herinnering'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('alter table %I force row level security', tabel);
    execute format('create policy systeem on %I using ((select leerroute_is_systeem())) with check ((select leerroute_is_systeem()))', tabel);
  end loop;
  foreach tabel in array array['rolbeoordeling', 'aanstelling', 'overstap_herinnering'] loop
    execute format('create policy eigen_organisatie on %I for select using (organisatie_id = (select leerroute_organisatie()))', tabel);
  end loop;
end
$$;
-- Wat DUO zelf nog moet bevestigen, ziet een school niet.
create policy eigen_organisatie on vier_ogen for select using (kant = 'ORGANISATIE' and organisatie_id = (select leerroute_organisatie()));

grant select, insert on rolbeoordeling, vier_ogen, aanstelling, overstap_herinnering to leerroute_app;
grant update (besluit, besloten_door, besloten_op) on vier_ogen to leerroute_app;
