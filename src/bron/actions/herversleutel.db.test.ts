import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakRestproef, mboInschrijving, persoon, type Restproef } from '../../../test/rest-proef.ts'
import type { Moment } from '../../kern/datum.ts'
import { maakKluis, type Persoonsnummersleutels, systeemactor } from '../../toegang/index.ts'
import { herversleutel } from './herversleutel.ts'

let proef: Restproef
const [k1, k2, zoek] = [randomBytes(32), randomBytes(32), randomBytes(32)]
const kluisMet = (actief: string, ...namen: ('k1' | 'k2')[]) => maakKluis({ actief, versleutelsleutels: new Map(namen.map((naam) => [naam, naam === 'k1' ? k1 : k2])), opzoeksleutel: zoek } satisfies Persoonsnummersleutels)
const ids: string[] = []
const ctx = (kluis: ReturnType<typeof maakKluis>, actor = systeemactor('proef')) => ({ actor, nu: '2026-11-24T12:00:00.000Z' as Moment, kluis })

beforeAll(async () => {
  proef = await maakRestproef()
  Object.assign(proef.deur, { kluis: kluisMet('k1', 'k1') })
  for (const n of [1, 2, 3]) ids.push((await proef.bel({ als: 'mbo', methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(n), inschrijving: mboInschrijving() } })).json['deelnemerId'] as unknown as string)
})
afterAll(() => proef.weg())

const rijen = async () => (await proef.database.pool.query<{ id: string; versleuteld: Buffer; sleutel: string; zoek: Buffer }>(
  'select deelnemer_id as id, persoonsnummer_versleuteld as versleuteld, persoonsnummer_sleutel_id as sleutel, persoonsnummer_sleutel as zoek from deelnemer order by deelnemer_id')).rows

describe('S-92, S-93: een sleutel wisselen', () => {
  test('zonder de oude sleutel gooit het en verandert er niets', async () => {
    const voor = await rijen()
    await expect(herversleutel(proef.database, ctx(kluisMet('k2', 'k2')))).rejects.toThrow('versleutelsleutel k1 ontbreekt')
    expect(await rijen()).toEqual(voor)
  })

  test('na afbreken gaat het verder waar het was; daarna is elk nummer te lezen zonder de oude sleutel, en staat elke persoon nog onder dezelfde opzoeksleutel', async () => {
    const voor = await rijen()
    // Een rij die al om is: zo ziet een afgebroken ronde eruit.
    const [eerste] = voor
    if (eerste === undefined) throw new Error('geen deelnemer')
    const nieuw = kluisMet('k2', 'k1', 'k2')
    const om = nieuw.versleutel(nieuw.ontsleutel(eerste.versleuteld, 'k1', eerste.id), eerste.id)
    await proef.database.pool.query(`update deelnemer set persoonsnummer_versleuteld = $2, persoonsnummer_sleutel_id = 'k2' where deelnemer_id = $1`, [eerste.id, om.versleuteld])
    const delen: number[] = []
    expect(await herversleutel(proef.database, ctx(nieuw), (deel) => delen.push(deel))).toEqual({ ok: true, waarde: { sleutel: 'k2', nummers: 2 } })
    expect(delen).toEqual([1])
    const alleenNieuw = kluisMet('k2', 'k2')
    const na = await rijen()
    expect(na.map(({ id, versleuteld, sleutel }) => alleenNieuw.ontsleutel(versleuteld, sleutel, id)).sort()).toEqual([1, 2, 3].map((n) => persoon(n).persoonsnummer).sort())
    expect(na.map(({ id, zoek: waarde }) => [id, waarde])).toEqual(voor.map(({ id, zoek: waarde }) => [id, waarde]))
    expect(await herversleutel(proef.database, ctx(nieuw))).toEqual({ ok: true, waarde: { sleutel: 'k2', nummers: 0 } })
    const { rows } = await proef.database.pool.query(`select actor, gegevens from audit_regel where handeling = 'herversleutel'`)
    expect(rows).toEqual([{ actor: 'proef', gegevens: { nummers: 2 } }])
  })

  test('Z-01: een school of DUO kan dit niet', async () => {
    expect(await herversleutel(proef.database, ctx(kluisMet('k2', 'k1', 'k2'), { id: 'duo', soort: 'duo', rollen: [] } as never))).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  })
})
