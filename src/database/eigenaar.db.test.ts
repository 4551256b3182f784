import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startIngebedPostgres } from './ingebed.ts'
import { migreer } from './migreer.ts'
import { inTransactie } from './transactie.ts'
import { openDatabase } from './verbinding.ts'

test('een eigenaar zonder superuser, met createrole, migreert en werkt als leerroute_app', async () => {
  const map = mkdtempSync(join(tmpdir(), 'leerroute-test-'))
  // Een eigen cluster: in het gedeelde is de rol al door een superuser gemaakt.
  const server = await startIngebedPostgres({ dataMap: map, tijdelijk: true })
  try {
    await alsBeheerder(server.url, ["create role eigenaar login password 'proef' createrole", 'create database proef owner eigenaar'])
    const url = new URL(server.url)
    Object.assign(url, { username: 'eigenaar', password: 'proef', pathname: '/proef' })
    await migreer(url.href)
    const database = await openDatabase({ url: url.href })
    const rijen = await inTransactie(database, { organisaties: [], rol: 'systeem', actor: 'proef' }, (trx) => trx.selectFrom('deelnemer').selectAll().execute())
    expect(rijen).toEqual([])
    await database.sluit()
  } finally {
    await server.stop()
    rmSync(map, { recursive: true, force: true })
  }
}, 60_000)

async function alsBeheerder(url: string, opdrachten: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const opdracht of opdrachten) await client.query(opdracht)
  await client.end()
}
