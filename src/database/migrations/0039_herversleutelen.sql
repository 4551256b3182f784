-- Waarom: een versleutelsleutel wisselen is pas klaar als geen nummer meer met de oude versleuteld is. Alleen het systeem mag een nummer
-- opnieuw versleutelen; aan welke persoon het hoort (de opzoeksleutel) verandert daar niet door en is niet te wijzigen.
grant update (persoonsnummer_versleuteld, persoonsnummer_sleutel_id) on deelnemer to leerroute_app;
create policy herversleutelen on deelnemer for update using ((select leerroute_is_systeem())) with check ((select leerroute_is_systeem()));
create index deelnemer_sleutel_id on deelnemer (persoonsnummer_sleutel_id);
