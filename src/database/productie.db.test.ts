import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import { onveiligeServerinstellingen } from './productie.ts'
import { openDatabase } from './verbinding.ts'

let eigen: EigenDatabase
beforeAll(async () => { eigen = await maakEigenDatabase() })
afterAll(() => eigen.weg())

test('noemt elke instelling waarmee een bevestigde levering kan verdwijnen, met wat te doen', async () => {
  const { rows } = await eigen.database.pool.query<{ fsync: string }>(`select current_setting('fsync') as fsync`)
  const naam = new URL(eigen.url).pathname.slice(1)
  await eigen.database.pool.query(`alter database ${naam} set synchronous_commit = off`)
  const database = await openDatabase({ url: eigen.url, verbindingen: 1 })
  const bezwaren = await onveiligeServerinstellingen(database)
  await database.sluit()
  expect(bezwaren.some((zin) => zin.includes('synchronous_commit = off') && zin.includes('Zet synchronous_commit aan'))).toBe(true)
  expect(bezwaren.some((zin) => zin.includes('fsync = off'))).toBe(rows[0]?.fsync === 'off')
})
