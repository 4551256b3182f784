/**
 * De werklijst per regel. Elke vraag loopt per school en code over een stukje index en stopt na een vast aantal regels: hoeveel signalen
 * er zijn maakt niet uit.
 */
import { sql } from 'kysely'
import { alsSysteem, type Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import type { Werkhandeling, Werkkeuze, Werkplaats } from '../werklijst.ts'
import type { Kijkbereik } from './lijst.ts'
import { KOLOMMEN, LAATSTE_HANDELING, type Signaalrij } from './signaallijst.ts'

/** Verder tellen dan dit zegt niemand iets. */
export const TELGRENS = 1_000

export interface Werkrij extends Signaalrij {
  readonly naam: string | null
  readonly school: string
  readonly partners: string[]
}

export interface Telrij {
  readonly code: Signaalcode
  readonly afhandeling: 'open' | 'gezien' | 'verklaard'
  readonly van: 'mij' | 'niemand' | 'ander'
  readonly aantal: number
}

/** Hoeveel er per code zijn, per code en school geteld tot `TELGRENS`. */
export async function telWerk(trx: Transactie, bereik: Kijkbereik, keuze: Werkkeuze, mij: string): Promise<readonly Telrij[]> {
  const kort = sql`select s.afhandeling, s.toegewezen_aan from signaal s where ${plek(bereik)} and ${voldoet(keuze, mij)} limit ${TELGRENS + 1}`
  const { rows } = await sql<Telrij>`
    select c.code, t.afhandeling, t.van, count(*)::int as aantal from unnest(${[...keuze.codes]}::text[]) as c(code)
    cross join lateral (select afhandeling, case when toegewezen_aan is null then 'niemand' when toegewezen_aan::text = ${mij} then 'mij' else 'ander' end as van
      from (${perSchool(bereik, kort)}) x) t group by 1, 2, 3`.execute(trx)
  return rows
}

/** De eerste signalen van elke code: de oudste, of van wat gesloten is de laatste. `na`: alleen zinvol bij een code. */
export async function leesWerk(trx: Transactie, bereik: Kijkbereik, keuze: Werkkeuze, mij: string, aantal: number, na?: Werkplaats): Promise<readonly Werkrij[]> {
  const dicht = keuze.staten === 'gesloten'
  const volgorde = dicht ? sql`s.gesloten_op desc, s.signaal_id` : sql`s.eerste_dag, s.signaal_id`
  const vanaf = na === undefined ? sql`true` : dicht
    ? sql`(s.gesloten_op < ${na[0]}::timestamptz or (s.gesloten_op = ${na[0]}::timestamptz and s.signaal_id > ${na[1]}::uuid))`
    : sql`(s.eerste_dag, s.signaal_id) > (${na[0]}::date, ${na[1]}::uuid)`
  const kort = sql`select s.* from signaal s where ${plek(bereik)} and ${voldoet(keuze, mij)} and ${vanaf} order by ${volgorde} limit ${aantal}`
  const { rows } = await sql<Werkrij>`
    select ${KOLOMMEN}, ${EXTRA} from unnest(${[...keuze.codes]}::text[]) with ordinality as c(code, rang)
    cross join lateral (select * from (${perSchool(bereik, kort)}) s order by ${volgorde} limit ${aantal}) s ${LAATSTE_HANDELING}
    order by c.rang, ${volgorde}`.execute(trx)
  return rows
}

export async function findWerk(trx: Transactie, signaalId: string): Promise<Werkrij | undefined> {
  const { rows } = await sql<Werkrij>`select ${KOLOMMEN}, ${EXTRA} from signaal s ${LAATSTE_HANDELING} where s.signaal_id = ${signaalId}`.execute(trx)
  return rows[0]
}

/** Alles wat met een signaal gebeurde, het laatste eerst. */
export async function leesHandelingen(trx: Transactie, { deelnemer_id: deelnemerId, signaal_id: signaalId, inhoud_versie: versie }: Signaalrij): Promise<readonly Werkhandeling[]> {
  const { rows } = await sql<Werkhandeling>`
    select soort, verklaring, null::text as aan, actor as door, op, inhoud_versie = ${versie} as geldt from signaalhandeling where deelnemer_id = ${deelnemerId} and signaal_id = ${signaalId}
    union all select 'toegewezen', null, aan::text, actor, op, true from signaaltoewijzing where deelnemer_id = ${deelnemerId} and signaal_id = ${signaalId}
    order by op desc limit 50`.execute(trx)
  return rows
}

export interface Toewijzing {
  readonly toewijzingId: string
  readonly aan: string | null
  readonly actor: string
  readonly op: Moment
}

/** Een regel erbij, en wie het heeft volgt bij het signaal. Na mag(). */
export async function voegToewijzingToe(trx: Transactie, rij: Signaalrij & { readonly brin: string }, { toewijzingId, aan, actor, op }: Toewijzing): Promise<void> {
  await trx.insertInto('signaaltoewijzing').values({ deelnemer_id: rij.deelnemer_id, toewijzing_id: toewijzingId, signaal_id: rij.signaal_id, brin: rij.brin, aan, actor, op }).execute()
  await alsSysteem(trx, () => trx.updateTable('signaal').set({ toegewezen_aan: aan }).where('deelnemer_id', '=', rij.deelnemer_id).where('signaal_id', '=', rij.signaal_id).execute())
}

export interface Werkschool {
  readonly brin: string
  readonly naam: string
  readonly eigen: boolean
}

/** Deze scholen en hun partners van wie zij bij een student de kant zien, op naam. */
export async function leesWerkscholen(trx: Transactie, brins: readonly string[]): Promise<readonly Werkschool[]> {
  const { rows } = await sql<Werkschool>`
    select p.brin, coalesce(max(o.naam), p.brin) as naam, p.brin = any(${[...brins]}::text[]) as eigen
    from (select unnest(${[...brins]}::text[]) as brin union select unnest(partners) from deelnemer_school where brin = any(${[...brins]}::text[]) and deelt_keten) p
    left join organisatie_identificatie i on i.soort = 'BRIN' and i.waarde = p.brin and i.vastgelegd_tot is null
    left join organisatie o on o.organisatie_id = i.organisatie_id group by p.brin order by 2 limit 80`.execute(trx)
  return rows
}

const SCHOOLNAAM = sql`(select o.naam from organisatie_identificatie i join organisatie o on o.organisatie_id = i.organisatie_id
  where i.soort = 'BRIN' and i.waarde = s.brin and i.vastgelegd_tot is null limit 1)`

const EXTRA = sql`(select g.naam from deelnemer_gegevens g where g.deelnemer_id = s.deelnemer_id and g.vastgelegd_tot is null limit 1) as naam,
  coalesce(${SCHOOLNAAM}, s.brin, '') as school,
  coalesce((select array_agg(coalesce(o.naam, p.brin) order by 1) from deelnemer_school d cross join unnest(d.partners) as p(brin)
    left join organisatie_identificatie i on i.soort = 'BRIN' and i.waarde = p.brin and i.vastgelegd_tot is null left join organisatie o on o.organisatie_id = i.organisatie_id
    where d.deelnemer_id = s.deelnemer_id and d.brin = s.brin), '{}') as partners`

/** Binnen `c.code`, en bij eigen scholen binnen `b.brin`. */
function plek(bereik: Kijkbereik) {
  return bereik === null ? sql`s.code = c.code` : sql`s.brin = b.brin and s.code = c.code`
}

function perSchool(bereik: Kijkbereik, kort: ReturnType<typeof sql>) {
  return bereik === null ? kort : sql`select k.* from unnest(${[...bereik]}::text[]) as b(brin) cross join lateral (${kort}) k`
}

function voldoet({ staten, partner, van, deelnemerId }: Werkkeuze, mij: string) {
  const delen = [staten === 'gesloten' ? sql`s.gesloten_op is not null` : sql`s.gesloten_op is null`]
  if (staten !== 'gesloten' && staten.length > 0) delen.push(sql`s.afhandeling = any(${[...staten]}::text[])`)
  if (deelnemerId !== undefined) delen.push(sql`s.deelnemer_id = ${deelnemerId}::uuid`)
  if (van !== undefined) delen.push(van === 'niemand' ? sql`s.toegewezen_aan is null` : sql`s.toegewezen_aan::text = ${van === 'mij' ? mij : van}`)
  if (partner !== undefined) delen.push(sql`exists (select 1 from deelnemer_school d where d.deelnemer_id = s.deelnemer_id and d.brin = s.brin and ${partner} = any(d.partners))`)
  return sql.join(delen, sql` and `)
}
