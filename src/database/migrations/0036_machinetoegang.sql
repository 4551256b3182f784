-- Waarom: elk verzoek van een machine vraagt opnieuw of client, certificaat en mandaat nog gelden (M-02). Als een losse vraag kost dat
-- een ronde naar de database; in een transactie met de rol van het systeem waren het er twee. De functie zet die rol alleen voor zichzelf (set_config, want wie geen superuser is mag een eigen instelling niet aan een functie hangen).
create function leerroute_machine_toegang(p_client uuid, p_mandaat uuid, p_organisatie uuid, p_vingerafdruk bytea, p_vandaag date)
  returns table (scopes text[], scholen jsonb)
  language plpgsql
  set search_path = public, pg_catalog
  as $$
  declare vorige text := coalesce(current_setting('leerroute.rol', true), '');
  begin
    perform set_config('leerroute.rol', 'systeem', true);
    return query select m.scopes, (
      select coalesce(jsonb_agg(jsonb_build_object('brin', s.brin, 'sectoren', array(
        select distinct a.sector from onderwijsaanbieder a
        where a.brin = s.brin and a.vastgelegd_tot is null and a.geldig_van <= p_vandaag and (a.geldig_tot_en_met is null or a.geldig_tot_en_met >= p_vandaag) order by 1)) order by s.brin), '[]')
      from (
        select i.waarde as brin from organisatie_identificatie i
        where i.organisatie_id = m.organisatie_id and i.soort = 'BRIN' and i.vastgelegd_tot is null and i.geldig_van <= p_vandaag and (i.geldig_tot_en_met is null or i.geldig_tot_en_met >= p_vandaag)
        union
        select g.brin from organisatie_identificatie i
        join organisatie_gezag g on g.bevoegd_gezag = i.waarde and g.vastgelegd_tot is null and g.geldig_van <= p_vandaag and (g.geldig_tot_en_met is null or g.geldig_tot_en_met >= p_vandaag)
        where i.organisatie_id = m.organisatie_id and i.soort = 'BESTUURSNUMMER' and i.vastgelegd_tot is null and i.geldig_van <= p_vandaag and (i.geldig_tot_en_met is null or i.geldig_tot_en_met >= p_vandaag)) s)
    from mandaat m join machine_client c on c.oin = m.leverancier_oin
    where m.mandaat_id = p_mandaat and m.organisatie_id = p_organisatie and c.client_id = p_client and c.ingetrokken_op is null and m.ingetrokken_op is null
      and m.geldig_van <= p_vandaag and (m.geldig_tot_en_met is null or m.geldig_tot_en_met >= p_vandaag)
      and (p_vingerafdruk is null or exists (select 1 from machine_certificaat k where k.client_id = c.client_id and k.vingerafdruk = p_vingerafdruk and k.ingetrokken_op is null));
    perform set_config('leerroute.rol', vorige, true);
  end
  $$;
comment on function leerroute_machine_toegang is 'Wat een client nu namens een organisatie mag, met haar scholen; geen rij als de client, het certificaat of het mandaat niet (meer) geldt.';
-- Alleen voor wie de tabellen bezit: een transactie van een school kan haar niet aanroepen.
revoke execute on function leerroute_machine_toegang from public;
