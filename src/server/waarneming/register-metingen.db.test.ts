import { randomUUID } from 'node:crypto'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import type { Database } from '../../database/index.ts'
import { maakRegistermetingen } from './register-metingen.ts'

let eigen: EigenDatabase
beforeAll(async () => { eigen = await maakEigenDatabase() })
afterAll(() => eigen.weg())

function maak(anders: { versheidMs?: number; database?: () => Database | undefined } = {}) {
  const register = new Registry()
  const gemeld: unknown[] = []
  const metingen = maakRegistermetingen({ register, database: () => eigen.database, versheidMs: 0, meld: (fout) => gemeld.push(fout), ...anders })
  const waarde = async (naam: string, groep: Record<string, string> = {}): Promise<number | undefined> => {
    const meter = await register.getSingleMetric(naam)?.get()
    return meter?.values.find(({ labels }) => Object.entries(groep).every(([label, inhoud]) => labels[label] === inhoud))?.value
  }
  return { metingen, waarde, gemeld }
}

const voegToe = (seconden: number) => eigen.database.pool.query(
  `insert into outbox (deelnemer_id, outbox_id, soort, aangemaakt_op) values ($1, $2, 'deelnemer-gewijzigd', now() - make_interval(secs => $3))`, [randomUUID(), randomUUID(), seconden])

describe('meetwaarden uit de database', () => {
  test('outbox: hoeveel en hoe oud; af werk telt niet mee', async () => {
    const { metingen, waarde } = maak()
    await metingen.ververs()
    expect([await waarde('leerroute_outbox_rows'), await waarde('leerroute_outbox_oldest_age_seconds')]).toEqual([0, 0])
    await voegToe(30)
    await voegToe(3_600)
    await metingen.ververs()
    expect(await waarde('leerroute_outbox_rows')).toBe(2)
    expect(await waarde('leerroute_outbox_oldest_age_seconds')).toBeCloseTo(3_600, -1)
    await eigen.database.pool.query('update outbox set verwerkt_op = now()')
    await metingen.ververs()
    expect([await waarde('leerroute_outbox_rows'), await waarde('leerroute_outbox_oldest_age_seconds')]).toEqual([0, 0])
  })

  test('signalen per code; een code die er niet meer is verdwijnt', async () => {
    const { metingen, waarde } = maak()
    const id = randomUUID()
    await eigen.database.pool.query(`insert into deelnemer values ($1, '\\x00', 'k1', decode(repeat('ab', 32), 'hex'), 'BSN', now())`, [id])
    await eigen.database.pool.query(`insert into signaal (deelnemer_id, signaal_id, code, niveau, brin, eerste_dag, regels, uitleg, normen_versie, geopend_op)
      values ($1, gen_random_uuid(), 'SIG-LEERJAAR', 'fout', '11VA', '2026-11-01', '{}', '', 'n', now()), ($1, gen_random_uuid(), 'SIG-LEERJAAR', 'fout', '21MB', '2026-11-01', '{}', '', 'n', now())`, [id])
    await metingen.ververs()
    expect(await waarde('leerroute_signalen_open', { code: 'SIG-LEERJAAR', niveau: 'fout' })).toBe(2)
    await eigen.database.pool.query('update signaal set gesloten_op = now()')
    await metingen.ververs()
    expect(await waarde('leerroute_signalen_open', { code: 'SIG-LEERJAAR' })).toBeUndefined()
  })

  test('aanleveringen en webhooks per stand, ook als er geen zijn', async () => {
    const { metingen, waarde } = maak()
    await metingen.ververs()
    for (const status of ['wachtend', 'bezig', 'mislukt']) expect(await waarde('leerroute_aanleveringen', { status })).toBe(0)
    expect(await waarde('leerroute_afleveringen', { status: 'opgegeven' })).toBe(0)
    const lever = (staat: string, extra: string) => eigen.database.pool.query(`insert into aanlevering (aanlevering_id, afzender, afzender_soort, rollen, brins, soort, bytes, ontvangen_op, staat, klaar_op, tellingen)
      values (gen_random_uuid(), 'k', 'systeem', '[]', '{}', 'NDJSON', 1, now() - interval '10 minutes', '${staat}', ${extra})`)
    await lever('wachtend', 'null, null')
    await lever('klaar', `now(), '{"nieuw": 3, "afgekeurd": 1}'`)
    await lever('klaar', `now(), '{"nieuw": 4}'`)
    await lever('mislukt', `now() - interval '2 days', null`)
    await metingen.ververs()
    expect(await waarde('leerroute_aanleveringen', { status: 'wachtend' })).toBe(1)
    expect(await waarde('leerroute_aanleveringen', { status: 'mislukt' })).toBe(0)
    expect(await waarde('leerroute_aanlevering_records', { uitkomst: 'nieuw' })).toBe(7)
    expect(await waarde('leerroute_aanlevering_records', { uitkomst: 'afgekeurd' })).toBe(1)
    expect(await waarde('leerroute_aanlevering_oldest_age_seconds')).toBeCloseTo(600, -1)
  })

  test('binnen de versheid wordt niet opnieuw gevraagd, en wie tegelijk vraagt deelt een vraag', async () => {
    let keren = 0
    const { metingen } = maak({ versheidMs: 60_000, database: () => { keren += 1; return eigen.database } })
    const vragen = eigen.database.pool.listenerCount('acquire')
    let verbindingen = 0
    const tel = (): void => { verbindingen += 1 }
    eigen.database.pool.on('acquire', tel)
    await Promise.all([metingen.ververs(), metingen.ververs(), metingen.ververs()])
    await metingen.ververs()
    eigen.database.pool.off('acquire', tel)
    expect([keren, verbindingen, eigen.database.pool.listenerCount('acquire')]).toEqual([4, 1, vragen])
  })

  test('lukt tellen niet, dan blijft /metrics werken met de oude waarden en loopt de leeftijd op', async () => {
    let kapot = false
    const stuk = { ...eigen.database, kysely: new Proxy(eigen.database.kysely, { get: () => { throw new Error('weg') } }) } as Database
    const { metingen, waarde, gemeld } = maak({ database: () => (kapot ? stuk : eigen.database) })
    await metingen.ververs()
    kapot = true
    await new Promise((klaar) => { setTimeout(klaar, 30) })
    await metingen.ververs()
    expect(gemeld).toHaveLength(1)
    expect(await waarde('leerroute_outbox_rows')).toBe(0)
    expect(await waarde('leerroute_register_counts_age_seconds')).toBeGreaterThan(0.02)
  })

  test('zonder database is er niets te vragen', async () => {
    const { metingen, gemeld } = maak({ database: () => undefined })
    await metingen.ververs()
    expect(gemeld).toEqual([])
  })
})
