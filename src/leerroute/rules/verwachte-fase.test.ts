import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, GLR_VO, codes, mbo, normen, vo } from '../../../test/dossier-bouwer.ts'
import { datum } from '../../kern/datum.ts'
import { verwachteFase } from './verwachte-fase.ts'
import type { Registers } from './stand.ts'

const verwacht = (registers: Partial<Registers>, op: string) =>
  verwachteFase({ inschrijvingenVo: [], inschrijvingenMbo: [], ...registers }, datum(op), datum('2020-08-01'), normen)

describe('K-FASE-01, K-FASE-02: de fase volgens de kalender', () => {
  it.each([['2024-10-15', 'VO', 1], ['2025-07-31', 'VO', 1], ['2025-08-01', 'VO', 2], ['2026-07-31', 'VO', 2], ['2026-08-01', 'MBO', 3]])('begin 1 augustus 2024, op %s: %s', (op, fase, routejaar) => {
    expect(verwacht({ inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })] }, op)).toMatchObject({ fase, routejaar })
  })
  it('een begin op 31 juli telt bij het schooljaar dat dan eindigt', () => {
    expect(verwacht({ inschrijvingenVo: [vo({ '2024-07-31': DLR_VO })] }, '2025-08-01')).toMatchObject({ fase: 'MBO', routejaar: 3 })
  })
  it('de vroegste route in een van beide registers telt, ook na een andere school, route of onderbreking', () => {
    const registers = {
      inschrijvingenVo: [vo({ '2024-08-01': GLR_VO }, { datumUitschrijving: datum('2024-12-01') }), vo({ '2026-08-01': DLR_VO }, { brin: '72VS' })],
      inschrijvingenMbo: [mbo({ '2025-02-01': DLR_VO })],
    }
    expect(verwacht(registers, '2026-10-01')).toMatchObject({ begin: '2024-08-01', fase: 'MBO' })
  })
  it('K-DLR-01: een genegeerde periode is geen begin', () => {
    expect(verwacht({ inschrijvingenVo: [vo({ '2019-08-01': DLR_VO, '2021-08-01': DLR_VO })] }, '2022-10-01')).toMatchObject({ begin: '2021-08-01', fase: 'VO' })
  })
  it('zonder route is er geen verwachting', () => {
    expect(verwacht({ inschrijvingenVo: [vo({ '2024-08-01': {} })] }, '2024-10-01')).toBeUndefined()
  })
})

describe('K-FASE-04: de registratie beslist, de kalender waarschuwt', () => {
  const doubleert = { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })] }
  it('doubleren geeft SIG-FASE-AFWIJKEND vanaf 1 augustus van jaar 3', () => {
    expect(codes(doubleert, '2026-07-31')).toEqual([])
    expect(codes(doubleert, '2026-08-01')).toEqual(['SIG-FASE-AFWIJKEND'])
  })
  it('niet samen met SIG-FASE-VERSCHIL', () => {
    expect(codes({ ...doubleert, inschrijvingenMbo: [mbo({ '2026-08-01': DLR_MBO })] }, '2026-10-01')).toEqual(['SIG-FASE-VERSCHIL'])
  })
})
