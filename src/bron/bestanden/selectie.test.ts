import { describe, expect, it } from 'vitest'
import { datum } from '../../kern/datum.ts'
import type { PersoonUitBestand } from './persoon.ts'
import { eindVanPeriode, isGeldigIn, kiesUit, periodeOp, vensterGrondslag, vensterObo, vensterRo, vensterTbgi } from './selectie.ts'

type Inschrijving = PersoonUitBestand['inschrijvingen'][number]
const inschrijving = (nummer: string, van: string, tot: string | null, traject = 'BOL'): Inschrijving => ({
  brin: '99ZZ', inschrijvingvolgnummer: nummer, datumInschrijving: van, uitschrijvingGepland: '2020-01-01', uitschrijvingWerkelijk: tot, reden: null, ondersteuning: [], regelnummer: 0,
  perioden: [{ datumBegin: van, datumEind: null, opleidingcode: '29998', leertraject: traject, niveau: null, bekostigbaar: 'J', locatiecodeVsv: null, onderwijsaanbieder: null, onderwijslocatie: null, leerroute: null, leerroutefase: null, regelnummer: 0 }],
  bpv: [{ volgnummer: '1', afsluitdatum: van, datumBegin: van, eindeGepland: null, eindeWerkelijk: null, omvang: null, leerbedrijfId: null, opleidingcode: null, keuzedeelcode: null, regelnummer: 0 }],
})
const diploma = (nummer: string, dag: string, isg: string | null = null): PersoonUitBestand['diplomas'][number] => ({ brin: '99ZZ', resultaatvolgnummer: nummer, opleidingcode: '29998', datum: dag, bekostigbaar: 'J', inschrijvingvolgnummer: isg, onderwijsaanbieder: null, regelnummer: 0 })
const onderdeel = (nummer: string, dag: string | null, bij: { diploma?: string; isg?: string } = {}): PersoonUitBestand['onderdelen'][number] => ({ soort: 'KZD', brin: '99ZZ', resultaatvolgnummer: nummer, diplomavolgnummer: bij.diploma ?? null, opleidingcodeDiploma: null, code: 'K9998', datum: dag, inschrijvingvolgnummer: bij.isg ?? null, onderwijsaanbieder: null, bijzonderheden: {}, regelnummer: 0 })
const persoon = (deel: Partial<PersoonUitBestand>): PersoonUitBestand => ({ nummer: { stelsel: 'BSN', waarde: '1', elfproef: true }, geboortedatum: null, geslacht: null, inschrijvingen: [], diplomas: [], onderdelen: [], regelnummer: 0, regels: 0, ...deel })
const nummers = (p: PersoonUitBestand | undefined): unknown => p && [p.inschrijvingen.map((i) => i.inschrijvingvolgnummer), p.diplomas.map((d) => d.resultaatvolgnummer), p.onderdelen.map((o) => o.resultaatvolgnummer)]
const RO = vensterRo({ van: datum('2025-08-01'), totEnMet: datum('2026-07-31') })

describe('PvE 15: wat in een RO hoort', () => {
  it.each([
    ['de dag voor het tijdvak uit', '2024-01-01', '2025-07-31', false], ['op de eerste dag uit', '2024-01-01', '2025-08-01', true], ['op de laatste dag in', '2026-07-31', null, true],
    ['de dag erna in', '2026-08-01', null, false], ['al jaren geleden gepland te eindigen, maar niet uitgeschreven', '2015-01-01', null, true],
  ])('een inschrijving %s', (_wat, van, tot, hoort) => {
    expect(isGeldigIn(inschrijving('1', van, tot), RO.inschrijvingen)).toBe(hoort)
    expect(kiesUit(persoon({ inschrijvingen: [inschrijving('1', van, tot)] }), RO) !== undefined).toBe(hoort)
  })

  it('resultaten in het tijdvak, en resultaten die bij een gekozen inschrijving horen; een onderdeel volgt zijn diploma', () => {
    const p = persoon({
      inschrijvingen: [inschrijving('E1', '2024-08-01', '2025-07-31'), inschrijving('E2', '2025-08-01', null)],
      diplomas: [diploma('D1', '2025-07-31', 'E1'), diploma('D2', '2025-08-01'), diploma('D3', '2024-01-01', 'E2')],
      onderdelen: [onderdeel('K1', null, { diploma: 'D1' }), onderdeel('K2', null, { diploma: 'D2' }), onderdeel('K3', '2026-07-31'), onderdeel('K4', '2026-08-01'), onderdeel('K5', '2026-08-01', { isg: 'E2' }), onderdeel('K6', '2024-01-01', { diploma: 'D3' }), onderdeel('K7', null)],
    })
    expect(nummers(kiesUit(p, RO))).toEqual([['E2'], ['D2', 'D3'], ['K2', 'K3', 'K5', 'K6', 'K7']])
  })
})

describe('PvE 17: wat in een GRONDSLAG hoort', () => {
  it('diploma\'s van het kalenderjaar, losse onderdelen van het studiejaar, en de inschrijvingen waarnaar ze verwijzen', () => {
    const p = persoon({
      inschrijvingen: [inschrijving('E1', '2023-01-30', '2025-01-16'), inschrijving('E0', '2020-01-01', '2021-01-01')], diplomas: [diploma('D1', '2025-01-16', 'E1'), diploma('D2', '2024-12-31'), diploma('D3', '2026-01-01')],
      onderdelen: [onderdeel('K1', '2025-07-31'), onderdeel('K2', '2025-08-01'), onderdeel('K3', '2026-07-31')],
    })
    expect(nummers(kiesUit(p, vensterGrondslag(2025)))).toEqual([['E1'], ['D1'], ['K2', 'K3']])
  })
})

describe('PvE 13 en 16: OBO en TBG-i', () => {
  it('geen onderdelen; in het OBO alleen bpv van wie in het studiejaar bbl deed', () => {
    const bol = persoon({ inschrijvingen: [inschrijving('E1', '2025-08-01', null)], onderdelen: [onderdeel('K1', '2025-10-01')] })
    const bbl = persoon({ inschrijvingen: [inschrijving('E1', '2025-08-01', null), inschrijving('E2', '2025-08-01', null, 'BBL')] })
    expect(nummers(kiesUit(bol, vensterObo(2025)))).toEqual([['E1'], [], []])
    expect(kiesUit(bol, vensterObo(2025))?.inschrijvingen.map((i) => i.bpv.length)).toEqual([0])
    expect(kiesUit(bol, vensterTbgi(2025))?.inschrijvingen.map((i) => i.bpv.length)).toEqual([1])
    expect(kiesUit(bbl, vensterObo(2025))?.inschrijvingen.map((i) => i.bpv.length)).toEqual([1, 1])
  })
})

it('een periode loopt tot de dag voor de volgende, en de laatste tot en met de uitschrijving', () => {
  const [p] = inschrijving('1', '2025-08-01', '2026-06-30').perioden
  if (p === undefined) throw new Error('geen periode')
  const i = { ...inschrijving('1', '2025-08-01', '2026-06-30'), perioden: [p, { ...p, datumBegin: '2026-01-01' }] }
  expect([eindVanPeriode(i, 0), eindVanPeriode(i, 1)]).toEqual(['2025-12-31', '2026-06-30'])
  expect(['2025-07-31', '2025-08-01', '2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((d) => periodeOp(i, datum(d))?.datumBegin)).toEqual([undefined, '2025-08-01', '2025-08-01', '2026-01-01', '2026-01-01', undefined])
})
