-- Waarom: wie een route zoekt, wil weten in welke plaats dat is en wie hij belt. RIO kent beide: de plaats bij de onderwijslocatie
-- (spec rio.md 3, opvragen_onderwijslocatie) en contactgegevens bij de onderwijsaanbieder (N04810). Het zijn gegevens van een school,
-- niet van een mens: het nummer is dat van de receptie of de verzuimcoördinator. De tabel is al openbaar om te lezen.
alter table onderwijsaanbieder add column plaats text check (plaats <> '');
alter table onderwijsaanbieder add column telefoon text check (telefoon ~ '^[+0-9][0-9 -]{5,19}$');
comment on column onderwijsaanbieder.plaats is 'Plaats waar het onderwijs is; leeg = niet bekend.';
comment on column onderwijsaanbieder.telefoon is 'Openbaar nummer van de school voor leerlingen en ouders; leeg = niet bekend.';
