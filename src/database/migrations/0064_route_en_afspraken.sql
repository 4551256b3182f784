-- Waarom: scholen vergelijken hun routes per opleiding, niet alleen per kenmerk: bij een aanbod hoort welk profiel het is, en als die er
-- al is de kwalificatie (K-DLR-07, P6 van keten.md 11). En een overeenkomst die alleen in het hoofd van een collega zit, verdwijnt met
-- hem (P9): zij krijgt een eigenaar en een dag om er weer naar te kijken, per bestuur, en de overstapoptie die beide beloofden (K-SOK-04).
alter table rio_aangeboden_opleiding add column profiel text check (profiel <> '');
alter table rio_aangeboden_opleiding add column opleidingcode text check (opleidingcode ~ '^[0-9]{5}$');
alter table rio_aangeboden_opleiding add column niveau text check (niveau in ('MBO-1', 'MBO-2', 'MBO-3', 'MBO-4'));
comment on column rio_aangeboden_opleiding.profiel is 'Het profiel van het vmbo of het domein van het mbo, zoals de school het noemt.';
comment on column rio_aangeboden_opleiding.opleidingcode is 'Crebo van de kwalificatie; leeg = op domein, nog geen kwalificatie (K-DLR-07).';
comment on column rio_aangeboden_opleiding.niveau is 'Niveau waar de route naartoe gaat; leeg = nog niet gekozen.';
-- Welke scholen een onderwijsaanbieder als partner noemen.
create index rio_aangeboden_opleiding_partner_code on rio_aangeboden_opleiding_partner (onderwijsaanbieder);

alter table samenwerkingsovereenkomst add column overstapoptie text check (overstapoptie <> '');
comment on column samenwerkingsovereenkomst.overstapoptie is 'Hoe een leerling die stopt of wisselt toch een diploma haalt (K-SOK-04).';
alter table interne_regeling add column overstapoptie text check (overstapoptie <> '');
comment on column interne_regeling.overstapoptie is 'Hoe een leerling die stopt of wisselt toch een diploma haalt (K-SOK-04).';

create table afspraakbeheer (
  beheer_id uuid primary key,
  bevoegd_gezag text not null check (bevoegd_gezag ~ '^[0-9]{5}$'),
  afspraak text not null check (afspraak <> ''),
  eigenaar uuid references medewerker,
  kijk_opnieuw_op date,
  inhoud_hash bytea not null,
  vastgelegd_van timestamptz not null,
  vastgelegd_tot timestamptz,
  check (vastgelegd_tot is null or vastgelegd_tot >= vastgelegd_van)
);
comment on table afspraakbeheer is 'Wie bij een bestuur over een overeenkomst of interne regeling gaat, en wanneer er weer naar gekeken wordt. Van dat bestuur alleen.';
comment on column afspraakbeheer.afspraak is 'Kenmerk van de overeenkomst; bij een interne regeling het bestuursnummer, een streepje en de eerste dag.';
comment on column afspraakbeheer.eigenaar is 'De collega die erover gaat; blijft staan als hij uit dienst gaat.';
comment on column afspraakbeheer.kijk_opnieuw_op is 'De dag waarop het bestuur weer naar de afspraak kijkt.';
create unique index afspraakbeheer_open on afspraakbeheer (bevoegd_gezag, afspraak) where vastgelegd_tot is null;
alter table afspraakbeheer enable row level security;
alter table afspraakbeheer force row level security;

create policy lezen on afspraakbeheer for select using ((select leerroute_is_systeem()) or bevoegd_gezag in (
  select g.bevoegd_gezag from organisatie_gezag g where g.brin = any ((select leerroute_brins())::text[]) and g.vastgelegd_tot is null));
create policy schrijven on afspraakbeheer for insert with check ((select leerroute_is_systeem()));
create policy wijzigen on afspraakbeheer for update using ((select leerroute_is_systeem()));
grant select, insert on afspraakbeheer to leerroute_app;
grant update (vastgelegd_tot) on afspraakbeheer to leerroute_app;
