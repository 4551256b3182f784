-- Waarom: voorstellen die twee mensen moeten willen staan op een plaats, in vier_ogen (migratie 0034); ook ontkoppelen en het
-- terugzetten van overstapdatums. Een tweede tabel voor hetzelfde zou twee keer hetzelfde moeten bewaken.
drop table overstapvoorstel;
