import { describe, expect, it } from 'vitest'
import { DLR_VO, GLR_VO, besluit, codes, mbo, vo } from '../../../test/dossier-bouwer.ts'
import { datum } from '../../kern/datum.ts'

describe('K-DLR-01, K-CAS-03: een route van voor 1 augustus 2020', () => {
  const vroeg = { inschrijvingenVo: [vo({ '2020-07-31': DLR_VO, '2021-08-01': DLR_VO })] }
  it('geeft SIG-ROUTE-VOOR-2020 zolang het de periode op de dag is; de route telt niet', () => {
    expect(besluit(vroeg, '2020-07-31')).toMatchObject({ fase: null, bekostiging: 'VO' })
    expect(codes(vroeg, '2020-07-30')).toEqual([])
    expect(codes(vroeg, '2020-07-31')).toEqual(['SIG-ROUTE-VOOR-2020'])
    expect(codes(vroeg, '2021-07-31')).toEqual(['SIG-ROUTE-VOOR-2020'])
    expect(codes(vroeg, '2021-08-01')).toEqual([])
  })
  it('een route vanaf 1 augustus 2020 mag', () => {
    expect(codes({ inschrijvingenVo: [vo({ '2020-08-01': DLR_VO })] }, '2020-08-01')).toEqual([])
  })
  it('K-ROD-08: naast een mbo-inschrijving met route verschilt dan de route', () => {
    expect(codes({ inschrijvingenVo: [vo({ '2020-07-31': DLR_VO })], inschrijvingenMbo: [mbo({ '2020-08-01': DLR_VO })] }, '2020-10-01')).toEqual(['SIG-ROUTE-VERSCHIL', 'SIG-ROUTE-VOOR-2020'])
  })
  it('geeft op een dag voor alle normen geen fout', () => {
    expect(besluit({ inschrijvingenVo: [vo({ '1990-08-01': DLR_VO })] }, '1995-10-01')).toMatchObject({ fase: null, vsv: 'geen', absoluutVerzuim: false })
  })
})

describe('K-DLR-02: het leerjaar', () => {
  it.each<[number | null, readonly string[]]>([[1, ['SIG-LEERJAAR']], [2, ['SIG-LEERJAAR']], [3, []], [4, []], [null, []]])('leerjaar %s', (leerjaar, verwacht) => {
    expect(codes({ inschrijvingenVo: [vo({ '2024-08-01': { ...DLR_VO, leerjaar } })] }, '2024-10-01')).toEqual(verwacht)
  })
  it('zonder route is leerjaar 1 gewoon', () => {
    expect(codes({ inschrijvingenVo: [vo({ '2024-08-01': { leerjaar: 1 } })] }, '2024-10-01')).toEqual([])
  })
})

describe('K-DLR-06: het gezamenlijk oordeel voor de GLR', () => {
  const inschrijvingenVo = [vo({ '2024-08-01': GLR_VO })]
  it.each([['2024-09-30', ['SIG-GLR-OORDEEL-ONTBREEKT']], ['2024-10-01', []]])('telt vanaf zijn datum: %s', (op, verwacht) => {
    expect(codes({ inschrijvingenVo, gezamenlijkeOordelen: [{ datum: datum('2024-10-01'), ondertekendVo: true, ondertekendMbo: true }] }, op)).toEqual(verwacht)
  })
  it.each([[true, false], [false, true], [false, false]])('vo tekende %s, mbo tekende %s', (ondertekendVo, ondertekendMbo) => {
    const { signalen } = besluit({ inschrijvingenVo, gezamenlijkeOordelen: [{ datum: datum('2024-06-01'), ondertekendVo, ondertekendMbo }] }, '2024-10-01')
    expect(signalen).toMatchObject([{ code: 'SIG-GLR-OORDEEL-ONTBREEKT', voor: ['71VO', '81MB'] }])
    expect(signalen[0]?.uitleg).toContain('mist een handtekening')
  })
  it('geldt niet voor een DLR', () => {
    expect(codes({ inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })], gezamenlijkeOordelen: [] }, '2024-10-01')).toEqual([])
  })
})
