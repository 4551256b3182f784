import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { leverInschrijving } from '../../bron/index.ts'
import { type Datum, datum, type Moment } from '../../kern/datum.ts'
import { type Actiecontext, type Actor, maakKluis, registreerOrganisatie, systeemactor } from '../../toegang/index.ts'
import { meldVerzuim, registreerAfwezigheid, registreerSchoolvakantie, trekMeldingIn } from './registreer-verzuim.ts'

const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
const VO: Actor = { id: '11VA', soort: 'school', rollen: (['bron-inschrijving-vo', 'verzuim'] as const).map((rol) => ({ rol, brin: '11VA' })) }
const op = (dag: string, actor: Actor = VO): Actiecontext => ({ actor, nu: `${dag}T08:00:00.000Z` as Moment, kluis })
const LEERLING = { deelnemer: { persoonsnummer: '999900006' }, brin: '11VA' } as const
const MELDING = { ...LEERLING, partij: 'VO', begin: datum('2024-10-01'), eind: datum('2024-10-11') } as const

let eigen: EigenDatabase
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  const van = datum('2018-08-01')
  await registreerOrganisatie(eigen.database, op('2018-08-01', systeemactor('proef')), {
    soort: 'INSTELLING', naam: 'School', identificaties: [{ soort: 'BRIN', waarde: '11VA', geldigVan: van }], onderwijsaanbieders: [{ code: '101A001', sector: 'VO', geldigVan: van }],
  })
  await leverInschrijving(eigen.database, op('2024-08-05'), {
    persoon: { persoonsnummer: '999900006', geboortedatum: '2009-04-12' },
    inschrijving: { sector: 'VO', brin: '11VA', inschrijvingvolgnummer: '1', datumInschrijving: datum('2024-08-01'), perioden: [{ datumBegin: datum('2024-08-01'), indicatieBekostigbaar: 'J' }] },
  })
})
afterAll(() => eigen.weg())

/** Het eerste veld dat geweigerd is, met wat te doen; of wat er is vastgelegd. */
async function antwoord(uitkomst: Promise<{ readonly ok: boolean; readonly reden?: unknown; readonly waarde?: unknown }>): Promise<unknown> {
  const { ok, reden, waarde } = await uitkomst
  return ok ? waarde : reden
}
const geweigerd = (veld: string) => ({ soort: 'ongeldig', fouten: [{ veld, regel: expect.stringMatching(/.{10}/), watTeDoen: expect.stringMatching(/.{10}/) }] })

describe('K-VZM-06: een melding intrekken', () => {
  test('voor de dag van indienen is een weigering met veld, regel en wat te doen', async () => {
    expect(await antwoord(meldVerzuim(eigen.database, op('2024-10-14'), MELDING))).toMatchObject({ uitkomst: 'nieuw' })
    const vroeg = await antwoord(trekMeldingIn(eigen.database, op('2024-10-20'), { ...MELDING, ingetrokkenOp: datum('2024-10-13') }))
    expect(vroeg).toEqual({ soort: 'ongeldig', fouten: [{
      veld: 'ingetrokkenOp', regelId: 'K-VZM-06', regel: 'De melding is ingediend op 2024-10-14; intrekken op 2024-10-13 kan niet.',
      watTeDoen: 'Geef de dag van intrekken: dezelfde dag als het indienen of later.',
    }] })
    expect((await eigen.database.pool.query(`select 1 from audit_regel where handeling = 'trekMeldingIn'`)).rowCount).toBe(0)
  })
  test('een dag die niet bestaat is een weigering, geen databasefout', async () => {
    expect(await antwoord(trekMeldingIn(eigen.database, op('2024-10-20'), { ...MELDING, ingetrokkenOp: '2024-13-01' as Datum }))).toMatchObject(geweigerd('ingetrokkenOp'))
  })
  test('op de dag van indienen mag', async () => {
    expect(await antwoord(trekMeldingIn(eigen.database, op('2024-10-20'), { ...MELDING, ingetrokkenOp: datum('2024-10-14') }))).toMatchObject({ uitkomst: 'gewijzigd' })
  })
})

describe('een einde voor het begin, of een onmogelijke waarde, is een weigering', () => {
  test.each([
    ['melding: eind voor begin', { eind: datum('2024-09-30') }, 'eind'],
    ['melding: onmogelijke dag van indienen', { ingediendOp: '2024-02-30' as Datum }, 'ingediendOp'],
  ])('K-VZM-06: %s', async (_naam, meer, veld) => {
    expect(await antwoord(meldVerzuim(eigen.database, op('2024-10-14'), { ...MELDING, ...meer }))).toMatchObject(geweigerd(veld))
  })
  test.each([-1, 24.01, 25, 1.234, Number.NaN, Number.POSITIVE_INFINITY])('K-CAS-08: %s gemiste uren op een dag', async (uren) => {
    expect(await antwoord(registreerAfwezigheid(eigen.database, op('2024-10-14'), { ...LEERLING, datum: datum('2024-10-01'), uren, geoorloofd: false }))).toMatchObject(geweigerd('uren'))
  })
  test.each([24, 0.01, 0])('K-CAS-08: %s gemiste uren mag', async (uren) => {
    expect(await antwoord(registreerAfwezigheid(eigen.database, op('2024-10-14'), { ...LEERLING, datum: datum('2024-10-02'), uren, geoorloofd: false }))).toMatchObject({ uitkomst: expect.any(String) })
  })
  test('K-VZM-02: een vakantie die eindigt voor zij begint', async () => {
    expect(await antwoord(registreerSchoolvakantie(eigen.database, op('2024-10-14', systeemactor('proef')), { van: datum('2024-10-26'), tot: datum('2024-10-25') }))).toMatchObject(geweigerd('tot'))
  })
})
