/** Het overzicht van de overstap, in één vraag per organisatie (K-EH-09, T-30). */
import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'

export interface Overzichtrij {
  readonly accountId: string
  readonly medewerkerId: string | null
  readonly naam: string | null
  readonly middel: 'EHERKENNING' | 'DUO_TOKEN'
  readonly toestand: string
  readonly toestandSinds: Moment
  readonly aangemaaktOp: Moment
  readonly laatstIngelogdOp: Moment | null
  readonly gebruikersnaam: string | null
  readonly brin: string | null
  readonly actingKort: string | null
  readonly gekoppeldAan: string | null
  readonly gekoppeldOp: Moment | null
  readonly rollen: readonly { readonly rol: string; readonly brin: string | null; readonly vestiging: string | null; readonly sinds: Moment; readonly tot: Moment | null; readonly bron: string; readonly bronSleutel: string }[]
}

/** Alle accounts van een organisatie met de rollen die op dit moment gelden, op naam en account. */
export async function leesOverzicht(trx: Transactie, organisatieId: string, nu: Moment): Promise<readonly Overzichtrij[]> {
  const { rows } = await sql<Overzichtrij>`
    select a.account_id as "accountId", a.medewerker_id as "medewerkerId", m.naam, a.middel, a.toestand, a.toestand_sinds as "toestandSinds", a.aangemaakt_op as "aangemaaktOp",
      a.laatst_ingelogd_op as "laatstIngelogdOp", t.gebruikersnaam, t.brin, e.acting_kort as "actingKort", k.eh_account_id as "gekoppeldAan", k.gekoppeld_op as "gekoppeldOp",
      coalesce((select jsonb_agg(jsonb_build_object('rol', r.rol, 'brin', r.brin, 'vestiging', r.vestiging, 'sinds', ${iso('r.geldig_van')}, 'tot', ${iso('r.geldig_voor')}, 'bron', r.bron, 'bronSleutel', r.bron_sleutel) order by r.rol, r.brin)
        from account_rol r where r.account_id = a.account_id and r.ingetrokken_op is null and r.geldig_van <= ${nu} and (r.geldig_voor is null or r.geldig_voor > ${nu})), '[]') as rollen
    from account a left join medewerker m using (medewerker_id) left join token_account t on t.account_id = a.account_id
      left join eh_account e on e.account_id = a.account_id left join overstapkoppeling k on k.oud_account_id = a.account_id and k.ontkoppeld_op is null
    where a.organisatie_id = ${organisatieId} order by m.naam nulls last, a.account_id`.execute(trx)
  return rows
}

/** Hoeveel oude accounts er per school en toestand zijn: het overzicht van DUO. */
export async function telPerSchool(trx: Transactie): Promise<readonly { readonly brin: string; readonly naam: string; readonly toestand: string; readonly aantal: number }[]> {
  const { rows } = await sql<{ brin: string; naam: string; toestand: string; aantal: number }>`
    select t.brin, coalesce((select o.naam from organisatie_identificatie i join organisatie o using (organisatie_id) where i.soort = 'BRIN' and i.waarde = t.brin and i.vastgelegd_tot is null limit 1), t.brin) as naam,
      a.toestand, count(*)::int as aantal
    from token_account t join account a using (account_id) group by t.brin, a.toestand order by t.brin, a.toestand`.execute(trx)
  return rows
}

function iso(kolom: string) {
  return sql`to_char(${sql.ref(kolom)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

/** Oude accounts waarvan de school haar laatste tokendag (of coulancedag) gehad heeft en die dat nog niet weten. */
export async function leesAccountsNaSluiting(trx: Transactie, dag: Datum): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.account_id as id from token_account t join account a using (account_id) join instelling_overstap i using (brin)
    where (a.toestand = 'ACTIEF_TOKEN' and i.token_tot_en_met < ${dag}) or (a.toestand = 'AFGESLOTEN' and i.coulance_tot_en_met < ${dag}) order by 1`.execute(trx)
  return rows.map(({ id }) => id)
}
