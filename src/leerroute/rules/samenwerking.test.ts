import { describe, expect, it } from 'vitest'
import { DLR_VO, MBO, ORGANISATIES, VO, codes, mbo, vo } from '../../../test/dossier-bouwer.ts'
import { datum } from '../../kern/datum.ts'

const inschrijvingenVo = [vo({ '2024-08-01': DLR_VO })]
const overeenkomst = { partijen: [VO.gezag, MBO.gezag], van: datum('2024-09-01'), tot: datum('2024-12-31') }

describe('K-SOK-01, K-SOK-02: een overeenkomst tussen de bevoegde gezagen', () => {
  it.each([['2024-08-31', true], ['2024-09-01', false], ['2024-12-31', false], ['2025-01-01', true]])('op %s ontbreekt zij: %s', (op, ontbreekt) => {
    expect(codes({ inschrijvingenVo, samenwerkingsovereenkomsten: [overeenkomst] }, op)).toEqual(ontbreekt ? ['SIG-SOK-ONTBREEKT'] : [])
  })
  it('tussen twee gezagen telt een interne regeling niet', () => {
    const interneRegelingen = [{ bevoegdGezag: VO.gezag, van: datum('2020-08-01') }, { bevoegdGezag: MBO.gezag, van: datum('2020-08-01') }]
    expect(codes({ inschrijvingenVo, samenwerkingsovereenkomsten: [], interneRegelingen }, '2024-10-01')).toEqual(['SIG-SOK-ONTBREEKT'])
  })
  it('Z-02: een derde partij die beide noemt telt niet; een van de twee zelf wel', () => {
    const met = (vastgelegdDoor: readonly string[]) => codes({ inschrijvingenVo, samenwerkingsovereenkomsten: [{ ...overeenkomst, partijen: [...overeenkomst.partijen, '40009'], vastgelegdDoor }] }, '2024-10-01')
    expect([met(['40009']), met([]), met(['40009', VO.gezag]), met([MBO.gezag])]).toEqual([['SIG-SOK-ONTBREEKT'], ['SIG-SOK-ONTBREEKT'], [], []])
  })
  it('binnen één gezag telt alleen de interne regeling', () => {
    const organisaties = ORGANISATIES.map((school) => ({ ...school, bevoegdGezag: VO.gezag }))
    const feiten = { inschrijvingenVo, organisaties, samenwerkingsovereenkomsten: [{ partijen: [VO.gezag, MBO.gezag], van: datum('2020-08-01') }] }
    expect(codes(feiten, '2024-10-01')).toEqual(['SIG-SOK-ONTBREEKT'])
    expect(codes({ ...feiten, interneRegelingen: [{ bevoegdGezag: VO.gezag, van: datum('2020-08-01') }] }, '2024-10-01')).toEqual([])
  })
  it('K-CAS-06: elk paar van een vo-kant en een mbo-kant', () => {
    const tweede = mbo({ '2024-08-01': { ...DLR_VO, onderwijsaanbieder: '282A001' } }, { brin: '82MB' })
    expect(codes({ inschrijvingenVo, inschrijvingenMbo: [mbo({ '2024-08-01': DLR_VO }), tweede], samenwerkingsovereenkomsten: [overeenkomst] }, '2024-10-01')).toContain('SIG-SOK-ONTBREEKT')
  })
  it('een onbekende kant wordt niet beoordeeld', () => {
    expect(codes({ inschrijvingenVo, leerrouteplannen: [], samenwerkingsovereenkomsten: [] }, '2024-10-01')).toEqual([])
  })
})
