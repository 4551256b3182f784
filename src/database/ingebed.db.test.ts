import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { stopPostmaster, vindPostmaster } from './cluster.ts'
import { startIngebedPostgres } from './ingebed.ts'

const mappen: string[] = []
const clusterVan = (dataMap: string) => join(dataMap, 'postgres', 'cluster')

function nieuweMap(): string {
  // Niet via mkdtemp alleen: die geeft 0700, en dan wijkt een root-gebruiker uit naar een andere plek.
  const ouder = mkdtempSync(join(tmpdir(), 'leerroute-test-'))
  mappen.push(ouder)
  return ouder
}

async function vraag(url: string, sql: string): Promise<unknown> {
  const verbinding = new pg.Client({ connectionString: url })
  await verbinding.connect()
  try {
    const { rows } = await verbinding.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await verbinding.end()
  }
}

afterEach(async () => {
  for (const map of mappen.splice(0)) {
    await stopPostmaster(clusterVan(map))
    rmSync(map, { recursive: true, force: true })
  }
})

describe('ingebedde PostgreSQL', () => {
  it('geeft de tests een proefcluster met UTF-8 en zonder fsync', async () => {
    const url = inject('databaseUrl')
    expect(await vraag(url, 'show server_encoding')).toBe('UTF8')
    expect(Number(await vraag(url, 'show server_version_num'))).toBeGreaterThanOrEqual(150000)
  })

  it('laat niemand binnen zonder wachtwoord', async () => {
    const url = new URL(inject('databaseUrl'))
    url.password = 'fout'
    await expect(vraag(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  it('ruimt een tijdelijk cluster helemaal op', async () => {
    const ouder = nieuweMap()
    const { url, stop } = await startIngebedPostgres({ dataMap: ouder, tijdelijk: true })
    const map = String(await vraag(url, 'show data_directory'))
    expect(existsSync(map)).toBe(true)
    await stop()
    expect(existsSync(map)).toBe(false)
  })

  it('deelt een draaiende server, en alleen de laatste gebruiker zet hem uit', async () => {
    const dataMap = nieuweMap()
    const [een, twee] = await Promise.all([startIngebedPostgres({ dataMap }), startIngebedPostgres({ dataMap })])
    expect(een.url).toBe(twee.url)
    const map = String(await vraag(een.url, 'show data_directory'))
    await een.stop()
    expect(await vraag(twee.url, 'select 1')).toBe(1)
    await twee.stop()
    expect(vindPostmaster(map)).toBeUndefined()
  })

  it('laat na kill -9 van de laatste gebruiker niets draaien, en na kill -9 van een ander wel', async () => {
    const dataMap = nieuweMap()
    const blijver = await startIngebedPostgres({ dataMap })
    await doodEenGebruiker(dataMap)
    await wacht(1_500)
    expect(await vraag(blijver.url, 'select 1')).toBe(1)
    await blijver.stop()
    await doodEenGebruiker(dataMap)
    const resten = () => [vindPostmaster(clusterVan(dataMap)), existsSync(join(dataMap, 'postgres.slot'))]
    await expect.poll(resten, { timeout: 20_000 }).toEqual([undefined, false])
  }, 60_000)
})

/** Een ander proces dat de database gebruikt en dan met SIGKILL verdwijnt. */
async function doodEenGebruiker(dataMap: string): Promise<void> {
  const bron = `import { startIngebedPostgres } from ${JSON.stringify(new URL('./ingebed.ts', import.meta.url).href)}
    await startIngebedPostgres({ dataMap: ${JSON.stringify(dataMap)} }); process.stdout.write('klaar'); setInterval(() => undefined, 1e6)`
  const kind = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', bron], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [uit] = await once(kind.stdout, 'data')
  expect(String(uit)).toBe('klaar')
  kind.kill('SIGKILL')
  await once(kind, 'exit')
}
