import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, besluit, codes, mbo, vo } from '../../../test/dossier-bouwer.ts'
import type { Dossier } from '../../beslissing/index.ts'
import { datum } from '../../kern/datum.ts'
import { vsvTeldata } from './vsv.ts'

const vertrokken = { datumUitschrijving: datum('2025-03-01') } as const
const weg: Partial<Dossier> = { inschrijvingenMbo: [mbo({ '2024-08-01': DLR_MBO }, vertrokken)], inschrijvingenVo: [vo({ '2024-08-01': DLR_MBO }, vertrokken)] }
const geboren = (dag: string): Pick<Dossier, 'leerling'> => ({ leerling: { geboortedatum: datum(dag), woontInNederland: true } })

describe('K-VSV-02: de teldata', () => {
  it.each([['2025-09-30', '2023-10-01', '2024-10-01'], ['2025-10-01', '2024-10-01', '2025-10-01'], ['2026-02-01', '2024-10-01', '2025-10-01']])('op %s', (op, vorige, laatste) => {
    expect(vsvTeldata(datum(op))).toEqual({ vorige, laatste })
  })
})

describe('K-VSV-02, K-VSV-03: voortijdig schoolverlater', () => {
  it('vanaf 1 oktober na het vertrek, een jaar lang', () => {
    expect(['2025-09-30', '2025-10-01', '2026-09-30', '2026-10-01'].map((op) => besluit(weg, op).vsv)).toEqual(['geen', 'MBO', 'MBO', 'geen'])
  })
  it.each<[string, Partial<Dossier>, string]>([
    ['fase VO op 1 oktober t', { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO }, vertrokken)] }, 'VO'],
    ['fase onbepaald op 1 oktober t', { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO }, vertrokken)], inschrijvingenMbo: [mbo({ '2024-08-01': DLR_MBO }, vertrokken)] }, 'onbepaald'],
    ['zonder route, alleen mbo', { inschrijvingenMbo: [mbo({ '2024-08-01': {} }, vertrokken)] }, 'MBO'],
    ['op 1 oktober t+1 weer ingeschreven met J', { ...weg, inschrijvingenVo: [vo({ '2025-10-01': {} })] }, 'geen'],
    ['op 1 oktober t+1 ingeschreven met N', { ...weg, inschrijvingenVo: [vo({ '2025-10-01': { indicatieBekostigbaar: 'N' } })] }, 'MBO'],
    ['op 2 oktober t+1 weer ingeschreven', { ...weg, inschrijvingenVo: [vo({ '2025-10-02': {} })] }, 'MBO'],
    ['K-VSV-01: havo-diploma op 1 oktober t+1', { ...weg, diplomas: [{ soort: 'HAVO', datum: datum('2025-10-01') }] }, 'geen'],
    ['K-VSV-01: havo-diploma een dag later', { ...weg, diplomas: [{ soort: 'HAVO', datum: datum('2025-10-02') }] }, 'MBO'],
    ['K-VSV-01: een vmbo-diploma is geen startkwalificatie', { ...weg, diplomas: [{ soort: 'VMBO', datum: datum('2025-01-01') }] }, 'MBO'],
    ['K-VSV-01: entree ook niet', { ...weg, diplomas: [{ soort: 'MBO', niveau: 'MBO-1', datum: datum('2025-01-01') }] }, 'MBO'],
    ['K-VSV-01: niveau 2 wel', { ...weg, diplomas: [{ soort: 'MBO', niveau: 'MBO-2', datum: datum('2025-01-01') }] }, 'geen'],
    ['23 jaar op 1 oktober t', { ...weg, ...geboren('2001-10-01') }, 'geen'],
    ['22 jaar op 1 oktober t', { ...weg, ...geboren('2001-10-02') }, 'MBO'],
    ['niet ingeschreven op 1 oktober t', { inschrijvingenMbo: [mbo({ '2024-10-02': DLR_MBO }, vertrokken)] }, 'geen'],
  ])('%s', (_naam, feiten, vsv) => {
    expect(besluit(feiten, '2025-10-15').vsv).toBe(vsv)
    expect(codes(feiten, '2025-10-15').includes('SIG-VSV')).toBe(vsv !== 'geen')
  })
  it('K-VSV-05: de grens op 1 oktober t telt: 23 in 2025, 27 in 2026', () => {
    const laat = (jaar: number) => ({ inschrijvingenMbo: [mbo({ [`${jaar}-08-01`]: {} }, { datumUitschrijving: datum(`${jaar + 1}-03-01`) })], ...geboren('2001-01-01') })
    expect(besluit(laat(2025), '2026-10-01').vsv).toBe('geen')
    expect(besluit(laat(2026), '2027-10-01').vsv).toBe('MBO')
  })
})
