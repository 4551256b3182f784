import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, migreer, openDatabase } from '../src/database/index.ts'

export interface EigenDatabase {
  readonly database: Database
  readonly url: string
  /** Sluit de verbindingen en verwijdert de database. */
  weg(): Promise<void>
}

/** Een eigen, gemigreerde database in het proefcluster; elk testbestand maakt er een, zodat ze elkaar niet storen. */
export async function maakEigenDatabase(): Promise<EigenDatabase> {
  const naam = `proef_${randomBytes(6).toString('hex')}`
  const server = inject('databaseUrl')
  await beheer(server, `create database ${naam}`)
  const url = new URL(server)
  url.pathname = `/${naam}`
  await migreer(url.href)
  const database = await openDatabase({ url: url.href, verbindingen: 4 })
  const weg = async (): Promise<void> => {
    await database.sluit()
    await beheer(server, `drop database ${naam} with (force)`)
  }
  return { database, url: url.href, weg }
}

async function beheer(url: string, opdracht: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(opdracht)
  } finally {
    await client.end()
  }
}
