import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import { datum, momentVan } from '../kern/datum.ts'
import { maakKoppeling, maakKoppelingzoeker, type NieuweKoppeling, geheimhash, systeemactor, toonKoppelingen, trekKoppelingIn, type Actiecontext, type Kluis } from './index.ts'

let eigen: EigenDatabase
let nu = new Date('2026-11-24T10:00:00Z')
const BEHEER = systeemactor('beheer')
const ctx = (actor: Actiecontext['actor'] = BEHEER): Actiecontext => ({ actor, nu: momentVan(nu), kluis: undefined as unknown as Kluis })
const NIEUW: NieuweKoppeling = { naam: 'Studentensysteem Lindemeer', soort: 'school', rollen: [{ rol: 'bron-inschrijving-mbo', brin: '21MB' }, { rol: 'raadplegen', brin: '21MB' }], geldigTotEnMet: datum('2027-07-31') }

beforeAll(async () => { eigen = await maakEigenDatabase() })
afterAll(() => eigen.weg())

async function maak(anders: Partial<NieuweKoppeling> = {}) {
  const gemaakt = await maakKoppeling(eigen.database, ctx(), { ...NIEUW, ...anders })
  if (!gemaakt.ok) throw new Error('een koppeling maken hoort te lukken')
  return gemaakt.waarde
}
const zoek = (sleutel: string) => maakKoppelingzoeker(eigen.database, () => nu)(geheimhash(sleutel))
const toon = async () => {
  const alle = await toonKoppelingen(eigen.database, ctx())
  return alle.ok ? alle.waarde : []
}

describe('koppelingen', () => {
  test('een gemaakte sleutel geeft precies de rollen, en staat nergens in de database', async () => {
    const { koppelingId, sleutel } = await maak()
    expect(sleutel).toMatch(/^leerroute_[\w-]{43}$/)
    expect(await zoek(sleutel)).toEqual({ id: `koppeling:${koppelingId}`, soort: 'school', rollen: NIEUW.rollen })
    expect(await zoek(`${sleutel}x`)).toBeUndefined()
    for (const tabel of ['koppeling', 'audit_regel']) {
      const { rows } = await eigen.database.pool.query(`select t::text as rij from ${tabel} t`)
      expect(JSON.stringify(rows)).not.toContain(sleutel.slice(10))
    }
    expect(JSON.stringify(await toon())).not.toContain('sleutel')
  })
  test('de laatste dag telt mee, de dag erna niet, gerekend in Nederland', async () => {
    const { sleutel } = await maak({ geldigTotEnMet: datum('2026-11-25') })
    nu = new Date('2026-11-25T22:59:59Z')
    expect(await zoek(sleutel)).toBeDefined()
    nu = new Date('2026-11-25T23:00:00Z')
    expect(await zoek(sleutel)).toBeUndefined()
    nu = new Date('2026-11-24T10:00:00Z')
  })
  test('intrekken werkt binnen een seconde, ook voor wie net gebeld heeft; nog een keer verandert niets', async () => {
    const { koppelingId, sleutel } = await maak()
    const zoeker = maakKoppelingzoeker(eigen.database, () => nu)
    expect(await zoeker(geheimhash(sleutel))).toBeDefined()
    expect(await trekKoppelingIn(eigen.database, ctx(), koppelingId)).toEqual({ ok: true, waarde: { uitkomst: 'ingetrokken' } })
    nu = new Date(nu.getTime() + 999)
    expect(await zoeker(geheimhash(sleutel))).toBeDefined()
    nu = new Date(nu.getTime() + 1)
    expect(await zoeker(geheimhash(sleutel))).toBeUndefined()
    expect(await trekKoppelingIn(eigen.database, ctx(), koppelingId)).toEqual({ ok: true, waarde: { uitkomst: 'ongewijzigd' } })
  })
  test('het laatste gebruik staat er op de minuut bij', async () => {
    const { koppelingId, sleutel } = await maak()
    const gebruik = async () => (await toon()).find((koppeling) => koppeling.koppelingId === koppelingId)?.laatstGebruiktOp
    expect(await gebruik()).toBeNull()
    const eerste = nu
    await zoek(sleutel)
    nu = new Date(eerste.getTime() + 59_000)
    await zoek(sleutel)
    expect(await gebruik()).toBe(eerste.toISOString())
    nu = new Date(eerste.getTime() + 60_000)
    await zoek(sleutel)
    expect(await gebruik()).toBe(nu.toISOString())
  })
  test('Z-01: een school of DUO beheert geen koppelingen', async () => {
    const { koppelingId } = await maak()
    for (const actor of [{ id: 'school', soort: 'school', rollen: NIEUW.rollen }, { id: 'duo', soort: 'duo', rollen: [] }] as const) {
      expect(await maakKoppeling(eigen.database, ctx(actor), NIEUW)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
      expect(await trekKoppelingIn(eigen.database, ctx(actor), koppelingId)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
      expect(await toonKoppelingen(eigen.database, ctx(actor))).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    }
  })
  test('alle fouten tegelijk: lege naam, verlopen dag, onbekende rol en onmogelijke BRIN', async () => {
    const uitkomst = await maakKoppeling(eigen.database, ctx(), { naam: ' ', soort: 'school', rollen: [{ rol: 'baas' as never, brin: '1A' }], geldigTotEnMet: datum('2026-11-23') })
    expect(uitkomst).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'naam' }, { veld: 'geldigTotEnMet' }, { veld: 'rollen[0].rol' }, { veld: 'rollen[0].brin' }] } })
  })
})
