import { describe, expect, it } from 'vitest'
import { DLR_MBO, GLR_MBO, GLR_VO, codes, mbo, vo } from '../../../test/dossier-bouwer.ts'
import { datum } from '../../kern/datum.ts'
import type { Niveau } from '../../kern/leerroute.ts'

const mboDiploma = (dag: string, niveau: Niveau = 'MBO-2') => ({ soort: 'MBO', niveau, datum: datum(dag) }) as const
const vmbo = (dag: string) => ({ soort: 'VMBO', datum: datum(dag) }) as const
const DLR = 'SIG-DLR-VMBO-DIPLOMA-ONTBREEKT'

describe('K-UIT-04: mbo-diploma in de DLR zonder vmbo-diploma', () => {
  const inschrijvingenMbo = [mbo({ '2026-08-01': DLR_MBO }, { datumUitschrijving: datum('2028-07-01') })]
  it('vanaf het mbo-diploma tot de dag van een vmbo-diploma, ook na het vertrek', () => {
    const feiten = { inschrijvingenMbo, diplomas: [mboDiploma('2028-07-01'), vmbo('2029-06-10')] }
    expect(['2028-06-30', '2028-07-01', '2029-06-09', '2029-06-10'].map((op) => codes(feiten, op).includes(DLR))).toEqual([false, true, true, false])
  })
  it.each<[string, ReturnType<typeof mboDiploma>[]]>([
    ['een entreediploma', [mboDiploma('2028-07-01', 'MBO-1')]],
    ['een diploma op een dag zonder mbo-inschrijving', [mboDiploma('2028-07-02')]],
  ])('niet bij %s', (_naam, diplomas) => {
    expect(codes({ inschrijvingenMbo, diplomas }, '2028-08-01')).not.toContain(DLR)
  })
  it('niet bij een GLR', () => {
    expect(codes({ inschrijvingenMbo: [mbo({ '2026-08-01': GLR_MBO })], diplomas: [mboDiploma('2028-07-01')] }, '2028-08-01')).not.toContain(DLR)
  })
  it('de route op de dag van het diploma telt, niet die op de peildatum', () => {
    expect(codes({ inschrijvingenMbo: [mbo({ '2026-08-01': DLR_MBO, '2028-07-02': {} })], diplomas: [mboDiploma('2028-07-01')] }, '2028-08-01')).toEqual([DLR])
  })
})

describe('K-UIT-05: GLR met een vmbo-diploma', () => {
  const inschrijvingenVo = [vo({ '2024-08-01': GLR_VO }, { datumUitschrijving: datum('2026-06-30') })]
  it('vanaf het diploma, zolang een open inschrijving GLR draagt', () => {
    const feiten = { inschrijvingenVo, diplomas: [vmbo('2026-06-10')] }
    expect(['2026-06-09', '2026-06-10', '2026-06-30', '2026-07-01'].map((op) => codes(feiten, op).includes('SIG-GLR-VMBO-DIPLOMA'))).toEqual([false, true, true, false])
  })
})
