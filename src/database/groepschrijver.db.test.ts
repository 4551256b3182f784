import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import type { Moment } from '../kern/datum.ts'
import { noteerVerwerking, schrijfAudit } from './audit.ts'
import { beginVanStroom, canoniek, schakel } from './auditketen.ts'
import { inTransactie } from './transactie.ts'
import { openDatabase } from './verbinding.ts'

let eigen: EigenDatabase
beforeAll(async () => { eigen = await maakEigenDatabase() })
afterAll(async () => { await eigen.weg() })

const systeem = { organisaties: [], rol: 'systeem', actor: 'proef' } as const
const van = (brin: string) => ({ organisaties: [brin], rol: 'school', actor: `proef-${brin}` }) as const
const op = '2026-11-24T10:00:00.123Z' as Moment

/** Een leesvraag die pas antwoordt als haar transactie klaar is. */
const lees = (brin: string, deelnemerIds: readonly string[], gegevens: Record<string, unknown> = {}, database = eigen.database) =>
  inTransactie(database, van(brin), (trx) => { noteerVerwerking(trx, { handeling: 'toonDeelnemers', deelnemerIds, brin, gegevens }); return Promise.resolve('antwoord') })
const schrijf = (n: number) => inTransactie(eigen.database, systeem, (trx) => schrijfAudit(trx, { op, actor: 'proef', handeling: 'legOvereenkomstVast', brin: null, deelnemerId: null, object: ['x', `s${n}`] }))

interface Rij { audit_id: string; op: Moment; actor: string; handeling: string; brin: string | null; deelnemer_id: string | null; object_soort: string; object_sleutel: string; gegevens: unknown; trace_id: string; operation_id: Buffer; stroom: number; volgnummer: number; hash: Buffer; xmin: string }

/** Elke stroom nagerekend zonder de code die schreef, tot en met de kop. */
async function rekenNa(): Promise<readonly Rij[]> {
  const { rows } = await eigen.database.pool.query<Rij>('select *, xmin::text from audit_regel order by stroom, volgnummer')
  const koppen = new Map<number, { laatste: number; hash: Buffer }>()
  for (const r of rows) {
    const { laatste, hash } = koppen.get(r.stroom) ?? { laatste: 0, hash: beginVanStroom(r.stroom) }
    const tekst = canoniek({
      auditId: r.audit_id, op: r.op, actor: r.actor, handeling: r.handeling, brin: r.brin, deelnemerId: r.deelnemer_id, object: [r.object_soort, r.object_sleutel], gegevens: r.gegevens,
      traceId: r.trace_id.replaceAll('-', ''), operationId: r.operation_id.toString('hex'),
    })
    expect(r.volgnummer).toBe(laatste + 1)
    expect(schakel(hash, tekst, r.stroom, r.volgnummer).toString('hex')).toBe(r.hash.toString('hex'))
    koppen.set(r.stroom, { laatste: r.volgnummer, hash: r.hash })
  }
  const kop = await eigen.database.pool.query<{ stroom: number; laatste: number; hash: Buffer }>('select * from audit_kop where laatste > 0')
  expect(new Map(kop.rows.map((k) => [k.stroom, `${k.laatste} ${k.hash.toString('hex')}`]))).toEqual(new Map([...koppen].map(([s, k]) => [s, `${k.laatste} ${k.hash.toString('hex')}`])))
  return rows
}

const regelsOver = async (ids: readonly string[]): Promise<readonly string[]> => {
  const wie = ids.map((id) => eigen.database.pseudoniemen.maak(id).waarde)
  return (await eigen.database.pool.query<{ s: string }>(`select concat_ws(' ', naam, status, encode(betrokkene, 'hex')) as s from verwerking_regel where betrokkene = any ($1) order by 1`, [wie])).rows.map(({ s }) => s)
}
const verwacht = (ids: readonly string[], status = 'OK'): readonly string[] => ids.map((id) => `toonDeelnemers ${status} ${eigen.database.pseudoniemen.maak(id).waarde.toString('hex')}`).toSorted()

describe('de regels van leesvragen in groepen', () => {
  test('P-06, S-30: hoe lezers en schrijvers ook door elkaar lopen, elk antwoord heeft zijn regels precies een keer en elke keten klopt', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ lezer: fc.boolean(), aantal: fc.integer({ min: 0, max: 25 }), brin: fc.constantFrom('11VA', '21MB') }), { minLength: 1, maxLength: 40 }), async (beurten) => {
      const voor = (await rekenNa()).length
      const ids: string[] = []
      await Promise.all(beurten.map(({ lezer, aantal, brin }, n) => {
        if (!lezer) return schrijf(n)
        const eigenIds = Array.from({ length: aantal }, () => randomUUID())
        ids.push(...eigenIds)
        return lees(brin, eigenIds, { n, tekst: 'é"\\\n' })
      }))
      expect((await rekenNa()).length - voor).toBe(beurten.length)
      expect(await regelsOver(ids)).toEqual(verwacht(ids))
    }), { numRuns: 12 })
  })

  test('lezers die tegelijk komen delen een transactie, en de regel is er als het antwoord er is', async () => {
    const ids: readonly string[] = Array.from({ length: 8 }, () => randomUUID())
    await Promise.all(ids.map(async (id) => {
      await lees('21MB', [id])
      expect(await regelsOver([id])).toEqual(verwacht([id]))
    }))
    const rijen = (await rekenNa()).filter(({ deelnemer_id }) => ids.includes(deelnemer_id ?? ''))
    expect(rijen).toHaveLength(8)
    expect(new Set(rijen.map(({ xmin }) => xmin)).size).toBeLessThan(8)
    expect(new Set(rijen.map(({ operation_id }) => operation_id.toString('hex'))).size).toBe(8)
  })

  test('P-06: kan het logboek niet geschreven worden, dan krijgt geen enkele lezer antwoord, en daarna lukt het weer', async () => {
    const ids: readonly string[] = Array.from({ length: 6 }, () => randomUUID())
    await eigen.database.pool.query('alter table verwerking_regel rename to verwerking_regel_weg')
    const antwoorden = await Promise.allSettled(ids.map((id) => lees('21MB', [id])))
    await eigen.database.pool.query('alter table verwerking_regel_weg rename to verwerking_regel')
    expect(antwoorden.map(({ status }) => status)).toEqual(ids.map(() => 'rejected'))
    expect(await regelsOver(ids)).toEqual([])
    expect((await rekenNa()).filter(({ deelnemer_id }) => ids.includes(deelnemer_id ?? ''))).toEqual([])
    expect(await lees('21MB', ids)).toBe('antwoord')
  })

  test('P-06: een commit die mislukt is een mislukte leesvraag, ook zonder dat een opdracht mislukte', async () => {
    await eigen.database.pool.query(`create function weiger_bij_commit() returns trigger language plpgsql as $$ begin raise exception 'schijf vol' using errcode = '53100'; end $$`)
    await eigen.database.pool.query('create constraint trigger proef after insert on verwerking_regel deferrable initially deferred for each row execute function weiger_bij_commit()')
    const ids = Array.from({ length: 4 }, () => randomUUID())
    const antwoorden = await Promise.allSettled(ids.map((id) => lees('21MB', [id])))
    await eigen.database.pool.query('drop trigger proef on verwerking_regel')
    expect(antwoorden.map(({ status }) => status)).toEqual(ids.map(() => 'rejected'))
    expect(await regelsOver(ids)).toEqual([])
    await rekenNa()
  })

  test('een regel die de database weigert neemt de andere lezers niet mee', async () => {
    const ids: readonly string[] = Array.from({ length: 6 }, () => randomUUID())
    const antwoorden = await Promise.allSettled(ids.map((id, n) => lees('21MB', [id], n === 2 ? { zoek: 'nul\0' } : {})))
    expect(antwoorden.map(({ status }) => status)).toEqual(ids.map((_, n) => (n === 2 ? 'rejected' : 'fulfilled')))
    expect(await regelsOver(ids.filter((_, n) => n !== 2))).toEqual(verwacht(ids.filter((_, n) => n !== 2)))
    expect((await rekenNa()).filter(({ deelnemer_id, handeling }) => deelnemer_id === ids[2] && handeling === 'toonDeelnemers')).toEqual([])
  })

  test('een regel over een school die niet van de actor is weigert row-level security nog steeds, ook al schrijft de groep als systeem', async () => {
    const id = randomUUID()
    await expect(inTransactie(eigen.database, van('11VA'), (trx) => { noteerVerwerking(trx, { handeling: 'toonDeelnemers', deelnemerIds: [id], brin: '21MB' }); return Promise.resolve() })).rejects.toThrow(/row-level security/)
  })

  test('wie leest en ook iets vastlegt heeft geen vastlegging zonder regel', async () => {
    const tel = async () => (await eigen.database.pool.query('select 1 from schoolvakantie')).rowCount
    const voor = await tel()
    await eigen.database.pool.query('alter table audit_kop rename to audit_kop_weg')
    await expect(inTransactie(eigen.database, systeem, async (trx) => {
      await trx.insertInto('schoolvakantie').values({ vakantie_id: randomUUID(), van: '2026-12-19', tot_en_met: '2027-01-03', vastgelegd_van: op } as never).execute()
      noteerVerwerking(trx, { handeling: 'toonDeelnemers', deelnemerIds: [randomUUID()] })
    })).rejects.toThrow(/audit_kop/)
    await eigen.database.pool.query('alter table audit_kop_weg rename to audit_kop')
    expect(await tel()).toBe(voor)
  })

  test('sluiten wacht tot de regels van lopende leesvragen er staan', async () => {
    const ids = Array.from({ length: 12 }, () => randomUUID())
    const ander = await openDatabase({ url: eigen.url, pseudoniemen: eigen.database.pseudoniemen, verbindingen: 12 })
    const begonnen = Promise.withResolvers<void>()
    let aantal = 0
    const klaar = Promise.allSettled(ids.map((id) => inTransactie(ander, van('21MB'), async (trx) => {
      noteerVerwerking(trx, { handeling: 'toonDeelnemers', deelnemerIds: [id], brin: '21MB' })
      await trx.selectFrom('schoolvakantie').select('van').execute()
      aantal += 1
      if (aantal === ids.length) begonnen.resolve()
      await begonnen.promise
    })))
    await begonnen.promise
    await ander.sluit()
    expect((await klaar).map(({ status }) => status)).toEqual(ids.map(() => 'fulfilled'))
    expect(await regelsOver(ids)).toEqual(verwacht(ids))
  })
})
