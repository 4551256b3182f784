import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { type InschrijvingBericht, leverInschrijving } from '../../bron/index.ts'
import type { Database } from '../../database/index.ts'
import { datum, type Moment } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { type Actiecontext, type Actor, maakKluis, registreerOrganisatie, systeemactor } from '../../toegang/index.ts'
import { maakSignaaldienst, type SignaaldienstNodig } from './signaaldienst.ts'

const normen = laadNormen()
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
const MBO: Actor = { id: 'mbo', soort: 'school', rollen: [{ rol: 'bron-inschrijving-mbo', brin: '21MB' }] }
const ANDER: Actor = { id: 'ander', soort: 'school', rollen: [{ rol: 'bron-inschrijving-vo', brin: '12VB' }] }
const DUO: Actor = { id: 'duo', soort: 'duo', rollen: [] }
const NU = '2026-11-24T10:00:00.000Z' as Moment

let eigen: EigenDatabase
const op = (actor: Actor): Actiecontext => ({ actor, nu: NU, kluis })

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  const geldigVan = datum('2018-08-01')
  await registreerOrganisatie(eigen.database, { actor: systeemactor('proef'), nu: '2018-08-01T08:00:00.000Z' as Moment, kluis }, {
    soort: 'INSTELLING', naam: 'School', identificaties: [{ soort: 'BRIN', waarde: '21MB', geldigVan }],
    bevoegdGezag: [{ bestuursnummer: '50001', geldigVan }], onderwijsaanbieders: [{ code: '201A001', sector: 'MBO', geldigVan }],
  })
})
afterAll(() => eigen.weg())

function dienst(anders: Partial<SignaaldienstNodig> = {}) {
  return maakSignaaldienst({ database: eigen.database, normen, nu: () => new Date(NU), meld: (fout) => { throw fout }, ...anders })
}

/** Een mbo-student met een leerroute zonder fase: dat geeft altijd een signaal voor de school. */
async function lever(volgnummer: number, fase: 'MBO' | null): Promise<string> {
  const inschrijving: InschrijvingBericht = {
    sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'E1', datumInschrijving: datum('2026-08-01'),
    perioden: [{ datumBegin: datum('2026-08-01'), opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', onderwijsaanbieder: '201A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: fase }],
  }
  const uitkomst = await leverInschrijving(eigen.database, op(MBO), { persoon: { persoonsnummer: NUMMERS[volgnummer] ?? '', geboortedatum: '2009-04-12' }, inschrijving })
  if (!uitkomst.ok) throw new Error(JSON.stringify(uitkomst.reden))
  return uitkomst.waarde.deelnemerId
}

/** Nummers uit de reeks die nooit wordt uitgegeven en de elfproef halen. */
const NUMMERS = Array.from({ length: 600 }, (_leeg, i) => String(999_900_000 + i)).filter((nummer) => {
  const cijfers = [...nummer].map(Number)
  return cijfers.reduce((som, cijfer, i) => som + cijfer * (i === 8 ? -1 : 9 - i), 0) % 11 === 0
})

async function openOutbox(): Promise<number> {
  const { rows } = await eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from outbox where verwerkt_op is null and soort = 'deelnemer-gewijzigd'`)
  return rows[0]?.n ?? 0
}

describe('signalen meteen na een levering', () => {
  test('de school krijgt haar signalen, een ander niets, DUO alles; de outbox is af', async () => {
    const signalen = dienst()
    const id = await lever(0, null)
    expect(await openOutbox()).toBe(1)
    const antwoord = await signalen.signalenNa(id, MBO)
    expect(antwoord).toMatchObject({ stand: 'berekend', signalen: expect.arrayContaining([expect.objectContaining({ code: 'SIG-FASE-ONTBREEKT', brin: '21MB', niveau: 'fout' })]) })
    expect(await signalen.signalenNa(id, ANDER)).toEqual({ stand: 'berekend', signalen: [] })
    const duo = await signalen.signalenNa(id, DUO)
    expect(duo.stand === 'berekend' && duo.signalen.length).toBeGreaterThan(0)
    expect(await openOutbox()).toBe(0)
    await lever(0, 'MBO')
    const daarna = await signalen.signalenNa(id, MBO)
    expect(daarna.stand === 'berekend' && daarna.signalen.map(({ code }) => code)).not.toContain('SIG-FASE-ONTBREEKT')
    await signalen.stop()
  })

  test('wie tegelijk levert deelt een berekening, en krijgt de signalen van de eigen leerling', async () => {
    const reeksen: number[] = []
    const signalen = dienst({ bijReeks: ({ leerlingen }) => reeksen.push(leerlingen), spaarMs: 30 })
    const ids = await Promise.all(Array.from({ length: 40 }, (_leeg, i) => lever(i + 1, i % 2 === 0 ? null : 'MBO')))
    const antwoorden = await Promise.all(ids.map((id) => signalen.signalenNa(id, MBO)))
    expect(reeksen).toEqual([40])
    antwoorden.forEach((antwoord, i) => {
      if (antwoord.stand !== 'berekend') throw new Error('niet berekend')
      expect(antwoord.signalen.every(({ deelnemerId }) => deelnemerId === ids[i])).toBe(true)
      expect(antwoord.signalen.some(({ code }) => code === 'SIG-FASE-ONTBREEKT')).toBe(i % 2 === 0)
    })
    expect(await openOutbox()).toBe(0)
    await signalen.stop()
  })

  test('lukt het rekenen niet, dan later: de levering blijft goed en het werk blijft in de outbox', async () => {
    const gemeld: unknown[] = []
    const id = await lever(50, null)
    const kapot: Database = { ...eigen.database, kysely: new Proxy(eigen.database.kysely, { get: () => { throw new Error('weg') } }) }
    const signalen = dienst({ database: kapot, meld: (fout) => gemeld.push(fout) })
    expect(await signalen.signalenNa(id, MBO)).toEqual({ stand: 'later' })
    expect([gemeld.length, await openOutbox()]).toEqual([1, 1])
    await signalen.stop()
    expect(await signalen.signalenNa(id, MBO)).toEqual({ stand: 'later' })
  })

  test('duurt het te lang, dan later; de berekening gaat wel door', async () => {
    const id = await lever(51, null)
    const houder = await eigen.database.pool.connect()
    await houder.query('begin')
    // Houdt het slot van deze leerling vast, zoals een andere rekenbeurt dat doet.
    await houder.query(`select pg_advisory_xact_lock(7385, mod(abs(hashtext($1)::bigint), 1024)::int)`, [id])
    const signalen = dienst({ geduldMs: 50 })
    expect(await signalen.signalenNa(id, MBO)).toEqual({ stand: 'later' })
    await houder.query('commit')
    houder.release()
    await signalen.stop()
    const { rows } = await eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from signaal where deelnemer_id = $1 and gesloten_op is null`, [id])
    expect(rows[0]?.n).toBeGreaterThan(0)
  })
})
