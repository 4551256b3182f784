import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, besluit, codes, gemist, mbo, vo } from '../../../test/dossier-bouwer.ts'
import type { Dossier } from '../../beslissing/index.ts'
import { datum } from '../../kern/datum.ts'
import type { Verzuimmelding } from '../afwezigheid.ts'

const inschrijvingenVo = [vo({ '2024-08-01': DLR_VO })]
const afwezigheid = gemist({ '2024-11-04': 8, '2024-11-08': 8 })
const melding = (meer: Partial<Verzuimmelding> = {}): Verzuimmelding =>
  ({ partij: 'VO', begin: datum('2024-11-04'), eind: datum('2024-11-08'), ingediendOp: datum('2024-11-11'), ...meer })
const basis: Partial<Dossier> = { inschrijvingenVo, afwezigheid }
const geboren = (dag: string): Pick<Dossier, 'leerling'> => ({ leerling: { geboortedatum: datum(dag), woontInNederland: true } })

describe('K-CAS-09, K-VZM-02: een open melding onder de 18', () => {
  it('staat open vanaf de dag van het zestiende uur', () => {
    expect(besluit(basis, '2024-11-07')).toMatchObject({ melding: null, meldplicht: null })
    expect(besluit(basis, '2024-11-08')).toMatchObject({ melding: { partij: 'VO', begin: '2024-11-04', eind: '2024-11-08' }, meldplicht: true })
    expect(codes(basis, '2024-11-08')).toEqual(['SIG-VERZUIM-16U'])
  })
  it.each<[string, Partial<Verzuimmelding>, string, boolean]>([
    ['nog niet ingediend', {}, '2024-11-10', true],
    ['ingediend op de dag', {}, '2024-11-11', false],
    ['loopt tot de dag voor de einddatum', { eind: datum('2024-11-07') }, '2024-11-11', true],
    ['begint op de einddatum', { begin: datum('2024-11-08') }, '2024-11-11', false],
    ['begint na de einddatum', { begin: datum('2024-11-09'), eind: datum('2024-11-30') }, '2024-11-11', true],
    ['de dag voor intrekken', { ingetrokkenOp: datum('2024-11-20') }, '2024-11-19', false],
    ['de dag van intrekken zelf', { ingetrokkenOp: datum('2024-11-20') }, '2024-11-20', true],
  ])('een melding: %s', (_naam, meer, op, open) => {
    expect(besluit({ ...basis, verzuimmeldingen: [melding(meer)] }, op).melding !== null).toBe(open)
  })
  it('K-VZM-08: een melding door de andere partij vervult de plicht niet', () => {
    expect(codes({ ...basis, verzuimmeldingen: [melding({ partij: 'MBO' })] }, '2024-11-11')).toEqual(['SIG-VERZUIM-16U', 'SIG-VERZUIM-VERKEERDE-PARTIJ'])
  })
})

describe('K-VZM-02, K-VZM-03: de leeftijd op de einddatum', () => {
  it.each([['2006-11-09', true, 'SIG-VERZUIM-16U'], ['2006-11-08', false, 'SIG-VERZUIM-18PLUS-MOGELIJK']])('geboren %s: verplicht is %s', (dag, meldplicht, code) => {
    expect(besluit({ ...basis, ...geboren(dag) }, '2024-11-08')).toMatchObject({ meldplicht })
    expect(codes({ ...basis, ...geboren(dag) }, '2025-01-01')).toEqual([code])
  })
  it.each([['2001-11-09', 1], ['2001-11-08', 0]])('K-VSV-05: geboren %s, onder de grens van 23', (dag, aantal) => {
    expect(codes({ ...basis, ...geboren(dag) }, '2024-11-08')).toHaveLength(aantal)
  })
  it.each([['2024-11-09', 1], ['2024-11-08', 0]])('K-VSV-04: een startkwalificatie van %s op de einddatum', (dag, aantal) => {
    expect(codes({ ...basis, diplomas: [{ soort: 'HAVO', datum: datum(dag) }] }, '2024-11-20')).toHaveLength(aantal)
  })
})

describe('K-CAS-09: meer drempels', () => {
  const twee = { ...basis, ...geboren('2006-11-12'), afwezigheid: gemist({ '2024-11-04': 8, '2024-11-08': 8, '2024-11-11': 8, '2024-11-13': 8 }) }
  it('de laatste onder de 18 gaat voor een latere van 18 of ouder; elke drempel geeft zijn signaal', () => {
    expect(besluit(twee, '2024-11-13')).toMatchObject({ meldplicht: true, melding: { eind: '2024-11-08' } })
    expect(codes(twee, '2024-11-13')).toEqual(['SIG-VERZUIM-16U', 'SIG-VERZUIM-18PLUS-MOGELIJK'])
  })
  it('is de eerste gemeld, dan blijft de tweede over', () => {
    expect(besluit({ ...twee, verzuimmeldingen: [melding()] }, '2024-11-13')).toMatchObject({ meldplicht: false, melding: { eind: '2024-11-13' } })
  })
})

describe('K-VZM-07: overdracht bij een faseovergang', () => {
  const over: Partial<Dossier> = {
    inschrijvingenVo: [vo({ '2024-08-01': DLR_VO, '2026-11-09': DLR_MBO })],
    inschrijvingenMbo: [mbo({ '2026-11-09': DLR_MBO })],
    leerling: { geboortedatum: datum('2009-05-10'), woontInNederland: true },
    afwezigheid: gemist({ '2026-11-06': 8, '2026-11-09': 8 }),
  }
  it('de partij van het zestiende uur meldt, de eerdere draagt over', () => {
    expect(besluit(over, '2026-11-09')).toMatchObject({ melding: { partij: 'MBO', begin: '2026-11-06', eind: '2026-11-09' } })
    expect(codes(over, '2026-11-09')).toEqual(['SIG-VERZUIM-16U', 'SIG-VERZUIM-OVERDRACHT'])
  })
  it('het signaal is er ook voor de school die de uren heeft, al is de leerling daar intussen uitgeschreven', () => {
    const weg = { ...over, inschrijvingenVo: [{ ...vo({ '2024-08-01': DLR_VO }), datumUitschrijving: datum('2026-11-08') }] }
    const signaal = besluit(weg, '2026-11-09').signalen.find(({ code }) => code === 'SIG-VERZUIM-OVERDRACHT')
    expect(signaal?.voor).toEqual(['71VO', '81MB'])
  })
  it('K-DLR-09: waar de les werd gemist, doet er niet toe', () => {
    const bijMbo = over.afwezigheid?.map((uren) => ({ ...uren, sector: 'MBO' as const })) ?? []
    expect(codes({ ...over, afwezigheid: bijMbo }, '2026-11-09')).toContain('SIG-VERZUIM-OVERDRACHT')
  })
  it('niet als alle uren na de overgang vallen', () => {
    expect(codes({ ...over, afwezigheid: gemist({ '2026-11-09': 8, '2026-11-10': 8 }) }, '2026-11-10')).toEqual(['SIG-VERZUIM-16U'])
  })
  it('niet als op de einddatum onbepaald is wie meldt', () => {
    const verschil = { ...over, inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })] }
    expect(besluit(verschil, '2026-11-09')).toMatchObject({ melding: { partij: 'onbepaald' }, meldplicht: true })
    expect(codes(verschil, '2026-11-09')).not.toContain('SIG-VERZUIM-OVERDRACHT')
  })
})

describe('K-VZM-08: een melding door de verkeerde partij', () => {
  const fout = { inschrijvingenVo, verzuimmeldingen: [melding({ partij: 'MBO', ingetrokkenOp: datum('2024-11-20') })] }
  it('vanaf de dag van melden tot de dag van intrekken', () => {
    expect(['2024-11-10', '2024-11-11', '2024-11-19', '2024-11-20'].map((op) => codes(fout, op).length)).toEqual([0, 1, 1, 0])
  })
  it('niet als op de einddatum niemand of onbepaald aan zet was', () => {
    expect(codes({ verzuimmeldingen: [melding({ partij: 'MBO' })] }, '2024-11-11')).toEqual([])
    const onbepaald = { inschrijvingenVo, inschrijvingenMbo: [mbo({ '2024-08-01': DLR_MBO }, { datumUitschrijving: datum('2024-11-10') })] }
    expect(codes({ ...onbepaald, verzuimmeldingen: [melding({ partij: 'MBO' })] }, '2024-11-11')).toEqual([])
  })
})
