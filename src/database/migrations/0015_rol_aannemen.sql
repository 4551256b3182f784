-- Waarom: vanaf PostgreSQL 16 is wie een rol maakt er wel lid van, maar mag hij hem niet aannemen. Een eigenaar zonder
-- superuser (met createrole) geeft zichzelf dat recht hier. In 15 en voor een superuser is er niets te doen.
do $$
declare mag_aannemen boolean;
begin
  if current_setting('server_version_num')::int < 160000 then return; end if;
  execute 'select pg_has_role(current_user, ''leerroute_app'', ''set'')' into mag_aannemen;
  if not mag_aannemen then
    execute format('grant leerroute_app to %I with inherit false, set true', current_user);
  end if;
end
$$;
