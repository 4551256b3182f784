import type { Database } from './verbinding.ts'

const WACHT_MS = 2_000

/** Antwoordt de database binnen 2 s? Een volle pool of een weggevallen server is hetzelfde "nee". */
export async function antwoordt(database: Database): Promise<boolean> {
  const teLaat = Promise.withResolvers<boolean>()
  const klok = setTimeout(() => teLaat.resolve(false), WACHT_MS)
  try {
    return await Promise.race([database.pool.query('select 1').then(() => true), teLaat.promise])
  } catch {
    return false
  } finally {
    clearTimeout(klok)
  }
}
