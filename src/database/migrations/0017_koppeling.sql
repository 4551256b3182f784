-- Waarom: systemen van scholen melden zich aan met een sleutel, tot er OAuth is (docs/adr/0016). Van de sleutel zelf staat hier
-- alleen een hash: wie de database leest, kan zich er niet mee aanmelden. Intrekken gebeurt door een moment te zetten, zodat
-- te zien blijft wie wanneer toegang had.
create table koppeling (
  koppeling_id uuid primary key,
  naam text not null check (naam <> ''),
  soort text not null check (soort in ('school', 'duo', 'systeem')),
  sleutel_hash bytea not null unique check (length(sleutel_hash) = 32),
  geldig_tot_en_met date not null,
  aangemaakt_op timestamptz not null,
  aangemaakt_door text not null,
  ingetrokken_op timestamptz,
  laatst_gebruikt_op timestamptz
);
comment on table koppeling is 'Een systeem dat zich met een sleutel aanmeldt bij de REST-deur.';
comment on column koppeling.sleutel_hash is 'SHA-256 van een sleutel met 256 bits toeval; de sleutel zelf is nergens bewaard.';
comment on column koppeling.geldig_tot_en_met is 'Laatste dag (in Nederland) waarop de sleutel werkt.';
comment on column koppeling.laatst_gebruikt_op is 'Op een minuut nauwkeurig.';

create table koppeling_rol (
  koppeling_id uuid not null references koppeling,
  rol text not null,
  brin text not null check (brin ~ '^\d{2}[A-Z]{2}$'),
  primary key (koppeling_id, rol, brin)
);
comment on table koppeling_rol is 'Wat een koppeling van een school mag, per BRIN.';

alter table koppeling enable row level security;
alter table koppeling force row level security;
alter table koppeling_rol enable row level security;
alter table koppeling_rol force row level security;
create policy systeem on koppeling using ((select leerroute_is_systeem())) with check ((select leerroute_is_systeem()));
create policy systeem on koppeling_rol using ((select leerroute_is_systeem())) with check ((select leerroute_is_systeem()));
grant select, insert on koppeling, koppeling_rol to leerroute_app;
grant update (ingetrokken_op, laatst_gebruikt_op) on koppeling to leerroute_app;
