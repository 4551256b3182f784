import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, GLR_VO, MBO, VO, codes, dossier, mbo, vo } from '../../../test/dossier-bouwer.ts'
import type { Dossier } from '../../beslissing/index.ts'
import { datum } from '../../kern/datum.ts'
import { bepaalKanten } from './kanten.ts'
import { weegPlannen } from './plan.ts'
import { bepaalStand } from './stand.ts'

const kantenVan = (feiten: Partial<Dossier>, op = '2024-10-01') => {
  const alles = dossier(feiten)
  return bepaalKanten(bepaalStand(alles, datum(op), datum('2020-08-01')), alles, weegPlannen(alles, datum(op)).plan)
}

describe('K-CAS-06: de kanten van een route', () => {
  it('het plan telt alleen voor de kant zonder open inschrijving met route', () => {
    const kanten = kantenVan({ inschrijvingenVo: [vo({ '2024-08-01': { ...DLR_VO, onderwijsaanbieder: '172A001' } })] })
    expect(kanten.vo.map(({ code }) => code)).toEqual(['172A001'])
    expect(kanten.mbo.map(({ code }) => code)).toEqual([MBO.aanbieder])
    expect(kanten.niveaus).toEqual(['MBO-2'])
  })
  it('een open inschrijving met route zonder onderwijsaanbieder of niveau laat die kant onbekend', () => {
    const feiten = { inschrijvingenMbo: [mbo({ '2024-08-01': { ...DLR_VO, onderwijsaanbieder: null, niveau: null } })], rioAangebodenOpleidingen: [] }
    expect(kantenVan(feiten)).toMatchObject({ mbo: [], niveaus: [] })
    expect(codes(feiten, '2024-10-01')).toEqual(['SIG-RIO-ONTBREEKT-VO'])
  })
  it('het laatste plan op of voor de dag telt; zonder plan is de kant onbekend', () => {
    const plan = (van: string, mboOnderwijsaanbieder: string) => ({ van: datum(van), voOnderwijsaanbieder: VO.aanbieder, mboOnderwijsaanbieder })
    const inschrijvingenVo = [vo({ '2024-08-01': DLR_VO })]
    const leerrouteplannen = [plan('2024-10-01', '282A001'), plan('2024-08-01', MBO.aanbieder)]
    expect(kantenVan({ inschrijvingenVo, leerrouteplannen }, '2024-09-30').mbo.map(({ code }) => code)).toEqual([MBO.aanbieder])
    expect(kantenVan({ inschrijvingenVo, leerrouteplannen }, '2024-10-01').mbo.map(({ code }) => code)).toEqual(['282A001'])
    expect(kantenVan({ inschrijvingenVo, leerrouteplannen: [] }).mbo).toEqual([])
  })
  it('zonder open vo met route geldt de leerweg van de inschrijving die het laatst eindigde, in haar laatste periode', () => {
    const eerder = vo({ '2022-08-01': { leerweg: 'TL' } }, { datumUitschrijving: datum('2023-07-31') })
    const laatst = vo({ '2023-08-01': { leerweg: 'BB' }, '2024-01-01': { leerweg: 'KB' } }, { inschrijvingvolgnummer: '2', datumUitschrijving: datum('2024-07-31') })
    const feiten = { inschrijvingenVo: [laatst, eerder], inschrijvingenMbo: [mbo({ '2024-08-01': DLR_MBO })] }
    expect(kantenVan(feiten).leerwegen).toEqual(['KB'])
    expect(kantenVan({ ...feiten, inschrijvingenVo: [eerder, laatst] }).leerwegen).toEqual(['KB'])
  })
  it('K-ROD-10: meer leerwegen en niveaus worden elk beoordeeld', () => {
    const feiten = { inschrijvingenVo: [vo({ '2024-08-01': GLR_VO }), vo({ '2024-08-01': { ...GLR_VO, leerweg: 'GL' } }, { inschrijvingvolgnummer: '2' })] }
    expect(codes(feiten, '2024-10-01')).toEqual(['SIG-GLR-LEERWEG'])
  })
})
