import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datum, datumInNederland, plusDagen } from '../../../kern/datum.ts'
import { bepaalStand, geeftEherkenningRollen, isCoulance, type Overstapdatums, werktToken, zetTerug, zijnOpVolgorde } from './overstapstand.ts'

const DAGEN: Overstapdatums = { openVan: datum('2026-09-01'), tokenTotEnMet: datum('2027-06-30'), coulanceTotEnMet: datum('2027-08-31') }
const standOp = (dag: string, datums: Overstapdatums = DAGEN) => bepaalStand(datums, datum(dag))
const dagen = fc.integer({ min: 0, max: 800 }).map((aantal) => plusDagen(datum('2026-01-01'), aantal))
const stel = fc.tuple(fc.option(dagen), fc.option(dagen), fc.option(dagen)).map(([openVan, tokenTotEnMet, coulanceTotEnMet]) => ({ openVan, tokenTotEnMet, coulanceTotEnMet }))

describe('K-EH-05, K-EH-06: de stand van een school', () => {
  test('T-19: dag voor de opening, eerste dag, laatste tokendag en de dag erna', () => {
    expect(['2026-08-31', '2026-09-01', '2027-06-30', '2027-07-01'].map((dag) => standOp(dag))).toEqual(['VOORBEREIDING', 'OVERSTAP_OPEN', 'OVERSTAP_OPEN', 'OVERSTAP_DICHT'])
    expect(['VOORBEREIDING', 'OVERSTAP_OPEN', 'OVERSTAP_DICHT', 'GEEN'].map((stand) => werktToken(stand as 'GEEN'))).toEqual([true, true, false, false])
    expect(['VOORBEREIDING', 'OVERSTAP_OPEN', 'OVERSTAP_DICHT', 'GEEN'].map((stand) => geeftEherkenningRollen(stand as 'GEEN'))).toEqual([false, true, true, true])
  })
  test('de coulance loopt van de dag na het token tot en met haar laatste dag', () => {
    expect(['2027-06-30', '2027-07-01', '2027-08-31', '2027-09-01'].map((dag) => isCoulance(DAGEN, datum(dag)))).toEqual([false, true, true, false])
    expect(isCoulance({ ...DAGEN, coulanceTotEnMet: null }, datum('2027-07-01'))).toBe(false)
  })
  test('zonder dagen is een school in voorbereiding; zonder oud middel is er geen overstap', () => {
    expect(bepaalStand({ openVan: null, tokenTotEnMet: null, coulanceTotEnMet: null }, datum('2030-01-01'))).toBe('VOORBEREIDING')
    expect(bepaalStand(null, datum('2030-01-01'))).toBe('GEEN')
  })
  test.each([
    ['in de winter', '2026-11-30', '2026-11-30T22:59:59.999Z', '2026-11-30T23:00:00.000Z'],
    ['in de zomer', '2027-06-30', '2027-06-30T21:59:59.999Z', '2027-06-30T22:00:00.000Z'],
    ['de klok ging die nacht vooruit', '2027-03-28', '2027-03-28T21:59:59.999Z', '2027-03-28T22:00:00.000Z'],
    ['de avond voor de klok vooruitgaat', '2027-03-27', '2027-03-27T22:59:59.999Z', '2027-03-27T23:00:00.000Z'],
    ['de klok ging die nacht terug', '2026-10-25', '2026-10-25T22:59:59.999Z', '2026-10-25T23:00:00.000Z'],
    ['de avond voor de klok teruggaat', '2026-10-24', '2026-10-24T21:59:59.999Z', '2026-10-24T22:00:00.000Z'],
  ])('T-20: om 00:00 in Nederland is het dicht, %s', (_wanneer, laatste, ervoor, erna) => {
    const datums = { openVan: datum('2026-09-01'), tokenTotEnMet: datum(laatste), coulanceTotEnMet: null }
    expect(bepaalStand(datums, datumInNederland(new Date(ervoor)))).toBe('OVERSTAP_OPEN')
    expect(bepaalStand(datums, datumInNederland(new Date(erna)))).toBe('OVERSTAP_DICHT')
  })
  test('de stand gaat met de tijd nooit terug', () => {
    const volgorde = ['VOORBEREIDING', 'OVERSTAP_OPEN', 'OVERSTAP_DICHT']
    fc.assert(fc.property(stel.filter(zijnOpVolgorde), dagen, dagen, (datums, a, b) => {
      const [eerst, later] = a <= b ? [a, b] : [b, a]
      expect(volgorde.indexOf(bepaalStand(datums, eerst))).toBeLessThanOrEqual(volgorde.indexOf(bepaalStand(datums, later)))
    }))
  })
})

describe('vier ogen bij terugzetten', () => {
  test('een latere laatste dag, een vervallen dag of een eerdere stand zet de klok terug; naar voren halen niet', () => {
    const op = datum('2027-07-15')
    expect(zetTerug(DAGEN, { ...DAGEN, tokenTotEnMet: datum('2027-07-31') }, op)).toBe(true)
    expect(zetTerug(DAGEN, { ...DAGEN, tokenTotEnMet: null, coulanceTotEnMet: null }, op)).toBe(true)
    expect(zetTerug(DAGEN, { ...DAGEN, openVan: datum('2026-10-01') }, op)).toBe(true)
    expect(zetTerug(DAGEN, { ...DAGEN, tokenTotEnMet: datum('2027-05-31') }, op)).toBe(false)
    expect(zetTerug(DAGEN, { ...DAGEN, coulanceTotEnMet: datum('2027-10-01') }, op)).toBe(false)
    expect(zetTerug(DAGEN, { ...DAGEN, coulanceTotEnMet: datum('2027-10-01') }, datum('2027-09-01'))).toBe(true)
    expect(zetTerug(null, DAGEN, op)).toBe(false)
  })
  test('wat niet terugzet, brengt de school op geen enkele dag in een eerdere stand', () => {
    const volgorde = ['VOORBEREIDING', 'OVERSTAP_OPEN', 'OVERSTAP_DICHT']
    fc.assert(fc.property(stel.filter(zijnOpVolgorde), stel.filter(zijnOpVolgorde), dagen, (oud, nieuw, dag) => {
      const verder = volgorde.indexOf(bepaalStand(nieuw, dag)) >= volgorde.indexOf(bepaalStand(oud, dag))
      expect(zetTerug(oud, nieuw, dag) || verder).toBe(true)
    }))
  })
  test('dagen op volgorde', () => {
    expect(zijnOpVolgorde(DAGEN)).toBe(true)
    expect(zijnOpVolgorde({ ...DAGEN, openVan: datum('2027-07-01') })).toBe(false)
    expect(zijnOpVolgorde({ ...DAGEN, openVan: null })).toBe(false)
    expect(zijnOpVolgorde({ ...DAGEN, coulanceTotEnMet: datum('2027-06-29') })).toBe(false)
    expect(zijnOpVolgorde({ openVan: null, tokenTotEnMet: null, coulanceTotEnMet: datum('2027-06-29') })).toBe(false)
  })
})
