-- Waarom: het overzicht zegt wat er veranderde sinds iemand hier voor het laatst was. Bij het inloggen schuift het moment van de
-- laatste inlog door; de inlog van nu is niet de vorige keer.
alter table account add column vorige_inlog_op timestamptz;
comment on column account.vorige_inlog_op is 'De inlog voor de laatste; leeg = dit is de eerste keer.';
grant update (vorige_inlog_op) on account to leerroute_app;

-- De telling per fase van een school: alleen wie een route heeft.
create index leerlingoverzicht_met_route on leerlingoverzicht (deelnemer_id) include (fase) where leerroute is not null;
