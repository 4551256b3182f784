import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vanDagnummer, type Datum } from '../../kern/datum.ts'
import { leesDatum } from './datuminvoer.ts'
import { datumsIn } from './datums.ts'
import { cijfers, lang, middel } from './datumwoorden.ts'

describe('een ingetypte datum', () => {
  test.each([
    ['1-8-2026', '2026-08-01'], ['01-08-2026', '2026-08-01'], ['1/8/2026', '2026-08-01'], ['1.8.2026', '2026-08-01'],
    [' 1 aug 2026 ', '2026-08-01'], ['1 augustus 2026', '2026-08-01'], ['1 AUG. 2026', '2026-08-01'], ['2026-08-01', '2026-08-01'],
    ['3 mrt 2025', '2025-03-03'], ['29 feb 2024', '2024-02-29'], ['1 May 2026', '2026-05-01'], ['3 Mar 2025', '2025-03-03'], ['1 Sept 2026', '2026-09-01'], ['31 october 2026', '2026-10-31'], ['1 8 2026', '2026-08-01'],
  ])('%s is %s', (invoer, verwacht) => {
    expect(leesDatum(invoer)).toEqual({ ok: true, waarde: verwacht })
  })

  test.each([
    ['morgen', 'onleesbaar'], ['', 'onleesbaar'], ['1 au 2026', 'onleesbaar'], ['1-8-26', 'jaar-kort'], ['29-2-2025', 'bestaat-niet'],
    ['31-4-2026', 'bestaat-niet'], ['1-13-2026', 'bestaat-niet'], ['1-8-1026', 'buiten-bereik'], ['1-8-2101', 'buiten-bereik'],
  ])('%s wordt geweigerd: %s', (invoer, reden) => {
    expect(leesDatum(invoer)).toEqual({ ok: false, reden })
  })

  test('elke datum die wij tonen, is terug in te typen', () => {
    fc.assert(fc.property(fc.integer({ min: 7306, max: 47000 }).map(vanDagnummer), (dag: Datum) => {
      const engels = datumsIn('en')
      for (const vorm of [lang(dag), middel(dag), cijfers(dag), dag, engels.lang(dag), engels.middel(dag)]) expect(leesDatum(vorm)).toEqual({ ok: true, waarde: dag })
    }))
  })
})
