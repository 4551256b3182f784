import { describe, expect, it } from 'vitest'
import { DLR_VO, GLR_VO, MBO, aanbod, besluit, codes, mbo, vo } from '../../../test/dossier-bouwer.ts'
import { datum } from '../../kern/datum.ts'

const OP = '2024-10-01'
const inschrijvingenVo = [vo({ '2024-08-01': DLR_VO })]

describe('K-RIO-05: het aanbod past bij de route', () => {
  const metMbo = (meer: Parameters<typeof aanbod>[2]) => codes({ inschrijvingenVo, rioAangebodenOpleidingen: [aanbod('DLR', 'VO'), aanbod('DLR', 'MBO', meer)] }, OP)
  it.each<[string, Parameters<typeof aanbod>[2], readonly string[]]>([
    ['begint op de dag', { begindatum: datum('2024-10-01') }, []],
    ['begint een dag later', { begindatum: datum('2024-10-02') }, ['SIG-RIO-ONTBREEKT-MBO']],
    ['eindigt op de dag', { einddatum: datum('2024-10-01') }, []],
    ['eindigde een dag eerder', { einddatum: datum('2024-09-30') }, ['SIG-RIO-ONTBREEKT-MBO']],
    ['K-RIO-02: het veld van een andere sector', { sector: 'VO' }, ['SIG-RIO-ONTBREEKT-MBO']],
    ['een andere route', { leerrouteKenmerk: 'GLR_VMBO_MBO' }, ['SIG-RIO-ONTBREEKT-MBO']],
    ['een andere onderwijsaanbieder', { onderwijsaanbieder: '282A001' }, ['SIG-RIO-ONTBREEKT-MBO']],
  ])('%s', (_naam, meer, verwacht) => {
    expect(metMbo(meer)).toEqual(verwacht)
  })
  it('K-RIO-01: beide kanten, ook het mbo zonder inschrijving', () => {
    expect(codes({ inschrijvingenVo, rioAangebodenOpleidingen: [] }, OP)).toEqual(['SIG-RIO-ONTBREEKT-MBO', 'SIG-RIO-ONTBREEKT-VO'])
  })
  it('K-DLR-10: een vso-school gebruikt het vso-veld', () => {
    const vso = { inschrijvingenVo: [vo({ '2024-08-01': { ...DLR_VO, onderwijsaanbieder: '172A001' } }, { brin: '72VS' })], samenwerkingsovereenkomsten: [{ partijen: ['47002', MBO.gezag], van: datum('2020-08-01') }] }
    const mboAanbod = aanbod('DLR', 'MBO', { samenwerkendeOnderwijsaanbieders: ['172A001'] })
    const vsoAanbod = { ...aanbod('DLR', 'VO'), onderwijsaanbieder: '172A001' }
    expect(codes({ ...vso, rioAangebodenOpleidingen: [mboAanbod, { ...vsoAanbod, sector: 'VSO' }] }, OP)).toEqual([])
    expect(codes({ ...vso, rioAangebodenOpleidingen: [mboAanbod, vsoAanbod] }, OP)).toEqual(['SIG-RIO-ONTBREEKT-VO'])
  })
  it('K-CAS-06: voor elke route die op de dag gedragen wordt', () => {
    const feiten = { inschrijvingenVo: [vo({ '2024-08-01': GLR_VO })], inschrijvingenMbo: [mbo({ '2024-08-01': DLR_VO })] }
    expect(codes({ ...feiten, rioAangebodenOpleidingen: [aanbod('GLR', 'VO'), aanbod('DLR', 'MBO')] }, OP)).toEqual(['SIG-RIO-ONTBREEKT-MBO', 'SIG-RIO-ONTBREEKT-VO', 'SIG-ROUTE-VERSCHIL'])
  })
  it('zegt welke school, welke code en welke route', () => {
    const [signaal] = besluit({ inschrijvingenVo, rioAangebodenOpleidingen: [aanbod('DLR', 'VO')] }, OP).signalen
    expect(signaal).toMatchObject({
      code: 'SIG-RIO-ONTBREEKT-MBO', niveau: 'fout', voor: [MBO.brin],
      uitleg: 'ROC Merwede (281A001) heeft in RIO geen geldige aangeboden opleiding met DLR_VMBO_MBO voor de sector MBO. Alleen ROC Merwede kan dit zelf in RIO registreren. Dat mag het hele jaar: 15 oktober is een meetmoment van OCW, geen uiterste dag.',
    })
  })
  it('K-RIO-06: noemt het meetmoment als norm, en zegt op elke dag hetzelfde', () => {
    const op = (dag: string) => besluit({ inschrijvingenVo, rioAangebodenOpleidingen: [] }, dag).signalen.filter(({ code }) => code.startsWith('SIG-RIO-ONTBREEKT'))
    expect(op('2024-09-30')).toEqual(op('2024-10-16'))
    for (const { regels, normen } of op('2024-10-15')) {
      expect(regels).toContain('K-RIO-06')
      expect(normen).toMatchObject([{ norm: 'rio/meetmoment-route', waarde: ['10-15'], bron: 'S5', zekerheid: 'zeker' }])
    }
  })
})

describe('K-RIO-04, K-RIO-03: partners noemen elkaar', () => {
  const zonder = { samenwerkendeOnderwijsaanbieders: [] }
  it.each<[string, readonly ReturnType<typeof aanbod>[], readonly string[]]>([
    ['beide noemen elkaar', [aanbod('DLR', 'VO'), aanbod('DLR', 'MBO')], []],
    ['alleen vo noemt het mbo', [aanbod('DLR', 'VO'), aanbod('DLR', 'MBO', zonder)], ['SIG-RIO-PARTNER']],
    ['alleen mbo noemt het vo', [aanbod('DLR', 'VO', zonder), aanbod('DLR', 'MBO')], ['SIG-RIO-PARTNER']],
    ['geen van beide', [aanbod('DLR', 'VO', zonder), aanbod('DLR', 'MBO', zonder)], ['SIG-RIO-PARTNER']],
    ['het mbo heeft niets: alleen K-RIO-05', [aanbod('DLR', 'VO')], ['SIG-RIO-ONTBREEKT-MBO']],
    ['een tweede aanbod noemt de partner wel', [aanbod('DLR', 'VO'), aanbod('DLR', 'MBO', zonder), aanbod('DLR', 'MBO')], []],
  ])('%s', (_naam, rioAangebodenOpleidingen, verwacht) => {
    expect(codes({ inschrijvingenVo, rioAangebodenOpleidingen }, OP)).toEqual(verwacht)
  })
  it('gaat beide scholen aan', () => {
    const [signaal] = besluit({ inschrijvingenVo, rioAangebodenOpleidingen: [aanbod('DLR', 'VO'), aanbod('DLR', 'MBO', zonder)] }, OP).signalen
    expect(signaal?.voor).toEqual(['71VO', '81MB'])
    expect(signaal?.uitleg).toContain('ROC Merwede noemt Heideveld (171A001) niet als partner')
  })
})
