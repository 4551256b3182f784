/** De audit doorzocht, van nieuw naar oud. Wie dit vraagt, vroeg de actie al of het mag. */
import { type RawBuilder, sql } from 'kysely'
import type { Schema, Transactie } from '../../database/index.ts'
import { beginVanDag, type Datum, type Moment, plusDagen } from '../../kern/datum.ts'
import type { Auditbeeldregel, Auditplaats, Auditvraag, Ketenstand } from '../auditvraag.ts'

/** Een regel zonder wie het was. */
export type Gevondenregel = Omit<Auditbeeldregel, 'wie'>

/** Scholen en organisaties die bij de keuze horen. */
export interface Schoolkeuze {
  readonly brins: readonly string[]
  readonly organisatieId: string | null
}

export interface Zoekopdracht extends Omit<Auditvraag, 'school'> {
  readonly school: Schoolkeuze | null
}

/** Hooguit zoveel regels, nieuwste eerst; bij `voor` de nieuwere die er direct boven staan. */
export async function zoekAudit(trx: Transactie, vraag: Zoekopdracht, plaats: Auditplaats, aantal: number): Promise<readonly Gevondenregel[]> {
  const terug = plaats !== null && 'voor' in plaats
  const volgorde = terug ? sql`op asc, audit_id asc` : sql`op desc, audit_id desc`
  const { rows } = await sql<Rij>`select audit_id, op, actor, handeling, brin, deelnemer_id, object_soort, object_sleutel, gegevens ->> 'middel' as middel, gegevens ->> 'niveau' as niveau,
      replace(trace_id::text, '-', '') as trace_id
    from audit_regel where ${sql.join([...voorwaarden(vraag), ...vanaf(plaats)], sql` and `)} order by ${volgorde} limit ${aantal}`.execute(trx)
  const regels = rows.map(naarRegel)
  return terug ? regels.toReversed() : regels
}

function vanaf(plaats: Auditplaats): readonly RawBuilder<unknown>[] {
  if (plaats === null) return []
  const op = (auditId: string) => sql`(select op from audit_regel where audit_id = ${auditId})`
  return 'na' in plaats ? [sql`(op, audit_id) < (${op(plaats.na)}, ${plaats.na}::uuid)`] : [sql`(op, audit_id) > (${op(plaats.voor)}, ${plaats.voor}::uuid)`]
}

function voorwaarden({ van, totEnMet, school, handeling, actor, traceId, deelnemerId }: Zoekopdracht): readonly RawBuilder<unknown>[] {
  return [
    sql`true`,
    ...(van === null ? [] : [sql`op >= ${beginVanDag(van)}`]),
    ...(totEnMet === null ? [] : [sql`op < ${beginVanDag(naDag(totEnMet))}`]),
    ...(school === null ? [] : [bijSchool(school)]),
    ...(handeling === null ? [] : [sql`handeling = ${handeling}`]),
    ...(actor === null ? [] : [sql`actor = ${actor}`]),
    ...(traceId === null ? [] : [sql`trace_id = ${traceId}::uuid`]),
    ...(deelnemerId === null ? [] : [sql`deelnemer_id = ${deelnemerId}::uuid`]),
  ]
}

/** Over een van de scholen, of gedaan door een account of machine van de organisatie. */
function bijSchool({ brins, organisatieId }: Schoolkeuze): RawBuilder<unknown> {
  const overSchool = sql`brin = any(${[...brins]}::text[])`
  if (organisatieId === null) return overSchool
  return sql`(${overSchool} or actor in (select account_id::text from account where organisatie_id = ${organisatieId}::uuid) or actor like ${`machine:%:${organisatieId}`}
    or gegevens ->> 'organisatieId' = ${organisatieId})`
}

function naDag(dag: Datum): Datum {
  return plusDagen(dag, 1)
}

type Rij = Pick<Schema['audit_regel'], 'audit_id' | 'op' | 'actor' | 'handeling' | 'brin' | 'deelnemer_id' | 'object_soort' | 'object_sleutel' | 'trace_id'> & {
  readonly middel: string | null
  readonly niveau: string | null
}

function naarRegel(rij: Rij): Gevondenregel {
  return {
    auditId: rij.audit_id, op: rij.op, actor: rij.actor, handeling: rij.handeling, brin: rij.brin, deelnemerId: rij.deelnemer_id, objectSoort: rij.object_soort, objectSleutel: rij.object_sleutel,
    middel: rij.middel, niveau: rij.niveau, traceId: rij.trace_id,
  }
}

export async function leesKetenstand(trx: Transactie): Promise<Ketenstand> {
  const { rows: [rij] } = await sql<{ stromen: number; regels: number; voor: number; nieuwste: Moment | null }>`
    select count(*) filter (where laatste > 0) as stromen, coalesce(sum(laatste), 0)::bigint as regels, (select coalesce(max(aantal), 0) from audit_begin) as voor,
      (select op from audit_regel order by op desc, audit_id desc limit 1) as nieuwste
    from audit_kop`.execute(trx)
  return { stromen: Number(rij?.stromen ?? 0), regels: Number(rij?.regels ?? 0), vanVoorDeKeten: Number(rij?.voor ?? 0), nieuwste: rij?.nieuwste ?? null }
}

export interface Organisatienaam {
  readonly organisatieId: string
  readonly naam: string
  /** De scholen die de organisatie nu zelf is of bestuurt. */
  readonly brins: readonly string[]
}

/** Organisaties waarvan de naam zo begint; is er een die precies zo heet, dan alleen die. Hooguit zoveel. */
export async function zoekOrganisaties(trx: Transactie, begin: string, aantal: number): Promise<readonly Organisatienaam[]> {
  const { rows } = await sql<Organisatienaam>`
    with gevonden as (select organisatie_id, naam, lower(naam) = lower(${begin}) as precies from organisatie where starts_with(lower(naam), lower(${begin})))
    select o.organisatie_id as "organisatieId", o.naam, array(
      select i.waarde from organisatie_identificatie i where i.organisatie_id = o.organisatie_id and i.soort = 'BRIN' and i.vastgelegd_tot is null
      union select g.brin from organisatie_identificatie i join organisatie_gezag g on g.bevoegd_gezag = i.waarde and g.vastgelegd_tot is null
        where i.organisatie_id = o.organisatie_id and i.soort = 'BESTUURSNUMMER' and i.vastgelegd_tot is null) as brins
    from gevonden o where o.precies or not exists (select from gevonden where precies) order by o.naam limit ${aantal}`.execute(trx)
  return rows
}
