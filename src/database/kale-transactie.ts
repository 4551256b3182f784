import type pg from 'pg'

/**
 * `begin` gaat in een bericht mee met de volgende vraag; `start transaction` gaat apart, voor wie daarna een stroom (COPY) begint.
 */
export type Beginwoord = 'begin' | 'start transaction'

/** Een eigen transactie op een verbinding van `pool`. Gooit het werk, dan is alles teruggedraaid. */
export async function inKaleTransactie<T>(pool: pg.Pool, begin: Beginwoord, werk: (verbinding: pg.PoolClient) => Promise<T>): Promise<T> {
  const verbinding = await pool.connect()
  let stuk: Error | undefined
  try {
    await verbinding.query(begin)
    const uitkomst = await werk(verbinding)
    await verbinding.query('commit')
    return uitkomst
  } catch (fout) {
    await verbinding.query('rollback').catch((bijRollback: Error) => { stuk = bijRollback })
    throw fout
  } finally {
    // Lukt zelfs rollback niet, dan gaat de verbinding weg in plaats van terug in de pool.
    verbinding.release(stuk)
  }
}
