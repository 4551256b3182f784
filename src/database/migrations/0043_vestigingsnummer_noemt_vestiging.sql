-- Waarom: een machtiging van eHerkenning kan voor een vestiging gelden (A-13), en noemt dan het nummer van de Kamer van Koophandel. Een
-- school met meer vestigingen heeft meer van die nummers; alleen de school weet welk nummer bij welke vestiging hoort.
alter table organisatie_identificatie add column vestiging text;
alter table organisatie_identificatie add constraint organisatie_identificatie_vestiging_check
  check (vestiging is null or (soort = 'VESTIGINGSNUMMER' and vestiging ~ '^[0-9]{2}[A-Z]{2}[0-9]{2}$'));
comment on column organisatie_identificatie.vestiging is 'Bij een vestigingsnummer: de vestiging (BRIN met twee cijfers). Leeg: niet gezegd, of een andere soort code.';
