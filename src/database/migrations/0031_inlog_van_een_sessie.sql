-- Waarom: wie al ingelogd is en opnieuw inlogt, houdt zijn oude sessie niet (S-02). Het antwoord van de makelaar kan als formulier
-- van een andere site komen; dan stuurt de browser het koekje van die sessie niet mee. Daarom staat bij het begin wie het was.
alter table inlogverzoek add column sessie_hash bytea check (octet_length(sessie_hash) = 32);
comment on column inlogverzoek.sessie_hash is 'De sessie die bij het begin open was; zij eindigt als de inlog lukt. Leeg: er was geen.';
create index inlogverzoek_verloopt_op on inlogverzoek (verloopt_op);
