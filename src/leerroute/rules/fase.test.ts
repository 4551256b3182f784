import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, besluit, codes, mbo, vo } from '../../../test/dossier-bouwer.ts'
import type { Besluit } from '../../beslissing/index.ts'

type Periode = Parameters<typeof mbo>[0][string]
const OP = '2024-10-01'
const faseVan = (voPeriode: Periode | null, mboPeriode: Periode | null): Besluit['fase'] => besluit({
  inschrijvingenVo: voPeriode === null ? [] : [vo({ '2024-08-01': voPeriode as Parameters<typeof vo>[0][string] })],
  inschrijvingenMbo: mboPeriode === null ? [] : [mbo({ '2024-08-01': mboPeriode })],
}, OP).fase

describe('K-CAS-04: de fase volgens de registers', () => {
  it.each([
    ['vo zegt VO, mbo niet ingeschreven', DLR_VO, null, 'VO'],
    ['vo en mbo zeggen VO', DLR_VO, DLR_VO, 'VO'],
    ['vo en mbo zeggen MBO', DLR_MBO, DLR_MBO, 'MBO'],
    ['K-FASE-05: vo zegt VO, mbo zegt MBO', DLR_VO, DLR_MBO, 'onbepaald'],
    ['K-FASE-05: andersom', DLR_MBO, DLR_VO, 'onbepaald'],
    ['K-FASE-06: een route zonder fase', { leerroute: 'DLR' }, DLR_VO, 'onbepaald'],
    ['vo zegt VO, mbo heeft niets en staat voor MBO', DLR_VO, {}, 'onbepaald'],
    ['vo zegt MBO, mbo heeft niets en staat voor MBO', DLR_MBO, {}, 'MBO'],
    ['vo heeft niets en staat voor VO, mbo zegt VO', {}, DLR_VO, 'VO'],
    ['vo heeft niets en staat voor VO, mbo zegt MBO', {}, DLR_MBO, 'onbepaald'],
    ['een fase zonder route telt mee als een ander wel een route heeft', { leerroutefase: 'MBO' }, DLR_MBO, 'MBO'],
    ['niemand heeft een route', { leerroutefase: 'VO' }, { leerroutefase: 'MBO' }, null],
    ['niets', {}, {}, null],
  ] as const)('%s', (_naam, voPeriode, mboPeriode, fase) => {
    expect(faseVan(voPeriode, mboPeriode)).toBe(fase)
  })

  it('K-CAS-03: een tweede inschrijving zonder route spreekt niet mee', () => {
    const feiten = { inschrijvingenVo: [vo({ '2024-08-01': DLR_MBO }), vo({ '2024-08-01': {} }, { inschrijvingvolgnummer: '2' })], inschrijvingenMbo: [mbo({ '2024-08-01': DLR_MBO })] }
    expect(besluit(feiten, OP).fase).toBe('MBO')
  })

  it('K-FASE-05: ook twee inschrijvingen van één register kunnen verschillen', () => {
    const feiten = { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO }), vo({ '2024-08-01': DLR_MBO }, { inschrijvingvolgnummer: '2' })] }
    expect(besluit(feiten, OP).fase).toBe('onbepaald')
    expect(codes(feiten, OP)).toEqual(['SIG-FASE-VERSCHIL'])
  })
})

describe('de motivering van een verschil', () => {
  it('K-FASE-05, K-FASE-02: vier stappen, van feit naar uitkomst', () => {
    const { motivering } = besluit({
      inschrijvingenVo: [vo({ '2024-08-01': DLR_VO, '2026-08-01': DLR_VO }, { vastgelegdOp: '2026-08-28T12:02:00.000Z' })],
      inschrijvingenMbo: [mbo({ '2026-08-01': DLR_MBO })],
    }, '2026-10-01')
    expect(motivering.filter(({ onderwerp }) => onderwerp === 'fase').map(({ regels, uitkomst, uitleg }) => [regels[0], uitkomst, uitleg])).toEqual([
      ['K-CAS-04', 'VO', 'Het vo zegt fase VO. Heideveld heeft de leerling ingeschreven met DLR en fase VO, sinds 1 augustus 2024.'],
      ['K-CAS-04', 'MBO', 'Het mbo zegt fase MBO. ROC Merwede heeft de leerling ingeschreven met DLR en fase MBO, sinds 1 augustus 2026.'],
      ['K-FASE-05', 'onbepaald', 'Twee verschillende fasen: dan kiezen wij niet. Fase, bekostiging en verzuim blijven onbepaald tot de scholen het eens zijn.'],
      ['K-FASE-01', 'MBO', 'Volgens de kalender hoort fase MBO. Dit is jaar 3 van de route, die begon op 1 augustus 2024. De eerste 2 schooljaren zijn fase VO.'],
    ])
  })
  it('noemt het record en wanneer het is vastgelegd, en de norm met bron', () => {
    const { motivering } = besluit({ inschrijvingenVo: [vo({ '2024-08-01': DLR_VO, '2026-08-01': DLR_MBO }, { vastgelegdOp: '2026-08-28T12:02:00.000Z' })] }, '2026-10-01')
    expect(motivering[0]?.feiten).toEqual([{ soort: 'inschrijvingVo', sleutel: '71VO-1, periode vanaf 2026-08-01', vastgelegdOp: '2026-08-28T12:02:00.000Z' }])
    expect(motivering[3]?.normen).toEqual([expect.objectContaining({ norm: 'leerroute/jaren-fase-vo', waarde: 2, bron: 'S2', zekerheid: 'zeker' })])
  })
})
