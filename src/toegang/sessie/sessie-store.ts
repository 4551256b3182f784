/** Open sessies. Alleen het systeem leest en schrijft ze; een beheerder leest die van de eigen organisatie. */
import { sql } from 'kysely'
import { geldt, type Transactie } from '../../database/index.ts'
import { type Datum, datumInNederland, type Moment, momentVan } from '../../kern/datum.ts'
import type { Aanmelding } from '../actor.ts'
import type { Betrouwbaarheidsniveau } from '../eherkenning/niveau.ts'
import { BIJHOUDEN_MS, DUUR_MS, type NieuweSessie, STIL_MS } from './sessie.ts'

/** Een rol die op dit moment geldt (Z-03). */
export interface Geldenderol {
  readonly rol: string
  readonly brin: string | null
  readonly vestiging: string | null
  readonly bron: string
}

/** Alles wat een verzoek van een sessie moet weten, in een vraag. */
export interface Sessierij {
  readonly accountId: string
  readonly organisatieId: string
  readonly organisatienaam: string
  readonly organisatiesoort: string
  readonly middel: Aanmelding['middel']
  readonly niveau: Betrouwbaarheidsniveau | null
  readonly authnOp: Moment
  readonly vestigingsnummer: string | null
  readonly vestiging: string | null
  readonly intermediair: string | null
  readonly naam: string | null
  readonly laatstGebruiktOp: Moment
  readonly rollen: readonly Geldenderol[]
}

/** Undefined als de sessie er niet is, te oud of te lang stil is, of het account haar niet meer draagt. */
export async function findSessie(trx: Transactie, sessieHash: Buffer, nu: Date): Promise<Sessierij | undefined> {
  const [op, stilSinds] = [nu.toISOString(), new Date(nu.getTime() - STIL_MS).toISOString()]
  const { rows } = await sql<Sessierij>`
    select s.account_id as "accountId", s.organisatie_id as "organisatieId", o.naam as organisatienaam, o.soort as organisatiesoort,
      s.middel, s.niveau, s.authn_op as "authnOp", s.vestigingsnummer, s.intermediair, m.naam, s.laatst_gebruikt_op as "laatstGebruiktOp",
      case when s.vestigingsnummer is not null then ${vestigingVan(datumInNederland(nu))} end as vestiging,
      coalesce((select jsonb_agg(jsonb_build_object('rol', r.rol, 'brin', r.brin, 'vestiging', r.vestiging, 'bron', r.bron))
        from account_rol r where r.account_id = s.account_id and r.ingetrokken_op is null and r.geldig_van <= ${op}
          and (r.geldig_voor is null or r.geldig_voor > ${op})), '[]') as rollen
    from sessie s
      join account a on a.account_id = s.account_id and a.organisatie_id = s.organisatie_id and a.middel = s.middel
      join organisatie o on o.organisatie_id = s.organisatie_id
      left join medewerker m on m.medewerker_id = a.medewerker_id
    where s.sessie_hash = ${sessieHash} and s.verloopt_op > ${op} and s.laatst_gebruikt_op > ${stilSinds}
      and a.toestand in ('NIEUW', 'ACTIEF', 'ACTIEF_TOKEN') and (m.uit_dienst_op is null or m.uit_dienst_op > ${op})`.execute(trx)
  return rows[0]
}

/** De vestiging (BRIN met twee cijfers) bij een vestigingsnummer. Zegt de school niet welke, dan de enige die zij heeft; heeft zij er meer, dan weten wij het niet: leeg. */
function vestigingVan(vandaag: Datum) {
  return sql`(select coalesce(min(n.vestiging), case when count(v.waarde) = 1 then min(v.waarde) end)
    from organisatie_identificatie n left join organisatie_identificatie v on v.organisatie_id = n.organisatie_id and v.soort = 'VESTIGING' and ${geldt('v', vandaag)}
    where n.soort = 'VESTIGINGSNUMMER' and n.waarde = s.vestigingsnummer and ${geldt('n', vandaag)})`
}

export async function slaSessieOp(trx: Transactie, sessieHash: Buffer, nieuw: NieuweSessie, nu: Moment): Promise<void> {
  await trx.insertInto('sessie').values({
    sessie_hash: sessieHash, account_id: nieuw.accountId, organisatie_id: nieuw.organisatieId, middel: nieuw.middel, niveau: nieuw.niveau,
    authn_op: nieuw.authnOp, vestigingsnummer: nieuw.vestigingsnummer ?? null, intermediair: nieuw.intermediair ?? null, makelaar: nieuw.makelaar ?? null,
    bewijs_hash: nieuw.bewijsHash ?? null, aangemaakt_op: nu, laatst_gebruikt_op: nu, verloopt_op: momentVan(new Date(nu).getTime() + DUUR_MS),
  }).execute()
}

/** De inlog van een open sessie, om er een nieuwe sessie mee te openen. */
export async function findSessiegegevens(trx: Transactie, sessieHash: Buffer): Promise<NieuweSessie | undefined> {
  const rij = await trx.selectFrom('sessie').selectAll().where('sessie_hash', '=', sessieHash).forUpdate().executeTakeFirst()
  return rij && {
    accountId: rij.account_id, organisatieId: rij.organisatie_id, middel: rij.middel, niveau: rij.niveau as Betrouwbaarheidsniveau | null, authnOp: rij.authn_op,
    vestigingsnummer: rij.vestigingsnummer, intermediair: rij.intermediair, makelaar: rij.makelaar, bewijsHash: rij.bewijs_hash,
  }
}

/** Schrijft niets als een ander verzoek het net deed. */
export async function zetLaatstGebruikt(trx: Transactie, sessieHash: Buffer, nu: Date): Promise<void> {
  await trx.updateTable('sessie').set({ laatst_gebruikt_op: momentVan(nu) })
    .where('sessie_hash', '=', sessieHash).where('laatst_gebruikt_op', '<', momentVan(nu.getTime() - BIJHOUDEN_MS)).execute()
}

/** Geeft van wie de sessie was; undefined als zij er niet (meer) was. */
export async function verwijderSessie(trx: Transactie, sessieHash: Buffer): Promise<string | undefined> {
  const rij = await trx.deleteFrom('sessie').where('sessie_hash', '=', sessieHash).returning('account_id').executeTakeFirst()
  return rij?.account_id
}

export interface OpenSessie {
  readonly sessieHash: Buffer
  readonly middel: Aanmelding['middel']
  readonly begonnenOp: Moment
  readonly laatstGebruiktOp: Moment
}

/** Sessies die nu werken, de nieuwste eerst. */
export async function leesSessiesVan(trx: Transactie, accountId: string, nu: Date): Promise<readonly OpenSessie[]> {
  return trx.selectFrom('sessie').select(['sessie_hash as sessieHash', 'middel', 'aangemaakt_op as begonnenOp', 'laatst_gebruikt_op as laatstGebruiktOp'])
    .where('account_id', '=', accountId).where('verloopt_op', '>', momentVan(nu))
    .where('laatst_gebruikt_op', '>', momentVan(nu.getTime() - STIL_MS)).orderBy('aangemaakt_op', 'desc').execute()
}

/** Geeft hoeveel sessies er open waren. */
export async function verwijderSessiesVan(trx: Transactie, accountId: string): Promise<number> {
  const { numDeletedRows } = await trx.deleteFrom('sessie').where('account_id', '=', accountId).executeTakeFirst()
  return Number(numDeletedRows)
}

export async function verwijderVerlopenSessies(trx: Transactie, nu: Date): Promise<void> {
  const stilSinds = momentVan(nu.getTime() - STIL_MS)
  await trx.deleteFrom('sessie').where((eb) => eb.or([eb('verloopt_op', '<=', momentVan(nu)), eb('laatst_gebruikt_op', '<=', stilSinds)])).execute()
}

/** Alleen van wie de lezer mag zien: de eigen organisatie. */
export async function findNamen(trx: Transactie, accountIds: readonly string[]): Promise<readonly { readonly accountId: string; readonly naam: string }[]> {
  return trx.selectFrom('account').innerJoin('medewerker', 'medewerker.medewerker_id', 'account.medewerker_id')
    .select(['account.account_id as accountId', 'medewerker.naam']).where('account.account_id', 'in', [...accountIds]).execute()
}
