import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, GLR_VO, besluit, mbo, vo } from '../../../test/dossier-bouwer.ts'
import type { Dossier } from '../../beslissing/index.ts'
import { datum } from '../../kern/datum.ts'

const OP = '2024-10-01'
const in2024 = (periode: Parameters<typeof vo>[0][string]) => [vo({ '2024-08-01': periode })]
const mbo2024 = (periode: Parameters<typeof mbo>[0][string]) => [mbo({ '2024-08-01': periode })]
const VMBO = [{ soort: 'VMBO', datum: datum('2024-06-15') }] as const
const eindigde = { datumUitschrijving: datum('2024-09-01') } as const

/** rioVo, rioMbo, rodVo, rodMbo; `-` is leeg. */
function registraties(feiten: Partial<Dossier>): string {
  return Object.values(besluit(feiten, OP).registraties).map((code) => code ?? '-').join(' ')
}

describe('K-CAS-05: met een route op de dag', () => {
  it.each<[string, Partial<Dossier>, string]>([
    ['K-ROD-01, K-ROD-04: fase VO', { inschrijvingenVo: in2024(DLR_VO) }, 'R R R A'],
    ['K-ROD-06: fase MBO, vo niet klaar', { inschrijvingenVo: in2024(DLR_MBO), inschrijvingenMbo: mbo2024(DLR_MBO) }, 'R R R R'],
    ['K-ROD-07: fase MBO, vmbo-diploma', { inschrijvingenVo: in2024(DLR_MBO), inschrijvingenMbo: mbo2024(DLR_MBO), diplomas: VMBO }, 'R R E R'],
    ['K-ROD-07: de laatste dag van de vo-activiteiten zelf', { inschrijvingenMbo: mbo2024(DLR_MBO), voActiviteitenAfgerondOp: datum(OP) }, 'R R R R'],
    ['K-ROD-07: de dag erna', { inschrijvingenMbo: mbo2024(DLR_MBO), voActiviteitenAfgerondOp: datum('2024-09-30') }, 'R R E R'],
    ['K-FASE-05: onbepaald met twee registers', { inschrijvingenVo: in2024(DLR_VO), inschrijvingenMbo: mbo2024(DLR_MBO) }, 'R R R R'],
    ['K-FASE-06: onbepaald met één register', { inschrijvingenMbo: mbo2024({ leerroute: 'DLR' }) }, 'R R - R'],
    ['K-DLR-02: leerjaar 2', { inschrijvingenVo: in2024({ ...DLR_VO, leerjaar: 2 }) }, 'R R W A'],
    ['K-ROD-10: GLR in KB, mbo zonder inschrijving', { inschrijvingenVo: in2024({ ...GLR_VO, leerweg: 'KB' }) }, 'R R W -'],
    ['K-ROD-10: GLR in KB, mbo ingeschreven zonder route', { inschrijvingenVo: in2024({ ...GLR_VO, leerweg: 'KB' }), inschrijvingenMbo: mbo2024({}) }, 'R R W -'],
    ['K-ROD-10: entree bij beide', { inschrijvingenVo: in2024(DLR_VO), inschrijvingenMbo: mbo2024({ ...DLR_VO, niveau: 'MBO-1' }) }, 'R R W W'],
    ['K-DLR-01: W gaat voor leeg', { inschrijvingenVo: in2024({ ...GLR_VO, leerweg: 'KB' }), inschrijvingenMbo: [mbo({ '2019-08-01': DLR_VO })] }, 'R R W W'],
  ])('%s', (_naam, feiten, verwacht) => {
    expect(registraties(feiten)).toBe(verwacht)
  })
})

describe('K-CAS-05: zonder route op de dag', () => {
  it.each<[string, Partial<Dossier>, string]>([
    ['niets', {}, '- - - -'],
    ['gewoon vo en mbo', { inschrijvingenVo: in2024({}), inschrijvingenMbo: mbo2024({}) }, '- - R R'],
    ['K-UIT-01: route gestopt, vo loopt door', { inschrijvingenVo: in2024({}), inschrijvingenMbo: [mbo({ '2024-08-01': DLR_VO, '2024-09-15': {} })] }, '- - R E'],
    ['K-UIT-01: zonder open vo blijft het mbo R', { inschrijvingenMbo: [mbo({ '2024-08-01': DLR_VO, '2024-09-15': {} })] }, '- - - R'],
    ['K-UIT-01: een latere periode met route is niet eerder', { inschrijvingenVo: in2024({}), inschrijvingenMbo: [mbo({ '2024-08-01': {}, '2024-10-02': DLR_VO })] }, '- - R R'],
    ['beëindigd met route', { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO }, eindigde)] }, '- - E -'],
    ['beëindigd, route alleen in een eerdere periode', { inschrijvingenVo: [vo({ '2023-08-01': DLR_VO, '2024-08-01': {} }, eindigde)] }, '- - E -'],
    ['beëindigd zonder route', { inschrijvingenVo: [vo({ '2024-08-01': {} }, eindigde)] }, '- - - -'],
    ['K-CAS-03: beëindigd met alleen een genegeerde route', { inschrijvingenVo: [vo({ '2019-08-01': DLR_VO }, eindigde)] }, '- - - -'],
    ['K-DLR-01: open met een genegeerde route', { inschrijvingenVo: [vo({ '2019-08-01': DLR_VO })] }, '- - W -'],
  ])('%s', (_naam, feiten, verwacht) => {
    expect(registraties(feiten)).toBe(verwacht)
  })
})
