import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leesDeelnemer, leesInschrijvingen, leverInschrijving, verwijderInschrijving, wijzigInschrijving, type InschrijvingBericht } from '../../src/bron/index.ts'
import { momentVan } from '../../src/kern/datum.ts'
import { type Actiecontext, type Actor, alsActor, contextVan, type Rol } from '../../src/toegang/index.ts'
import { maakRestproef, persoon, type Restproef, voInschrijving } from '../rest-proef.ts'

let proef: Restproef
beforeAll(async () => { proef = await maakRestproef() })
afterAll(() => proef.weg())

let klok = 0
const ctx = (actor: Actor): Actiecontext => ({ actor, nu: momentVan(Date.parse('2026-11-24T09:00:00.000Z') + (klok += 1_000)), kluis: proef.deur.kluis })
const bij = (id: string, vestiging: string | undefined, rollen: readonly Rol[] = ['bron-inschrijving-vo', 'raadplegen']): Actor =>
  ({ id, soort: 'school', rollen: rollen.map((rol) => ({ rol, brin: '11VA', ...(vestiging === undefined ? {} : { vestiging }) })) })
const HEEL = bij('heel', undefined)
const NUL = bij('nul', '11VA00')
const EEN = bij('een', '11VA01')

function op(vestiging: string | null, volgnummer = '1'): InschrijvingBericht {
  const basis = voInschrijving(null, { inschrijvingvolgnummer: volgnummer }) as InschrijvingBericht
  return { ...basis, perioden: basis.perioden.map((periode) => ({ ...periode, vestiging })) }
}
const lever = (actor: Actor, nummer: number, inschrijving: InschrijvingBericht) => leverInschrijving(proef.database, ctx(actor), { persoon: persoon(nummer * 10), inschrijving })
async function idVan(uitkomst: ReturnType<typeof lever>): Promise<string> {
  const gelukt = await uitkomst
  if (!gelukt.ok) throw new Error(JSON.stringify(gelukt.reden))
  return gelukt.waarde.deelnemerId
}

describe('T-27, A-13: een rol voor een vestiging', () => {
  test('T-27: ziet alleen studenten van die vestiging; een rol voor de hele school ziet alle', async () => {
    const [opNul, opEen] = [await idVan(lever(HEEL, 501, op('11VA00'))), await idVan(lever(HEEL, 502, op('11VA01')))]
    const ziet = async (actor: Actor) => Promise.all([opNul, opEen].map(async (id) => (await leesDeelnemer(proef.database, ctx(actor), id)).ok))
    expect([await ziet(NUL), await ziet(EEN), await ziet(HEEL)]).toEqual([[true, false], [false, true], [true, true]])
    const onbekend = await leesInschrijvingen(proef.database, ctx(NUL), '0197a1b2-0000-4000-8000-000000000000')
    expect(await leesInschrijvingen(proef.database, ctx(NUL), opEen), 'van een andere vestiging en onbekend zijn gelijk').toEqual(onbekend)
  })

  test('T-27: levert alleen voor de eigen vestiging, met per periode wat er mis is', async () => {
    expect(await lever(NUL, 503, op('11VA00'))).toMatchObject({ ok: true, waarde: { uitkomst: 'nieuw' } })
    expect(await lever(NUL, 504, op('11VA01'))).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'perioden[0].vestiging', regelId: 'T-27', regel: 'Uw machtiging geldt niet voor vestiging 11VA01.' }] } })
    expect(await lever(NUL, 504, op(null))).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'perioden[0].vestiging', regelId: 'T-27' }] } })
    expect(await lever(bij('kijker', '11VA00', ['raadplegen']), 504, op('11VA00')), 'zonder rol om te schrijven').toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  })

  test('T-27: neemt geen student over van een andere vestiging, en wijzigt of verwijdert er geen', async () => {
    const id = await idVan(lever(HEEL, 505, op('11VA01')))
    const weigering = { ok: false, reden: { soort: 'niet-gevonden' } }
    expect(await lever(NUL, 505, op('11VA00'))).toEqual(weigering)
    expect(await lever(NUL, 505, op('11VA00', '2'))).toEqual(weigering)
    const sleutel = { deelnemer: { deelnemerId: id }, brin: '11VA', sector: 'VO', inschrijvingvolgnummer: '1' } as const
    expect(await verwijderInschrijving(proef.database, ctx(NUL), sleutel)).toEqual(weigering)
    expect(await wijzigInschrijving(proef.database, ctx(NUL), { ...op('11VA00'), deelnemer: { deelnemerId: id } })).toEqual(weigering)
    expect(await wijzigInschrijving(proef.database, ctx(EEN), { ...op('11VA00'), deelnemer: { deelnemerId: id } }), 'ook niet naar een andere vestiging').toMatchObject({ ok: false, reden: { soort: 'ongeldig' } })
    expect(await verwijderInschrijving(proef.database, ctx(EEN), sleutel)).toMatchObject({ ok: true })
  })

  test('T-27: row-level security alleen toont van geen enkele tabel iets van een andere vestiging', async () => {
    const vreemd = await idVan(lever(HEEL, 506, op('11VA01')))
    const eigen = await idVan(lever(HEEL, 507, op('11VA00')))
    const { rows: tabellen } = await proef.database.pool.query<{ naam: string }>(`select c.relname as naam from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'deelnemer_id' and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`)
    const gezien = new Set<string>()
    await alsActor(proef.database, NUL, async (trx) => {
      for (const { naam } of tabellen) {
        const { rows } = await sql<{ id: string | null }>`select distinct deelnemer_id as id from ${sql.table(naam)}`.execute(trx)
        for (const { id } of rows) if (id !== null) gezien.add(id)
        expect([naam, rows.some(({ id }) => id === vreemd)]).toEqual([naam, false])
      }
    })
    expect(gezien.has(eigen)).toBe(true)
  })

  test('A-13: een machtiging voor een vestiging die wij niet kennen geeft geen enkele rij', async () => {
    const onbekend = bij('onbekend', '11VA77')
    expect(contextVan(onbekend).vestigingen).toEqual(['11VA77'])
    const rijen = await alsActor(proef.database, onbekend, (trx) => trx.selectFrom('deelnemer').select('deelnemer_id').execute())
    expect(rijen).toEqual([])
  })
})
