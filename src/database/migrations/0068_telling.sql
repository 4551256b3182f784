-- Waarom: een vooruitblik op de bekostiging van een grote school duurt langer dan een bladzijde mag duren. Wie hem vraagt krijgt
-- meteen een bladzijde met de voortgang; de uitkomst blijft staan, zodat een school haar teldata naast elkaar ziet. Er staan alleen
-- aantallen en zinnen in, nooit wie het zijn.
create table telling (
  telling_id uuid primary key,
  brin text not null check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  teldatum date not null,
  aangevraagd_op timestamptz not null,
  aangevraagd_door text not null,
  -- Van 0 tot en met 1; met het moment waarop dat voor het laatst bekend was.
  deel real not null default 0 check (deel between 0 and 1),
  gezien_op timestamptz not null,
  klaar_op timestamptz,
  uitkomst jsonb
);
comment on table telling is 'Gevraagde tellingen van een school op een teldatum, met de uitkomst in aantallen.';
comment on column telling.gezien_op is 'Laatste teken van leven; te lang geleden en niet klaar = onderbroken.';
comment on column telling.uitkomst is 'Aantallen per status en per reden; leeg zolang er geteld wordt of als het misging.';
create index telling_van_school on telling (brin, teldatum, aangevraagd_op desc);

alter table telling enable row level security;
alter table telling force row level security;
create policy lezen on telling for select using ((select leerroute_ziet_alles()) or brin = any ((select leerroute_brins())::text[]));
create policy schrijven on telling for insert with check ((select leerroute_ziet_alles()) or brin = any ((select leerroute_brins())::text[]));
create policy wijzigen on telling for update using ((select leerroute_is_systeem()));
create policy opruimen on telling for delete using ((select leerroute_is_systeem()));
grant select, insert, update (deel, gezien_op, klaar_op, uitkomst), delete on telling to leerroute_app;
