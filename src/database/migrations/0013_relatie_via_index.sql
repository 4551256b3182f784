-- Waarom: de leesregels vroegen of er een relatie is met een school, en lieten de regel op deelnemer_school de eigen scholen
-- kiezen. Die regel bevat "of ziet alles", en daarmee kan PostgreSQL de index op brin niet gebruiken: elke lijst las de hele
-- tabel. Met de eigen scholen in de vraag zelf is het een kort stuk van de index. Wat een school ziet verandert niet.
do $$
declare
  relatie constant text := 'exists (select 1 from deelnemer_school s where s.deelnemer_id = %1$I.deelnemer_id and s.brin = any ((select leerroute_brins())::text[])%2$s)';
  alles constant text := '(select leerroute_ziet_alles())';
  eigen constant text := 'brin = any ((select leerroute_brins())::text[])';
  tabel text;
begin
  foreach tabel in array array['deelnemer', 'deelnemer_gegevens', 'leerlingoverzicht'] loop
    execute format('alter policy lezen on %I using (%s or %s)', tabel, alles, format(relatie, tabel, ''));
  end loop;
  foreach tabel in array array['inschrijving_stand', 'bpv_stand', 'diploma_stand', 'afwezigheid', 'verzuimmelding'] loop
    execute format('alter policy lezen on %I using (%s or %s or %s)', tabel, alles, eigen, format(relatie, tabel, ' and s.deelt_keten'));
  end loop;
  foreach tabel in array array['leerrouteplan', 'gezamenlijk_oordeel'] loop
    execute format('alter policy lezen on %I using (%s or %s)', tabel, alles, format(relatie, tabel, ' and s.deelt_keten'));
  end loop;
end
$$;
