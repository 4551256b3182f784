-- Waarom: wie een bestand wil leveren, controleert het eerst. Het bestand blijft dan even staan, in versleutelde stukken zoals een
-- levering (AES-256-GCM, sleutel buiten de database), zodat dezelfde bytes zonder opnieuw versturen te leveren zijn (3.3.7) en de
-- bladzijde dicht mag. Een werker controleert op de achtergrond; wat hij vindt staat hier ook versleuteld. Alles is na een dag weg.
create table controle (
  controle_id uuid primary key,
  account text not null check (account <> ''),
  rollen jsonb not null,
  doel text not null check (doel in ('controleren', 'vergelijken')),
  bestandsnaam text,
  soort text check (soort in ('NDJSON', 'RO', 'GRONDSLAG', 'OBO', 'TBGI')),
  bytes bigint not null check (bytes >= 0),
  staat text not null check (staat in ('ontvangst', 'wachtend', 'bezig', 'klaar', 'mislukt', 'gestopt')),
  stap text not null default 'vorm' check (stap in ('vorm', 'register')),
  voortgang real not null default 0 check (voortgang between 0 and 1),
  pogingen smallint not null default 0,
  aangeboden_op timestamptz not null,
  begonnen_op timestamptz,
  hartslag_op timestamptz,
  klaar_op timestamptz,
  verloopt_op timestamptz not null check (verloopt_op > aangeboden_op),
  verslag bytea,
  sleutel_id text,
  aanlevering_id uuid references aanlevering,
  check ((verslag is null) = (sleutel_id is null))
);
comment on table controle is 'Een bestand dat iemand liet controleren of vergelijken, met wat er gevonden is; na een dag weg.';
comment on column controle.account is 'Interne sleutel van wie het bestand koos; niemand anders ziet de rij.';
comment on column controle.rollen is 'De rechten van het account toen het bestand kwam; daarmee kijkt de controle in het register.';
comment on column controle.stap is 'vorm: het bestand zelf; register: wat er in het register zou veranderen.';
comment on column controle.voortgang is 'Deel van de stap dat af is, van 0 tot 1.';
comment on column controle.hartslag_op is 'Laatste teken van de werker; wie te lang zwijgt is omgevallen en wordt overgenomen.';
comment on column controle.verslag is 'Aantallen, bevindingen per soort en voorbeelden (AES-256-GCM, gebonden aan deze rij).';
comment on column controle.aanlevering_id is 'De levering van precies deze bytes; hooguit een.';
create index controle_van_account on controle (account, aangeboden_op);
create index controle_open on controle (aangeboden_op) where staat in ('wachtend', 'bezig');
create index controle_verloopt_op on controle (verloopt_op);

create table controle_deel (
  controle_id uuid not null references controle on delete cascade,
  nummer integer not null check (nummer >= 0),
  inhoud bytea not null,
  sleutel_id text not null,
  primary key (controle_id, nummer)
);
comment on table controle_deel is 'Een stuk van een bestand dat gecontroleerd wordt, ingepakt en versleuteld (aad = controle en nummer).';

create table controle_bevinding (
  controle_id uuid not null references controle on delete cascade,
  groep integer not null check (groep >= 0),
  blad integer not null check (blad >= 0),
  inhoud bytea not null,
  sleutel_id text not null,
  primary key (controle_id, groep, blad)
);
comment on table controle_bevinding is 'Een bladzijde bevindingen van een soort, versleuteld (aad = controle, groep en blad).';

alter table controle enable row level security;
alter table controle force row level security;
alter table controle_deel enable row level security;
alter table controle_deel force row level security;
alter table controle_bevinding enable row level security;
alter table controle_bevinding force row level security;

create policy eigen on controle
  using ((select leerroute_is_systeem()) or account = (select current_setting('leerroute.actor', true)))
  with check ((select leerroute_is_systeem()) or account = (select current_setting('leerroute.actor', true)));
create policy eigen on controle_deel
  using ((select leerroute_is_systeem()) or exists (select 1 from controle c where c.controle_id = controle_deel.controle_id))
  with check ((select leerroute_is_systeem()) or exists (select 1 from controle c where c.controle_id = controle_deel.controle_id));
create policy eigen on controle_bevinding
  using ((select leerroute_is_systeem()) or exists (select 1 from controle c where c.controle_id = controle_bevinding.controle_id))
  with check ((select leerroute_is_systeem()) or exists (select 1 from controle c where c.controle_id = controle_bevinding.controle_id));

grant select, insert, delete on controle, controle_deel, controle_bevinding to leerroute_app;
grant update (soort, bytes, staat, stap, voortgang, pogingen, begonnen_op, hartslag_op, klaar_op, verslag, sleutel_id, aanlevering_id) on controle to leerroute_app;
