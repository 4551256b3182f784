/** Een register in een eigen, tijdelijke PostgreSQL, met de verzonnen regio erin. Delen van de bench gebruiken hetzelfde. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migreer, openDatabase, startIngebedPostgres, type Database } from '../src/database/index.ts'
import { laadWereld } from '../src/server/wereld.ts'
import { maakKluis, type Kluis } from '../src/toegang/index.ts'

export interface Proefregister {
  readonly database: Database
  readonly url: string
  readonly kluis: Kluis
  /** Sleutels in hex, zodat een ander proces dezelfde kluis kan maken. */
  readonly kluissleutel: string
  /** Map voor bestanden van de meting; verdwijnt mee. */
  readonly map: string
  stop(): Promise<void>
}

/** Een eigen register zolang het werk duurt. */
export async function metProefregister<T>(werk: (register: Proefregister) => Promise<T>): Promise<T> {
  const register = await maakProefregister()
  try {
    return await werk(register)
  } finally {
    await register.stop()
  }
}

async function maakProefregister(): Promise<Proefregister> {
  const map = mkdtempSync(join(tmpdir(), 'leerroute-bench-'))
  const postgres = await startIngebedPostgres({ dataMap: tmpdir(), tijdelijk: true })
  await migreer(postgres.url)
  const database = await openDatabase({ url: postgres.url })
  const kluissleutel = randomBytes(32).toString('hex')
  const kluis = maakBenchkluis(kluissleutel)
  await laadWereld(database, kluis)
  const stop = async (): Promise<void> => {
    await database.sluit()
    await postgres.stop()
    rmSync(map, { recursive: true, force: true })
  }
  return { database, url: postgres.url, kluis, kluissleutel, map, stop }
}

export function maakBenchkluis(sleutel: string): Kluis {
  const bytes = Buffer.from(sleutel, 'hex')
  return maakKluis({ actief: 'bench', versleutelsleutels: new Map([['bench', bytes]]), opzoeksleutel: bytes })
}
