-- Waarom: een logboek dat iedereen kan wissen bewijst niets (S-35). Wissen na de bewaartermijn doet daarom een eigen rol, die niets
-- anders mag; en zelfs die rol kan niets wissen dat jonger is dan een jaar. De toepassing neemt de rol alleen aan voor het opruimen.
-- De rol is er per cluster, zoals leerroute_app (migratie 0001 en 0015).
do $$
begin
  create role leerroute_opruimer nologin nosuperuser nobypassrls nocreatedb nocreaterole;
exception when duplicate_object or unique_violation then null;
end
$$;
do $$
declare mag boolean;
begin
  if not pg_has_role(current_user, 'leerroute_opruimer', 'member') then
    execute format('grant leerroute_opruimer to %I', current_user);
  end if;
  if current_setting('server_version_num')::int < 160000 then return; end if;
  execute 'select pg_has_role(current_user, ''leerroute_opruimer'', ''set'')' into mag;
  if not mag then execute format('grant leerroute_opruimer to %I with inherit false, set true', current_user); end if;
end
$$;
grant usage on schema public to leerroute_opruimer;
grant select, delete on verwerking_regel to leerroute_opruimer;
create policy opruimen_lezen on verwerking_regel for select to leerroute_opruimer using (true);
create policy opruimen on verwerking_regel for delete to leerroute_opruimer using (eind_op < now() - interval '1 year');
