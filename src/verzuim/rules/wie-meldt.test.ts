import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, besluit, mbo, vo } from '../../../test/dossier-bouwer.ts'

const OP = '2024-10-01'

describe('K-VZM-01, K-CAS-07: wie verzuim meldt', () => {
  it.each([
    ['fase VO', { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })], inschrijvingenMbo: [mbo({ '2024-08-01': DLR_VO })] }, 'VO'],
    ['fase VO zonder vo-inschrijving', { inschrijvingenMbo: [mbo({ '2024-08-01': DLR_VO })] }, 'VO'],
    ['fase MBO zonder mbo-inschrijving', { inschrijvingenVo: [vo({ '2024-08-01': DLR_MBO })] }, 'MBO'],
    ['K-FASE-05: fase onbepaald', { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })], inschrijvingenMbo: [mbo({ '2024-08-01': DLR_MBO })] }, 'onbepaald'],
    ['zonder route, vo en mbo', { inschrijvingenVo: [vo({ '2024-08-01': {} })], inschrijvingenMbo: [mbo({ '2024-08-01': {} })] }, 'VO'],
    ['zonder route, alleen mbo', { inschrijvingenMbo: [mbo({ '2024-08-01': {} })] }, 'MBO'],
    ['nergens', {}, 'geen'],
  ])('%s', (_naam, feiten, partij) => {
    const { verzuim, motivering } = besluit(feiten, OP)
    expect(verzuim).toBe(partij)
    expect(motivering.find(({ onderwerp }) => onderwerp === 'verzuim')?.uitkomst).toBe(partij)
  })
})
