import { type RawBuilder, sql } from 'kysely'
import { geldt, type Transactie } from '../database/index.ts'
import type { Datum } from '../kern/datum.ts'
import type { Niveau, Sector } from '../kern/leerroute.ts'
import type { LeerrouteKenmerk } from './aangeboden-opleiding.ts'

/** Een school in een gevonden route: alleen wat openbaar is. */
export interface Routeschool {
  readonly code: string
  readonly naam: string
  readonly sector: Sector
  readonly plaats: string | null
  readonly telefoon: string | null
}

/** Een route tussen een vo- of vso-school en een mbo-instelling, zoals een van beide of beide haar in RIO hebben. */
export interface GevondenRoute {
  readonly kenmerk: LeerrouteKenmerk
  readonly profiel: string | null
  readonly niveau: Niveau | null
  readonly begindatum: Datum
  readonly einddatum: Datum | null
  readonly vo: Routeschool
  readonly mbo: Routeschool
  /** Wie de route in RIO heeft en de ander noemt (K-RIO-01, K-RIO-04). */
  readonly geregistreerdDoor: 'beide' | 'vo' | 'mbo'
}

export interface Routefilter {
  /** Woorden die in plaats, school of profiel voorkomen; elk woord moet er staan. */
  readonly woorden: readonly string[]
  readonly kenmerk: LeerrouteKenmerk | null
  readonly niveau: Niveau | null
  readonly profiel: string | null
  readonly plaats: string | null
}

/**
 * De routes die op `op` lopen of nog beginnen. Elke regel is een aanbod van het vo met een partner uit het mbo; aanbod van het mbo waar het
 * vo niets tegenover zet, staat er als aanbod van alleen het mbo. Leest alleen tabellen die voor iedereen zijn; groeit met het aanbod, niet
 * met de studenten.
 */
export async function leesRoutes(trx: Transactie, op: Datum, waar: RawBuilder<boolean>, bladzijde: { readonly vanaf: number; readonly aantal: number }): Promise<readonly GevondenRoute[]> {
  const { rows } = await sql<Routerij>`
    with lopend as materialized (
      select o.*, p.onderwijsaanbieder as partner from rio_aangeboden_opleiding o join rio_aangeboden_opleiding_partner p using (aanbod_id)
      where o.vastgelegd_tot is null and (o.einddatum is null or o.einddatum >= ${op})),
    wederzijds as (
      select o.aanbod_id, o.partner, x.niveau from lopend o left join lateral (
        select y.niveau, y.aanbod_id from lopend y where y.onderwijsaanbieder = o.partner and y.partner = o.onderwijsaanbieder and y.leerroute_kenmerk = o.leerroute_kenmerk
        order by (y.profiel is not distinct from o.profiel) desc limit 1) x on true where x.aanbod_id is not null),
    paar as (
      select o.leerroute_kenmerk, o.profiel, coalesce(o.niveau, w.niveau, ${niveauVan(sql`o`)}) as niveau, o.begindatum, o.einddatum, o.onderwijsaanbieder as vo, o.partner as mbo,
        case when w.aanbod_id is null then 'vo' else 'beide' end as door
      from lopend o left join wederzijds w on w.aanbod_id = o.aanbod_id and w.partner = o.partner where o.sector <> 'MBO'
      union all
      select o.leerroute_kenmerk, o.profiel, coalesce(o.niveau, ${niveauVan(sql`o`)}), o.begindatum, o.einddatum, o.partner, o.onderwijsaanbieder, 'mbo'
      from lopend o left join wederzijds w on w.aanbod_id = o.aanbod_id and w.partner = o.partner where o.sector = 'MBO' and w.aanbod_id is null)
    select r.leerroute_kenmerk as kenmerk, r.profiel, r.niveau, r.begindatum, r.einddatum, r.door,
      v.code as vo_code, v.naam as vo_naam, v.sector as vo_sector, v.plaats as vo_plaats, v.telefoon as vo_telefoon,
      m.code as mbo_code, m.naam as mbo_naam, m.sector as mbo_sector, m.plaats as mbo_plaats, m.telefoon as mbo_telefoon
    from paar r join onderwijsaanbieder v on v.code = r.vo and ${geldt('v', op)} and v.sector <> 'MBO'
      join onderwijsaanbieder m on m.code = r.mbo and ${geldt('m', op)} and m.sector = 'MBO'
    where ${waar}
    order by v.plaats, v.naam, r.profiel, r.leerroute_kenmerk, m.naam, v.code, m.code, r.begindatum limit ${bladzijde.aantal} offset ${bladzijde.vanaf}`.execute(trx)
  return rows.map(naarRoute)
}

/** K-DLR-05: de GLR gaat altijd naar niveau 2, ook als de scholen dat niet invulden. */
function niveauVan(aanbod: RawBuilder<unknown>): RawBuilder<Niveau | null> {
  return sql<Niveau | null>`case when ${aanbod}.leerroute_kenmerk = 'GLR_VMBO_MBO' then 'MBO-2' end`
}

export function voldoetAan({ woorden, kenmerk, niveau, profiel, plaats }: Routefilter): RawBuilder<boolean> {
  const eisen = [
    ...woorden.map((woord) => sql<boolean>`concat_ws(' ', v.plaats, v.naam, r.profiel, m.naam, m.plaats) ilike ${`%${woord.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`),
    ...(kenmerk === null ? [] : [sql<boolean>`r.leerroute_kenmerk = ${kenmerk}`]),
    ...(niveau === null ? [] : [sql<boolean>`r.niveau = ${niveau}`]),
    ...(profiel === null ? [] : [sql<boolean>`r.profiel = ${profiel}`]),
    ...(plaats === null ? [] : [sql<boolean>`${plaats} in (v.plaats, m.plaats)`]),
  ]
  return eisen.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(eisen, sql` and `)}`
}

export function isPaar(vo: string, mbo: string): RawBuilder<boolean> {
  return sql<boolean>`r.vo = ${vo} and r.mbo = ${mbo}`
}

/** Wat er te kiezen is: elk profiel en elke plaats met een route. */
export async function leesZoekkeuzes(trx: Transactie, op: Datum): Promise<{ readonly profielen: readonly string[]; readonly plaatsen: readonly string[] }> {
  const { rows } = await sql<{ soort: 'profiel' | 'plaats'; waarde: string }>`
    select distinct 'profiel' as soort, o.profiel as waarde from rio_aangeboden_opleiding o where o.vastgelegd_tot is null and o.profiel is not null and (o.einddatum is null or o.einddatum >= ${op})
    union select distinct 'plaats', a.plaats from onderwijsaanbieder a where ${geldt('a', op)} and a.plaats is not null
      and exists (select 1 from rio_aangeboden_opleiding o where o.onderwijsaanbieder = a.code and o.vastgelegd_tot is null)
    order by 1, 2`.execute(trx)
  const van = (soort: 'profiel' | 'plaats'): readonly string[] => rows.flatMap((rij) => (rij.soort === soort ? [rij.waarde] : []))
  return { profielen: van('profiel'), plaatsen: van('plaats') }
}

type Schoolkolommen<P extends 'vo' | 'mbo'> = Record<`${P}_code` | `${P}_naam`, string> & Record<`${P}_plaats` | `${P}_telefoon`, string | null> & Record<`${P}_sector`, Sector>

interface Routerij extends Schoolkolommen<'vo'>, Schoolkolommen<'mbo'> {
  kenmerk: LeerrouteKenmerk
  profiel: string | null
  niveau: Niveau | null
  begindatum: Datum
  einddatum: Datum | null
  door: GevondenRoute['geregistreerdDoor']
}

function naarRoute(rij: Routerij): GevondenRoute {
  return {
    kenmerk: rij.kenmerk, profiel: rij.profiel, niveau: rij.niveau, begindatum: rij.begindatum, einddatum: rij.einddatum, geregistreerdDoor: rij.door,
    vo: { code: rij.vo_code, naam: rij.vo_naam, sector: rij.vo_sector, plaats: rij.vo_plaats, telefoon: rij.vo_telefoon },
    mbo: { code: rij.mbo_code, naam: rij.mbo_naam, sector: rij.mbo_sector, plaats: rij.mbo_plaats, telefoon: rij.mbo_telefoon },
  }
}
