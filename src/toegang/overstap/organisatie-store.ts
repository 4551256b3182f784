/** Welke organisatie, school en welk bevoegd gezag op een dag bij elkaar horen. De koppeltabel beslist, nooit een naam (T-25). */
import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Rechtspersoon } from '../eherkenning/identiteit.ts'

/** De organisaties waar een KvK-nummer of RSIN op deze dag voor staat. */
export async function leesOrganisatiesVanRechtspersoon(trx: Transactie, { soort, waarde }: Rechtspersoon, dag: Datum): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select organisatie_id as id from organisatie_identificatie k where k.soort = ${soort} and k.waarde = ${waarde} and ${geldt('k', dag)}`.execute(trx)
  return rows.map(({ id }) => id)
}

/** De rechtspersoon van een school: het bestuur of de school zelf, wie van de twee een KvK-nummer of RSIN heeft, en anders het bestuur. */
export async function findOrganisatieVanBrin(trx: Transactie, brin: string, dag: Datum): Promise<{ readonly organisatieId: string; readonly naam: string } | undefined> {
  const { rows } = await sql<{ organisatieId: string; naam: string }>`
    with school as (select organisatie_id from organisatie_identificatie i where i.soort = 'BRIN' and i.waarde = ${brin} and ${geldt('i', dag)}),
    gezag as (select b.organisatie_id from organisatie_gezag g join organisatie_identificatie b on b.soort = 'BESTUURSNUMMER' and b.waarde = g.bevoegd_gezag
      where g.brin = ${brin} and ${geldt('g', dag)} and ${geldt('b', dag)} and exists (select 1 from school)),
    keuze as (select organisatie_id, 1 as plaats from gezag union all select organisatie_id, 2 from school)
    select o.organisatie_id as "organisatieId", o.naam from keuze join organisatie o using (organisatie_id)
    order by exists (select 1 from organisatie_identificatie k where k.organisatie_id = o.organisatie_id and k.soort in ('KVK', 'RSIN') and ${geldt('k', dag)}) desc, plaats
    limit 1`.execute(trx)
  return rows[0]
}

/** De scholen van een organisatie die op deze dag bestaan: zij zelf en alle onder haar bestuur. */
export async function leesBrinsVanOrganisatie(trx: Transactie, organisatieId: string, dag: Datum): Promise<readonly string[]> {
  const { rows } = await sql<{ brin: string }>`select brin from (${brinsVanOrganisatie(organisatieId, dag)}) b order by 1`.execute(trx)
  return rows.map(({ brin }) => brin)
}

/** Als `leesBrinsVanOrganisatie`, om in een andere vraag te gebruiken. */
export function brinsVanOrganisatie(organisatieId: string, dag: Datum) {
  return sql`
    select i.waarde as brin from organisatie_identificatie i where i.organisatie_id = ${organisatieId} and i.soort = 'BRIN' and ${geldt('i', dag)}
    union
    select g.brin from organisatie_identificatie b join organisatie_gezag g on g.bevoegd_gezag = b.waarde
      join organisatie_identificatie s on s.soort = 'BRIN' and s.waarde = g.brin
      where b.organisatie_id = ${organisatieId} and b.soort = 'BESTUURSNUMMER' and ${geldt('b', dag)} and ${geldt('g', dag)} and ${geldt('s', dag)}`
}

/** De naam van een school; de BRIN zelf als zij niet bekend is. */
export async function leesSchoolnaam(trx: Transactie, brin: string): Promise<string> {
  const rij = await trx.selectFrom('organisatie_identificatie as i').innerJoin('organisatie as o', 'o.organisatie_id', 'i.organisatie_id')
    .select('o.naam').where('i.soort', '=', 'BRIN').where('i.waarde', '=', brin).where('i.vastgelegd_tot', 'is', null).orderBy('i.geldig_van', 'desc').executeTakeFirst()
  return rij?.naam ?? brin
}

function geldt(tabel: string, dag: Datum) {
  const kolom = (naam: string) => sql.ref(`${tabel}.${naam}`)
  return sql<boolean>`${kolom('vastgelegd_tot')} is null and ${kolom('geldig_van')} <= ${dag} and (${kolom('geldig_tot_en_met')} is null or ${kolom('geldig_tot_en_met')} >= ${dag})`
}
