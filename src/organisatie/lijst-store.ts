import { sql } from 'kysely'
import { type Bladwijzer, type Bladzijde, geldt, inhoudHash, leesBladzijdeOp, type Transactie } from '../database/index.ts'
import type { Datum } from '../kern/datum.ts'
import type { Sector } from '../kern/leerroute.ts'
import { HOOFDCODE, type Identificatiesoort, type OrganisatieBericht } from './bericht.ts'

/** Een school in de openbare lijst, zoals zij vandaag is. */
export interface School {
  readonly brin: string
  readonly naam: string
  /** Bestuursnummer; leeg als er geen bestuur bekend is. */
  readonly bevoegdGezag: string | null
  readonly onderwijsaanbieders: readonly { readonly code: string; readonly naam: string; readonly sector: Sector }[]
}

export async function leesSchoollijst(trx: Transactie, vandaag: Datum, bladwijzer: Bladwijzer): Promise<Bladzijde<School>> {
  return leesBladzijdeOp<School, School>(bladwijzer, async ({ waar, richting, aantal }) => {
    const { rows } = await sql<School>`select i.waarde as brin, o.naam,
        (select g.bevoegd_gezag from organisatie_gezag g where g.brin = i.waarde and ${geldt('g', vandaag)} limit 1) as "bevoegdGezag",
        coalesce((select jsonb_agg(jsonb_build_object('code', a.code, 'naam', a.naam, 'sector', a.sector) order by a.code)
          from onderwijsaanbieder a where a.brin = i.waarde and ${geldt('a', vandaag)}), '[]') as onderwijsaanbieders
      from organisatie_identificatie i join organisatie o using (organisatie_id)
      where i.soort = 'BRIN' and ${geldt('i', vandaag)} and ${waar} order by i.waarde ${richting} limit ${aantal}`.execute(trx)
    return rows
  }, { sleutel: sql`i.waarde`, soort: 'text', sleutelVan: (school) => school.brin, maak: (school) => school })
}

/** De hele stand van een organisatie met al haar codes door de tijd; `code` is haar BRIN, bestuursnummer of OIN. Undefined = onbekend. */
export async function findOrganisatie(trx: Transactie, code: string): Promise<OrganisatieBericht | undefined> {
  const { rows } = await sql<OrganisatieRij>`
    select o.soort, o.naam,
      (select jsonb_agg(jsonb_build_object('soort', x.soort, 'waarde', x.waarde, 'geldigVan', x.geldig_van, 'geldigTotEnMet', x.geldig_tot_en_met)
        || case when x.vestiging is null then '{}' else jsonb_build_object('vestiging', x.vestiging) end order by x.soort, x.waarde, x.geldig_van)
       from organisatie_identificatie x where x.organisatie_id = o.organisatie_id and x.vastgelegd_tot is null) as identificaties,
      (select jsonb_agg(jsonb_build_object('bestuursnummer', g.bevoegd_gezag, 'geldigVan', g.geldig_van, 'geldigTotEnMet', g.geldig_tot_en_met) order by g.geldig_van)
       from organisatie_gezag g where i.soort = 'BRIN' and g.brin = i.waarde and g.vastgelegd_tot is null) as gezag,
      (select jsonb_agg(jsonb_build_object('code', a.code, 'sector', a.sector, 'naam', a.naam, 'geldigVan', a.geldig_van, 'geldigTotEnMet', a.geldig_tot_en_met)
         || jsonb_strip_nulls(jsonb_build_object('plaats', a.plaats, 'telefoon', a.telefoon)) order by a.code, a.geldig_van)
       from onderwijsaanbieder a where i.soort = 'BRIN' and a.brin = i.waarde and a.vastgelegd_tot is null) as aanbieders
    from organisatie_identificatie i join organisatie o using (organisatie_id)
    where i.waarde = ${code} and i.soort = any(${Object.values(HOOFDCODE)}) and i.vastgelegd_tot is null
    order by i.geldig_van desc limit 1`.execute(trx)
  const rij = rows[0]
  if (!rij) return undefined
  const kop = { soort: rij.soort, naam: rij.naam, identificaties: rij.identificaties ?? [] }
  return rij.soort === 'INSTELLING' ? { ...kop, bevoegdGezag: rij.gezag ?? [], onderwijsaanbieders: rij.aanbieders ?? [] } : kop
}

/** Hangt af van de inhoud alleen: een organisatie heeft geen standen, haar codes wel. */
export function versieVanBericht(bericht: OrganisatieBericht): string {
  return inhoudHash(bericht).toString('hex').slice(0, HASH_CIJFERS)
}

/** De versie die er nu staat, vastgehouden tot het einde van de transactie (hetzelfde slot als bij het opslaan). */
export async function versieVanOrganisatie(trx: Transactie, code: string): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`organisatie:${code}`}, 0))`.execute(trx)
  const bericht = await findOrganisatie(trx, code)
  return bericht && versieVanBericht(bericht)
}

const HASH_CIJFERS = 32

interface Geldig { geldigVan: Datum; geldigTotEnMet: Datum | null }

interface OrganisatieRij {
  soort: OrganisatieBericht['soort']
  naam: string
  identificaties: (Geldig & { soort: Identificatiesoort; waarde: string; vestiging?: string })[] | null
  gezag: (Geldig & { bestuursnummer: string })[] | null
  aanbieders: (Geldig & { code: string; sector: Sector; naam: string; plaats?: string; telefoon?: string })[] | null
}
