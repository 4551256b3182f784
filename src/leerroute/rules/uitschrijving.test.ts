import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, GLR_MBO, GLR_VO, codes, mbo, vo } from '../../../test/dossier-bouwer.ts'
import { datum } from '../../kern/datum.ts'

const OP = '2026-10-01'
const voDlr = vo({ '2024-08-01': DLR_VO }, { datumUitschrijving: datum('2026-07-31') })
const mboDlr = mbo({ '2026-08-01': DLR_MBO })
const VMBO = (dag: string) => [{ soort: 'VMBO', datum: datum(dag) }] as const

describe('K-ROD-06: te vroeg uitgeschreven', () => {
  const feiten = { inschrijvingenVo: [voDlr], inschrijvingenMbo: [mboDlr] }
  it('fase MBO zonder vmbo-diploma en zonder laatste dag', () => {
    expect(codes(feiten, OP)).toEqual(['SIG-VO-UITSCHRIJVING-TE-VROEG'])
  })
  it('ook in fase VO', () => {
    expect(codes({ inschrijvingenVo: [vo({ '2024-08-01': DLR_VO }, { datumUitschrijving: datum('2024-09-01') })], inschrijvingenMbo: [mbo({ '2024-08-01': DLR_VO })] }, '2024-10-01')).toEqual(['SIG-VO-UITSCHRIJVING-TE-VROEG'])
  })
  it.each([['2026-10-02', 1], ['2026-10-01', 0]])('een vmbo-diploma telt vanaf zijn datum: %s', (dag, aantal) => {
    expect(codes({ ...feiten, diplomas: VMBO(dag) }, OP)).toHaveLength(aantal)
  })
  it.each([['2026-10-01', 1], ['2026-09-30', 0]])('de laatste dag van de vo-activiteiten is voorbij: %s', (dag, aantal) => {
    expect(codes({ ...feiten, voActiviteitenAfgerondOp: datum(dag) }, OP)).toHaveLength(aantal)
  })
  it('ook bij GLR met vo-delen', () => {
    const glr = { inschrijvingenVo: [vo({ '2024-08-01': GLR_VO }, { datumUitschrijving: datum('2026-07-31') })], inschrijvingenMbo: [mbo({ '2026-08-01': GLR_MBO })] }
    expect(codes(glr, OP)).toEqual(['SIG-VO-UITSCHRIJVING-TE-VROEG'])
  })
  it('niet als er nooit een vo-inschrijving met route was, als er nog een open is, of als rodVo leeg is', () => {
    expect(codes({ inschrijvingenVo: [vo({ '2024-08-01': {} }, { datumUitschrijving: datum('2026-07-31') })], inschrijvingenMbo: [mboDlr] }, OP)).not.toContain('SIG-VO-UITSCHRIJVING-TE-VROEG')
    expect(codes({ inschrijvingenVo: [voDlr, vo({ '2026-08-01': DLR_MBO }, { inschrijvingvolgnummer: '2' })], inschrijvingenMbo: [mboDlr] }, OP)).not.toContain('SIG-VO-UITSCHRIJVING-TE-VROEG')
    expect(codes({ ...feiten, inschrijvingenMbo: [mbo({ '2026-08-01': { ...DLR_MBO, niveau: 'MBO-1' } })] }, OP)).toEqual(['SIG-ENTREE'])
    expect(codes({ ...feiten, inschrijvingenMbo: [mbo({ '2026-08-01': { leerroute: 'DLR' } })] }, OP)).toEqual(['SIG-FASE-ONTBREEKT'])
  })
  it('K-CAS-01: een uitschrijving die nog niet bekend was, is er nog niet', () => {
    const laat = { inschrijvingenVo: [{ ...voDlr, uitschrijvingBekendOp: datum('2026-10-05') }], inschrijvingenMbo: [mboDlr] }
    expect(codes(laat, OP, '2026-10-04')).toEqual(['SIG-FASE-VERSCHIL'])
    expect(codes(laat, OP, '2026-10-05')).toEqual(['SIG-VO-UITSCHRIJVING-TE-VROEG'])
    expect(codes(laat, OP)).toEqual(['SIG-VO-UITSCHRIJVING-TE-VROEG'])
  })
})

describe('K-ROD-07: uitschrijving mogelijk', () => {
  const open = { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO, '2026-08-01': DLR_MBO })], inschrijvingenMbo: [mboDlr] }
  it('in fase MBO met diploma of na de laatste dag', () => {
    expect(codes({ ...open, diplomas: VMBO('2026-06-10') }, OP)).toEqual(['SIG-VO-UITSCHRIJVING-MOGELIJK'])
    expect(codes({ ...open, voActiviteitenAfgerondOp: datum('2026-09-30') }, OP)).toEqual(['SIG-VO-UITSCHRIJVING-MOGELIJK'])
  })
  it('niet als de vo-activiteiten nog lopen, in fase VO, of zonder route op de vo-inschrijving', () => {
    expect(codes(open, OP)).toEqual([])
    expect(codes({ ...open, diplomas: VMBO('2024-06-10') }, '2024-10-01')).toEqual([])
    expect(codes({ inschrijvingenVo: [vo({ '2026-08-01': { leerroutefase: 'MBO' } })], inschrijvingenMbo: [mbo({ '2024-08-01': DLR_MBO })], diplomas: VMBO('2026-06-10') }, OP)).not.toContain('SIG-VO-UITSCHRIJVING-MOGELIJK')
  })
})

describe('K-ROD-05, K-CAS-10: de mbo-inschrijving ontbreekt', () => {
  const inschrijvingenVo = [vo({ '2024-08-01': DLR_VO, '2026-08-01': DLR_MBO })]
  it('vanaf de eerste dag van fase MBO', () => {
    expect(codes({ inschrijvingenVo }, '2026-07-31')).toEqual([])
    expect(codes({ inschrijvingenVo }, '2026-08-01')).toEqual(['SIG-MBO-INSCHRIJVING-ONTBREEKT'])
  })
  it('niet als er een mbo-inschrijving open is, ook zonder route', () => {
    expect(codes({ inschrijvingenVo, inschrijvingenMbo: [mbo({ '2026-08-01': {} })] }, OP)).toEqual(['SIG-ROUTE-VERSCHIL'])
  })
})
