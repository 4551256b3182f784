import { sql } from 'kysely'
import { maakZoeknaam } from '../../bron/index.ts'
import { perDeelnemer, type Transactie, vanDeelnemers } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Fase, Leerroute, Sector } from '../../kern/leerroute.ts'
import type { Signaalcode, Signaalniveau } from '../../kern/signaalcode.ts'
import type { LeerlingRegel } from '../leerlingbeeld.ts'

export interface Lijstfilter {
  /** Deel van de naam. */
  readonly zoek?: string | null
  /** BRIN. */
  readonly school?: string | null
  readonly code?: Signaalcode | null
}

export type Lijstrij = Omit<LeerlingRegel, 'scholen' | 'openSignalen'>

/** Een bladzijde op naam, na de leerling met sleutel `na` (diens naam wordt weer opgezocht: een naam hoort niet in een cursor); row-level security houdt andermans leerlingen buiten de lijst. */
export async function leesBladzijde(trx: Transactie, filter: Lijstfilter, na: string | null, aantal: number): Promise<readonly Lijstrij[]> {
  const { rows } = await sql<{
    deelnemer_id: string; naam: string | null; geboortedatum: Datum; leerroute: Leerroute | null; fase: Fase
  }>`select g.deelnemer_id, g.naam, g.geboortedatum, o.leerroute, o.fase
    from deelnemer_gegevens g left join leerlingoverzicht o using (deelnemer_id)
    where g.vastgelegd_tot is null and ${voldoet(filter)}
      and ${na === null ? sql`true` : sql`(g.zoeknaam, g.deelnemer_id) > (
        (select v.zoeknaam from deelnemer_gegevens v where v.deelnemer_id = ${na} and v.vastgelegd_tot is null), ${na}::uuid)`}
    order by g.zoeknaam, g.deelnemer_id limit ${aantal}`.execute(trx)
  return rows.map((rij) => ({ deelnemerId: rij.deelnemer_id, naam: rij.naam, geboortedatum: rij.geboortedatum, route: rij.leerroute, fase: rij.fase }))
}

export async function telLeerlingen(trx: Transactie, filter: Lijstfilter): Promise<number> {
  const { rows } = await sql<{ aantal: number }>`select count(*)::int as aantal from deelnemer_gegevens g where g.vastgelegd_tot is null and ${voldoet(filter)}`.execute(trx)
  return rows[0]?.aantal ?? 0
}

function voldoet(filter: Lijstfilter) {
  const { zoek, school, code } = filter
  const delen = [
    zoek ? sql<boolean>`g.zoeknaam like ${`%${maakZoeknaam(zoek).replace(/[\\%_]/g, '\\$&')}%`}` : undefined,
    school ? sql<boolean>`exists (select 1 from deelnemer_school s where s.deelnemer_id = g.deelnemer_id and s.brin = ${school})` : undefined,
    code ? sql<boolean>`exists (select 1 from signaal x where x.deelnemer_id = g.deelnemer_id and x.code = ${code} and x.gesloten_op is null
      ${school ? sql`and x.brin = ${school}` : sql``})` : undefined,
  ].filter((deel) => deel !== undefined)
  return delen.length > 0 ? sql.join(delen, sql` and `) : sql<boolean>`true`
}

/** De scholen met een inschrijving op `vandaag`, voor zover zichtbaar. */
export async function leesScholen(trx: Transactie, deelnemers: readonly string[], vandaag: Datum): Promise<Map<string, LeerlingRegel['scholen'][number][]>> {
  const { rows } = await sql<{ deelnemer_id: string; brin: string; sector: Sector; naam: string | null }>`
    select distinct s.deelnemer_id, s.brin, s.sector, o.naam from inschrijving_stand s
    left join organisatie_identificatie i on i.soort = 'BRIN' and i.waarde = s.brin and i.vastgelegd_tot is null
    left join organisatie o on o.organisatie_id = i.organisatie_id
    where ${vanDeelnemers(deelnemers, 's')} and s.vastgelegd_tot is null
      and s.datum_inschrijving <= ${vandaag} and (s.datum_uitschrijving is null or s.datum_uitschrijving >= ${vandaag})
    order by s.sector desc, s.brin`.execute(trx)
  return perDeelnemer(rows, (rij) => ({ brin: rij.brin, naam: rij.naam ?? rij.brin, sector: rij.sector }))
}

/** Een signaal dat meer zichtbare scholen aangaat, staat één keer in de lijst. */
export async function leesSignalen(trx: Transactie, deelnemers: readonly string[]): Promise<Map<string, LeerlingRegel['openSignalen'][number][]>> {
  const { rows } = await sql<{ deelnemer_id: string; code: Signaalcode; niveau: Signaalniveau; sinds: Datum }>`
    select deelnemer_id, code, niveau, min(eerste_dag) as sinds from signaal
    where ${vanDeelnemers(deelnemers)} and gesloten_op is null group by deelnemer_id, code, niveau
    order by array_position(array['fout', 'waarschuwing', 'taak', 'info'], niveau), sinds, code`.execute(trx)
  return perDeelnemer(rows, (rij) => ({ code: rij.code, niveau: rij.niveau, sinds: rij.sinds }))
}

export interface Schooltelling {
  readonly brin: string
  readonly naam: string
  readonly sector: Sector
  readonly studenten: number
  readonly openSignalen: number
}

/** Leerlingen en open signalen per school die de actor mag zien. */
export async function telPerSchool(trx: Transactie): Promise<readonly Schooltelling[]> {
  const { rows } = await sql<Schooltelling>`
    with leerlingen as (select brin, count(*)::int as studenten from deelnemer_school group by brin),
    signalen as (select brin, count(*)::int as aantal from signaal where gesloten_op is null and brin is not null group by brin)
    select l.brin, coalesce(o.naam, l.brin) as naam, l.studenten, coalesce(s.aantal, 0) as "openSignalen",
      coalesce((select a.sector from onderwijsaanbieder a where a.brin = l.brin and a.vastgelegd_tot is null order by a.code limit 1), 'MBO') as sector
    from leerlingen l left join signalen s using (brin)
    left join organisatie_identificatie i on i.soort = 'BRIN' and i.waarde = l.brin and i.vastgelegd_tot is null
    left join organisatie o on o.organisatie_id = i.organisatie_id order by naam, l.brin`.execute(trx)
  return rows
}

/** Aantal leerlingen per open signaal. */
export async function telPerCode(trx: Transactie): Promise<readonly { readonly code: Signaalcode; readonly aantal: number }[]> {
  const { rows } = await sql<{ code: Signaalcode; aantal: number }>`
    select code, count(distinct deelnemer_id)::int as aantal from signaal where gesloten_op is null group by code order by aantal desc, code`.execute(trx)
  return rows
}
