-- Waarom: een school die een inschrijving leverde voor een BSN dat zij kende, overschreef naam, geslacht en geboortedatum voor
-- iedereen, en zag wat de andere school had geleverd. Nu zet de eerste levering de gedeelde gegevens; een andere school verandert die
-- pas als nergens anders een inschrijving loopt. Tot dan houdt zij haar eigen versie, die alleen zij ziet (docs/adr/0028).
alter table deelnemer_gegevens add column brin text check (brin ~ '^[0-9]{2}[A-Z]{2}$');
alter table deelnemer_gegevens add column geleverd_door text;
comment on column deelnemer_gegevens.brin is 'Leeg = de gedeelde gegevens, waarmee de regels rekenen; anders de versie die alleen deze school ziet.';
comment on column deelnemer_gegevens.geleverd_door is 'BRIN van de school die deze gegevens leverde; leeg = DUO of het systeem, of van voor dit veld.';
drop index deelnemer_gegevens_open;
create unique index deelnemer_gegevens_open on deelnemer_gegevens (deelnemer_id, brin) nulls not distinct where vastgelegd_tot is null;

alter table deelnemer_school add column eigen_gegevens boolean not null default false;
comment on column deelnemer_school.eigen_gegevens is 'Waar als de school een eigen versie van de persoonsgegevens heeft; dan ziet zij die in plaats van de gedeelde.';
grant update (eigen_gegevens) on deelnemer_school to leerroute_app;

-- Wie alles ziet, ziet de gedeelde gegevens. Een school ziet precies een open rij, ook met meer dan een BRIN: de gedeelde als een van
-- haar scholen geen eigen versie heeft, en anders de versie van de eerste.
alter policy lezen on deelnemer_gegevens using (case when (select leerroute_ziet_alles()) then brin is null
  when brin is null then exists (select 1 from deelnemer_school s where s.deelnemer_id = deelnemer_gegevens.deelnemer_id
    and s.brin = any ((select leerroute_brins())::text[]) and not s.eigen_gegevens)
  else brin = any ((select leerroute_brins())::text[])
    and exists (select 1 from deelnemer_school s where s.deelnemer_id = deelnemer_gegevens.deelnemer_id and s.brin = deelnemer_gegevens.brin and s.eigen_gegevens)
    and not exists (select 1 from deelnemer_school s where s.deelnemer_id = deelnemer_gegevens.deelnemer_id
      and s.brin = any ((select leerroute_brins())::text[]) and (not s.eigen_gegevens or s.brin < deelnemer_gegevens.brin)) end);
alter policy schrijven on deelnemer_gegevens with check ((select leerroute_is_systeem()) or brin = any ((select leerroute_brins())::text[]));
alter policy wijzigen on deelnemer_gegevens using ((select leerroute_is_systeem()) or brin = any ((select leerroute_brins())::text[]));
