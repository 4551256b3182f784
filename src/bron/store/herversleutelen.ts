import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Kluis } from '../../toegang/index.ts'

/** Hoeveel nummers er onder een andere sleutel dan deze staan. */
export async function telOudeSleutels(trx: Transactie, actief: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from deelnemer where persoonsnummer_sleutel_id <> ${actief}`.execute(trx)
  return rows[0]?.n ?? 0
}

/** Versleutelt hooguit zoveel nummers opnieuw met de actieve sleutel. Twee tegelijk nemen elk andere rijen. Gooit als een oude sleutel ontbreekt. */
export async function herversleutelGroep(trx: Transactie, kluis: Kluis, actief: string, aantal: number): Promise<number> {
  const { rows } = await sql<{ id: string; versleuteld: Buffer; sleutel: string }>`select deelnemer_id as id, persoonsnummer_versleuteld as versleuteld, persoonsnummer_sleutel_id as sleutel
    from deelnemer where persoonsnummer_sleutel_id <> ${actief} limit ${aantal} for update skip locked`.execute(trx)
  if (rows.length === 0) return 0
  const nieuw = rows.map(({ id, versleuteld, sleutel }) => kluis.versleutel(kluis.ontsleutel(versleuteld, sleutel, id), id).versleuteld)
  await sql`update deelnemer d set persoonsnummer_versleuteld = r.versleuteld, persoonsnummer_sleutel_id = ${actief}
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${nieuw}::bytea[]) as r(id, versleuteld) where d.deelnemer_id = r.id`.execute(trx)
  return rows.length
}
