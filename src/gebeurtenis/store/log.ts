import { sql } from 'kysely'
import { ALLE_DEELNEMERS, type Transactie } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import type { Gebeurtenissoort } from '../../kern/gebeurtenissoort.ts'
import type { Gebeurtenis } from '../gebeurtenis.ts'
import type { Klaargelegd, Plaats } from '../rules/plaats.ts'

/** De laatst uitgegeven positie, met het slot van de publicist; undefined als een ander publiceert. */
export async function neemTeller(trx: Transactie): Promise<number | undefined> {
  const { rows } = await sql<{ laatste: number }>`select laatste from gebeurtenis_teller for update skip locked`.execute(trx)
  return rows[0]?.laatste
}

export interface Uitgenomen extends Klaargelegd {
  readonly id: string
  readonly op: Moment
}

/** Haalt de oudste klaargelegde gebeurtenissen eruit, in volgorde van schrijven. */
export async function neemNieuwe(trx: Transactie, aantal: number): Promise<readonly Uitgenomen[]> {
  const { rows } = await sql<{ volgnummer: number; gebeurtenis_id: string; soort: Gebeurtenissoort; brin: string | null; deelnemer_id: string; sleutel: string; op: Moment }>`
    with weg as (delete from gebeurtenis_nieuw where volgnummer in (select volgnummer from gebeurtenis_nieuw order by volgnummer limit ${aantal})
      returning volgnummer, gebeurtenis_id, soort, brin, deelnemer_id, sleutel, op)
    select * from weg order by volgnummer`.execute(trx)
  return rows.map((rij) => ({
    id: rij.gebeurtenis_id, soort: rij.soort, brin: rij.brin, deelnemerId: rij.deelnemer_id === ALLE_DEELNEMERS ? null : rij.deelnemer_id, sleutel: rij.sleutel, op: rij.op,
  }))
}

export interface NieuweLogregel extends Gebeurtenis {
  readonly deelnemerId: string | null
  readonly ook: Plaats['ook']
}

/** Schrijft de regels met hun positie, voor wie ze zijn, en de nieuwe stand van de teller. */
export async function schrijfLog(trx: Transactie, regels: readonly NieuweLogregel[]): Promise<void> {
  const rijen = JSON.stringify(regels.map((r) => ({
    positie: r.positie, gebeurtenis_id: r.id, soort: r.soort, bron: r.bron, onderwerp: r.onderwerp, deelnemer_id: r.deelnemerId, brin: r.brin,
    verwijzing: r.verwijzing, op: r.op, keten: r.ook.keten ?? false, aanbod: r.ook.aanbod, overeenkomst: r.ook.overeenkomst, gezag: r.ook.gezag,
  })))
  await sql`insert into gebeurtenis (positie, gebeurtenis_id, soort, bron, onderwerp, deelnemer_id, brin, verwijzing, op)
    select r.positie, r.gebeurtenis_id, r.soort, r.bron, r.onderwerp, r.deelnemer_id, r.brin, r.verwijzing, r.op
    from jsonb_to_recordset(${rijen}::jsonb) as r(positie bigint, gebeurtenis_id uuid, soort text, bron text, onderwerp uuid, deelnemer_id uuid, brin text, verwijzing text, op timestamptz)`.execute(trx)
  await sql`with r as (select * from jsonb_to_recordset(${rijen}::jsonb)
      as r(positie bigint, brin text, deelnemer_id uuid, keten boolean, aanbod text, overeenkomst text, gezag text))
    insert into gebeurtenis_school (brin, positie)
    select brin, positie from r where brin is not null
    union select s.brin, r.positie from r join deelnemer_school s on s.deelnemer_id = r.deelnemer_id and s.deelt_keten and (r.brin is null or r.brin = any (s.partners)) where r.keten
    union select a.brin, r.positie from r
      cross join lateral (select o.aanbod_id from rio_aangeboden_opleiding o where o.brin = r.brin and o.eigen_sleutel = r.aanbod order by o.vastgelegd_van desc limit 1) o
      join rio_aangeboden_opleiding_partner p on p.aanbod_id = o.aanbod_id join onderwijsaanbieder a on a.code = p.onderwijsaanbieder and a.vastgelegd_tot is null
    union select z.brin, r.positie from r
      cross join lateral (select o.overeenkomst_id from samenwerkingsovereenkomst o where o.kenmerk = r.overeenkomst order by o.vastgelegd_van desc limit 1) o
      join samenwerkingsovereenkomst_partij p on p.overeenkomst_id = o.overeenkomst_id join organisatie_gezag z on z.bevoegd_gezag = p.bevoegd_gezag and z.vastgelegd_tot is null
    union select z.brin, r.positie from r join organisatie_gezag z on z.bevoegd_gezag = r.gezag and z.vastgelegd_tot is null`.execute(trx)
  await sql`update gebeurtenis_teller set laatste = ${regels.at(-1)?.positie ?? 0}`.execute(trx)
}

export interface Logvraag {
  /** Scholen waarvoor gelezen wordt; null = alles. */
  readonly brins: readonly string[] | null
  readonly na: number
  /** Leeg = elke soort. */
  readonly soorten: readonly Gebeurtenissoort[]
  readonly aantal: number
}

/**
 * Een bladzijde van het logboek, met de laatste positie waar deze vraag volledig over is. Per school loopt de vraag langs de
 * index en stopt na een bladzijde; een gebeurtenis voor twee eigen scholen komt een keer.
 */
export async function leesLog(trx: Transactie, { brins, na, soorten, aantal }: Logvraag): Promise<{ readonly rijen: readonly Gebeurtenis[]; readonly deelnemers: readonly (string | null)[]; readonly laatste: number }> {
  // Eerst het einde: alles tot en met deze positie is vastgelegd voor deze vraag begon.
  const laatste = (await sql<{ laatste: number }>`select laatste from gebeurtenis_teller`.execute(trx)).rows[0]?.laatste ?? 0
  const kolommen = sql`g.positie, g.gebeurtenis_id, g.soort, g.bron, g.onderwerp, g.brin, g.verwijzing, g.op, g.deelnemer_id`
  const soort = soorten.length === 0 ? sql`` : sql`and g.soort = any(${[...soorten]}::text[])`
  const { rows } = brins === null
    ? await sql<Logrij & { deelnemer_id: string | null }>`select ${kolommen} from gebeurtenis g where g.positie > ${na} and g.positie <= ${laatste} ${soort} order by g.positie limit ${aantal}`.execute(trx)
    : await sql<Logrij & { deelnemer_id: string | null }>`select ${kolommen} from gebeurtenis g where g.positie in (
          select p.positie from unnest(${[...new Set(brins)]}::text[]) as b(brin) cross join lateral (
            select s.positie from gebeurtenis_school s ${soorten.length === 0 ? sql`` : sql`join gebeurtenis g on g.positie = s.positie`}
            where s.brin = b.brin and s.positie > ${na} and s.positie <= ${laatste} ${soort} order by s.positie limit ${aantal}) p
          order by p.positie) order by g.positie limit ${aantal}`.execute(trx)
  return { rijen: rows.map(naarGebeurtenis), deelnemers: rows.map((rij) => rij.deelnemer_id), laatste }
}

export interface Dagtelling {
  readonly dag: Datum
  readonly soort: Gebeurtenissoort
  /** De school waar het over gaat; null = geen. */
  readonly brin: string | null
  readonly aantal: number
}

/** Wat er sinds een moment gebeurde, per dag, soort en school, het nieuwste eerst. Kijkt hooguit `meeste` gebeurtenissen terug per school. */
export async function telPerDag(trx: Transactie, brins: readonly string[], sinds: Moment, meeste: number): Promise<readonly Dagtelling[]> {
  const { rows } = await sql<Dagtelling>`
    with laatste as (select distinct p.positie from unnest(${[...new Set(brins)]}::text[]) as b(brin) cross join lateral (
      select s.positie from gebeurtenis_school s where s.brin = b.brin order by s.positie desc limit ${meeste}) p)
    select (g.op at time zone 'Europe/Amsterdam')::date as dag, g.soort, g.brin, count(*)::int as aantal
    from laatste l join gebeurtenis g on g.positie = l.positie where g.op >= ${sinds}
    group by 1, 2, 3 order by max(g.positie) desc`.execute(trx)
  return rows
}

export interface Logrij {
  positie: number
  gebeurtenis_id: string
  soort: Gebeurtenissoort
  bron: string
  onderwerp: string
  brin: string | null
  verwijzing: string
  op: Moment
}

export function naarGebeurtenis(rij: Logrij): Gebeurtenis {
  return {
    positie: rij.positie, id: rij.gebeurtenis_id, soort: rij.soort, bron: rij.bron, onderwerp: rij.onderwerp, brin: rij.brin, verwijzing: rij.verwijzing, op: rij.op,
  }
}
