import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, besluit, codes, mbo, vo } from '../../../test/dossier-bouwer.ts'

const OP = '2024-10-01'
type Vo = Parameters<typeof vo>[0][string] | null
type Mbo = Parameters<typeof mbo>[0][string] | null
const feiten = (voPeriode: Vo, mboPeriode: Mbo) => ({
  inschrijvingenVo: voPeriode === null ? [] : [vo({ '2024-08-01': voPeriode })],
  inschrijvingenMbo: mboPeriode === null ? [] : [mbo({ '2024-08-01': mboPeriode })],
})
const N = { indicatieBekostigbaar: 'N' } as const

describe('K-BEK-02, K-BEK-03, K-CAS-07: wie betaalt (bron.md 4.4)', () => {
  it.each<[string, Vo, Mbo, string]>([
    ['fase VO, alleen vo', DLR_VO, null, 'VO'],
    ['K-BEK-01: fase VO, ook bij het mbo', DLR_VO, DLR_VO, 'VO'],
    ['fase MBO, beide', DLR_MBO, DLR_MBO, 'MBO'],
    ['fase MBO, vo uitgeschreven', null, DLR_MBO, 'MBO'],
    ['vo zegt MBO, geen mbo', DLR_MBO, null, 'geen'],
    ['fase VO zonder open vo-inschrijving', null, DLR_VO, 'geen'],
    ['K-FASE-05: verschil', DLR_VO, DLR_MBO, 'onbepaald'],
    ['K-BEK-06: fase VO, vo op N', { ...DLR_VO, ...N }, DLR_VO, 'geen'],
    ['K-BEK-06: fase VO, mbo op N', DLR_VO, { ...DLR_VO, ...N }, 'VO'],
    ['K-BEK-06: fase MBO, mbo op N', DLR_MBO, { ...DLR_MBO, ...N }, 'geen'],
    ['K-BEK-06: fase MBO, vo op N', { ...DLR_MBO, ...N }, DLR_MBO, 'MBO'],
    ['fase MBO, het mbo heeft de fase maar geen route', DLR_MBO, { leerroutefase: 'MBO' }, 'geen'],
    ['fase MBO, het mbo heeft niets', DLR_MBO, {}, 'geen'],
    ['zonder route: vo en mbo', {}, {}, 'VO'],
    ['zonder route: vo op N en mbo op J', { ...N }, {}, 'geen'],
    ['zonder route: alleen mbo', null, {}, 'MBO'],
    ['zonder route: mbo op N', null, { ...N }, 'geen'],
    ['nergens ingeschreven', null, null, 'geen'],
  ])('%s', (_naam, voPeriode, mboPeriode, betaler) => {
    expect(besluit(feiten(voPeriode, mboPeriode), OP).bekostiging).toBe(betaler)
  })

  it('K-CAS-03: in fase VO telt alleen de J van wie voor het vo spreekt', () => {
    const zwijger = vo({ '2024-08-01': {} }, { inschrijvingvolgnummer: '2' })
    expect(besluit({ inschrijvingenVo: [vo({ '2024-08-01': { ...DLR_VO, ...N } }), zwijger] }, OP).bekostiging).toBe('geen')
  })
  it('de reden noemt de regel en de inschrijving', () => {
    expect(besluit(feiten(DLR_VO, null), OP).motivering.find(({ onderwerp }) => onderwerp === 'bekostiging')).toEqual({
      onderwerp: 'bekostiging', regels: ['K-BEK-02', 'K-CAS-07'], uitkomst: 'VO',
      uitleg: 'Het vo betaalt: de fase is VO en er is een open vo-inschrijving met indicatie J.',
      feiten: [{ soort: 'inschrijvingVo', sleutel: '71VO-1, periode vanaf 2024-08-01' }],
    })
  })
})

describe('K-BEK-06: SIG-BEKOSTIGBAAR', () => {
  it.each<[string, Vo, Mbo, boolean]>([
    ['N bij vo met route', { ...DLR_VO, ...N }, null, true],
    ['N bij mbo met route, de andere kant', DLR_VO, { ...DLR_VO, ...N }, true],
    ['J bij beide', DLR_VO, DLR_VO, false],
    ['N zonder route', { ...N }, null, false],
  ])('%s', (_naam, voPeriode, mboPeriode, verwacht) => {
    expect(codes(feiten(voPeriode, mboPeriode), OP).includes('SIG-BEKOSTIGBAAR')).toBe(verwacht)
  })
})
