import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import type { Moment } from '../kern/datum.ts'
import { noteerVerwerking, schrijfAudit } from './audit.ts'
import { beginVanStroom, canoniek, schakel } from './auditketen.ts'
import { inTransactie, inTransactieMetVerbinding, metHerstelpunt } from './transactie.ts'

let eigen: EigenDatabase
beforeAll(async () => { eigen = await maakEigenDatabase() })
afterAll(async () => { await eigen.weg() })

const systeem = { organisaties: [], rol: 'systeem', actor: 'proef' } as const
const school = { organisaties: ['11VA'], rol: 'school', actor: 'proef-school' } as const
const op = '2026-11-24T10:00:00.123Z' as Moment
const regel = (n: number, gegevens: Record<string, unknown> = { n }) => ({ op, actor: 'proef', handeling: 'legOvereenkomstVast', brin: null, deelnemerId: null, object: ['x', `s${n}`] as const, gegevens })

interface Rij { audit_id: string; op: Moment; actor: string; handeling: string; brin: string | null; deelnemer_id: string | null; object_soort: string; object_sleutel: string; gegevens: unknown; trace_id: string; operation_id: Buffer; stroom: number; volgnummer: number; hash: Buffer }

/** Elke stroom van voren af aan nagerekend, zonder de code die schreef. */
async function rekenNa(): Promise<number> {
  const { rows } = await eigen.database.pool.query<Rij>('select * from audit_regel where stroom is not null order by stroom, volgnummer')
  const koppen = new Map<number, { laatste: number; hash: Buffer }>()
  for (const r of rows) {
    const { laatste, hash } = koppen.get(r.stroom) ?? { laatste: 0, hash: beginVanStroom(r.stroom) }
    expect(r.volgnummer).toBe(laatste + 1)
    const tekst = canoniek({
      auditId: r.audit_id, op: r.op, actor: r.actor, handeling: r.handeling, brin: r.brin, deelnemerId: r.deelnemer_id, object: [r.object_soort, r.object_sleutel], gegevens: r.gegevens,
      traceId: r.trace_id.replaceAll('-', ''), operationId: r.operation_id.toString('hex'),
    })
    expect(schakel(hash, tekst, r.stroom, r.volgnummer).equals(r.hash)).toBe(true)
    koppen.set(r.stroom, { laatste: r.volgnummer, hash: r.hash })
  }
  const kop = await eigen.database.pool.query<{ stroom: number; laatste: number; hash: Buffer }>('select * from audit_kop where laatste > 0')
  expect(new Map(kop.rows.map((k) => [k.stroom, [k.laatste, k.hash.toString('hex')]]))).toEqual(new Map([...koppen].map(([s, k]) => [s, [k.laatste, k.hash.toString('hex')]])))
  return rows.length
}

describe('de keten van de audit', () => {
  test('P-06: veel schrijvers tegelijk, met een en met meer regels, los en op een kale verbinding, geven stromen zonder gat en met kloppende hashes', async () => {
    const voor = await rekenNa()
    await Promise.all(Array.from({ length: 120 }, (_, n) => n % 5 === 0
      ? inTransactieMetVerbinding(eigen.database, systeem, async (verbinding) => { for (let i = 0; i < 5; i++) await schrijfAudit(verbinding, regel(n * 10 + i)) })
      : inTransactie(eigen.database, systeem, async (trx) => { for (let i = 0; i <= n % 3; i++) await schrijfAudit(trx, regel(n * 10 + i)) })))
    const verwacht = Array.from({ length: 120 }, (_, n) => (n % 5 === 0 ? 5 : 1 + (n % 3))).reduce((a, b) => a + b, 0)
    expect((await rekenNa()) - voor).toBe(verwacht)
  })

  test('elke inhoud die JSON kan zijn, komt er met een kloppende hash uit (RFC 8785)', async () => {
    await fc.assert(fc.asyncProperty(fc.dictionary(fc.string({ unit: 'grapheme' }).filter((t) => t.isWellFormed() && !t.includes('\0')), fc.jsonValue({ maxDepth: 2 })), async (gegevens) => {
      // PostgreSQL kent het teken nul niet, en bewaart jsonb als gewone getallen.
      fc.pre(!/\\u0000|e[+-]?[0-9]/i.test(JSON.stringify(gegevens)) && JSON.stringify(gegevens).isWellFormed())
      await inTransactie(eigen.database, systeem, (trx) => schrijfAudit(trx, regel(1, gegevens)))
    }), { numRuns: 25 })
    expect(await rekenNa()).toBeGreaterThan(0)
  })

  test('wat wordt teruggedraaid laat geen gat achter, ook niet bij een herstelpunt', async () => {
    const voor = await rekenNa()
    await expect(inTransactie(eigen.database, systeem, async (trx) => { await schrijfAudit(trx, regel(1)); throw new Error('toch niet') })).rejects.toThrow('toch niet')
    await inTransactie(eigen.database, systeem, async (trx) => {
      await schrijfAudit(trx, regel(2))
      await metHerstelpunt(trx, async () => { await schrijfAudit(trx, regel(3)); throw new Error('terug') }).catch(() => undefined)
    })
    expect((await rekenNa()) - voor).toBe(1)
  })

  test('P-06: kan de audit niet geschreven worden, dan mislukt de handeling en is er niets opgeslagen', async () => {
    await eigen.database.pool.query('alter table audit_kop rename to audit_kop_weg')
    const tel = async () => (await eigen.database.pool.query('select 1 from schoolvakantie')).rowCount
    const voor = await tel()
    await expect(inTransactie(eigen.database, systeem, async (trx) => {
      await trx.insertInto('schoolvakantie').values({ vakantie_id: randomUUID(), van: '2026-12-19', tot_en_met: '2027-01-03', vastgelegd_van: op } as never).execute()
      await schrijfAudit(trx, regel(1))
    })).rejects.toThrow(/audit_kop/)
    await eigen.database.pool.query('alter table audit_kop_weg rename to audit_kop')
    expect(await tel()).toBe(voor)
    await eigen.database.pool.query('create table kop_bewaard as select * from audit_kop')
    await eigen.database.pool.query('delete from audit_kop')
    await expect(inTransactie(eigen.database, systeem, (trx) => schrijfAudit(trx, regel(1)))).rejects.toThrow(/audit_regel_geketend/)
    await eigen.database.pool.query('insert into audit_kop select * from kop_bewaard')
    await rekenNa()
  })

  test('S-35: de rol van de toepassing kan geen regel wijzigen of wissen, en geen regel buiten de keten zetten', async () => {
    for (const vraag of ['update audit_regel set actor = \'x\'', 'delete from audit_regel', 'truncate audit_regel', 'update verwerking_regel set naam = \'x\'', 'delete from verwerking_regel', 'delete from audit_kop', 'insert into audit_kop values (99, 0, sha256(\'x\'))', 'delete from audit_begin']) {
      await expect(inTransactieMetVerbinding(eigen.database, systeem, (v) => v.query(vraag)), vraag).rejects.toThrow(/permission denied/)
    }
    await expect(inTransactieMetVerbinding(eigen.database, systeem, (v) => v.query(`insert into audit_regel (audit_id, op, actor, handeling, object_soort, object_sleutel) values (gen_random_uuid(), now(), 'x', 'x', 'x', 'x')`))).rejects.toThrow(/audit_regel_geketend/)
  })
})

const verwerkingen = async (trace?: string) => (await eigen.database.pool.query<{ naam: string; status: string; activiteit: string; betrokkene: Buffer | null; trace_id: string }>('select * from verwerking_regel where $1::uuid is null or trace_id = $1 order by regel_id', [trace ?? null])).rows

describe('het logboek van verwerkingen', () => {
  test('S-30: een regel per betrokkene, in dezelfde trace als een auditregel over wie keek; niet gevonden is een regel zonder betrokkene (P-05)', async () => {
    const wie = Array.from({ length: 500 }, () => randomUUID())
    const voor = (await verwerkingen()).length
    await inTransactie(eigen.database, school, (trx) => { noteerVerwerking(trx, { handeling: 'toonDeelnemers', deelnemerIds: [...wie, ...wie.slice(0, 10)], brin: '11VA' }); return Promise.resolve() })
    const regels = (await verwerkingen()).slice(voor)
    expect(regels).toHaveLength(500)
    expect(new Set(regels.map(({ betrokkene }) => betrokkene?.toString('hex')))).toEqual(new Set(wie.map((id) => eigen.database.pseudoniemen.maak(id).waarde.toString('hex'))))
    expect(new Set(regels.map(({ status, activiteit, trace_id }) => `${status} ${activiteit} ${trace_id}`)).size).toBe(1)
    const { rows } = await eigen.database.pool.query('select actor, handeling, brin, deelnemer_id, gegevens from audit_regel where trace_id = $1', [regels[0]?.trace_id])
    expect(rows).toEqual([{ actor: 'proef-school', handeling: 'toonDeelnemers', brin: '11VA', deelnemer_id: null, gegevens: { aantal: 500 } }])
    await inTransactie(eigen.database, school, (trx) => { noteerVerwerking(trx, { handeling: 'zoekDeelnemers', deelnemerIds: [] }); return Promise.resolve() })
    expect((await verwerkingen()).at(-1)).toMatchObject({ naam: 'zoekDeelnemers', betrokkene: null, status: 'OK' })
    await rekenNa()
  })

  test('S-30: een mislukte verwerking staat er met de stand ERROR, met wie het probeerde in de audit', async () => {
    const id = randomUUID()
    await expect(inTransactie(eigen.database, school, (trx) => { noteerVerwerking(trx, { handeling: 'leverInschrijving', deelnemerIds: [id], zonderAudit: true }); throw new Error('mis') })).rejects.toThrow('mis')
    const laatste = (await verwerkingen()).at(-1)
    expect(laatste).toMatchObject({ naam: 'leverInschrijving', status: 'ERROR' })
    expect(laatste?.betrokkene?.equals(eigen.database.pseudoniemen.maak(id).waarde)).toBe(true)
    const { rows } = await eigen.database.pool.query('select actor, handeling, object_sleutel, deelnemer_id from audit_regel where trace_id = $1', [laatste?.trace_id])
    expect(rows).toEqual([{ actor: 'proef-school', handeling: 'verwerkingMislukt', object_sleutel: 'leverInschrijving', deelnemer_id: id }])
  })

  test('S-30: wat bij een herstelpunt is teruggedraaid staat er als mislukt, ook al lukt de transactie', async () => {
    const [goed, fout] = [randomUUID(), randomUUID()]
    await inTransactie(eigen.database, systeem, async (trx) => {
      noteerVerwerking(trx, { handeling: 'leverInschrijving', deelnemerIds: [goed], zonderAudit: true })
      await metHerstelpunt(trx, () => { noteerVerwerking(trx, { handeling: 'leverInschrijving', deelnemerIds: [fout], zonderAudit: true }); throw new Error('terug') }).catch(() => undefined)
    })
    expect((await verwerkingen()).slice(-2).map(({ status }) => status)).toEqual(['OK', 'ERROR'])
  })

  test('een momentopname schrijft haar regels ook als een ander de audit intussen verder bracht', async () => {
    const id = randomUUID()
    const voor = await rekenNa()
    await inTransactie(eigen.database, school, async (trx) => {
      await trx.selectFrom('audit_kop').selectAll().execute()
      await Promise.all(Array.from({ length: 3 }, () => inTransactie(eigen.database, systeem, (ander) => schrijfAudit(ander, regel(1)))))
      noteerVerwerking(trx, { handeling: 'toonLeerlingen', deelnemerIds: [id] })
    }, { momentopname: true })
    expect((await rekenNa()) - voor).toBe(4)
    expect((await verwerkingen()).at(-1)).toMatchObject({ naam: 'toonLeerlingen', status: 'OK' })
  })

  test('DUO leest bij elke school: de audit noemt de school, en het logboek lukt', async () => {
    for (const rol of ['duo', 'toezicht'] as const) await inTransactie(eigen.database, { organisaties: [], rol, actor: `proef-${rol}` }, (trx) => { noteerVerwerking(trx, { handeling: 'toonTellingregels', deelnemerIds: [randomUUID()], brin: '21MB' }); return Promise.resolve() })
    const { rows } = await eigen.database.pool.query(`select actor, brin from audit_regel where actor in ('proef-duo', 'proef-toezicht') order by actor`)
    expect(rows).toEqual([{ actor: 'proef-duo', brin: '21MB' }, { actor: 'proef-toezicht', brin: '21MB' }])
  })

  test('een handeling zonder verwerkingsactiviteit over een deelnemer is een fout in de code', async () => {
    await expect(inTransactie(eigen.database, systeem, (trx) => schrijfAudit(trx, { ...regel(1), deelnemerId: randomUUID() }))).rejects.toThrow(/verwerkingsactiviteit/)
  })
})
