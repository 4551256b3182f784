import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, GLR_VO, besluit, codes, mbo, vo } from '../../../test/dossier-bouwer.ts'
import { datum } from '../../kern/datum.ts'

const OP = '2024-10-01'
const beide = (voPeriode: Parameters<typeof vo>[0][string], mboPeriode: Parameters<typeof mbo>[0][string]) =>
  codes({ inschrijvingenVo: [vo({ '2024-08-01': voPeriode })], inschrijvingenMbo: [mbo({ '2024-08-01': mboPeriode })] }, OP)

describe('K-FASE-05, K-FASE-06, K-ROD-08: twee registers naast elkaar', () => {
  it.each([
    ['gelijk', DLR_VO, DLR_VO, []],
    ['fase verschilt', DLR_VO, DLR_MBO, ['SIG-FASE-VERSCHIL']],
    ['route verschilt', GLR_VO, DLR_VO, ['SIG-ROUTE-VERSCHIL']],
    ['één zonder fase', DLR_VO, { leerroute: 'DLR' }, ['SIG-FASE-ONTBREEKT']],
    ['één zonder route en fase', DLR_VO, {}, ['SIG-ROUTE-VERSCHIL']],
    ['één zonder route, met fase: ROUTE-ONTBREEKT vervangt', DLR_VO, { leerroutefase: 'VO' }, ['SIG-ROUTE-ONTBREEKT']],
    ['zonder route en met een andere fase', DLR_VO, { leerroutefase: 'MBO' }, ['SIG-FASE-VERSCHIL', 'SIG-ROUTE-ONTBREEKT']],
    ['K-CAS-04: alleen fasen, geen route', { leerroutefase: 'VO' }, { leerroutefase: 'MBO' }, ['SIG-ROUTE-ONTBREEKT']],
    ['beide gewoon', {}, {}, []],
  ] as const)('%s', (_naam, voPeriode, mboPeriode, verwacht) => {
    expect(beide(voPeriode, mboPeriode)).toEqual(verwacht)
  })

  it('K-CAS-04: twee routes binnen één register is geen SIG-ROUTE-VERSCHIL', () => {
    expect(codes({ inschrijvingenVo: [vo({ '2024-08-01': DLR_VO }), vo({ '2024-08-01': GLR_VO }, { inschrijvingvolgnummer: '2' })] }, OP)).toEqual([])
  })
  it('K-CAS-03: een zwijgende tweede inschrijving geeft geen verschil', () => {
    const feiten = { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })], inschrijvingenMbo: [mbo({ '2024-08-01': DLR_VO }), mbo({ '2024-08-01': {} }, { inschrijvingvolgnummer: '2' })] }
    expect(codes(feiten, OP)).toEqual([])
  })
  it('K-UIT-03: een wissel van DLR naar GLR verschilt tot beide hem hebben', () => {
    const feiten = { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO, '2024-11-01': GLR_VO })], inschrijvingenMbo: [mbo({ '2024-08-01': DLR_VO, '2024-12-01': GLR_VO })] }
    expect(['2024-10-31', '2024-11-01', '2024-11-30', '2024-12-01'].map((op) => codes(feiten, op))).toEqual([[], ['SIG-ROUTE-VERSCHIL'], ['SIG-ROUTE-VERSCHIL'], []])
  })
  it('een gesloten register telt niet mee', () => {
    const inschrijvingenMbo = [mbo({ '2024-08-01': DLR_MBO }, { datumUitschrijving: datum('2024-09-30') })]
    expect(codes({ inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })], inschrijvingenMbo }, OP)).toEqual([])
  })
  it('SIG-FASE-VERSCHIL gaat beide scholen aan en noemt fase en datum', () => {
    const { signalen } = besluit({ inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })], inschrijvingenMbo: [mbo({ '2024-09-15': DLR_MBO })] }, OP)
    expect(signalen).toMatchObject([{ code: 'SIG-FASE-VERSCHIL', voor: ['71VO', '81MB'], uitleg: 'De fase verschilt: Heideveld zegt fase VO (sinds 1 augustus 2024) en ROC Merwede zegt fase MBO (sinds 15 september 2024). Stem de fase af en lever haar bij alle scholen gelijk aan.' }])
  })
})
