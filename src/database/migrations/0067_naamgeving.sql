-- Waarom: een beheerder met een tweede account zonder naam kon dat zelf de naam van een collega geven, en was daarna voor vier ogen
-- een ander. Een naam geven vraagt nu een tweede persoon (docs/adr/0037) en elke beheerder krijgt er bericht van. Een bericht is
-- daarom gelezen per beheerder: wie iets verbergt kan het niet voor de anderen wegklikken. Van accounts zonder naam weten wij niet
-- van wie zij zijn; wel of zij in dezelfde browser elkaar afwisselden.
alter table beheerdermelding drop constraint beheerdermelding_soort_check;
alter table beheerdermelding add constraint beheerdermelding_soort_check
  check (soort in ('GEKOPPELD', 'GEKOPPELD_DOOR_ANDER', 'GEKOPPELD_DOOR_BEHEERDER', 'GEBLOKKEERD', 'ONTKOPPELD', 'INGETROKKEN', 'HERKOPPELD', 'NAAM_GEGEVEN', 'NAAM_VERBETERD', 'UITNODIGING_ZONDER_NAAM'));

create table melding_gezien (
  melding_id uuid not null references beheerdermelding,
  gezien_door uuid not null references account,
  gezien_op timestamptz not null,
  primary key (melding_id, gezien_door)
);
comment on table melding_gezien is 'Welke beheerder een bericht las. De kolom gezien_op van beheerdermelding is van voor deze tabel: toen las een beheerder voor allen.';

create table zelfde_browser (
  een_account_id uuid not null references account,
  ander_account_id uuid not null references account,
  gezien_op timestamptz not null,
  primary key (een_account_id, ander_account_id),
  check (een_account_id < ander_account_id)
);
comment on table zelfde_browser is 'Twee accounts die in dezelfde browser na elkaar inlogden, terwijl de sessie van het eerste nog open was. Alleen om een eigen uitnodiging te herkennen (T-16).';
create index zelfde_browser_gezien on zelfde_browser (gezien_op);

do $$
declare tabel text;
begin
  foreach tabel in array array['melding_gezien', 'zelfde_browser'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('alter table %I force row level security', tabel);
    execute format('create policy systeem on %I using ((select leerroute_is_systeem())) with check ((select leerroute_is_systeem()))', tabel);
  end loop;
end
$$;

grant select, insert on melding_gezien to leerroute_app;
grant select, insert, delete on zelfde_browser to leerroute_app;
