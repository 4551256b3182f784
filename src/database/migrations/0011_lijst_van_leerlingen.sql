-- Waarom: de lijst van leerlingen bladert op naam, ook bij honderdduizend leerlingen en met row-level security aan. Een
-- uitdrukking als lower(naam) is voor PostgreSQL niet lekvrij en mag onder row-level security niet in de index worden
-- opgezocht; een gewone kolom wel. Daarom staat de naam om op te zoeken en te sorteren apart.
alter table deelnemer_gegevens add column zoeknaam text not null default '';
comment on column deelnemer_gegevens.zoeknaam is 'De naam in kleine letters zonder accenten, om op te zoeken en te sorteren; leeg zonder naam.';
create index deelnemer_gegevens_zoeknaam on deelnemer_gegevens (zoeknaam, deelnemer_id) where vastgelegd_tot is null;

-- De telling per school en code is een index-only scan; deelnemers van een school idem (deelnemer_school_brin).
create index signaal_code on signaal (code, deelnemer_id) where gesloten_op is null;
