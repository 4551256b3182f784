import { sql } from 'kysely'
import { alsOpruimer, type Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

/** Wist hooguit zoveel regels over een activiteit die voor een moment klaar waren. */
export function wisVerwerkingen(trx: Transactie, activiteit: string, voor: Moment, aantal: number): Promise<number> {
  return alsOpruimer(trx, async () => {
    const { numAffectedRows } = await sql`delete from verwerking_regel where regel_id = any(array(
      select regel_id from verwerking_regel where activiteit = ${activiteit} and eind_op < ${voor} order by eind_op limit ${aantal}))`.execute(trx)
    return Number(numAffectedRows ?? 0)
  })
}
