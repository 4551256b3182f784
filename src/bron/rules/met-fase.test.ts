import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum, plusDagen } from '../../kern/datum.ts'
import type { InschrijvingBericht } from '../bericht.ts'
import { metFase } from './met-fase.ts'

const BEGIN = datum('2025-08-01')
const periode = fc.record({ na: fc.integer({ min: 0, max: 900 }), route: fc.constantFrom('DLR', 'GLR', null), fase: fc.constantFrom('VO', 'MBO', null) })
const stand = fc.uniqueArray(periode, { minLength: 1, maxLength: 5, selector: ({ na }) => na }).map((perioden): InschrijvingBericht => ({
  sector: 'VO', brin: '11VA', inschrijvingvolgnummer: 'V1', datumInschrijving: BEGIN,
  perioden: perioden.map(({ na, route, fase }) => ({ datumBegin: plusDagen(BEGIN, na), opleidingcode: '0310', leerjaar: 3, indicatieBekostigbaar: 'J' as const, leerroute: route, leerroutefase: fase })),
}))
const dag = fc.integer({ min: 0, max: 900 }).map((na) => plusDagen(BEGIN, na))

test('K-FASE-07: een overgang voegt een periode toe, laat elke andere staan, en nog eens doen verandert niets', () => {
  fc.assert(fc.property(stand, dag, (voor, vanaf) => {
    const na = metFase(voor, vanaf, 'MBO')
    expect(metFase(na, vanaf, 'MBO')).toEqual(na)
    for (const oud of voor.perioden) if (oud.datumBegin !== vanaf) expect(na.perioden).toContainEqual(oud)
    expect(na.perioden.filter(({ datumBegin }) => !voor.perioden.some((oud) => oud.datumBegin === datumBegin)).every(({ datumBegin, leerroutefase }) => datumBegin === vanaf && leerroutefase === 'MBO')).toBe(true)
  }))
})

test('K-FASE-07: zonder route of met de fase die er al is blijft de stand dezelfde', () => {
  const met = (leerroute: string | null, leerroutefase: string | null): InschrijvingBericht => ({
    sector: 'VO', brin: '11VA', inschrijvingvolgnummer: 'V1', datumInschrijving: BEGIN, perioden: [{ datumBegin: BEGIN, indicatieBekostigbaar: 'J', leerroute, leerroutefase }],
  })
  for (const voor of [met(null, null), met('DLR', 'MBO')]) expect(metFase(voor, datum('2027-08-01'), 'MBO')).toBe(voor)
  expect(metFase(met('DLR', 'VO'), datum('2025-07-31'), 'MBO').perioden).toHaveLength(1)
  expect(metFase(met('DLR', 'VO'), datum('2027-08-01'), 'MBO').perioden.map(({ datumBegin, leerroutefase }) => [datumBegin, leerroutefase])).toEqual([['2025-08-01', 'VO'], ['2027-08-01', 'MBO']])
})
