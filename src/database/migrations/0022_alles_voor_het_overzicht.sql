-- Waarom: een registratieoverzicht dat gelezen en weer geschreven wordt, moet hetzelfde zeggen. Twee dingen bleven niet staan:
-- in welk veld een nummer stond dat de elfproef niet haalt, en de opleidingcode van het diploma die bij elk onderdeel staat
-- (het diploma zelf hoeft niet in hetzelfde bestand te staan).
alter table deelnemer add column persoonsnummer_stelsel text check (persoonsnummer_stelsel in ('BSN', 'ONR', 'PGN'));
comment on column deelnemer.persoonsnummer_stelsel is 'In welk veld het nummer stond; leeg = vastgelegd voor dit veld bestond, dan volgt het uit persoonsnummer_soort.';

alter table resultaat_stand add column opleidingcode_diploma text;
comment on column resultaat_stand.opleidingcode_diploma is 'Opleidingcode van het diploma waar het onderdeel bij hoort, zoals geleverd.';
