import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, aanbod, besluit, codes, dossier, mbo, vo } from '../../../test/dossier-bouwer.ts'
import { datum } from '../../kern/datum.ts'
import { bekendDossier } from './kennis.ts'

const OP = '2024-10-01'

describe('K-CAS-01: wat op de kennisdatum bekend was', () => {
  it('een record telt vanaf bekendOp en tot vervallenOp', () => {
    const inschrijvingenVo = [vo({ '2024-08-01': DLR_VO }, { bekendOp: datum('2024-09-10'), vervallenOp: datum('2024-09-20') })]
    expect(['2024-09-09', '2024-09-10', '2024-09-19', '2024-09-20'].map((k) => besluit({ inschrijvingenVo }, OP, k).fase)).toEqual([null, 'VO', 'VO', null])
    expect(besluit({ inschrijvingenVo }, OP).fase).toBeNull()
  })
  it('zonder kennisdatum telt wat later bekend werd, en een vervallen record nooit', () => {
    const perioden = vo({ '2024-08-01': { ...DLR_VO, vervallenOp: datum('2099-01-01') } }).perioden
    const nieuw = vo({ '2024-08-01': { ...DLR_MBO, bekendOp: datum('2099-01-01') } }).perioden
    const inschrijvingenVo = [vo({ '2024-08-01': {} }, { perioden: [...perioden, ...nieuw] })]
    expect(besluit({ inschrijvingenVo }, OP).fase).toBe('MBO')
    expect(besluit({ inschrijvingenVo }, OP, OP).fase).toBe('VO')
  })
  it('een periode van een inschrijving die niet telt, telt ook niet', () => {
    const inschrijvingenMbo = [mbo({ '2024-08-01': DLR_VO }, { bekendOp: datum('2024-10-05') })]
    expect(besluit({ inschrijvingenMbo }, OP, '2024-10-04')).toMatchObject({ fase: null, ispPerioden: null })
    expect(besluit({ inschrijvingenMbo }, OP, '2024-10-05')).toMatchObject({ fase: 'VO', ispPerioden: 1 })
  })
  it('een periode kan later bekend worden dan haar inschrijving', () => {
    const inschrijvingenMbo = [mbo({ '2024-08-01': DLR_VO, '2024-09-01': { ...DLR_MBO, bekendOp: datum('2024-10-02') } })]
    expect(besluit({ inschrijvingenMbo }, OP, '2024-10-01')).toMatchObject({ fase: 'VO', ispPerioden: 1 })
    expect(besluit({ inschrijvingenMbo }, OP, '2024-10-02')).toMatchObject({ fase: 'MBO', ispPerioden: 2 })
  })
  it('een uitschrijving telt vanaf uitschrijvingBekendOp; leeg is zodra de inschrijving bekend is', () => {
    const metUitschrijving = (uitschrijvingBekendOp: string | null) => [vo({ '2024-08-01': DLR_VO }, { datumUitschrijving: datum('2024-09-15'), uitschrijvingBekendOp: uitschrijvingBekendOp === null ? null : datum(uitschrijvingBekendOp) })]
    expect(besluit({ inschrijvingenVo: metUitschrijving('2024-10-10') }, OP, '2024-10-09').fase).toBe('VO')
    expect(besluit({ inschrijvingenVo: metUitschrijving('2024-10-10') }, OP, '2024-10-10').fase).toBeNull()
    expect(besluit({ inschrijvingenVo: metUitschrijving('2024-10-10') }, OP).fase).toBeNull()
    expect(besluit({ inschrijvingenVo: metUitschrijving(null) }, OP, '2024-10-01').fase).toBeNull()
  })
  it('K-RIO-05: ook aanbod, overeenkomst, plan, oordeel, diploma, verzuim en melding tellen zo', () => {
    const laat = { bekendOp: datum('2024-09-20') }
    const feiten = { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })], rioAangebodenOpleidingen: [aanbod('DLR', 'VO'), aanbod('DLR', 'MBO', laat)], samenwerkingsovereenkomsten: [{ partijen: ['47001', '57001'], van: datum('2020-08-01'), ...laat }] }
    expect(codes(feiten, '2024-09-01', '2024-09-19')).toEqual(['SIG-RIO-ONTBREEKT-MBO', 'SIG-SOK-ONTBREEKT'])
    expect(codes(feiten, '2024-09-01', '2024-09-20')).toEqual([])
  })
  it('kopieert geen lijst waarin alles telt', () => {
    const alles = dossier({ inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })] })
    const bekend = bekendDossier(alles, datum(OP))
    expect(bekend.inschrijvingenVo).toBe(alles.inschrijvingenVo)
    expect(bekend.rioAangebodenOpleidingen).toBe(alles.rioAangebodenOpleidingen)
  })
})

describe('K-CAS-10: ispPerioden', () => {
  it('telt alle perioden, van welke datum ook, van alle open mbo-inschrijvingen', () => {
    const inschrijvingenMbo = [mbo({ '2024-08-01': {}, '2030-08-01': {} }), mbo({ '2024-09-01': {} }, { inschrijvingvolgnummer: '2' }), mbo({ '2020-08-01': {} }, { inschrijvingvolgnummer: '3', datumUitschrijving: datum('2021-01-01') })]
    expect(besluit({ inschrijvingenMbo }, OP).ispPerioden).toBe(3)
  })
  it('is leeg als er geen open is, en ook als er van de open geen periode bekend is', () => {
    expect(besluit({}, OP).ispPerioden).toBeNull()
    expect(besluit({ inschrijvingenMbo: [mbo({ '2024-08-01': { bekendOp: datum('2025-01-01') } })] }, OP, OP).ispPerioden).toBeNull()
  })
})
