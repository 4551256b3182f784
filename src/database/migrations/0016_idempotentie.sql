-- Waarom: een systeem dat geen antwoord kreeg, verstuurt hetzelfde verzoek opnieuw. Met dezelfde Idempotency-Key krijgt het dan
-- het eerste antwoord, en gebeurt er niets een tweede keer (S-17). De rij staat in dezelfde transactie als het gevolg: er is nooit
-- een gevolg zonder bewaard antwoord. Van sleutel en inhoud staat hier alleen een HMAC: beide kunnen een persoonsnummer bevatten.
create table idempotentie (
  aanroeper text not null check (aanroeper <> ''),
  sleutel_hash bytea not null check (length(sleutel_hash) = 32),
  inhoud_hash bytea not null check (length(inhoud_hash) = 32),
  operatie text not null,
  status smallint not null check (status between 200 and 299),
  koppen jsonb not null,
  inhoud text,
  aangemaakt_op timestamptz not null,
  primary key (aanroeper, sleutel_hash)
);
comment on table idempotentie is 'Het eerste antwoord op een verzoek met een Idempotency-Key; 30 dagen bewaard, nooit met een persoonsnummer.';
comment on column idempotentie.aanroeper is 'Interne sleutel van het account of de koppeling; een sleutel geldt per aanroeper.';
comment on column idempotentie.sleutel_hash is 'HMAC-SHA-256 van de Idempotency-Key.';
comment on column idempotentie.inhoud_hash is 'HMAC-SHA-256 van methode, adres en inhoud van het eerste verzoek.';
comment on column idempotentie.inhoud is 'De inhoud van het antwoord zoals verstuurd; null als er geen was.';
create index idempotentie_oud on idempotentie (aangemaakt_op);

alter table idempotentie enable row level security;
alter table idempotentie force row level security;
create policy eigen on idempotentie
  using (aanroeper = (select current_setting('leerroute.actor', true)))
  with check (aanroeper = (select current_setting('leerroute.actor', true)));
create policy opruimen_lezen on idempotentie for select using ((select leerroute_is_systeem()));
create policy opruimen on idempotentie for delete using ((select leerroute_is_systeem()));
grant select, insert, update, delete on idempotentie to leerroute_app;
