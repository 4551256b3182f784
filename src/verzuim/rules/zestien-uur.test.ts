import { describe, expect, it } from 'vitest'
import { gemist, normen } from '../../../test/dossier-bouwer.ts'
import { datum } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Afwezigheid } from '../afwezigheid.ts'
import { telDrempels } from './zestien-uur.ts'

const altijd = (): boolean => true
const drempels = (afwezigheid: readonly Afwezigheid[], vakanties: readonly (readonly [string, string])[] = [], open: (dag: Datum) => boolean = altijd) =>
  telDrempels({ afwezigheid, schoolvakanties: vakanties.map(([van, tot]) => ({ van: datum(van), tot: datum(tot) })) }, open, normen)
    .map(({ begin, eind, uren }) => [begin, eind, uren])

describe('K-CAS-08, K-VZM-02: zestien uur binnen vier schoolweken', () => {
  it.each([[15.9, 0], [16, 1], [16.5, 1]])('%f uur: %i drempel', (uren, aantal) => {
    expect(drempels(gemist({ '2024-11-04': 8, '2024-11-05': uren - 8 }))).toHaveLength(aantal)
  })
  it('tien keer 1,6 uur is zestien uur', () => {
    expect(drempels(Array.from({ length: 10 }, () => ({ datum: datum('2024-11-04'), uren: 1.6, geoorloofd: false })))).toHaveLength(1)
  })
  it('meer records op een dag tellen op; geoorloofde uren niet', () => {
    const records = [...gemist({ '2024-11-04': 8 }), ...gemist({ '2024-11-04': 7 }), { datum: datum('2024-11-04'), uren: 8, geoorloofd: true }]
    expect(drempels(records)).toEqual([])
    expect(drempels([...records, ...gemist({ '2024-11-04': 1 })])).toEqual([['2024-11-04', '2024-11-04', 16]])
  })
  it('de maandag van de derde schoolweek ervoor telt nog mee, de zondag daarvoor niet', () => {
    expect(drempels(gemist({ '2024-11-04': 8, '2024-11-29': 8 }))).toEqual([['2024-11-04', '2024-11-29', 16]])
    expect(drempels(gemist({ '2024-11-03': 8, '2024-11-29': 8 }))).toEqual([])
  })
  it('een vakantieweek verlengt het venster, en uren in de vakantie tellen niet', () => {
    expect(drempels(gemist({ '2024-10-28': 8, '2024-11-12': 8, '2024-11-29': 8 }), [['2024-11-11', '2024-11-17']])).toEqual([['2024-10-28', '2024-11-29', 16]])
  })
  it('alleen dagen met een open inschrijving tellen', () => {
    expect(drempels(gemist({ '2024-11-04': 8, '2024-11-05': 8 }), [], (dag) => dag !== '2024-11-04')).toEqual([])
  })
  it('K-VZM-04: na een drempel begint het tellen de dag erna; de rest van de dag is verbruikt', () => {
    expect(drempels(gemist({ '2024-11-04': 10, '2024-11-05': 10, '2024-11-06': 8, '2024-11-07': 7, '2024-11-08': 1 }))).toEqual([
      ['2024-11-04', '2024-11-05', 20], ['2024-11-06', '2024-11-08', 16],
    ])
  })
  it('begin is de eerste dag met uren in de som, en de volgorde van de records doet er niet toe', () => {
    const records = gemist({ '2024-10-01': 4, '2024-11-12': 4, '2024-11-20': 12 })
    expect(drempels(records)).toEqual([['2024-11-12', '2024-11-20', 16]])
    expect(drempels(records.toReversed())).toEqual(drempels(records))
  })
})
