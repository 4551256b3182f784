import { sql } from 'kysely'
import type { Transactie } from './transactie.ts'

/** Een stap als de rol die alleen mag wissen wat zijn bewaartermijn heeft gehad (migratie 0038). Gooit het werk, dan is de transactie afgebroken. */
export async function alsOpruimer<T>(trx: Transactie, werk: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'leerroute_opruimer', true)`.execute(trx)
  const uitkomst = await werk()
  await sql`select set_config('role', 'leerroute_app', true)`.execute(trx)
  return uitkomst
}
