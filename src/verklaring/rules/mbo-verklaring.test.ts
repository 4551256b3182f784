import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, besluit, codes, mbo, vo } from '../../../test/dossier-bouwer.ts'
import type { Dossier } from '../../beslissing/index.ts'
import { datum } from '../../kern/datum.ts'

const vertrokken = { datumUitschrijving: datum('2026-03-01') } as const
const weg: Partial<Dossier> = { inschrijvingenMbo: [mbo({ '2025-08-01': DLR_MBO }, vertrokken)], behaaldeOnderdelen: [{ datum: datum('2026-02-10') }] }
const geboren = (dag: string): Pick<Dossier, 'leerling'> => ({ leerling: { geboortedatum: datum(dag), woontInNederland: true } })
const op = (feiten: Partial<Dossier>, dag = '2026-04-01') => besluit(feiten, dag).mboVerklaring

describe('K-MBV-01, K-MBV-07: de mbo-verklaring', () => {
  it('vanaf de dag na de laatste dag', () => {
    expect([op(weg, '2026-03-01'), op(weg, '2026-03-02'), op(weg, '2030-01-01')]).toEqual([false, true, true])
    expect(codes(weg, '2026-03-02')).toContain('SIG-MBO-VERKLARING')
  })
  it.each<[string, Partial<Dossier>, boolean]>([
    ['een vmbo-diploma telt niet als diploma', { diplomas: [{ soort: 'VMBO', datum: datum('2025-12-01') }] }, true],
    ['een entreediploma binnen de inschrijving wel', { diplomas: [{ soort: 'MBO', niveau: 'MBO-1', datum: datum('2026-03-01') }] }, false],
    ['een entreediploma van voor de inschrijving niet', { diplomas: [{ soort: 'MBO', niveau: 'MBO-1', datum: datum('2025-07-31') }] }, true],
    ['een certificaat op de eerste dag', { diplomas: [{ soort: 'MBO_CERTIFICAAT', datum: datum('2025-08-01') }] }, false],
    ['een havo-diploma van eerder', { diplomas: [{ soort: 'HAVO', datum: datum('2024-06-01') }] }, false],
    ['een havo-diploma van na de laatste dag', { diplomas: [{ soort: 'HAVO', datum: datum('2026-03-02') }] }, true],
    ['geen onderdeel', { behaaldeOnderdelen: [] }, false],
    ['een onderdeel van na de laatste dag', { behaaldeOnderdelen: [{ datum: datum('2026-03-02') }] }, false],
    ['een open vo-inschrijving', { inschrijvingenVo: [vo({ '2025-08-01': {} })] }, false],
    ['een latere vo-inschrijving die ook weer eindigde', { inschrijvingenVo: [vo({ '2026-03-02': {} }, { datumUitschrijving: datum('2026-03-15') })] }, false],
    ['een vo-inschrijving die alleen later eindigde', { inschrijvingenVo: [vo({ '2025-08-01': {} }, { datumUitschrijving: datum('2026-03-15') })] }, true],
    ['K-MBV-01, K-MBV-07: een bekende inschrijving die op de dag nog moet beginnen', { inschrijvingenMbo: [...weg.inschrijvingenMbo ?? [], mbo({ '2026-08-01': {} }, { inschrijvingvolgnummer: '2' })] }, false],
    ['K-VSV-05: 26 jaar, de grens is 27 sinds 2026', geboren('1999-03-02'), true],
    ['K-VSV-05: 27 jaar', geboren('1999-03-01'), false],
  ])('%s', (_naam, feiten, verwacht) => {
    expect(op({ ...weg, ...feiten })).toBe(verwacht)
  })
  it('de inschrijving die het laatst eindigde telt, in welke volgorde ook', () => {
    const eerder = mbo({ '2023-08-01': {} }, { inschrijvingvolgnummer: '0', datumUitschrijving: datum('2024-07-31') })
    const diplomas = [{ soort: 'MBO_CERTIFICAAT', datum: datum('2024-01-01') }] as const
    for (const inschrijvingenMbo of [[eerder, ...weg.inschrijvingenMbo ?? []], [...weg.inschrijvingenMbo ?? [], eerder]]) expect(op({ ...weg, diplomas, inschrijvingenMbo })).toBe(true)
  })
})

describe('K-MBV-08: in fase VO', () => {
  it('zonder mbo-inschrijving geen verklaring, met een mbo-inschrijving en een onderdeel wel', () => {
    const alleenVo = { inschrijvingenVo: [vo({ '2025-08-01': DLR_VO }, vertrokken)], behaaldeOnderdelen: [{ datum: datum('2026-02-10') }] }
    expect(op(alleenVo)).toBe(false)
    expect(op({ ...alleenVo, inschrijvingenMbo: [mbo({ '2025-09-01': DLR_VO }, vertrokken)] })).toBe(true)
  })
})
