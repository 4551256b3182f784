-- Waarom: ook een school die alleen in het leerrouteplan staat moet de leerling zien; anders ziet zij nooit dat juist haar
-- inschrijving ontbreekt (K-ROD-05). Plannen van voor deze wijziging krijgen hun relatie hier. De eigenaar valt zelf ook onder row-level security, dus ook hier moet de rol gezegd worden.
select set_config('leerroute.rol', 'systeem', true);

insert into deelnemer_school (deelnemer_id, brin, deelt_keten)
select distinct p.deelnemer_id, a.brin, true from leerrouteplan p
join onderwijsaanbieder a on a.code in (p.vo_onderwijsaanbieder, p.mbo_onderwijsaanbieder) and a.vastgelegd_tot is null
where p.vastgelegd_tot is null
on conflict (deelnemer_id, brin) do update set deelt_keten = true;

comment on table deelnemer_school is 'Welke school een inschrijving van deze deelnemer heeft of had, of in zijn leerrouteplan staat; de grond voor inzage.';
