-- Waarom: een bestand met honderdduizenden regels gaat met COPY naar tijdelijke tabellen (zonder WAL, weg na de transactie,
-- niet te zien voor anderen) en van daar set-gewijs naar het register. Daarvoor heeft de rol het recht TEMPORARY nodig; op
-- een strenge server heeft niet iedereen dat vanzelf.
do $$
begin
  execute format('grant temporary on database %I to leerroute_app', current_database());
end
$$;
