import { describe, expect, test } from 'vitest'
import { datum, type Moment } from '../../../kern/datum.ts'
import type { Schoolstand } from '../schoolstand.ts'
import { isTeLangNietGebruikt, type Koppelvraag, plusMaanden, waaromNietKoppelbaar } from './koppelbaar.ts'

const STAND: Schoolstand = { brin: '11VA', stand: 'OVERSTAP_OPEN', coulance: false, openVan: datum('2026-09-01'), tokenTotEnMet: datum('2027-06-30'), coulanceTotEnMet: null, uitnodigingVervangtBewijs: false }
const VRAAG: Koppelvraag = {
  toestand: 'ACTIEF_TOKEN', laatstGebruiktOp: '2026-10-01T08:00:00.000Z' as Moment, stand: STAND, zelfdeOrganisatie: true, nu: '2026-11-24T10:00:00.000Z' as Moment, ongebruiktMaanden: 24,
}
const waarom = (anders: Partial<Koppelvraag>) => waaromNietKoppelbaar({ ...VRAAG, ...anders })?.soort

describe('welk oud account te koppelen is', () => {
  test('een gebruikt account van dezelfde organisatie in een open overstap', () => expect(waarom({})).toBeUndefined())
  test('T-04: een andere organisatie gaat voor elke andere reden', () => {
    expect(waarom({ zelfdeOrganisatie: false, toestand: 'GEBLOKKEERD' })).toBe('organisatie-komt-niet-overeen')
  })
  test('T-19: voor de opening en na de sluiting zonder coulance niet; in de coulance wel', () => {
    expect(waarom({ stand: { ...STAND, stand: 'VOORBEREIDING' } })).toBe('overstap-niet-open')
    expect(waarom({ stand: { ...STAND, stand: 'GEEN' } })).toBe('overstap-niet-open')
    expect(waarom({ toestand: 'AFGESLOTEN', stand: { ...STAND, stand: 'OVERSTAP_DICHT' } })).toBe('coulance-voorbij')
    expect(waarom({ toestand: 'AFGESLOTEN', stand: { ...STAND, stand: 'OVERSTAP_DICHT', coulance: true } })).toBeUndefined()
  })
  test('T-24: 24 maanden niet gebruikt is te lang; een dag korter niet', () => {
    expect(waarom({ laatstGebruiktOp: '2024-11-24T10:00:00.000Z' as Moment })).toBe('te-lang-niet-gebruikt')
    expect(waarom({ laatstGebruiktOp: '2024-11-25T10:00:00.000Z' as Moment })).toBeUndefined()
  })
  test('T-32: geblokkeerd, al gekoppeld en elke eindtoestand niet', () => {
    expect(waarom({ toestand: 'GEBLOKKEERD' })).toBe('account-geblokkeerd')
    for (const toestand of ['GEKOPPELD', 'GEKOPPELD_DOOR_BEHEERDER', 'VERVALLEN_ONGEKOPPELD', 'INGETROKKEN', 'ONTKOPPELD'] as const) expect(waarom({ toestand })).toBe('overgang-niet-toegestaan')
  })
  test('maanden tellen in kalenderdagen van Nederland, ook vanaf een dag die later niet bestaat', () => {
    expect([plusMaanden(datum('2024-02-29'), 24), plusMaanden(datum('2026-12-31'), 2), plusMaanden(datum('2026-01-15'), 11)]).toEqual(['2026-02-28', '2027-02-28', '2026-12-15'])
    // 23:30 UTC op 23 november is in Nederland al 24 november.
    expect(isTeLangNietGebruikt('2024-11-23T23:30:00.000Z' as Moment, '2026-11-23T22:30:00.000Z' as Moment, 24)).toBe(false)
    expect(isTeLangNietGebruikt('2024-11-23T23:30:00.000Z' as Moment, '2026-11-23T23:00:00.000Z' as Moment, 24)).toBe(true)
  })
})
