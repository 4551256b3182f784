/** Welke organisatie, school en welk bevoegd gezag op een dag bij elkaar horen (toegang.md 4.1). De koppeltabel beslist, nooit een naam (T-25). Alleen lezen. */
import { sql } from 'kysely'
import { geldt, type Transactie } from '../database/index.ts'
import type { Datum } from '../kern/datum.ts'
import type { Organisatiebeeld } from './account/account.ts'
import type { Rechtspersoon } from './eherkenning/identiteit.ts'

/**
 * Het bestuur of DUO bij een KvK-nummer of RSIN, op deze dag (T-25: de dag beslist, nooit de naam). Undefined: onbekend, of het
 * nummer is van een school of leverancier zelf.
 */
export async function findOrganisatieBij(trx: Transactie, legal: Rechtspersoon, dag: Datum): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select i.organisatie_id as id from organisatie_identificatie i join organisatie o using (organisatie_id)
    where i.soort = ${legal.soort} and i.waarde = ${legal.waarde} and o.soort in ('BEVOEGD_GEZAG', 'DUO') and ${geldt('i', dag)}`.execute(trx)
  return rows[0]?.id
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
  return sql`select brin from (${scholenVan([organisatieId], dag)}) van_deze`
}

/** Een instelling gaat over haar eigen BRIN, een bestuur over elke BRIN die deze dag onder zijn bestuursnummer valt en bestaat. */
function scholenVan(organisatieIds: readonly string[], dag: Datum) {
  return sql`
    select i.organisatie_id, i.waarde as brin from organisatie_identificatie i where i.soort = 'BRIN' and i.organisatie_id in (${sql.join(organisatieIds)}) and ${geldt('i', dag)}
    union
    select b.organisatie_id, g.brin from organisatie_identificatie b join organisatie_gezag g on g.bevoegd_gezag = b.waarde
      join organisatie_identificatie s on s.soort = 'BRIN' and s.waarde = g.brin
      where b.soort = 'BESTUURSNUMMER' and b.organisatie_id in (${sql.join(organisatieIds)}) and ${geldt('b', dag)} and ${geldt('g', dag)} and ${geldt('s', dag)}`
}

/** De naam van een school; de BRIN zelf als zij niet bekend is. */
export async function leesSchoolnaam(trx: Transactie, brin: string): Promise<string> {
  const rij = await trx.selectFrom('organisatie_identificatie as i').innerJoin('organisatie as o', 'o.organisatie_id', 'i.organisatie_id')
    .select('o.naam').where('i.soort', '=', 'BRIN').where('i.waarde', '=', brin).where('i.vastgelegd_tot', 'is', null).orderBy('i.geldig_van', 'desc').executeTakeFirst()
  return rij?.naam ?? brin
}

interface Schoolrij {
  readonly organisatie_id: string
  readonly brin: string
  readonly naam: string
  readonly sectoren: readonly ('VO' | 'VSO' | 'MBO')[]
  readonly vestigingen: readonly string[]
}

export async function findOrganisatiebeeld(trx: Transactie, organisatieId: string, vandaag: Datum): Promise<Organisatiebeeld | undefined> {
  return (await leesOrganisatiebeelden(trx, vandaag, organisatieId))[0]
}

/** Organisaties die accounts kunnen hebben, op naam; of alleen deze ene. */
export async function leesOrganisatiebeelden(trx: Transactie, vandaag: Datum, organisatieId?: string): Promise<readonly Organisatiebeeld[]> {
  const alle = trx.selectFrom('organisatie').select(['organisatie_id', 'naam', 'soort']).where('soort', '<>', 'LEVERANCIER').orderBy('naam').orderBy('organisatie_id')
  const organisaties = await (organisatieId === undefined ? alle : alle.where('organisatie_id', '=', organisatieId)).execute()
  const scholen = await leesScholen(trx, organisaties.map(({ organisatie_id }) => organisatie_id), vandaag)
  return organisaties.map(({ organisatie_id, naam, soort }) => ({
    organisatieId: organisatie_id, naam, soort,
    scholen: scholen.filter((rij) => rij.organisatie_id === organisatie_id).map(({ brin, naam: school, sectoren, vestigingen }) => ({ brin, naam: school, sectoren, vestigingen })),
  }))
}

async function leesScholen(trx: Transactie, organisatieIds: readonly string[], vandaag: Datum): Promise<readonly Schoolrij[]> {
  if (organisatieIds.length === 0) return []
  const { rows } = await sql<Schoolrij>`
    select e.organisatie_id, e.brin,
      coalesce((select o.naam from organisatie_identificatie b join organisatie o using (organisatie_id) where b.soort = 'BRIN' and b.waarde = e.brin and ${geldt('b', vandaag)}), e.brin) as naam,
      array(select distinct a.sector from onderwijsaanbieder a where a.brin = e.brin and ${geldt('a', vandaag)} order by 1) as sectoren,
      array(select v.waarde from organisatie_identificatie v where v.soort = 'VESTIGING' and left(v.waarde, 4) = e.brin and ${geldt('v', vandaag)} order by 1) as vestigingen
    from (${scholenVan(organisatieIds, vandaag)}) e order by e.brin`.execute(trx)
  return rows
}
