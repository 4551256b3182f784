import { describe, expect, it } from 'vitest'
import { DLR_VO, GLR_VO, besluit, codes, mbo, vo } from '../../../test/dossier-bouwer.ts'
import type { Leerweg, Niveau } from '../../kern/leerroute.ts'

const OP = '2024-10-01'
const met = (route: typeof DLR_VO | typeof GLR_VO, leerweg: Leerweg | null, niveau: Niveau | null) =>
  codes({ inschrijvingenVo: [vo({ '2024-08-01': { ...route, leerweg } })], inschrijvingenMbo: [mbo({ '2024-08-01': { ...route, niveau } })] }, OP)

describe('K-DLR-08: DLR, leerweg en niveau', () => {
  it.each<[Leerweg | null, Niveau | null, readonly string[]]>([
    ['BB', 'MBO-2', []], ['BB', 'MBO-3', ['SIG-NIVEAU-LEERWEG']], ['BB', 'MBO-4', ['SIG-NIVEAU-LEERWEG']], ['BB', 'MBO-1', ['SIG-ENTREE']],
    ['KB', 'MBO-2', []], ['GL', 'MBO-3', []], ['TL', 'MBO-4', []], ['TL', 'MBO-1', ['SIG-ENTREE']], [null, 'MBO-4', []], ['BB', null, []],
  ])('%s naar %s', (leerweg, niveau, verwacht) => {
    expect(met(DLR_VO, leerweg, niveau)).toEqual(verwacht)
  })
  it('is een waarschuwing en maakt de registratie niet fout', () => {
    const { signalen, registraties } = besluit({ inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })], inschrijvingenMbo: [mbo({ '2024-08-01': { ...DLR_VO, niveau: 'MBO-4' } })] }, OP)
    expect([signalen[0]?.niveau, registraties.rodVo]).toEqual(['waarschuwing', 'R'])
  })
})

describe('K-DLR-04, K-DLR-05, K-ROD-10: GLR en entree', () => {
  it.each<[Leerweg | null, Niveau | null, readonly string[]]>([
    ['BB', 'MBO-2', []], ['BB', 'MBO-3', ['SIG-GLR-NIVEAU']], ['KB', 'MBO-2', ['SIG-GLR-LEERWEG']], ['TL', 'MBO-4', ['SIG-GLR-LEERWEG', 'SIG-GLR-NIVEAU']],
    ['BB', 'MBO-1', ['SIG-ENTREE']], [null, 'MBO-2', []], ['BB', null, []],
  ])('%s naar %s', (leerweg, niveau, verwacht) => {
    expect(met(GLR_VO, leerweg, niveau)).toEqual(verwacht)
  })
  it('K-CAS-06: het niveau van het plan telt zolang het mbo niet is ingeschreven', () => {
    const feiten = { inschrijvingenVo: [vo({ '2024-08-01': GLR_VO })] }
    const plan = { van: '2020-08-01', voOnderwijsaanbieder: '171A001', mboOnderwijsaanbieder: '281A001', beoogdNiveau: 'MBO-3' } as never
    expect(codes({ ...feiten, leerrouteplannen: [plan] }, OP)).toEqual(['SIG-GLR-NIVEAU'])
    expect(codes({ ...feiten, leerrouteplannen: [plan], inschrijvingenMbo: [mbo({ '2024-08-01': GLR_VO })] }, OP)).toEqual([])
  })
  it('K-CAS-06: één inschrijving met GLR is genoeg', () => {
    const feiten = { inschrijvingenVo: [vo({ '2024-08-01': { ...DLR_VO, leerweg: 'KB' } })], inschrijvingenMbo: [mbo({ '2024-08-01': { ...GLR_VO, niveau: 'MBO-3' } })], gezamenlijkeOordelen: [] } as const
    expect(codes(feiten, OP)).toEqual(['SIG-GLR-LEERWEG', 'SIG-GLR-NIVEAU', 'SIG-GLR-OORDEEL-ONTBREEKT', 'SIG-ROUTE-VERSCHIL'])
  })
})
