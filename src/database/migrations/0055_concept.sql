-- Waarom: wie een formulier van meer bladzijden invult, raakt niets kwijt als de sessie eindigt of hij morgen verder gaat (S-75). De
-- antwoorden staan hier, niet in het adres of de browser: er kan een persoonsnummer bij zijn. Twee keer versturen heeft een gevolg: de
-- rij draagt daarna het bewijs van ontvangst (S-17).
create table concept (
  concept_id uuid primary key,
  account text not null check (account <> ''),
  soort text not null check (soort ~ '^[a-z-]{1,40}$'),
  inhoud bytea not null,
  sleutel_id text not null,
  gewijzigd_op timestamptz not null,
  verloopt_op timestamptz not null check (verloopt_op > gewijzigd_op),
  verzonden_op timestamptz
);
comment on table concept is 'Antwoorden in een formulier van meer bladzijden, versleuteld; van een account, en na enkele dagen weg.';
comment on column concept.account is 'Interne sleutel van het account dat het invult; niemand anders ziet de rij.';
comment on column concept.inhoud is 'De antwoorden en na het versturen het bewijs van ontvangst (AES-256-GCM, gebonden aan deze rij).';
comment on column concept.verzonden_op is 'Wanneer het verstuurd is; daarna verandert de rij niet meer.';
create index concept_van_account on concept (account, soort);
create index concept_verloopt_op on concept (verloopt_op);

alter table concept enable row level security;
alter table concept force row level security;
create policy eigen on concept
  using (account = (select current_setting('leerroute.actor', true)))
  with check (account = (select current_setting('leerroute.actor', true)));
create policy opruimen_lezen on concept for select using ((select leerroute_is_systeem()));
create policy opruimen on concept for delete using ((select leerroute_is_systeem()));
grant select, insert, update, delete on concept to leerroute_app;
