import { describe, expect, test } from 'vitest'
import { weekdag } from '../../kern/datum.ts'
import { maakKalender, rondeVan, STANDAARD_PEILDATUM, type Kalender } from './kalender.ts'

function kalender(peildatum: string): Kalender {
  const gemaakt = maakKalender(peildatum)
  if (!gemaakt.ok) throw new Error(gemaakt.reden)
  return gemaakt.waarde
}

describe('kalender', () => {
  test.each(['2026-08-01', '2026-10-31'])('%s valt in een tijd waarin scholen nog leveren', (dag) => {
    expect(maakKalender(dag)).toMatchObject({ ok: false, reden: expect.stringContaining('1 november tot en met 31 juli') })
  })

  test.each([['2022-11-01', 'Kies een dag van 1 november 2023'], ['2062-01-01', 'tot en met 31 juli 2061'], ['2026-02-30', 'geen bestaande dag']])('%s kan niet', (dag, reden) => {
    expect(maakKalender(dag)).toMatchObject({ ok: false, reden: expect.stringContaining(reden) })
  })

  test('1 november en 31 juli horen bij hetzelfde schooljaar en geven dezelfde regio', () => {
    const { peildatum: _eerste, ...een } = kalender('2026-11-01')
    const { peildatum: _laatste, ...ander } = kalender('2027-07-31')
    expect(een).toEqual(ander)
    expect(kalender(STANDAARD_PEILDATUM).jaar).toBe(2026)
  })

  test('rondes lopen op en een feit zit in de eerste die het kan kennen', () => {
    const k = kalender('2026-11-24')
    expect(k.rondes.map(({ nummer }) => nummer)).toEqual(k.rondes.map((_, i) => i + 1))
    expect([...k.rondes].sort((a, b) => (a.dag < b.dag ? -1 : 1))).toEqual(k.rondes)
    for (const ronde of k.rondes) expect(rondeVan(k, ronde.dag)).toBe(ronde.nummer)
    expect(() => rondeVan(k, k.peildatum)).toThrow('na de laatste levering')
  })

  test.each([2023, 2024, 2025, 2026, 2027, 2030, 2037, 2050, 2060])('K-CAS-08: in %i vallen de verzuimdagen op lesdagen, en de zomer tussen twee schoolweken', (jaar) => {
    const k = kalender(`${jaar}-12-01`)
    const isVrij = (dag: string): boolean => weekdag(dag as Parameters<typeof weekdag>[0]) > 5 || k.vakanties.some(({ van, tot }) => van <= dag && dag <= tot)
    for (const dag of [...k.septemberdagen, ...k.maartdagen, ...k.rondZomer]) expect(isVrij(dag), dag).toBe(false)
    const [voor, na, laatste] = k.rondZomer
    const [zomer, herfst] = [`${jaar}-08-01`, `${jaar}-10-01`]
    const opVolgorde = [voor, zomer, na, laatste, herfst]
    expect(opVolgorde.toSorted()).toEqual(opVolgorde)
    expect([...k.septemberdagen, herfst].toSorted().at(-1)).toBe(herfst)
    for (const [i, vakantie] of k.vakanties.entries()) expect((k.vakanties[i + 1]?.van ?? '9') > vakantie.tot).toBe(true)
  })
})
